package weightroom.ui.charts;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Metrics;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.run.Snapshot.Answers;
import weightroom.ui.kit.Messages;

/** The rows of a run as points of the plane, and its outputs as a scale of colours. */
public final class Points {
    private Points() {}

    /**
     * The training and the test rows.
     *
     * @param answers what the network says to them, where it was asked
     */
    static DecisionPlot.Points of(Setup setup, Optional<Answers> answers) {
        int[] train = setup.rows().parts().train();
        int[] test = setup.rows().parts().test();
        int count = train.length + test.length;
        float[] xs = new float[count];
        float[] ys = new float[count];
        float[] targets = new float[count];
        boolean[] isTest = new boolean[count];
        boolean[] wrong = new boolean[count];
        for (int i = 0; i < count; i++) {
            isTest[i] = i >= train.length;
            int at = isTest[i] ? i - train.length : i;
            double[] inputs = setup.rows().dataset().inputs()[isTest[i] ? test[at] : train[at]];
            Rows rows = isTest[i]
                    ? setup.rows().split().test()
                    : setup.rows().split().train();
            xs[i] = (float) inputs[0];
            ys[i] = (float) inputs[1];
            targets[i] = target(setup.task(), rows, at);
            float[] outputs =
                    answers.map(isTest[i] ? Answers::test : Answers::train).orElse(new float[0]);
            wrong[i] = outputs.length > 0 && isWrong(setup.task(), rows, outputs, at);
        }
        return new DecisionPlot.Points(xs, ys, targets, isTest, wrong);
    }

    /** The colours of the outputs: from class to class, or from the least to the greatest amount. */
    static DecisionPlot.Scale scale(Setup setup) {
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

    /** Share of rows that are right: of the test rows where there are any, else of the training rows. */
    static double accuracy(Setup setup, Answers answers) {
        return metric(setup, answers, "accuracy");
    }

    /** Root of the mean squared error, of the same rows as {@link #accuracy}. */
    static double rootMeanSquare(Setup setup, Answers answers) {
        return metric(setup, answers, "rmse");
    }

    /** A name with its number set low: x₁ for x1. */
    static String subscript(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(i > 0 && c >= '0' && c <= '9' ? (char) ('₀' + (c - '0')) : c);
        }
        return text.toString();
    }

    private static double metric(Setup setup, Answers answers, String name) {
        boolean test = !setup.rows().split().test().isEmpty();
        Rows rows = test ? setup.rows().split().test() : setup.rows().split().train();
        float[] outputs = test ? answers.test() : answers.train();
        Double value = Metrics.of(setup.task(), rows, outputs).values().get(name);
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
