package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Divergence;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.Grid;
import weightroom.run.History;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.run.Snapshot.Notice;
import weightroom.run.Timeline;

class RunModelTest {
    private static final Setup SETUP = Setup.of(Experiment.spiral(), Path.of(""));

    private final List<Command> sent = new ArrayList<>();
    private long count;
    private RunModel model;

    @BeforeEach
    void open() {
        model = new RunModel(
                command -> {
                    sent.add(command);
                    count++;
                },
                snapshot(1, false));
        model.look(this, EnumSet.of(RunModel.Part.FIELD, RunModel.Part.ANSWERS));
    }

    @Test
    void aNewModelSetsTheSpeedAndWatchesNothingUntilSomebodyLooks() {
        Command.Watch nothing = new Command.Watch(Optional.empty(), Slice.FIRST_TWO, false, false, Optional.empty());
        assertThat(sent).containsExactly(new Command.Speed(100), nothing, watch(200));
    }

    @Test
    void whatSeveralLookAtIsWatchedUntilTheLastLooksAway() {
        Object other = new Object();
        sent.clear();
        model.look(other, EnumSet.of(RunModel.Part.ANSWERS, RunModel.Part.INSIGHT));
        model.look(this, Set.of());
        model.look(other, Set.of());
        assertThat(sent)
                .extracting(one -> {
                    Command.Watch watch = (Command.Watch) one;
                    return watch.field().isPresent() + " " + watch.answers() + " " + watch.insight();
                })
                .containsExactly("true true true", "false true true", "false false false");
    }

    @Test
    void anotherPlaneIsComputedAroundTheRowsOfItsAxes() {
        sent.clear();
        model.setSlice(new Slice(1, 1, new double[2]));
        assertThat(sent).singleElement().isInstanceOfSatisfying(Command.Watch.class, watch -> {
            assertThat(watch.slice().axis1()).isEqualTo(1);
            assertThat(watch.field().orElseThrow().x1Low())
                    .isEqualTo(watch.field().orElseThrow().x2Low());
        });
    }

    @Test
    void theFieldIsCoarserWhileItPlays() {
        sent.clear();
        model.togglePlay();
        model.accept(snapshot(2, true));
        assertThat(sent).containsExactly(new Command.Play(), watch(100));
    }

    @Test
    void playingIsShownAtOnceAndPausesTheNextTime() {
        sent.clear();
        model.togglePlay();
        assertThat(model.playing().get()).isTrue();
        model.accept(snapshot(2, true));
        model.togglePlay();
        assertThat(model.playing().get()).isFalse();
        assertThat(sent).contains(new Command.Play(), new Command.Pause());
    }

    @Test
    void aSnapshotFromBeforeTheRequestDoesNotUndoIt() {
        Snapshot early = snapshot(2, false);
        model.togglePlay();
        model.accept(early);
        assertThat(model.playing().get()).isTrue();
        model.accept(snapshot(3, false));
        assertThat(model.playing().get()).isFalse();
    }

    @Test
    void aRunThatEndsByItselfIsShownAsPaused() {
        model.togglePlay();
        model.accept(snapshot(2, true));
        model.accept(snapshot(3, false));
        assertThat(model.playing().get()).isFalse();
    }

    @Test
    void aChangeIsShownAtOnceAndAskedForOnce() {
        sent.clear();
        model.set("training.l2", 0.01);
        model.set("training.l2", 0.01);
        assertThat(model.get("training.l2")).isEqualTo(0.01);
        assertThat(sent).singleElement().isInstanceOfSatisfying(Command.Change.class, change -> assertThat(
                        change.experiment().training().l2())
                .isEqualTo(0.01));
    }

    @Test
    void changesAddUpWhileTheTrainerCatchesUp() {
        Snapshot early = snapshot(2, true);
        model.set("training.l2", 0.01);
        model.accept(early);
        model.set("training.optimizer.learning-rate", 0.1);
        assertThat(model.get("training.l2")).isEqualTo(0.01);
    }

    @Test
    void aNumberThatASettingDoesNotTakeIsRefusedAndNothingIsSent() {
        sent.clear();
        assertThatThrownBy(() -> model.set("data.noise", 7)).isInstanceOf(InvalidInput.class);
        assertThat(sent).isEmpty();
        assertThat(model.get("data.noise")).isZero();
    }

    @Test
    void whatTheTrainerRefusesIsTakenBackAndSaid() {
        model.set("training.l2", 0.01);
        model.accept(with(snapshot(2, false), new Notice(1, Notice.Kind.ERROR, "cannot be"), Optional.empty()));
        assertThat(model.get("training.l2")).isZero();
        assertThat(model.notice().get()).map(Notice::text).contains("cannot be");
    }

    @Test
    void aNoticeIsSaidOnceAndGoesWhenDismissed() {
        Notice notice = new Notice(1, Notice.Kind.INFORMATION, "fresh start");
        model.accept(with(snapshot(2, true), notice, Optional.empty()));
        model.dismiss();
        model.accept(with(snapshot(3, true), notice, Optional.empty()));
        assertThat(model.notice().get()).isEmpty();
    }

    @Test
    void aRunThatDivergedSaysWhyKeepsItsSettingsAndDoesNotPlay() {
        Snapshot before = snapshot(2, false);
        model.set("training.optimizer.learning-rate", 1000);
        Divergence divergence = new Divergence(0, 12, 1, "gradient", 0.7);
        model.accept(with(before, new Notice(1, Notice.Kind.ERROR, divergence.message()), Optional.of(divergence)));
        assertThat(model.diverged()).isTrue();
        assertThat(model.get("training.optimizer.learning-rate")).isEqualTo(1000);
        sent.clear();
        model.togglePlay();
        assertThat(sent).doesNotContain(new Command.Play());
    }

    @Test
    void aDeviceThatFailedIsToldApartFromOneThatWasChosen() {
        assertThat(model.fellBack()).isFalse();
        model.useDevice("opencl:0");
        assertThat(model.fellBack()).isFalse();
        model.accept(snapshot(2, true));
        assertThat(model.fellBack()).isTrue();
        model.useDevice("java");
        model.accept(snapshot(3, true));
        assertThat(model.fellBack()).isFalse();
    }

    private static Command.Watch watch(int cells) {
        Grid grid = new Grid(cells, cells, -6, 6, -6, 6);
        return new Command.Watch(Optional.of(grid), Slice.FIRST_TWO, true, false, Optional.empty());
    }

    private Snapshot snapshot(long serial, boolean playing) {
        return new Snapshot(
                SETUP,
                SETUP.start(),
                new Snapshot.Progress(0, 0, playing, 0, new int[0], -1, count),
                new Snapshot.Used("java", "Java"),
                new History(),
                Timeline.View.START,
                Snapshot.Watched.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Command.Desk.FIRST,
                serial);
    }

    private static Snapshot with(Snapshot s, Notice notice, Optional<Divergence> divergence) {
        return new Snapshot(
                s.setup(),
                s.state(),
                s.progress(),
                s.used(),
                s.history(),
                s.timeline(),
                s.watched(),
                divergence,
                Optional.of(notice),
                s.desk(),
                s.serial());
    }
}
