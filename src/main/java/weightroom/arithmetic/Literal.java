package weightroom.arithmetic;

import java.util.Map;
import java.util.function.UnaryOperator;

/** A number that stands in the formula. */
record Literal(String text, double number) implements Arithmetic {
    Literal(String text) {
        this(text, Double.parseDouble(text));
    }

    @Override
    public double value(Map<String, Double> numbers) {
        return number;
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        if (number != Math.rint(number)) {
            slopes.computed(number, outer);
        }
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        return text;
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return this;
    }
}
