package weightroom.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Reckoning;
import weightroom.engine.Knob;
import weightroom.engine.Optimizer;
import weightroom.engine.WrittenRule.Part;
import weightroom.formula.FormulaParser;

class AlgebraTest {
    private final Random random = new Random(5);

    private Moment moment(Surface surface, Optimizer optimizer) {
        Region region = surface.region();
        double x = region.lowX() + region.width() * random.nextDouble();
        double y = region.lowY() + region.height() * random.nextDouble();
        int step = optimizer.slots() == 0 ? 0 : random.nextInt(300);
        return new Moment(
                step,
                surface.value(x, y),
                new Moment.Axis(x, surface.slopeX(x, y), random.nextDouble(), random.nextDouble()),
                new Moment.Axis(y, surface.slopeY(x, y), random.nextDouble(), random.nextDouble()));
    }

    private Ball ball(Optimizer optimizer) {
        Ball ball = Ball.of(optimizer, 0.001 + random.nextDouble());
        List<Knob> knobs = optimizer.knobs();
        for (int i = 0; i < knobs.size(); i++) {
            double high = Math.min(0.99, knobs.get(i).high());
            ball = ball.withKnob(i, knobs.get(i).id().equals("epsilon") ? 1e-8 : high * random.nextDouble());
        }
        return ball;
    }

    @ParameterizedTest
    @EnumSource(value = Optimizer.class, mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void theWrittenStepIsTheOneThatIsMade(Optimizer optimizer) {
        for (int i = 0; i < 200; i++) {
            Surface surface = Surface.values()[i % Surface.values().length];
            Ball ball = ball(optimizer);
            Moment now = moment(surface, optimizer);
            Moment next = ball.next(surface, now);
            Algebra algebra = Algebra.of(surface, ball, now);
            assertEquals(now.step() + 1, algebra.step());
            same(
                    now.x(),
                    next.x(),
                    algebra.lines().stream().map(Algebra.Line::x).toList(),
                    optimizer);
            same(
                    now.y(),
                    next.y(),
                    algebra.lines().stream().map(Algebra.Line::y).toList(),
                    optimizer);
        }
    }

    private static void same(Moment.Axis now, Moment.Axis next, List<Reckoning> reckoned, Optimizer optimizer) {
        assertEquals(now.gradient(), reckoned.get(0).value(), 1e-9 * (1 + Math.abs(now.gradient())));
        assertEquals(next.theta(), last(reckoned, "\\theta"), 1e-7 * (1 + Math.abs(next.theta() - now.theta())));
        List<String> slots = optimizer.written().slots();
        double[] made = next.slotArray();
        for (int i = 0; i < slots.size(); i++) {
            assertEquals(made[i], last(reckoned, slots.get(i)), 1e-9 * (1 + Math.abs(made[i])));
        }
    }

    private static double last(List<Reckoning> reckoned, String symbol) {
        return reckoned.stream()
                .filter(line -> line.symbol().equals(symbol))
                .reduce((one, other) -> other)
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @EnumSource(value = Optimizer.class, mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void workingOutWhatStandsThereGivesWhatStandsThere(Optimizer optimizer) {
        for (int i = 0; i < 200; i++) {
            Surface surface = Surface.values()[i % Surface.values().length];
            Algebra algebra = Algebra.of(surface, ball(optimizer), moment(surface, optimizer));
            for (Algebra.Line line : algebra.lines()) {
                agrees(line.x());
                agrees(line.y());
                if (line.part() == Part.COEFFICIENT) {
                    assertEquals(line.x(), line.y());
                }
            }
        }
    }

    private static void agrees(Reckoning line) {
        double again = Arithmetic.parse(line.numbers()).value(Map.of());
        BigDecimal shown = number(line.result().latex());
        double unit = Math.pow(10, -shown.scale());
        assertEquals(shown.doubleValue(), again, unit * 1.000001, line.toString());
    }

    private static BigDecimal number(String latex) {
        return new BigDecimal(latex.replace("10^{", "1 \\cdot 10^{")
                .replace("1 \\cdot 1 \\cdot", "1 \\cdot")
                .replace("\\cdot 1 \\cdot 10^{", "E")
                .replace("1 \\cdot 10^{", "1E")
                .replace("}", "")
                .replace(" ", ""));
    }

    @ParameterizedTest
    @EnumSource(value = Optimizer.class, mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void everyLineCanBeSet(Optimizer optimizer) {
        for (Surface surface : Surface.values()) {
            for (Algebra.Line line : Algebra.of(surface, ball(optimizer), moment(surface, optimizer))
                    .lines()) {
                for (Reckoning one : List.of(line.x(), line.y())) {
                    FormulaParser.parse(one.symbol() + " \\gets " + one.formula() + " = " + one.numbers() + " = "
                            + one.result().latex());
                }
            }
        }
    }

    /** By hand: g = 2·0.5 = 1, v = 0.9·2 + (1 − 0)·1 = 2.8, Δ = 0.1·2.8 = 0.28, θ = 0.5 − 0.28 = 0.22. */
    @Test
    void aStepOfMomentumReadsAsOnPaper() {
        Moment now = new Moment(7, 0.5, new Moment.Axis(0.5, 1, 2, 0), new Moment.Axis(-0.5, -1, -2, 0));
        List<Algebra.Line> lines =
                Algebra.of(Surface.BOWL, Ball.of(Optimizer.MOMENTUM, 0.1), now).lines();
        assertEquals(
                List.of(Part.GRADIENT, Part.VELOCITY, Part.STEP, Part.POSITION),
                lines.stream().map(Algebra.Line::part).toList());
        assertEquals(
                List.of("2 \\cdot 0.5", "0.9 \\cdot 2 + (1 - 0) \\cdot 1", "0.1 \\cdot 2.8", "0.5 - 0.28"),
                lines.stream().map(line -> line.x().numbers()).toList());
        assertEquals(
                List.of("1", "2.8", "0.28", "0.22"),
                lines.stream().map(line -> line.x().result().latex()).toList());
        assertEquals("0.9 \\cdot (-2) + (1 - 0) \\cdot (-1)", lines.get(1).y().numbers());
        assertEquals("-0.5 - (-0.28)", lines.get(3).y().numbers());
    }
}
