package weightroom.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weightroom.engine.Optimizer;
import weightroom.engine.WrittenRule;
import weightroom.engine.WrittenRule.Part;

/**
 * One step of a ball worked out as on paper: the optimizer's {@link WrittenRule} with the numbers put in, for both
 * coordinates. Every number is rounded so that working a line out with the numbers as they stand there gives the number on
 * its left as it stands there, to the last digit or one off.
 *
 * @param step the step that is made, from 1
 */
public record Algebra(int step, List<Line> lines) {
    /** Of numbers, unless fewer can be told. */
    private static final int DIGITS = 6;

    public Algebra {
        lines = List.copyOf(lines);
    }

    /** A line for both coordinates. */
    public record Line(Part part, Reckoning x, Reckoning y) {}

    /**
     * One line of one coordinate, in LaTeX.
     *
     * @param symbol what is worked out
     * @param formula how
     * @param numbers the formula with numbers
     * @param result the number
     * @param value the number without rounding
     */
    public record Reckoning(String symbol, String formula, String numbers, String result, double value) {}

    /** The step that a ball makes from a moment on a surface. */
    public static Algebra of(Surface surface, Ball ball, Moment now) {
        Formulas formulas = surface.formulas();
        List<Reckoning> x = new Paper(ball, now.step() + 1, now.x()).reckon(formulas, formulas.slopeX(), now);
        List<Reckoning> y = new Paper(ball, now.step() + 1, now.y()).reckon(formulas, formulas.slopeY(), now);
        List<Line> lines = new ArrayList<>();
        List<WrittenRule.Line> rule = ball.optimizer().written().lines();
        for (int i = 0; i < x.size(); i++) {
            lines.add(new Line(i == 0 ? Part.GRADIENT : rule.get(i - 1).part(), x.get(i), y.get(i)));
        }
        return new Algebra(now.step() + 1, lines);
    }

    /** The numbers of one coordinate: as they are, and as they are written. */
    private static final class Paper {
        private final WrittenRule rule;
        private final Map<String, Double> exact = new HashMap<>();
        private final Map<String, Shown> shown = new HashMap<>();

        Paper(Ball ball, int step, Moment.Axis axis) {
            Optimizer optimizer = ball.optimizer();
            rule = optimizer.written();
            give("\\eta", ball.rate());
            give("t", step);
            for (int i = 0; i < rule.knobs().size(); i++) {
                give(rule.knobs().get(i), ball.knobs().get(i));
            }
            double[] slots = axis.slotArray();
            for (int i = 0; i < rule.slots().size(); i++) {
                round(rule.slots().get(i), slots[i]);
            }
            round("\\theta", axis.theta());
        }

        List<Reckoning> reckon(Formulas formulas, String slope, Moment now) {
            List<Reckoning> reckoned = new ArrayList<>();
            round(formulas.x(), now.x().theta());
            round(formulas.y(), now.y().theta());
            reckoned.add(reckon("g", slope));
            for (WrittenRule.Line line : rule.lines()) {
                reckoned.add(reckon(line.symbol(), line.formula()));
            }
            return reckoned;
        }

        private Reckoning reckon(String symbol, String formula) {
            Arithmetic arithmetic = ArithmeticParser.parse(formula);
            double value = arithmetic.value(exact);
            Map<String, Double> asShown = new HashMap<>();
            shown.forEach((name, number) -> asShown.put(name, number.value()));
            String numbers = arithmetic.written(shown, true);
            Shown result = agreeing(value, arithmetic.value(asShown));
            exact.put(symbol, value);
            shown.put(symbol, result);
            return new Reckoning(symbol, formula, numbers, result.latex(), value);
        }

        /** A number that is what the user chose, or a count. */
        private void give(String symbol, double value) {
            exact.put(symbol, value);
            shown.put(symbol, Shown.exact(value));
        }

        private void round(String symbol, double value) {
            exact.put(symbol, value);
            shown.put(symbol, Shown.significant(value, DIGITS));
        }

        /** The value with as many digits as agree, up to one in the last place, with what the shown numbers give. */
        private static Shown agreeing(double value, double fromShown) {
            if (!Double.isFinite(value) || !Double.isFinite(fromShown)) {
                throw new ArithmeticException("a step from " + value + " cannot be written");
            }
            Shown best = Shown.significant(value, DIGITS);
            double off = Math.abs(value - fromShown);
            // From the last of six digits on to the left, until the rounding hides what rounded numbers change.
            int decimals = value == 0 ? 300 : DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
            while (decimals > -300 && off > 0.5 * Math.pow(10, -decimals)) {
                decimals--;
                best = Shown.fixed(value, decimals);
            }
            return best;
        }
    }
}
