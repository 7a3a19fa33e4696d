package weightroom.ui.explain;

import java.util.Arrays;
import weightroom.engine.Loss;
import weightroom.engine.Task;
import weightroom.explain.Sample;
import weightroom.explain.Subject;

/** Classes as the numbers that the loss of a network takes. */
final class Targets {
    private Targets() {}

    /**
     * The targets of a class, one for each output.
     *
     * @param index of the class, from 0
     */
    static double[] ofClass(Subject subject, int index) {
        if (subject.setup().task() instanceof Task.Binary binary) {
            return new double[] {index == 1 ? binary.high() : binary.low()};
        }
        double[] targets = new double[subject.network().outputs()];
        Arrays.fill(targets, subject.plan().loss().targets() == Loss.Targets.SIGNS ? -1 : 0);
        targets[index] = 1;
        return targets;
    }

    /** The targets of a row of the data. */
    static double[] ofRow(Subject subject, int row) {
        return Sample.row(subject, row).batch().targets();
    }
}
