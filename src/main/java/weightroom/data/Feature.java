package weightroom.data;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.InvalidInput;

/**
 * A number computed from a row's inputs, as {@code x1}, {@code x1^2}, {@code x1*x2} or {@code sin(3*x1)}.
 *
 * <p>Formulas know numbers, {@code + - * / ^} (power binds tighter than a sign before it and groups from the right, as in
 * mathematics: −x^2 = −(x²), 2^3^2 = 2^9), parentheses, the functions {@code sin cos tanh exp abs sqrt log} (log to base
 * e), and the inputs by name or as {@code x1 … xn} by place. A column whose name is no identifier can be a feature by
 * itself, spelt exactly as in the file. Nothing else can be said, so nothing in a formula is ever run.
 */
public final class Feature {
    /** Longest formula, in characters. */
    public static final int MAX_LENGTH = 200;

    /** Most features. */
    public static final int MAX_COUNT = 4_096;

    private final String formula;
    private final Expression expression;

    private Feature(String formula, Expression expression) {
        this.formula = formula;
        this.expression = expression;
    }

    /**
     * Reads a formula.
     *
     * @param inputNames names of a row's inputs, in order
     * @throws InvalidInput naming the place in the formula, counted in characters from 1, what stands there and what was
     *     expected
     */
    public static Feature parse(String formula, List<String> inputNames) {
        int whole = inputNames.indexOf(formula);
        return new Feature(
                formula, whole >= 0 ? new Expression.Input(whole) : new FormulaParser(formula, inputNames).parse());
    }

    /** Reads formulas; none stand for every input as it is. */
    static List<Feature> parseAll(List<String> formulas, List<String> inputNames) {
        if (formulas.size() > MAX_COUNT) {
            throw new InvalidInput(
                    "there are %d features; at most %d are supported".formatted(formulas.size(), MAX_COUNT));
        }
        List<Feature> features = new ArrayList<>();
        if (formulas.isEmpty()) {
            for (int i = 0; i < inputNames.size(); i++) {
                features.add(new Feature(inputNames.get(i), new Expression.Input(i)));
            }
        }
        for (String formula : formulas) {
            features.add(parse(formula, inputNames));
        }
        return features;
    }

    /** As it was written. */
    public String formula() {
        return formula;
    }

    /** The value for one row of raw inputs; NaN or infinite where the formula has no value there. */
    public double value(double[] inputs) {
        return expression.value(inputs);
    }

    /**
     * The value for every row of a data set.
     *
     * @return {@code (n)}
     * @throws InvalidInput naming the first row where it is not a finite number
     */
    public double[] evaluate(Dataset dataset) {
        double[] values = new double[dataset.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueIn(dataset, i);
        }
        return values;
    }

    /** Every feature for every row: {@code (n, features)}. */
    static double[][] evaluateAll(List<Feature> features, Dataset dataset) {
        double[][] values = new double[dataset.count()][features.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < features.size(); j++) {
                values[i][j] = features.get(j).valueIn(dataset, i);
            }
        }
        return values;
    }

    private double valueIn(Dataset dataset, int row) {
        double value = expression.value(dataset.inputs()[row]);
        if (!Double.isFinite(value)) {
            throw new InvalidInput(
                    "%s, row %d: the feature %s is %s; expected a finite number, so change the formula or the row"
                            .formatted(dataset.name(), row + 1, formula, value));
        }
        return value;
    }

    @Override
    public String toString() {
        return formula;
    }
}
