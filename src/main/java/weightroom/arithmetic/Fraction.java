package weightroom.arithmetic;

import java.util.Map;
import java.util.function.UnaryOperator;

/** One divided by the other. */
record Fraction(Arithmetic above, Arithmetic below) implements Arithmetic {
    @Override
    public double value(Map<String, Double> numbers) {
        return above.value(numbers) / below.value(numbers);
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        double bottom = below.value(numbers);
        double value = above.value(numbers) / bottom;
        above.slopes(numbers, outer / bottom, slopes);
        below.slopes(numbers, -outer * value / bottom, slopes);
        slopes.computed(value, outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        return "\\frac{" + above.written(numbers, true) + "}{" + below.written(numbers, true) + "}";
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Fraction(above.renamed(names), below.renamed(names));
    }
}
