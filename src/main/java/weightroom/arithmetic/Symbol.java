package weightroom.arithmetic;

import java.util.Map;
import java.util.function.UnaryOperator;

/** A name that stands for a number. */
record Symbol(String name) implements Arithmetic {
    @Override
    public double value(Map<String, Double> numbers) {
        Double value = numbers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no number for " + name);
        }
        return value;
    }

    @Override
    public void slopes(Map<String, Double> numbers, double outer, Slopes slopes) {
        slopes.add(name, outer);
        slopes.computed(value(numbers), outer);
    }

    @Override
    public String written(Map<String, Shown> numbers, boolean first) {
        Shown shown = numbers.get(name);
        if (shown == null) {
            return name;
        }
        return shown.value() < 0 && !first ? "(" + shown.latex() + ")" : shown.latex();
    }

    @Override
    public Arithmetic renamed(UnaryOperator<String> names) {
        return new Symbol(names.apply(name));
    }
}
