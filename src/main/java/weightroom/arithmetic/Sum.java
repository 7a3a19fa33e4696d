package weightroom.arithmetic;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Terms with their signs: {@code minus.get(i)} for one that is taken away. */
record Sum(List<Arithmetic> terms, List<Boolean> minus) implements Arithmetic {
    Sum {
        terms = List.copyOf(terms);
        minus = List.copyOf(minus);
    }

    @Override
    public double value(Map<String, Double> numbers) {
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            double term = terms.get(i).value(numbers);
            sum = minus.get(i) ? sum - term : sum + term;
        }
        return sum;
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        for (int i = 0; i < terms.size(); i++) {
            terms.get(i).slopes(numbers, minus.get(i) ? -outer : outer, slopes);
        }
        slopes.computed(value(numbers), outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            boolean opens = i == 0 && !minus.get(0);
            String sign = minus.get(i) ? i == 0 ? "-" : " - " : i == 0 ? "" : " + ";
            text.append(sign).append(terms.get(i).written(numbers, opens && first));
        }
        return text.toString();
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Sum(terms.stream().map(term -> term.renamed(names)).toList(), minus);
    }
}
