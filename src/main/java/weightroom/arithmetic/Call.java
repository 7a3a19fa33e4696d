package weightroom.arithmetic;

import java.util.Map;
import java.util.function.UnaryOperator;

/** A function of one number. */
record Call(Function function, Arithmetic body) implements Arithmetic {
    @Override
    public double value(Map<String, Double> numbers) {
        return function.value(body.value(numbers));
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        double x = body.value(numbers);
        body.slopes(numbers, outer * function.slope(x), slopes);
        slopes.computed(function.value(x), outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        return function.before() + body.written(numbers, true) + function.after();
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Call(function, body.renamed(names));
    }
}
