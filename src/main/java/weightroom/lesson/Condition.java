package weightroom.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison, such as {@code train-loss < 0.05} or {@code adam.train-loss < 0.5 * sgd.train-loss}.
 *
 * @param text as the lesson writes it
 * @param tolerance of {@link Operator#EQUAL}; 0 for exactly
 */
public record Condition(String text, Side left, Operator operator, Side right, double tolerance) {
    /** Either a number or a metric of a lane, times a factor. */
    public sealed interface Side {
        record Constant(double value) implements Side {}

        /** @param lane empty where there is but one */
        record Measured(String lane, Metric metric, double factor) implements Side {}
    }

    public enum Operator {
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">="),
        EQUAL("="),
        NOT_EQUAL("!=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As lessons write it. */
        public String symbol() {
            return symbol;
        }

        static Operator bySymbol(String symbol) {
            return Arrays.stream(values())
                    .filter(operator -> operator.symbol.equals(symbol))
                    .findFirst()
                    .orElseThrow();
        }

        static List<String> symbols() {
            return Arrays.stream(values()).map(Operator::symbol).toList();
        }
    }

    /** All metrics that it compares. */
    public List<Side.Measured> measured() {
        return Stream.of(left, right)
                .filter(Side.Measured.class::isInstance)
                .map(Side.Measured.class::cast)
                .toList();
    }

    /** Whether it holds between two values; nothing holds of NaN but {@code !=}. */
    public boolean holds(double left, double right) {
        return switch (operator) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
            case EQUAL -> Math.abs(left - right) <= tolerance;
            case NOT_EQUAL -> left != right;
        };
    }
}
