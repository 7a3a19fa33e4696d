package weightroom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Task;

/**
 * Targets as numbers that a loss and an output layer can work with.
 *
 * <p>Classes on one output become 0 and 1, or −1 and +1 where the loss asks for signs or the output is bounded and
 * reaches below 0 (tanh, sign, hard-tanh); on several outputs they become one-hot rows. Amounts stay exactly as they are, and are refused where
 * the loss has no meaning for them; whole labels for a loss of labels become one-hot rows.
 *
 * @param values {@code (n, c)}
 * @param task what they mean
 */
record TargetEncoding(float[][] values, Task task) {
    /**
     * @throws InvalidInput naming what does not fit and which losses would
     */
    static TargetEncoding of(Dataset dataset, Network network, Loss loss) {
        return dataset.target() instanceof Target.Labels labels
                ? ofLabels(dataset, labels, network, loss)
                : ofAmounts(dataset, (Target.Amounts) dataset.target(), network, loss);
    }

    /** {@code (rows, c)}, row by row. */
    float[] pick(int[] rows) {
        int c = values[0].length;
        float[] picked = new float[Math.multiplyExact(rows.length, c)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values[rows[i]], 0, picked, i * c, c);
        }
        return picked;
    }

    private static TargetEncoding ofLabels(Dataset dataset, Target.Labels target, Network network, Loss loss) {
        int k = target.classNames().size();
        int c = network.outputs();
        if (k < 2) {
            throw new InvalidInput("%s: every row is of class %s; expected at least two classes"
                    .formatted(dataset.name(), target.classNames()));
        }
        if (c != k && !(c == 1 && k == 2)) {
            throw new InvalidInput("%s has %d classes, the output layer has %s; expected %s"
                    .formatted(dataset.name(), k, units(c), k == 2 ? "1 or 2 units" : k + " units"));
        }
        boolean signs = loss.targets() == Loss.Targets.SIGNS;
        if (c == 1) {
            Activation.Shape shape = network.output().activation().shape();
            float low = signs || (isBounded(shape) && shape.low() < 0) ? -1f : 0f;
            Task task = new Task.Binary(low, 1f, target.classNames());
            return checked(dataset, oneHot(target.labels(), low), task, network, loss);
        }
        return checked(
                dataset,
                oneHot(target.labels(), k, signs ? -1f : 0f),
                new Task.Classes(target.classNames()),
                network,
                loss);
    }

    private static TargetEncoding ofAmounts(Dataset dataset, Target.Amounts target, Network network, Loss loss) {
        int columns = target.names().size();
        int c = network.outputs();
        if (loss.targets() == Loss.Targets.LABEL && columns == 1) {
            return ofWholeLabels(dataset, target, network, loss);
        }
        if (columns != c || loss.targets() == Loss.Targets.LABEL) {
            throw new InvalidInput("%s has %d target %s per row, the output layer has %s; expected %s"
                    .formatted(
                            dataset.name(),
                            columns,
                            columns == 1 ? "number" : "numbers",
                            units(c),
                            loss.targets() == Loss.Targets.LABEL
                                    ? "one label per row for " + loss.id()
                                    : "as many of one as of the other" + orLabels(columns, network)));
        }
        float[][] values = new float[target.count()][c];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < c; j++) {
                values[i][j] = (float) target.values()[i][j];
                if (!Float.isFinite(values[i][j])) {
                    throw new InvalidInput("%s, row %d: the target is %s; expected a number of at most %s in size"
                            .formatted(dataset.name(), i + 1, target.values()[i][j], Float.MAX_VALUE));
                }
            }
        }
        return checked(dataset, values, task(target, values, network, loss), network, loss);
    }

    private static TargetEncoding ofWholeLabels(Dataset dataset, Target.Amounts target, Network network, Loss loss) {
        int c = network.outputs();
        int[] labels = new int[target.count()];
        for (int i = 0; i < labels.length; i++) {
            double value = target.values()[i][0];
            if (value != Math.rint(value) || value < 0 || value >= c) {
                throw new InvalidInput(
                        "%s, row %d: the target is %s; %s expects a whole label from 0 to %d, one per output unit"
                                .formatted(dataset.name(), i + 1, Numbers.text(value), loss.id(), c - 1));
            }
            labels[i] = (int) value;
        }
        List<String> names = new ArrayList<>();
        for (int j = 0; j < c; j++) {
            names.add(Integer.toString(j));
        }
        return checked(dataset, oneHot(labels, c, 0f), new Task.Classes(names), network, loss);
    }

    /** What numbers mean that a file gives as targets. */
    private static Task task(Target.Amounts target, float[][] values, Network network, Loss loss) {
        Loss.Targets kind = loss.targets();
        if (values[0].length > 1) {
            float off = kind == Loss.Targets.SIGNS ? -1f : 0f;
            boolean classes = kind == Loss.Targets.DISTRIBUTION
                    || (loss.classifies() && Arrays.stream(values).allMatch(row -> isOneHot(row, off)));
            return classes ? new Task.Classes(target.names()) : new Task.Regression(target.names());
        }
        if (loss.classifies()) {
            return binary(kind == Loss.Targets.SIGNS ? -1f : 0f, 1f);
        }
        Activation.Shape shape = network.output().activation().shape();
        TreeSet<Float> distinct = new TreeSet<>();
        for (int i = 0; i < values.length && distinct.size() < 3; i++) {
            distinct.add(values[i][0]);
        }
        return isBounded(shape) && distinct.size() == 2
                ? binary(distinct.first(), distinct.last())
                : new Task.Regression(target.names());
    }

    private static boolean isBounded(Activation.Shape shape) {
        return Double.isFinite(shape.low()) && Double.isFinite(shape.high());
    }

    private static Task binary(float low, float high) {
        return new Task.Binary(low, high, List.of(Numbers.text(low), Numbers.text(high)));
    }

    /** One column: {@code low} for class 0, 1 for class 1. */
    private static float[][] oneHot(int[] labels, float low) {
        float[][] values = new float[labels.length][1];
        for (int i = 0; i < labels.length; i++) {
            values[i][0] = labels[i] == 1 ? 1f : low;
        }
        return values;
    }

    private static float[][] oneHot(int[] labels, int classes, float off) {
        float[][] values = new float[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            Arrays.fill(values[i], off);
            values[i][labels[i]] = 1f;
        }
        return values;
    }

    private static TargetEncoding checked(Dataset dataset, float[][] values, Task task, Network network, Loss loss) {
        for (int i = 0; i < values.length; i++) {
            if (!allows(loss.targets(), values[i])) {
                throw new InvalidInput("%s, row %d: the target is %s; %s expects %s. %s"
                        .formatted(
                                dataset.name(),
                                i + 1,
                                text(values[i]),
                                loss.id(),
                                loss.targets().text(),
                                advice(values, network)));
            }
        }
        return new TargetEncoding(values, task);
    }

    /** Whether a loss has a meaning for this row of targets. */
    private static boolean allows(Loss.Targets targets, float[] row) {
        boolean each = true;
        double sum = 0;
        for (float y : row) {
            sum += y;
            each &= switch (targets) {
                case REAL, ONE_HOT, LABEL -> true;
                case NONZERO -> y != 0;
                case UNIT_INTERVAL -> y >= 0 && y <= 1;
                case BITS -> y == 0 || y == 1;
                case SIGNS -> y == -1 || y == 1;
                case DISTRIBUTION -> y >= 0;
            };
        }
        return each
                && switch (targets) {
                    case ONE_HOT, LABEL -> isOneHot(row, 0f);
                    case DISTRIBUTION -> Math.abs(sum - 1) <= 1e-4;
                    default -> true;
                };
    }

    private static boolean isOneHot(float[] row, float off) {
        int ones = 0;
        int others = 0;
        for (float y : row) {
            ones += y == 1 ? 1 : 0;
            others += y == off ? 1 : 0;
        }
        return ones == 1 && ones + others == row.length;
    }

    /** Which losses take these targets at this output; there is always one, as any number has a squared error. */
    private static String advice(float[][] values, Network network) {
        List<String> fitting = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            if (loss.targets() != Loss.Targets.LABEL
                    && loss.fits(network)
                    && Arrays.stream(values).allMatch(row -> allows(loss.targets(), row))) {
                fitting.add(loss.id());
            }
        }
        return "Losses that fit these targets: %s.".formatted(String.join(", ", fitting));
    }

    /** What to say to somebody who gives labels to a loss that takes one number per output. */
    private static String orLabels(int columns, Network network) {
        List<String> fitting = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            if (loss.targets() == Loss.Targets.LABEL && loss.fits(network)) {
                fitting.add(loss.id());
            }
        }
        return columns > 1 || fitting.isEmpty() ? "" : ", or a loss that takes labels: " + String.join(", ", fitting);
    }

    private static String units(int count) {
        return count == 1 ? "1 unit" : count + " units";
    }

    private static String text(float[] row) {
        List<String> numbers = new ArrayList<>();
        for (float y : row) {
            numbers.add(Numbers.text(y));
        }
        return String.join(", ", numbers);
    }
}
