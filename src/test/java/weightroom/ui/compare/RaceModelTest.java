package weightroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRun.Watch;
import weightroom.race.Entrant;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.Snapshot;
import weightroom.run.Trainer;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Speed;
import weightroom.ui.model.Transport.Stride;

class RaceModelTest {
    private static final int PATIENCE_SECONDS = 30;

    private final List<Command> toTrain = new ArrayList<>();
    private final Semaphore answered = new Semaphore(0);
    private final Background background = new Background(answer -> {
        answer.run();
        answered.release();
    });
    private final FakeRace race = new FakeRace();
    private RunModel run;
    private RaceModel model;
    private Standing standing;
    private RacePlayback player;
    private Snapshot first;

    @BeforeEach
    void open() throws InterruptedException {
        try (Devices devices = new Devices();
                Trainer trainer = new Trainer(devices, Experiment.spiral(), Path.of(""))) {
            first = trainer.latest();
        }
        run = new RunModel(toTrain::add, first);
        model = new RaceModel(run, background, race::send);
        standing = new Standing(model);
        player = new RacePlayback(model, standing);
        model.open();
        giveTrain();
        look();
    }

    private SavedRun train() {
        return SavedRun.of(first.setup(), Path.of(""), first.state(), 1, Watch.NOTHING, Optional.empty(), List.of());
    }

    /** Hands over what Train was asked for. */
    private void giveTrain() throws InterruptedException {
        toTrain.stream()
                .filter(Command.Save.class::isInstance)
                .map(Command.Save.class::cast)
                .forEach(save -> save.receiver().accept(train()));
        assertThat(answered.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void look() {
        model.accept(race.picture());
        standing.update(true);
    }

    private List<RaceCommand> sent(Class<? extends RaceCommand> kind) {
        return race.sent.stream().filter(kind::isInstance).toList();
    }

    @Test
    void theFirstOpeningBeginsARaceAboutTheExperimentOfTrain() {
        assertThat(sent(RaceCommand.Begin.class)).hasSize(1);
        assertThat(model.snapshot().get().orElseThrow().contest().lanes()).hasSize(6);
        assertThat(player.heading().get().title()).isEqualTo("Optimizer race");
        model.open();
        assertThat(toTrain.stream().filter(Command.Save.class::isInstance)).hasSize(1);
    }

    @Test
    void aChangeBeforeTheFirstStepBeginsAnotherRaceAtOnce() {
        model.question().change(now -> now.withSeeds(3));
        look();

        assertThat(model.stale().get()).isFalse();
        assertThat(model.snapshot().get().orElseThrow().contest().seeds()).isEqualTo(3);
    }

    @Test
    void onceThereIsSomethingToLoseARaceIsGivenUpOnlyWhenAsked() {
        model.finish();
        look();
        model.question().remove(0);
        assertThat(model.stale().get()).isTrue();
        assertThat(sent(RaceCommand.Begin.class)).hasSize(1);

        model.takeBack();
        assertThat(model.stale().get()).isFalse();

        model.question().remove(0);
        model.raceAnew();
        look();
        assertThat(model.stale().get()).isFalse();
        assertThat(model.snapshot().get().orElseThrow().contest().lanes()).hasSize(5);
    }

    @Test
    void aSearchForRatesThatWasLeftIsTakenUpAgainAndNothingElseIs() {
        race.setPhase(Phase.Kind.TUNING);
        look();
        model.leave();
        assertThat(sent(RaceCommand.Pause.class)).hasSize(1);
        race.setPhase(Phase.Kind.RACING);
        look();
        model.open();
        assertThat(sent(RaceCommand.Begin.class)).hasSize(2);

        model.leave();
        model.open();
        assertThat(sent(RaceCommand.Begin.class)).hasSize(2);
    }

    @Test
    void theChosenLaneAndSeedAreOnesThatThereAre() {
        model.look(now -> now.withLane(5).withSeed(7));
        model.question().change(now -> now.withSeeds(2).withValues(List.of("sgd", "adam")));
        look();

        assertThat(model.look().get().lane()).isEqualTo(1);
        assertThat(model.look().get().seed()).isEqualTo(1);
    }

    @Test
    void lanesStandInTheOrderOfTheirLossesAndWhatDivergedComesLast() {
        model.finish();
        look();

        assertThat(standing.table().get().orElseThrow().order()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(standing.table().get().orElseThrow().allRow(5).diverged()).isEqualTo(8);
        assertThat(player.readings().losses().get(0).help()).contains("SGD");
    }

    @Test
    void theTableShowsTheNewestFieldsThoughNobodyOvertookAnybody() {
        model.watch(new RaceCommand.Watch(4, List.of(new Entrant(0, 0)), List.of()));
        look();

        assertThat(standing.table().get().orElseThrow().race().watched().fields())
                .containsOnlyKeys(new Entrant(0, 0));
    }

    @Test
    void thePlayheadGoesOnlyWhereItWasDraggedLast() {
        model.finish();
        look();
        player.seek(24);
        player.seek(36);
        player.seek(12);
        look();
        look();

        assertThat(sent(RaceCommand.Seek.class)).containsExactly(new RaceCommand.Seek(24), new RaceCommand.Seek(12));
        assertThat(player.span().at()).isEqualTo(12);
        assertThat(player.span().later()).isTrue();
    }

    @Test
    void stepsAndSpeedsAreThoseOfARace() {
        player.step(Stride.EPOCH);
        player.step(Stride.SAMPLE);
        player.setSpeed(new Speed(5, Speed.Unit.STEPS));

        assertThat(sent(RaceCommand.StepEpoch.class)).hasSize(1);
        assertThat(sent(RaceCommand.Step.class)).isEmpty();
        assertThat(sent(RaceCommand.Speed.class)).last().isEqualTo(new RaceCommand.Speed(5.0 / FakeRace.TICKS));
    }

    @Test
    void flagsStandWhereLanesReachedTheTarget() {
        model.finish();
        look();

        assertThat(player.timeline().flags()).first().satisfies(flag -> {
            assertThat(flag.text()).isEqualTo("SGD");
            assertThat(flag.at()).isEqualTo(35 * FakeRace.TICKS);
        });
        assertThat(player.hindrance().get()).contains("The race is over; reset it, or go back in time");
    }

    @Test
    void anEntrantIsOpenedInTrain() throws InterruptedException {
        Entrant entrant = new Entrant(2, 3);
        List<String> seen = new ArrayList<>();
        model.openInTrain(entrant, () -> seen.add("train"));
        RaceCommand.Take take = (RaceCommand.Take) sent(RaceCommand.Take.class).get(0);
        assertThat(take.entrant()).isEqualTo(entrant);
        take.receiver().accept(Optional.of(train()));
        assertThat(answered.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThat(toTrain).last().isInstanceOf(Command.Open.class);
        assertThat(seen).containsExactly("train");
        assertThat(run.notice().get().orElseThrow().text()).startsWith("Nesterov, seed 4, is open in Train.");
    }
}
