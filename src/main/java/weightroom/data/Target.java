package weightroom.data;

import java.util.List;

/** What is to be predicted from a row's inputs. */
public sealed interface Target {
    /**
     * One class per row.
     *
     * @param classNames names of the classes in order; at least one
     * @param labels {@code (n)}, each 0 … classes−1
     */
    record Labels(List<String> classNames, int[] labels) implements Target {
        public Labels {
            classNames = List.copyOf(classNames);
        }

        @Override
        public int count() {
            return labels.length;
        }

        @Override
        public String text(int row) {
            return classNames.get(labels[row]);
        }

        @Override
        public Labels pick(int[] rows) {
            int[] picked = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                picked[i] = labels[rows[i]];
            }
            return new Labels(classNames, picked);
        }
    }

    /**
     * Numbers per row: amounts, or classes that a file spells as numbers.
     *
     * @param names name of each column
     * @param values {@code (n, columns)}, finite
     */
    record Amounts(List<String> names, double[][] values) implements Target {
        public Amounts {
            names = List.copyOf(names);
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public String text(int row) {
            StringBuilder text = new StringBuilder();
            for (double value : values[row]) {
                text.append(text.isEmpty() ? "" : ", ").append(Numbers.text(value));
            }
            return text.toString();
        }

        @Override
        public Amounts pick(int[] rows) {
            return new Amounts(names, Dataset.pick(values, rows));
        }
    }

    /** n, the number of rows. */
    int count();

    /** The target of one row (from 0) as a person reads it. */
    String text(int row);

    /** The target of these rows (from 0), in their order. */
    Target pick(int[] rows);
}
