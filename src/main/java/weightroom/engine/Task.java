package weightroom.engine;

import java.util.List;

/** What the targets mean, so that outputs can be read as answers. */
public sealed interface Task {
    /** Amounts to predict, one per output. */
    record Regression(List<String> names) implements Task {
        public Regression {
            names = List.copyOf(names);
        }
    }

    /**
     * Two classes on one output.
     *
     * @param low the target that stands for the first class: 0 or −1
     * @param high the target that stands for the second class
     */
    record Binary(float low, float high, List<String> names) implements Task {
        public Binary {
            names = List.copyOf(names);
        }

        /** The output above which the second class is meant. */
        public float threshold() {
            return 0.5f * (low + high);
        }
    }

    /** One output per class, the largest wins. */
    record Classes(List<String> names) implements Task {
        public Classes {
            names = List.copyOf(names);
        }
    }

    /** Names of the classes, or of the predicted amounts. */
    List<String> names();

    /** Number of classes, 0 for a regression. */
    default int classes() {
        return this instanceof Regression ? 0 : names().size();
    }

    /** The class that a row of {@code c} numbers (outputs or targets) stands for; not for a regression. */
    default int classOf(float[] numbers, int row, int c) {
        if (this instanceof Binary binary) {
            return numbers[row] > binary.threshold() ? 1 : 0;
        }
        int best = row * c;
        for (int j = row * c + 1; j < row * c + c; j++) {
            if (numbers[j] > numbers[best]) {
                best = j;
            }
        }
        return best - row * c;
    }

    /**
     * How many of the first n rows are answered right: their outputs and their targets stand for the same class. 0 for a
     * regression.
     *
     * @param outputs {@code (n, c)}
     * @param targets {@code (n, c)}
     */
    default int right(float[] outputs, float[] targets, int n, int c) {
        int right = 0;
        for (int i = 0; i < n && !(this instanceof Regression); i++) {
            right += classOf(outputs, i, c) == classOf(targets, i, c) ? 1 : 0;
        }
        return right;
    }
}
