package weightroom.ui.explain;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weightroom.data.Dataset;
import weightroom.data.Prepared;
import weightroom.data.Target;
import weightroom.engine.Task;
import weightroom.explain.Pass;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/** What goes through the network, in a line. */
final class SampleWords {
    private static final int DIGITS = 3;
    /** So many inputs are written out; more are named by their row alone. */
    private static final int MOST_INPUTS = 4;

    private SampleWords() {}

    /**
     * What the button says that chooses the sample.
     *
     * @param s which row of a batch is looked at
     */
    static String of(Pass pass, int s) {
        Sample sample = pass.sample();
        String one = sample.rows()[s] == Sample.TYPED
                ? Messages.text(
                        "explain.sample",
                        inputs(sample.raw()[s]),
                        targets(pass.subject(), sample.batch().targets()))
                : row(pass.subject(), sample.rows()[s]);
        return sample.kind() == Sample.Kind.BATCH ? Messages.text("explain.sample.batch", sample.n(), s + 1, one) : one;
    }

    /** A row of the data: {@code x = (0.60, −0.80), target y = 1}. */
    static String row(Subject subject, int row) {
        Dataset data = subject.setup().rows().dataset();
        String target = data.target() instanceof Target.Amounts amounts
                ? numbers(amounts.values()[row])
                : data.target().text(row).replace('-', '−');
        return data.inputCount() > MOST_INPUTS
                ? Messages.text("explain.sample.row", row + 1, target)
                : Messages.text("explain.sample", inputs(data.inputs()[row]), target);
    }

    /** Which part of the data a row belongs to. */
    static String part(Prepared data, int row) {
        return Messages.text("part." + kind(data, row));
    }

    /** The same as part of a key: {@code train}, {@code test} or {@code validation}. */
    static String kind(Prepared data, int row) {
        if (Arrays.binarySearch(data.parts().train(), row) >= 0) {
            return "train";
        }
        return Arrays.binarySearch(data.parts().test(), row) >= 0 ? "test" : "validation";
    }

    private static String inputs(double[] raw) {
        String list = numbers(Arrays.copyOf(raw, Math.min(raw.length, MOST_INPUTS)));
        return raw.length > MOST_INPUTS ? list + ", …" : list;
    }

    /** Targets of a point of one's own: the name of the class, or the numbers. */
    private static String targets(Subject subject, double[] targets) {
        Task task = subject.setup().task();
        if (task.classes() > 0) {
            float[] numbers = new float[targets.length];
            IntStream.range(0, targets.length).forEach(i -> numbers[i] = (float) targets[i]);
            return task.names().get(task.classOf(numbers, 0, numbers.length));
        }
        return numbers(targets);
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Numbers.significant(value, DIGITS))
                .collect(Collectors.joining(", "));
    }
}
