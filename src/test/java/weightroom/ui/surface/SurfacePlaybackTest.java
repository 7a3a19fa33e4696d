package weightroom.ui.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Optimizer;
import weightroom.surface.Ball;
import weightroom.surface.Surface;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Speed;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

class SurfacePlaybackTest {
    private static final long SECOND = 1_000_000_000;

    private final SurfaceModel model = new SurfaceModel();
    private final SurfacePlayback playback = new SurfacePlayback(model);
    private long now = SECOND;

    SurfacePlaybackTest() {
        model.choose(Surface.BOWL);
        for (Optimizer optimizer : SurfaceModel.OPTIMIZERS) {
            model.setShown(optimizer, optimizer == Optimizer.SGD || optimizer == Optimizer.ADAM);
        }
        model.choose(Optimizer.SGD);
    }

    private void pulses(double seconds) {
        for (int i = 0; i < Math.rint(seconds * 50); i++) {
            now += SECOND / 50;
            playback.pulse(now);
        }
    }

    @Test
    void itGoesOnAsFastAsItIsTold() {
        playback.setSpeed(new Speed(20, Speed.Unit.STEPS));
        playback.togglePlay();
        pulses(1.02);
        assertEquals(20, model.at(), 1);
        assertTrue(playback.playing().get());
        playback.togglePlay();
        int at = model.at();
        pulses(1);
        assertEquals(at, model.at());
    }

    @Test
    void itStepsOnAndBackAndSeeksWhereItHasBeen() {
        playback.step(Stride.BATCH);
        playback.step(Stride.BATCH);
        assertEquals(new Span(0, 2, 2), playback.span());
        playback.stepBack();
        assertEquals(new Span(0, 1, 2), playback.span());
        playback.seek(900);
        assertEquals(new Span(0, 2, 2), playback.span());
        playback.reset();
        assertEquals(new Span(0, 0, 0), playback.span());
        assertEquals(List.of(Stride.BATCH), playback.strides());
        playback.step(Stride.EPOCH);
        assertEquals(0, model.at());
    }

    @Test
    void itPausesOnceWhenAllBallsHaveArrivedAndGoesOnWhenPlayedAgain() {
        playback.setSpeed(new Speed(1000, Speed.Unit.EPOCHS));
        playback.togglePlay();
        pulses(3);
        assertFalse(playback.playing().get());
        int at = model.at();
        assertEquals(2, playback.timeline().flags().size());
        Flag flag = playback.timeline().flags().get(0);
        assertEquals(18, flag.at());
        assertTrue(flag.help().contains("SGD reached the minimum at (0, 0) after 18 steps"), flag.help());
        playback.togglePlay();
        pulses(0.5);
        assertTrue(model.at() > at);
        playback.follow(flag);
        assertEquals(18, model.at());
        assertFalse(playback.playing().get());
    }

    @Test
    void theTimelineShowsAllThatWasAlsoWhileItStandsEarlier() {
        playback.setSpeed(new Speed(1000, Speed.Unit.EPOCHS));
        playback.togglePlay();
        pulses(3);
        int latest = model.latest();
        assertEquals("step " + latest, playback.timeline().words());
        playback.seek(2);
        TimelineReading timeline = playback.timeline();
        assertEquals("step 2 of " + latest, timeline.words());
        assertEquals(2, timeline.flags().size());
        Curve curve = timeline.curve();
        int last = curve.places().length - 1;
        assertEquals(0, curve.places()[0]);
        assertEquals(latest, curve.places()[last]);
        assertEquals(model.walk(Optimizer.SGD).at(0).value(), curve.losses()[0]);
        assertEquals(model.walk(Optimizer.SGD).at(latest).value(), curve.losses()[last]);
    }

    @Test
    void whatDivergedSaysSo() {
        model.setBall(Ball.of(Optimizer.SGD, 1.1));
        model.setShown(Optimizer.ADAM, false);
        playback.setSpeed(Speed.FASTEST);
        playback.togglePlay();
        pulses(1);
        assertFalse(playback.playing().get());
        assertTrue(playback.hindrance().get().isPresent());
        Readings readings = playback.readings();
        assertEquals(Readings.State.DIVERGED, readings.losses().get(0).state());
        assertEquals("1", readings.counters().get(2).text());
        assertTrue(VerdictWords.of(Optimizer.SGD, model.verdict(Optimizer.SGD)).startsWith("SGD diverged: at step "));
        playback.stepBack();
        assertTrue(playback.hindrance().get().isEmpty());
        assertEquals(
                Readings.State.TRAVELLED, playback.readings().losses().get(0).state());
    }

    @Test
    void whatStopsBecauseItsBallsWereTakenAwaySaysThatItIsPaused() {
        playback.togglePlay();
        model.setShown(Optimizer.SGD, false);
        model.setShown(Optimizer.ADAM, false);
        playback.notice();
        assertFalse(playback.playing().get());
        assertEquals("no balls, paused", playback.heading().get().subtitle());
    }

    @Test
    void itIsComputedHereAndSaysWhyThereIsNoOtherDevice() {
        Readings.Device device = playback.readings().device();
        assertEquals("Java", device.description());
        assertTrue(device.fixed().contains("nothing to choose"), device.fixed());
    }

    @Test
    void withoutABallThereIsNothingToPlay() {
        model.setShown(Optimizer.SGD, false);
        model.setShown(Optimizer.ADAM, false);
        playback.pulse(now);
        assertTrue(playback.hindrance().get().isPresent());
        playback.togglePlay();
        assertFalse(playback.playing().get());
        assertEquals("no balls, paused", playback.heading().get().subtitle());
        assertEquals("n/a", playback.readings().losses().get(0).text());
        assertEquals(0, playback.timeline().curve().places().length);
    }
}
