package weightroom.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.InvalidInput;

/**
 * Rows with their raw values, as read or generated, before features and scaling.
 *
 * @param name where the rows come from: the id of a source, or the name of a file
 * @param inputNames name of each input; {@code x1}, {@code x2} … where a file gives none
 * @param inputs {@code (n, in)}, finite, n and in at least 1; not to be written
 * @param target what is to be predicted, n rows
 * @param plane the part of the plane worth drawing; present exactly for two inputs
 * @param attribution who made the rows and under which licence; empty for generated and own ones
 */
public record Dataset(
        String name,
        List<String> inputNames,
        double[][] inputs,
        Target target,
        Optional<Plane> plane,
        String attribution) {
    public Dataset {
        inputNames = List.copyOf(inputNames);
        if (inputs.length == 0 || inputs.length != target.count() || inputs[0].length != inputNames.size()) {
            throw new IllegalArgumentException(
                    "%d rows of %d inputs, %d targets".formatted(inputs.length, inputNames.size(), target.count()));
        }
    }

    /** Rows without attribution; where there are two inputs, the plane is drawn around them. */
    public static Dataset of(String name, List<String> inputNames, double[][] inputs, Target target) {
        Optional<Plane> plane = inputNames.size() == 2 ? Optional.of(Plane.around(inputs)) : Optional.empty();
        return new Dataset(name, inputNames, inputs, target, plane, "");
    }

    /**
     * Rows that a person wrote out, inputs first, then the targets as numbers.
     *
     * @param name where they stand, for messages
     * @param rows {@code (n, inputs + targets)}
     * @param inputs how many numbers of each row are inputs
     * @throws InvalidInput naming the row that is shorter or longer than the first, or holds a number that is not finite
     */
    public static Dataset ofRows(String name, double[][] rows, int inputs) {
        if (rows.length == 0) {
            throw new InvalidInput(name + ": there are no rows; expected at least one");
        }
        int width = rows[0].length;
        if (inputs < 1 || inputs >= width) {
            throw new InvalidInput(
                    "%s: %d of the %d numbers in a row are inputs; expected 1 to %d, the rest are targets"
                            .formatted(name, inputs, width, width - 1));
        }
        double[][] x = new double[rows.length][inputs];
        double[][] y = new double[rows.length][width - inputs];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new InvalidInput("%s, row %d: found %d numbers; expected %d as in row 1"
                        .formatted(name, i + 1, rows[i].length, width));
            }
            for (int j = 0; j < width; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw new InvalidInput("%s, row %d, number %d: found %s; expected a finite number"
                            .formatted(name, i + 1, j + 1, rows[i][j]));
                }
            }
            System.arraycopy(rows[i], 0, x[i], 0, inputs);
            System.arraycopy(rows[i], inputs, y[i], 0, width - inputs);
        }
        return of(name, numbered("x", inputs), x, new Target.Amounts(targetNames(width - inputs), y));
    }

    /** n, the number of rows. */
    public int count() {
        return inputs.length;
    }

    /** Number of raw inputs, before features. */
    public int inputCount() {
        return inputNames.size();
    }

    /** These rows (from 0), in their order. */
    public Dataset pick(int[] rows) {
        return new Dataset(name, inputNames, pick(inputs, rows), target.pick(rows), plane, attribution);
    }

    static double[][] pick(double[][] values, int[] rows) {
        double[][] picked = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    /** {@code x1 … xn}. */
    static List<String> numbered(String letter, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(letter + i);
        }
        return names;
    }

    /** {@code y}, or {@code y1 … yn} where there are several. */
    private static List<String> targetNames(int count) {
        return count == 1 ? List.of("y") : numbered("y", count);
    }
}
