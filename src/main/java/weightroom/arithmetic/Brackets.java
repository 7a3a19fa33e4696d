package weightroom.arithmetic;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is worked out first.
 *
 * @param left the bracket as LaTeX has it, likewise {@code right}
 */
record Brackets(String left, Arithmetic body, String right) implements Arithmetic {
    @Override
    public double value(Map<String, Double> numbers) {
        return body.value(numbers);
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        body.slopes(numbers, outer, slopes);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        return left + body.written(numbers, true) + right;
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Brackets(left, body.renamed(names), right);
    }
}
