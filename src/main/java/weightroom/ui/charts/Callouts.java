package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Rows;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Numbers;
import weightroom.run.Slice;
import weightroom.run.Snapshot.Answers;
import weightroom.ui.kit.Messages;

/** Says of each of a few training rows what it is and what the network answers. */
final class Callouts {
    private static final int FEW = 8;

    private Callouts() {}

    /** One for each training row; none where there are many, several outputs, or more inputs than the plane has. */
    static List<DecisionPlot.Callout> of(Setup setup, Optional<Answers> answers, Slice slice) {
        Rows rows = setup.rows().split().train();
        boolean one = setup.plan().network().outputs() == 1;
        boolean plane = setup.rows().dataset().inputCount() == 2;
        if (answers.isEmpty() || rows.count() > FEW || !one || !plane) {
            return List.of();
        }
        List<DecisionPlot.Callout> callouts = new ArrayList<>();
        int[] train = setup.rows().parts().train();
        for (int i = 0; i < rows.count(); i++) {
            double[] inputs = setup.rows().dataset().inputs()[train[i]];
            String about = Messages.text(
                    "boundary.row",
                    Numbers.significant(inputs[slice.axis1()], 3),
                    Numbers.significant(inputs[slice.axis2()], 3),
                    Numbers.significant(rows.targets()[i], 3));
            callouts.add(new DecisionPlot.Callout(
                    i, about, Numbers.fixed(answers.get().train()[i], 3)));
        }
        return callouts;
    }
}
