package weightroom.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Nearest;
import weightroom.lesson.Condition.Operator;
import weightroom.lesson.Condition.Side;
import weightroom.lesson.Metric.Kind;

/** Reads conditions such as {@code adam.train-loss < 0.5 * sgd.train-loss}. */
final class ConditionParser {
    private static final String FORM = "METRIC OPERATOR NUMBER, such as train-loss < 0.05";
    private static final int MOST_INDEX = 9_999_999;

    private final List<String> lanes;

    /** @param lanes names that must stand before metrics; none where there is but one run */
    ConditionParser(List<String> lanes) {
        this.lanes = lanes;
    }

    /** @throws InvalidInput saying what was found and what was expected */
    Condition condition(String text) {
        int at = operatorAt(text);
        if (at < 0) {
            throw fault(text, "has no operator; expected " + FORM);
        }
        String symbol = symbolAt(text, at);
        String rest = text.substring(at + symbol.length());
        if (operatorAt(rest) >= 0) {
            throw fault(text, "has more than one operator; expected " + FORM);
        }
        Operator operator = Operator.bySymbol(symbol);
        String[] right = rest.split("±|\\+/?-", -1);
        if (right.length > 2 || right.length == 2 && operator != Operator.EQUAL) {
            throw fault(text, "has a ± where none belongs; expected it once, after = and a number");
        }
        double tolerance = right.length == 2 ? tolerance(text, right[1]) : 0;
        Side left = side(text, text.substring(0, at));
        Side other = side(text, right[0]);
        if (left instanceof Side.Constant && other instanceof Side.Constant) {
            throw fault(text, "compares two numbers; expected " + FORM);
        }
        return new Condition(text.strip(), left, operator, other, tolerance);
    }

    /** @throws InvalidInput as {@link #condition} */
    Metric metric(String text) {
        return measured(text, text, 1).metric();
    }

    private static int operatorAt(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("<>=!".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String symbolAt(String text, int at) {
        int end = at + 1;
        while (end < text.length() && "<>=!".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String symbol = text.substring(at, end);
        if (!Operator.symbols().contains(symbol)) {
            throw fault(
                    text,
                    "has the operator \"%s\"; expected one of: %s"
                            .formatted(symbol, String.join(", ", Operator.symbols())));
        }
        return symbol;
    }

    private static double tolerance(String text, String tolerance) {
        return number(tolerance)
                .filter(amount -> amount >= 0)
                .orElseThrow(() -> fault(text, "has ± \"%s\"; expected a number of at least 0".formatted(tolerance)));
    }

    private Side side(String text, String side) {
        if (side.isBlank()) {
            throw fault(text, "has nothing on one side; expected " + FORM);
        }
        Optional<Double> constant = number(side);
        if (constant.isPresent()) {
            return new Side.Constant(constant.get());
        }
        String[] factors = side.split("\\*", -1);
        if (factors.length == 1) {
            return measured(text, side, 1);
        }
        Optional<Double> first = number(factors[0]);
        Optional<Double> second = number(factors[1]);
        if (factors.length > 2 || first.isPresent() == second.isPresent()) {
            throw fault(text, "has \"%s\"; expected a number times a metric".formatted(side.strip()));
        }
        return measured(text, factors[first.isPresent() ? 1 : 0], first.orElseGet(second::orElseThrow));
    }

    private Side.Measured measured(String text, String words, double factor) {
        String[] parts = words.strip().split("\\s+", 2);
        int dot = parts[0].indexOf('.');
        String lane = dot < 0 ? "" : parts[0].substring(0, dot);
        if (!lane.isEmpty() && !lanes.contains(lane) || lane.isEmpty() && !lanes.isEmpty()) {
            throw fault(text, laneFault(lane, parts[0]));
        }
        String id = parts[0].substring(dot + 1);
        Kind kind = Kind.byId(id)
                .orElseThrow(() -> fault(
                        text,
                        "has \"%s\", which is no metric; %sexpected one of: %s"
                                .formatted(id, Nearest.suggestion(id, Kind.ids()), String.join(", ", Kind.ids()))));
        return new Side.Measured(lane, place(text, kind, parts.length > 1 ? parts[1].strip() : ""), factor);
    }

    private String laneFault(String lane, String word) {
        if (lanes.isEmpty()) {
            return "has the lane \"%s\", but there are no lanes here; expected the metric alone".formatted(lane);
        }
        return lane.isEmpty()
                ? "has \"%s\" without a lane; expected LANE.METRIC with one of: %s"
                        .formatted(word, String.join(", ", lanes))
                : "has the lane \"%s\"; %sexpected one of: %s"
                        .formatted(lane, Nearest.suggestion(lane, lanes), String.join(", ", lanes));
    }

    private static Metric place(String text, Kind kind, String at) {
        InvalidInput wrong = fault(
                text,
                kind.place() == Metric.Place.NOWHERE
                        ? "has \"%s\" after %s; expected nothing there".formatted(at, kind.id())
                        : "has \"%s\" after %s; expected %s"
                                .formatted(at, kind.id(), kind.place().form()));
        if (kind.place() == Metric.Place.NOWHERE) {
            if (!at.isEmpty()) {
                throw wrong;
            }
            return Metric.of(kind);
        }
        if (kind.place() == Metric.Place.LEVEL) {
            return new Metric(kind, List.of(), number(at).orElseThrow(() -> wrong));
        }
        String[] steps = at.split("/", -1);
        int least =
                switch (kind.place()) {
                    case OUTPUT, LAYER -> 1;
                    default -> 3;
                };
        int most = kind.place() == Metric.Place.OUTPUT ? 2 : least;
        boolean bias = kind.place() == Metric.Place.LINK && steps[steps.length - 1].equals("b");
        if (steps.length < least || steps.length > most) {
            throw wrong;
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            boolean isBias = bias && i == steps.length - 1;
            if (!isBias && !(steps[i].matches("[0-9]{1,7}") && Integer.parseInt(steps[i]) <= MOST_INDEX)) {
                throw wrong;
            }
            numbers.add(isBias ? Metric.BIAS : Integer.parseInt(steps[i]));
        }
        return new Metric(kind, numbers, Double.NaN);
    }

    private static Optional<Double> number(String text) {
        String plain = text.strip();
        return plain.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? Optional.of(Double.parseDouble(plain))
                : Optional.empty();
    }

    private static InvalidInput fault(String text, String problem) {
        return new InvalidInput("\"%s\" %s".formatted(text.strip(), problem));
    }
}
