package weightroom.ui.charts;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Metrics;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.run.Slice;
import weightroom.run.Snapshot.Answers;
import weightroom.ui.kit.Messages;

/** The rows of a run as points of the plane, and its outputs as a scale of colours. */
public final class Points {
    private Points() {}

    /**
     * The training rows and, where wanted, the test rows after them.
     *
     * @param answers what the network says to them, where it was asked
     * @param slice the plane they are seen in
     */
    public static DecisionPlot.Points of(Setup setup, Optional<Answers> answers, Slice slice, boolean tests) {
        int[] train = setup.rows().parts().train();
        int[] test = tests ? setup.rows().parts().test() : new int[0];
        int count = train.length + test.length;
        DecisionPlot.Points points = new DecisionPlot.Points(
                new float[count], new float[count], new float[count], new boolean[count], new boolean[count]);
        for (int i = 0; i < count; i++) {
            boolean isTest = i >= train.length;
            int at = isTest ? i - train.length : i;
            double[] inputs = setup.rows().dataset().inputs()[isTest ? test[at] : train[at]];
            Rows rows =
                    isTest ? setup.rows().split().test() : setup.rows().split().train();
            points.xs()[i] = (float) inputs[slice.axis1()];
            points.ys()[i] = (float) inputs[slice.axis2()];
            points.targets()[i] = target(setup.task(), rows, at);
            points.test()[i] = isTest;
            float[] outputs =
                    answers.map(isTest ? Answers::test : Answers::train).orElse(new float[0]);
            points.wrong()[i] = outputs.length > 0 && isWrong(setup.task(), rows, outputs, at);
        }
        return points;
    }

    /** The colours of the outputs: from class to class, or from the least to the greatest amount. */
    public static DecisionPlot.Scale scale(Setup setup) {
        Task task = setup.task();
        if (task instanceof Task.Classes classes) {
            return new DecisionPlot.Scale(Messages.text("output"), 0, 1, Double.NaN, classes.names());
        }
        if (task instanceof Task.Binary binary) {
            boolean probability = setup.plan().network().output().activation() == Activation.SIGMOID;
            String second = binary.names().get(1);
            String name = probability ? Messages.text("output.probability", second) : Messages.text("output");
            return new DecisionPlot.Scale(name, binary.low(), binary.high(), binary.threshold(), List.of());
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float target : setup.rows().split().train().targets()) {
            low = Math.min(low, target);
            high = Math.max(high, target);
        }
        return new DecisionPlot.Scale(task.names().get(0), low, high > low ? high : low + 1, Double.NaN, List.of());
    }

    /** Root of the mean squared error: of the test rows where there are any, else of the training rows. */
    static double rootMeanSquare(Setup setup, Answers answers) {
        boolean test = !setup.rows().split().test().isEmpty();
        Rows rows = test ? setup.rows().split().test() : setup.rows().split().train();
        float[] outputs = test ? answers.test() : answers.train();
        Double value = Metrics.of(setup.task(), rows, outputs).values().get("rmse");
        return value == null ? Double.NaN : value;
    }

    private static float target(Task task, Rows rows, int row) {
        int c = rows.targets().length / rows.count();
        return task instanceof Task.Classes ? task.classOf(rows.targets(), row, c) : rows.targets()[row * c];
    }

    private static boolean isWrong(Task task, Rows rows, float[] outputs, int row) {
        int c = rows.targets().length / rows.count();
        return !(task instanceof Task.Regression)
                && task.classOf(rows.targets(), row, c) != task.classOf(outputs, row, c);
    }
}
