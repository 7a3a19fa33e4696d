package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.run.Timeline.Moment;
import weightroom.run.Timeline.Travel;

class TransportTest {
    private static final Setup SETUP = Setup.of(Experiment.spiral(), Path.of(""));

    private final List<Command> sent = new ArrayList<>();
    private long serial;
    private RunModel model;

    @BeforeEach
    void open() {
        model = new RunModel(sent::add, snapshot(SETUP, 400, Optional.empty()));
    }

    @Test
    void aDraggedPlayheadLeavesNoQueueOfSeeksBehind() {
        sent.clear();
        for (long step = 390; step >= 100; step -= 10) {
            model.transport().seek(step);
        }
        assertThat(sent).containsExactly(new Command.Seek(390));
        assertThat(model.transport().target().get()).isEqualTo(OptionalLong.of(100));
        sent.clear();
        arrive(390);
        assertThat(sent).containsExactly(new Command.Seek(100));
        arrive(100);
        assertThat(model.transport().target().get()).isEmpty();
        assertThat(model.transport().travelled()).isTrue();
    }

    @Test
    void theNextSeekWaitsUntilTheOneUnderWayHasArrived() {
        model.transport().seek(200);
        model.transport().seek(50);
        sent.clear();
        model.accept(snapshot(SETUP, 300, Optional.of(new Travel(200, 0.5))));
        assertThat(sent).isEmpty();
        arrive(200);
        assertThat(sent).containsExactly(new Command.Seek(50));
    }

    @Test
    void aSeekBeyondTheEndsGoesToTheEnd() {
        sent.clear();
        model.transport().seek(9999);
        arrive(400);
        model.transport().seek(-5);
        assertThat(sent).containsExactly(new Command.Seek(400), new Command.Seek(0));
    }

    @Test
    void eachStrideIsACommandOfItsOwnAndPauses() {
        model.togglePlay();
        sent.clear();
        for (Transport.Stride stride : Transport.Stride.values()) {
            model.transport().step(stride);
        }
        assertThat(sent).containsExactly(new Command.StepSample(), new Command.Step(1), new Command.StepEpoch());
        assertThat(model.playing().get()).isFalse();
    }

    @Test
    void theControlsFollowTheExperimentThatTheRunWentBackTo() {
        Experiment other = Settings.apply(Experiment.spiral(), "training.l2=0.01");
        model.transport().undo();
        model.accept(snapshot(SETUP.with(other, Path.of("")), 400, Optional.empty()));
        assertThat(model.experiment().get()).isEqualTo(other);
    }

    @Test
    void goingElsewhereInTimeTakesBackWhatWasNotAgreedTo() {
        model.change(experiment -> experiment.withSeed(9));
        assertThat(model.pending().get()).isPresent();
        model.transport().seek(10);
        assertThat(model.pending().get()).isEmpty();
        assertThat(model.experiment().get()).isEqualTo(Experiment.spiral());
    }

    @Test
    void aSpeedInStepsIsKeptWhenTheBatchGrows() {
        sent.clear();
        model.transport().setSpeed(new Speed(1, Speed.Unit.STEPS));
        assertThat(sent).containsExactly(new Command.Speed(1.0 / 24));
        Experiment larger = Settings.apply(Experiment.spiral(), "training.batch=20");
        model.accept(snapshot(SETUP.with(larger, Path.of("")), 400, Optional.empty()));
        assertThat(sent).last().isEqualTo(new Command.Speed(1.0 / 12));
    }

    private void arrive(long step) {
        model.accept(snapshot(SETUP, step, Optional.empty()));
    }

    private Snapshot snapshot(Setup setup, long step, Optional<Travel> travel) {
        State start = setup.start();
        Timeline.View timeline = new Timeline.View(
                Moment.START,
                new Moment(400, 400.0 / 24),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                travel);
        return new Snapshot(
                setup,
                new State(step, start.parameters(), start.slots()),
                new Snapshot.Progress(step / 24, 0, false, 0, new int[0], -1, sentAll()),
                new Snapshot.Used("java", "Java"),
                new History(),
                timeline,
                Snapshot.Watched.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Command.Desk.FIRST,
                ++serial);
    }

    /** More than were ever sent: this snapshot shows what became of all. */
    private static long sentAll() {
        return Long.MAX_VALUE;
    }
}
