package weightroom.arithmetic;

import java.util.Map;
import java.util.function.UnaryOperator;

/** A base raised to an exponent. */
record Power(Arithmetic base, Arithmetic exponent) implements Arithmetic {
    @Override
    public double value(Map<String, Double> numbers) {
        return Math.pow(base.value(numbers), exponent.value(numbers));
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        double x = base.value(numbers);
        double n = exponent.value(numbers);
        double value = Math.pow(x, n);
        base.slopes(numbers, outer * n * Math.pow(x, n - 1), slopes);
        if (x > 0) {
            exponent.slopes(numbers, outer * value * Math.log(x), slopes);
        }
        slopes.computed(value, outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        String below = base.written(numbers, true);
        boolean open = !(base instanceof Brackets)
                && (below.startsWith("-") || below.contains("^") || below.startsWith("\\frac"));
        return (open ? "(" + below + ")" : below) + "^{" + exponent.written(numbers, true) + "}";
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Power(base.renamed(names), exponent.renamed(names));
    }
}
