package weightroom.ui.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.surface.Ball;
import weightroom.surface.Spot;
import weightroom.surface.Surface;
import weightroom.surface.Verdict;
import weightroom.surface.Walk;

class SurfaceModelTest {
    private final SurfaceModel model = new SurfaceModel();

    private void finish() {
        while (!model.compute()) {
            Thread.onSpinWait();
        }
    }

    private void only(Optimizer... wanted) {
        for (Optimizer optimizer : SurfaceModel.OPTIMIZERS) {
            model.setShown(optimizer, List.of(wanted).contains(optimizer));
        }
    }

    @Test
    void everyOptimizerButThePerceptronHasALaneOfItsOwn() {
        assertEquals(EnumSet.complementOf(EnumSet.of(Optimizer.PERCEPTRON)), EnumSet.copyOf(SurfaceModel.OPTIMIZERS));
        assertEquals(10, SurfaceModel.OPTIMIZERS.size());
    }

    @Test
    void aSurfaceBringsItsStartAndItsRates() {
        model.setBall(Ball.of(Optimizer.SGD, 7));
        model.goTo(30);
        model.choose(Surface.ROSENBROCK);
        assertEquals(new Spot(-1.2, 1), model.start());
        assertEquals(0.001, model.ball(Optimizer.SGD).rate());
        assertEquals(0, model.at());
        assertEquals(0, model.latest());
    }

    @Test
    void aStepBackShowsWhatWasAndForgetsNothing() {
        model.choose(Surface.BOWL);
        model.goTo(5);
        finish();
        double there = model.walk(Optimizer.SGD).at(5).value();
        model.goTo(4);
        assertEquals(4, model.at());
        assertEquals(5, model.latest());
        model.goTo(5);
        assertEquals(there, model.walk(Optimizer.SGD).at(model.at()).value());
        model.goTo(-3);
        assertEquals(0, model.at());
    }

    @Test
    void anotherRateShowsAnotherWalkAtTheSameStep() {
        model.choose(Surface.BOWL);
        model.goTo(10);
        finish();
        Object past = model.past();
        model.setBall(model.ball(Optimizer.SGD).withRate(0.2));
        finish();
        assertEquals(10, model.at());
        assertEquals(
                Surface.BOWL.start().x() * Math.pow(0.6, 10),
                model.walk(Optimizer.SGD).at(10).x().theta(),
                1e-12);
        assertNotEquals(past, model.past());
    }

    @Test
    void startingSomewhereElseBeginsAnew() {
        model.choose(Surface.HIMMELBLAU);
        model.goTo(50);
        model.startAt(new Spot(-4, -4));
        assertEquals(0, model.at());
        assertEquals(-4, model.walk(Optimizer.ADAM).at(0).x().theta());
        InvalidInput refused = assertThrows(InvalidInput.class, () -> model.startAt(new Spot(-9, 0)));
        assertTrue(String.valueOf(refused.getMessage()).contains("x from -5.0 to 5.0"));
        assertThrows(InvalidInput.class, () -> model.startAt(new Spot(Double.NaN, 0)));
        assertEquals(new Spot(-4, -4), model.start());
    }

    @Test
    void aBallThatIsTakenOffIsNotChosenAnyMore() {
        only(Optimizer.SGD, Optimizer.ADAM);
        model.choose(Optimizer.ADAM);
        model.setShown(Optimizer.ADAM, false);
        assertEquals(Optimizer.SGD, model.chosen());
        model.choose(Optimizer.LION);
        assertEquals(List.of(Optimizer.SGD, Optimizer.LION), model.shown());
    }

    @Test
    void stepsLessThanOneAddUp() {
        model.choose(Surface.BOWL);
        for (int i = 0; i < 10; i++) {
            model.advance(0.25);
        }
        assertEquals(2, model.at());
    }

    @Test
    void tenBallsAreComputedToTheEndInSlices() {
        only(SurfaceModel.OPTIMIZERS.toArray(Optimizer[]::new));
        model.goTo(Walk.MOST_STEPS + 1);
        assertEquals(Walk.MOST_STEPS, model.at());
        int slices = 1;
        while (!model.compute()) {
            slices++;
        }
        for (Optimizer optimizer : SurfaceModel.OPTIMIZERS) {
            assertEquals(Walk.MOST_STEPS, model.walk(optimizer).known());
        }
        assertTrue(slices < 1000);
        assertTrue(model.over());
    }

    @Test
    void whenTheLastBallHasDivergedItIsOver() {
        model.choose(Surface.BOWL);
        only(Optimizer.SGD);
        model.setBall(Ball.of(Optimizer.SGD, 1.1));
        assertFalse(model.over());
        model.goTo(500);
        finish();
        assertEquals(model.walk(Optimizer.SGD).end().orElseThrow(), model.latest());
        model.goTo(501);
        assertTrue(model.over());
        assertEquals(Verdict.Kind.DIVERGED, model.verdict(Optimizer.SGD).kind());
    }
}
