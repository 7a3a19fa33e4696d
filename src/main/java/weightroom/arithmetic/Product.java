package weightroom.arithmetic;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is multiplied. */
record Product(List<Arithmetic> factors) implements Arithmetic {
    Product {
        factors = List.copyOf(factors);
    }

    @Override
    public double value(Map<String, Double> numbers) {
        double product = 1;
        for (Arithmetic factor : factors) {
            product *= factor.value(numbers);
        }
        return product;
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        double[] after = new double[factors.size() + 1];
        after[factors.size()] = 1;
        for (int i = factors.size() - 1; i >= 0; i--) {
            after[i] = after[i + 1] * factors.get(i).value(numbers);
        }
        double before = outer;
        for (int i = 0; i < factors.size(); i++) {
            factors.get(i).slopes(numbers, before * after[i + 1], slopes);
            before *= factors.get(i).value(numbers);
        }
        slopes.computed(after[0], outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            String factor = factors.get(i).written(numbers, first && i == 0);
            boolean apart = !numbers.isEmpty() || Character.isDigit(factor.charAt(0));
            text.append(i == 0 ? "" : apart ? " \\cdot " : " ").append(factor);
        }
        return text.toString();
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Product(factors.stream().map(factor -> factor.renamed(names)).toList());
    }
}
