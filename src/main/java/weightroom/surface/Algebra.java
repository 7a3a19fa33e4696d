package weightroom.surface;

import java.util.ArrayList;
import java.util.List;
import weightroom.arithmetic.Paper;
import weightroom.arithmetic.Reckoning;
import weightroom.engine.WrittenRule;
import weightroom.engine.WrittenRule.Part;

/**
 * One step of a ball worked out as on paper: the optimizer's {@link WrittenRule} with the numbers put in, for both
 * coordinates, on a {@link Paper} of its own each.
 *
 * @param step the step that is made, from 1
 */
public record Algebra(int step, List<Line> lines) {
    public Algebra {
        lines = List.copyOf(lines);
    }

    /** A line for both coordinates. */
    public record Line(Part part, Reckoning x, Reckoning y) {}

    /** The step that a ball makes from a moment on a surface. */
    public static Algebra of(Surface surface, Ball ball, Moment now) {
        Formulas formulas = surface.formulas();
        List<Reckoning> x = reckon(surface, ball, now, now.x(), formulas.slopeX());
        List<Reckoning> y = reckon(surface, ball, now, now.y(), formulas.slopeY());
        List<Line> lines = new ArrayList<>();
        List<WrittenRule.Line> rule = ball.optimizer().written().lines();
        for (int i = 0; i < x.size(); i++) {
            lines.add(new Line(i == 0 ? Part.GRADIENT : rule.get(i - 1).part(), x.get(i), y.get(i)));
        }
        return new Algebra(now.step() + 1, lines);
    }

    private static List<Reckoning> reckon(Surface surface, Ball ball, Moment now, Moment.Axis axis, String slope) {
        WrittenRule rule = ball.optimizer().written();
        Formulas formulas = surface.formulas();
        Paper paper = new Paper();
        paper.give("\\eta", ball.rate());
        paper.give("t", now.step() + 1);
        for (int i = 0; i < rule.knobs().size(); i++) {
            paper.give(rule.knobs().get(i), ball.knobs().get(i));
        }
        double[] slots = axis.slotArray();
        for (int i = 0; i < rule.slots().size(); i++) {
            paper.round(rule.slots().get(i), slots[i]);
        }
        paper.round("\\theta", axis.theta());
        paper.round(formulas.x(), now.x().theta());
        paper.round(formulas.y(), now.y().theta());
        List<Reckoning> reckoned = new ArrayList<>();
        reckoned.add(paper.reckon("g", slope));
        for (WrittenRule.Line line : rule.lines()) {
            reckoned.add(paper.reckon(line.symbol(), line.formula()));
        }
        return reckoned;
    }
}
