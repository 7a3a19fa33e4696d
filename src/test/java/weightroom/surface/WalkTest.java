package weightroom.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;

class WalkTest {
    private static Walk walk(Surface surface, Ball ball, Spot start, int steps) {
        Walk walk = new Walk(surface, ball, start);
        assertTrue(walk.reach(steps, Integer.MAX_VALUE));
        return walk;
    }

    /** On f = x² + y² each step of descent multiplies both by 1 − 2η. */
    @Test
    void descentOnABowlConvergesBouncesOrDivergesWithItsRate() {
        Spot start = new Spot(1, 0);
        Walk good = walk(Surface.BOWL, Ball.of(Optimizer.SGD, 0.1), start, 60);
        assertEquals(Math.pow(0.8, 10), good.at(10).x().theta(), 1e-12);
        assertEquals(Verdict.Kind.REACHED, good.verdict(60).kind());
        assertEquals(new Spot(0, 0), good.verdict(60).spot());
        Walk bounces = walk(Surface.BOWL, Ball.of(Optimizer.SGD, 1), start, 1000);
        assertEquals(1, bounces.at(1000).x().theta());
        assertEquals(-1, bounces.at(999).x().theta());
        assertEquals(Verdict.Kind.CIRCLING, bounces.verdict(1000).kind());
        Walk flies = walk(Surface.BOWL, Ball.of(Optimizer.SGD, 1.1), start, 1000);
        assertEquals(Verdict.Kind.DIVERGED, flies.verdict(1000).kind());
        assertTrue(flies.verdict(1000).ended());
        // 1.2^n first exceeds 12, the edge of the world, at n = 14.
        assertEquals(14, flies.verdict(1000).step());
        assertEquals(14, flies.end().orElseThrow());
        assertEquals(Verdict.Kind.WALKING, flies.verdict(5).kind());
    }

    /** With rate 0.4 one step multiplies (x, y) by (1 − 0.4·0.2, 1 − 0.4·4) = (0.92, −0.6); with 0.6 by (0.88, −1.4). */
    @Test
    void theRavineZigzagsAtOneRateAndThrowsOutAtAnother() {
        Walk zigzag = walk(Surface.RAVINE, Ball.of(Optimizer.SGD, 0.4), new Spot(-5, -2), 20);
        assertEquals(-5 * Math.pow(0.92, 20), zigzag.at(20).x().theta(), 1e-12);
        assertEquals(-2 * Math.pow(-0.6, 19), zigzag.at(19).y().theta(), 1e-12);
        Walk out = walk(Surface.RAVINE, Ball.of(Optimizer.SGD, 0.6), new Spot(-5, -2), 200);
        assertEquals(Verdict.Kind.DIVERGED, out.verdict(200).kind());
        Ball rolling = new Ball(Optimizer.MOMENTUM, 0.6, List.of(0.5, 0.0));
        assertEquals(
                Verdict.Kind.REACHED,
                walk(Surface.RAVINE, rolling, new Spot(-5, -2), 200)
                        .verdict(200)
                        .kind());
    }

    static Stream<Arguments> usual() {
        return Stream.of(Surface.values())
                .filter(surface -> surface != Surface.SADDLE)
                .flatMap(surface -> Ball.OPTIMIZERS.stream().map(optimizer -> Arguments.of(surface, optimizer)));
    }

    @ParameterizedTest
    @EnumSource(value = Optimizer.class, mode = EnumSource.Mode.EXCLUDE, names = "PERCEPTRON")
    void everyOptimizerSolvesTheBowlWithItsUsualRate(Optimizer optimizer) {
        Walk walk = walk(Surface.BOWL, Ball.usual(optimizer, Surface.BOWL), Surface.BOWL.start(), 700);
        assertEquals(
                Verdict.Kind.REACHED, walk.verdict(700).kind(), walk.at(700).toString());
    }

    @ParameterizedTest
    @MethodSource("usual")
    void usualRatesNeverDiverge(Surface surface, Optimizer optimizer) {
        Walk walk = walk(surface, Ball.usual(optimizer, surface), surface.start(), Walk.MOST_STEPS);
        Verdict verdict = walk.verdict(Walk.MOST_STEPS);
        assertFalse(verdict.ended(), verdict.toString());
        assertTrue(walk.at(Walk.MOST_STEPS).value() < walk.at(0).value());
    }

    @Test
    void aBallOnASaddleRunsOffDownhillAndOneExactlyOnTheRidgeStaysOnIt() {
        Ball sgd = Ball.usual(Optimizer.SGD, Surface.SADDLE);
        assertEquals(
                Verdict.Kind.LEFT,
                walk(Surface.SADDLE, sgd, Surface.SADDLE.start(), 1000)
                        .verdict(1000)
                        .kind());
        Walk ridge = walk(Surface.SADDLE, sgd, new Spot(-2, 0), 1000);
        assertEquals(Verdict.Kind.SADDLE, ridge.verdict(1000).kind());
    }

    @Test
    void farFromTheHollowDescentIsStuckAndAdamIsNot() {
        Spot far = new Spot(-4.5, 2);
        Walk stuck = walk(Surface.PLATEAU, Ball.of(Optimizer.SGD, 0.1), far, 1000);
        assertEquals(Verdict.Kind.FLAT, stuck.verdict(1000).kind());
        Walk adam = walk(Surface.PLATEAU, Ball.of(Optimizer.ADAM, 0.1), far, 1000);
        assertEquals(Verdict.Kind.REACHED, adam.verdict(1000).kind());
    }

    @Test
    void adagradWithASmallRateSlowsDownOnASlope() {
        Walk slow = walk(Surface.ROSENBROCK, Ball.of(Optimizer.ADAGRAD, 0.001), new Spot(-1.2, 2.5), 10_000);
        assertEquals(Verdict.Kind.SLOW, slow.verdict(10_000).kind());
    }

    @Test
    void onTheDoubleWellTheRateDecidesWhichMinimumIsFound() {
        Spot start = Surface.DOUBLE_WELL.start();
        Walk first = walk(Surface.DOUBLE_WELL, Ball.usual(Optimizer.SGD, Surface.DOUBLE_WELL), start, 1000);
        assertEquals(new Spot(0.8, 0), first.verdict(1000).spot());
        Walk across = walk(Surface.DOUBLE_WELL, Ball.usual(Optimizer.MOMENTUM, Surface.DOUBLE_WELL), start, 1000);
        assertEquals(new Spot(-1, 0), across.verdict(1000).spot());
    }

    @Test
    void aWalkIsComputedInSlicesAndIsTheSame() {
        Ball adam = Ball.usual(Optimizer.ADAM, Surface.BEALE);
        Walk whole = walk(Surface.BEALE, adam, Surface.BEALE.start(), 500);
        Walk sliced = new Walk(Surface.BEALE, adam, Surface.BEALE.start());
        assertFalse(sliced.reach(500, 300));
        assertEquals(300, sliced.known());
        assertTrue(sliced.reach(500, 300));
        assertEquals(whole.at(500), sliced.at(500));
        assertEquals(sliced.at(500), sliced.at(501));
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        assertThrows(InvalidInput.class, () -> Ball.of(Optimizer.ADAM, -1));
        assertThrows(InvalidInput.class, () -> Ball.of(Optimizer.ADAM, Double.NaN));
        assertThrows(InvalidInput.class, () -> Ball.of(Optimizer.MOMENTUM, 0.1).withKnob(0, 2));
        assertThrows(IllegalArgumentException.class, () -> Ball.of(Optimizer.PERCEPTRON, 1));
    }
}
