package weightroom.ui.charts;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.run.Grid;
import weightroom.run.Snapshot;
import weightroom.run.Snapshot.Answers;
import weightroom.ui.kit.Messages;

/**
 * The picture of a network with one input and one output: the target stands upwards, and the field is how far a place lies
 * above the prediction, so that its line at 0 is the curve that the network has learned.
 */
final class OneInput {
    private static final double MARGIN = 0.15;

    private OneInput() {}

    static boolean fits(Setup setup) {
        return setup.rows().dataset().inputCount() == 1
                && setup.plan().network().outputs() == 1;
    }

    /** How far each place lies above the prediction. */
    static Field field(Setup setup, Snapshot.Field outputs) {
        Grid grid = outputs.grid();
        double[] range = range(setup);
        float[] values = new float[grid.points()];
        for (int row = 0; row < grid.rows(); row++) {
            double y = range[0] + (row + 0.5) * (range[1] - range[0]) / grid.rows();
            for (int column = 0; column < grid.columns(); column++) {
                values[row * grid.columns() + column] = (float) (y - outputs.values()[column]);
            }
        }
        return new Field(grid.columns(), grid.rows(), grid.x1Low(), grid.x1High(), range[0], range[1], values);
    }

    static DecisionPlot.Scale scale(Setup setup) {
        double[] range = range(setup);
        double reach = (range[1] - range[0]) / 2;
        String name = Messages.text("one.residual", target(setup));
        return new DecisionPlot.Scale(name, -reach, reach, 0, List.of());
    }

    /** What stands upwards. */
    static String target(Setup setup) {
        return setup.task().classes() == 0 ? setup.task().names().get(0) : Messages.text("one.target");
    }

    /** The rows at their inputs and targets, coloured by the side of the curve that they lie on. */
    static DecisionPlot.Points points(Setup setup, Optional<Answers> answers, boolean tests) {
        Split split = setup.rows().split();
        int trains = split.train().count();
        int count = trains + (tests ? split.test().count() : 0);
        DecisionPlot.Points points = new DecisionPlot.Points(
                new float[count], new float[count], new float[count], new boolean[count], new boolean[count]);
        for (int i = 0; i < count; i++) {
            boolean test = i >= trains;
            int at = test ? i - trains : i;
            Rows rows = test ? split.test() : split.train();
            int[] raw =
                    test ? setup.rows().parts().test() : setup.rows().parts().train();
            float[] outputs = answers.map(test ? Answers::test : Answers::train).orElse(new float[0]);
            points.xs()[i] = (float) setup.rows().dataset().inputs()[raw[at]][0];
            points.ys()[i] = rows.targets()[at];
            points.targets()[i] = at < outputs.length ? rows.targets()[at] - outputs[at] : 0;
            points.test()[i] = test;
        }
        return points;
    }

    /** From a little below the least target to a little above the greatest. */
    private static double[] range(Setup setup) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float target : setup.rows().split().train().targets()) {
            low = Math.min(low, target);
            high = Math.max(high, target);
        }
        double room = high > low ? MARGIN * (high - low) : 1;
        return new double[] {low - room, high + room};
    }
}
