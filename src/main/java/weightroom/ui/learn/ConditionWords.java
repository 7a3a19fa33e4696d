package weightroom.ui.learn;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import weightroom.lesson.Condition;
import weightroom.lesson.Condition.Operator;
import weightroom.lesson.Condition.Side;
import weightroom.lesson.Metric;
import weightroom.ui.kit.Messages;

/** A condition as a student reads it: "training loss below 0.05" for {@code train-loss < 0.05}. */
final class ConditionWords {
    private ConditionWords() {}

    static String of(Condition condition) {
        String left = side(condition.left());
        String right = side(condition.right());
        if (condition.operator() == Operator.EQUAL && condition.tolerance() > 0) {
            return Messages.text("learn.is.about", left, right, amount(condition.tolerance()));
        }
        String operator = condition.operator().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Messages.text("learn.is." + operator, left, right);
    }

    private static String side(Side side) {
        return side instanceof Side.Measured measured ? measured(measured) : amount(((Side.Constant) side).value());
    }

    private static String measured(Side.Measured measured) {
        String metric = metric(measured.metric());
        return measured.factor() == 1 ? metric : Messages.text("learn.is.times", amount(measured.factor()), metric);
    }

    private static String metric(Metric metric) {
        String key = "learn.metric." + metric.kind().id();
        return switch (metric.kind().place()) {
            case NOWHERE -> Messages.text(key);
            case LEVEL -> Messages.text(key, amount(metric.level()));
            case OUTPUT, UNIT, LINK, LAYER -> Messages.text(key, place(metric.at()));
        };
    }

    /** From 1, as people count; {@code b} for the bias. */
    private static String place(List<Integer> at) {
        return String.join(
                "/",
                at.stream()
                        .map(i -> i == Metric.BIAS ? "b" : Integer.toString(i + 1))
                        .toList());
    }

    /** Every digit that the lesson gave, and none beyond. */
    private static String amount(double value) {
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return text.replace('-', '\u2212');
    }
}
