package weightroom.arithmetic;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The product over a whole number that goes from 1 up to another. */
record RepeatedProduct(String index, Arithmetic end, Arithmetic body) implements Arithmetic {
    /** Products of numbers below 1 are nothing long before. */
    private static final double NOTHING = 1e-300;

    @Override
    public double value(Map<String, Double> numbers) {
        Map<String, Double> inside = new HashMap<>(numbers);
        double product = 1;
        double last = end.value(numbers);
        for (int i = 1; i <= last && Math.abs(product) > NOTHING; i++) {
            inside.put(index, (double) i);
            product *= body.value(inside);
        }
        return product;
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        Map<String, Double> inside = new HashMap<>(numbers);
        double product = value(numbers);
        double last = end.value(numbers);
        for (int i = 1; i <= last && product != 0; i++) {
            inside.put(index, (double) i);
            body.slopes(inside, outer * product / body.value(inside), slopes);
        }
        slopes.computed(product, outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        return "\\prod_{%s=1}^{%s} %s".formatted(index, end.written(numbers, true), body.written(numbers, false));
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new RepeatedProduct(
                index, end.renamed(names), body.renamed(name -> name.equals(index) ? name : names.apply(name)));
    }
}
