package weightroom.arithmetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula that one can work out: read from LaTeX, it gives its value, and writes itself with numbers in the place of its
 * symbols. So what is shown to a reader is what is computed.
 */
public sealed interface Arithmetic {
    /**
     * Reads a formula. What is understood stands at {@link ArithmeticParser}.
     *
     * @throws IllegalArgumentException naming what is not known, and where
     */
    static Arithmetic parse(String latex) {
        return ArithmeticParser.parse(latex);
    }

    /**
     * The value with these numbers for its symbols.
     *
     * @throws IllegalArgumentException naming a symbol that has none
     */
    double value(Map<String, Double> numbers);

    /** In LaTeX with numbers put in; a symbol without one stays. */
    default String written(Map<String, Shown> numbers) {
        return written(numbers, true);
    }

    /**
     * In LaTeX with numbers put in.
     *
     * @param first whether nothing stands before it in the same brackets, so that a minus needs none of its own
     */
    String written(Map<String, Shown> numbers, boolean first);

    /** A number that stands in the formula. */
    record Literal(String text) implements Arithmetic {
        @Override
        public double value(Map<String, Double> numbers) {
            return Double.parseDouble(text);
        }

        @Override
        public String written(Map<String, Shown> numbers, boolean first) {
            return text;
        }
    }

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
        public String written(Map<String, Shown> numbers, boolean first) {
            Shown shown = numbers.get(name);
            if (shown == null) {
                return name;
            }
            return shown.value() < 0 && !first ? "(" + shown.latex() + ")" : shown.latex();
        }
    }

    /** Terms with their signs: {@code minus.get(i)} for one that is taken away. */
    record Sum(List<Arithmetic> terms, List<Boolean> minus) implements Arithmetic {
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
        public String written(Map<String, Shown> numbers, boolean first) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < terms.size(); i++) {
                boolean opens = i == 0 && !minus.get(0);
                text.append(minus.get(i) ? " - " : i == 0 ? "" : " + ")
                        .append(terms.get(i).written(numbers, opens && first));
            }
            return text.toString().strip();
        }
    }

    /** What is multiplied. */
    record Product(List<Arithmetic> factors) implements Arithmetic {
        @Override
        public double value(Map<String, Double> numbers) {
            double product = 1;
            for (Arithmetic factor : factors) {
                product *= factor.value(numbers);
            }
            return product;
        }

        @Override
        public String written(Map<String, Shown> numbers, boolean first) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < factors.size(); i++) {
                texts.add(factors.get(i).written(numbers, first && i == 0));
            }
            return String.join(" \\cdot ", texts);
        }
    }

    /** One divided by the other. */
    record Fraction(Arithmetic above, Arithmetic below) implements Arithmetic {
        @Override
        public double value(Map<String, Double> numbers) {
            return above.value(numbers) / below.value(numbers);
        }

        @Override
        public String written(Map<String, Shown> numbers, boolean first) {
            return "\\frac{" + above.written(numbers, true) + "}{" + below.written(numbers, true) + "}";
        }
    }

    /** A base raised to an exponent. */
    record Power(Arithmetic base, Arithmetic exponent) implements Arithmetic {
        @Override
        public double value(Map<String, Double> numbers) {
            return Math.pow(base.value(numbers), exponent.value(numbers));
        }

        @Override
        public String written(Map<String, Shown> numbers, boolean first) {
            String below = base.written(numbers, true);
            boolean open = !(base instanceof Brackets) && (below.startsWith("-") || below.contains("10^"));
            return (open ? "(" + below + ")" : below) + "^{" + exponent.written(numbers, true) + "}";
        }
    }

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
        public String written(Map<String, Shown> numbers, boolean first) {
            return left + body.written(numbers, true) + right;
        }
    }

    /** A function of one number. */
    record Call(Function function, Arithmetic body) implements Arithmetic {
        @Override
        public double value(Map<String, Double> numbers) {
            double x = body.value(numbers);
            return switch (function) {
                case ROOT -> Math.sqrt(x);
                case EXP -> Math.exp(x);
                case SIGN -> Math.signum(x);
            };
        }

        @Override
        public String written(Map<String, Shown> numbers, boolean first) {
            String inside = body.written(numbers, true);
            return function == Function.ROOT ? "\\sqrt{" + inside + "}" : function.latex + inside;
        }
    }

    /** Functions that can be called. */
    enum Function {
        ROOT("\\sqrt"),
        EXP("\\exp"),
        SIGN("\\operatorname{sign}");

        private final String latex;

        Function(String latex) {
            this.latex = latex;
        }
    }

    /** The product over a whole number that goes from 1 up to another. */
    record Repeated(String index, Arithmetic end, Arithmetic body) implements Arithmetic {
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
        public String written(Map<String, Shown> numbers, boolean first) {
            return "\\prod_{%s=1}^{%s} %s".formatted(index, end.written(numbers, true), body.written(numbers, false));
        }
    }
}
