package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weightroom.run.Command;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Speed;
import weightroom.ui.model.Transport.Stride;

class ExplainPlaybackTest {
    private static final long SECOND = 1_000_000_000L;

    private final Passes passes = new Passes(Passes.XOR);
    private final ExplainModel model = new ExplainModel(passes.run());
    private final ExplainPlayback playback =
            new ExplainPlayback(model, passes.run().playback());

    @Test
    void itPlaysAPhaseASecondAndAfterTheLastTheNextSample() {
        model.setSeen(true);
        playback.reset();
        assertThat(playback.speed().get()).isEqualTo(new Speed(1, Speed.Unit.PHASES));
        playback.togglePlay();
        playback.pulse(10 * SECOND);
        assertThat(model.phase().get()).isEqualTo(1);
        playback.pulse(10 * SECOND + SECOND / 2);
        assertThat(model.phase().get()).isEqualTo(1);
        for (int i = 1; i < 10; i++) {
            playback.pulse((10 + i) * SECOND);
        }
        assertThat(model.phase().get()).isEqualTo(10);
        playback.pulse(20 * SECOND);
        assertThat(model.phase().get()).isZero();
        assertThat(model.choice().get()).isEqualTo(new Choice.Row(1));
        playback.pause();
        playback.pulse(40 * SECOND);
        assertThat(model.phase().get()).isZero();
        assertThat(passes.asked()).isEmpty();
    }

    @Test
    void stepsGoThroughPhasesAndSamplesAndBack() {
        model.setSeen(true);
        playback.reset();
        assertThat(playback.canStepBack()).isFalse();
        playback.step(Stride.BATCH);
        playback.step(Stride.BATCH);
        playback.stepBack();
        assertThat(model.phase().get()).isEqualTo(1);
        playback.step(Stride.SAMPLE);
        assertThat(model.choice().get()).isEqualTo(new Choice.Row(1));
        assertThat(model.phase().get()).isEqualTo(1);
        playback.step(Stride.EPOCH);
        assertThat(model.phase().get()).isEqualTo(10);
        assertThat(passes.asked()).isEmpty();
    }

    @Test
    void theTimelineIsTheRunsAndSeekingMovesTheRun() {
        model.setSeen(true);
        Playback run = passes.run().playback();
        assertThat(playback.span()).isEqualTo(run.span());
        assertThat(playback.movesWith(run)).isTrue();
        playback.goOn(2);
        assertThat(passes.asked()).containsExactly(new Command.Step(4));
        assertThat(playback.heading().get().title()).isEqualTo("Backprop microscope");
        assertThat(playback.heading().get().subtitle()).contains("2-2-1");
    }

    @Test
    void aQuestionHoldsItUp() {
        model.setSeen(true);
        new AskModel(model).setOn(true);
        assertThat(playback.hindrance().get()).isPresent();
        playback.togglePlay();
        assertThat(playback.playing().get()).isFalse();
        playback.step(Stride.BATCH);
        assertThat(model.phase().get()).isZero();
    }
}
