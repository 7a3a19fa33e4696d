package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Divergence;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.run.Timeline.Moment;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;

/** The run as the frame shows it: 24 updates make an epoch, and it came to step 240. */
class RunPlaybackTest {
    private static final Setup SETUP = Setup.of(Experiment.spiral(), Path.of(""));

    private final List<Command> sent = new ArrayList<>();
    private final History history = new History();
    private long serial;
    private RunModel model;
    private Playback playback;

    @BeforeEach
    void open() {
        for (int epoch = 0; epoch <= 10; epoch++) {
            history.add(epoch, 24L * epoch, 1.0 / (epoch + 1), Double.NaN, 2.0 / (epoch + 1));
        }
        model = new RunModel(sent::add, snapshot(240, Optional.empty(), Command.Desk.FIRST));
        playback = model.playback();
    }

    @Test
    void countersAndLossesAreOfTheMomentThatItStandsAt() {
        assertThat(playback.readings().counters()).extracting(Counter::text).containsExactly("10", "240", "2\u2009400");
        assertThat(playback.readings().losses()).extracting(Loss::state).containsOnly(Readings.State.LIVE);
        model.accept(snapshot(100, Optional.empty(), Command.Desk.FIRST));
        assertThat(playback.span()).isEqualTo(new Span(0, 100, 240));
        assertThat(playback.readings().losses()).extracting(Loss::text).containsExactly("0.2000", "0.4000");
        assertThat(playback.readings().losses()).extracting(Loss::state).containsOnly(Readings.State.TRAVELLED);
        assertThat(playback.timeline().words()).isEqualTo("epoch 4 of 10");
    }

    @Test
    void aRunThatDivergedOrIsHeldCannotBePlayed() {
        assertThat(playback.hindrance().get()).isEmpty();
        model.hold().reason().set(Optional.of("Answer first."));
        assertThat(playback.hindrance().get()).contains("Answer first.");
        model.hold().reason().set(Optional.empty());
        Divergence divergence = new Divergence(0, 241, 1, "weights", 0.5);
        model.accept(snapshot(240, Optional.of(divergence), Command.Desk.FIRST));
        assertThat(playback.hindrance().get()).isPresent();
        assertThat(playback.readings().losses()).extracting(Loss::state).containsOnly(Readings.State.DIVERGED);
        assertThat(playback.readings().losses()).extracting(Loss::text).containsOnly("diverged");
    }

    @Test
    void theHeadingTellsALessonsRunFromTheFirstAndWhetherItPlays() {
        assertThat(playback.heading().get().subtitle()).isEqualTo("branch main, seed 1, paused");
        model.accept(snapshot(0, Optional.empty(), "lesson 1"));
        model.togglePlay();
        assertThat(playback.heading().get().subtitle()).isEqualTo("lesson run, seed 1, playing");
    }

    @Test
    void pausingWhatStandsStillAsksForNothing() {
        sent.clear();
        playback.pause();
        assertThat(sent).isEmpty();
        playback.togglePlay();
        playback.pause();
        assertThat(sent).containsExactly(new Command.Play(), new Command.Pause());
    }

    @Test
    void aPlaceIsFoundForEveryEpochThatWasMeasured() {
        assertThat(playback.timeline().epochs().placeAt().apply(5)).isEqualTo(OptionalLong.of(120));
        assertThat(playback.timeline().epochs().placeAt().apply(2.5)).isEqualTo(OptionalLong.of(60));
        assertThat(playback.timeline().epochs().placeAt().apply(11)).isEmpty();
    }

    @Test
    void aFlagOfABranchLeadsIntoItAndAnyOtherToItsPlace() {
        List<Flag> flags = playback.timeline().flags();
        assertThat(flags).extracting(Flag::kind).containsExactly(Flag.Kind.BRANCH, Flag.Kind.MARK);
        assertThat(flags.get(0).text()).isEqualTo("branch B: l2 0.1, abandoned");
        sent.clear();
        playback.follow(flags.get(0));
        playback.follow(flags.get(1));
        assertThat(sent).containsExactly(new Command.GoTo(7), new Command.Seek(200));
    }

    @Test
    void anotherMilestoneIsSomethingNewToShow() {
        long before = playback.serial();
        Moment there = new Moment(48, 2);
        model.transport().milestones().set(List.of(new Timeline.Mark(there, "solved")));
        assertThat(playback.serial()).isGreaterThan(before);
        assertThat(playback.timeline().flags().get(0).kind()).isEqualTo(Flag.Kind.MILESTONE);
    }

    /** Left at step 48 for a branch, and a knob turned there and at step 200. */
    private Snapshot snapshot(long step, Optional<Divergence> divergence, String desk) {
        State start = SETUP.start();
        Moment left = new Moment(48, 2);
        Timeline.View timeline = new Timeline.View(
                Moment.START,
                new Moment(240, 10),
                List.of(new Timeline.Mark(left, "l2 0.1 → 0"), new Timeline.Mark(new Moment(200, 8.3), "l1 0 → 0.1")),
                List.of(new Timeline.Branch(7, "l2 0.1", left, new Moment(96, 4), history)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Snapshot(
                SETUP,
                new State(step, start.parameters(), start.slots()),
                new Snapshot.Progress(step / 24, step * 10, false, 0, new int[0], -1, Long.MAX_VALUE),
                new Snapshot.Used("java", "Java"),
                history,
                timeline,
                Snapshot.Watched.NOTHING,
                divergence,
                Optional.empty(),
                desk,
                ++serial);
    }
}
