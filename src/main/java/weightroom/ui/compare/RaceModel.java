package weightroom.ui.compare;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import weightroom.experiment.SavedRun;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.RaceCommand;
import weightroom.race.RacePicture;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.run.Background;
import weightroom.run.Snapshot.Notice;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/**
 * What the view of a race shows, and what its controls ask for: the newest snapshot, the question as the user wants it, and
 * how the answer is looked at. Everything else belongs to the trainer of the race.
 */
final class RaceModel {
    private final RunModel run;
    private final Background background;
    private final Consumer<RaceCommand> trainer;
    private final QuestionModel question;
    private final ReadOnlyObjectWrapper<Optional<RaceSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> playing = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Boolean> stale = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Boolean> preparing = new ReadOnlyObjectWrapper<>(false);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.FIRST);
    private Optional<Contest> begun = Optional.empty();
    private RaceCommand.Watch watched = RaceCommand.Watch.NOTHING;
    private boolean taken;
    private boolean moved;
    private boolean interrupted;
    private long sent;
    private long obeyed;
    private long serial = -1;
    private long lastNotice;

    /**
     * @param run that of Train, which the race is about
     * @param trainer takes commands
     */
    RaceModel(RunModel run, Background background, Consumer<RaceCommand> trainer) {
        this.run = run;
        this.background = background;
        this.trainer = trainer;
        question = new QuestionModel(run.options(), background);
        question.contest().addListener((observable, before, after) -> asked());
    }

    /** The race as it stands; empty before the first. */
    ReadOnlyObjectProperty<Optional<RaceSnapshot>> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** Whether it goes on by itself. */
    ReadOnlyObjectProperty<Boolean> playing() {
        return playing.getReadOnlyProperty();
    }

    /** What the race is to find out. */
    QuestionModel question() {
        return question;
    }

    /** How the race is looked at. */
    ObjectProperty<Look> look() {
        return look;
    }

    void look(UnaryOperator<Look> how) {
        look.set(how.apply(look.get()));
    }

    /** The run of Train. */
    RunModel run() {
        return run;
    }

    /** Whether the question has changed since the race that is shown was begun, so that another race would answer it. */
    ReadOnlyObjectProperty<Boolean> stale() {
        return stale.getReadOnlyProperty();
    }

    /** Takes over a new picture; one that was seen before changes nothing. */
    void accept(RacePicture next) {
        if (next.serial() == serial) {
            return;
        }
        serial = next.serial();
        obeyed = next.commands();
        preparing.set(next.preparing() || !caughtUp() && next.race().isEmpty());
        next.race().ifPresent(race -> {
            keepWithin(race.contest());
            if (caughtUp()) {
                playing.set(race.clock().playing());
            }
            snapshot.set(Optional.of(race));
        });
        next.notice().filter(one -> one.serial() > lastNotice).ifPresent(this::hear);
    }

    /** Whether the newest picture shows what became of everything that was asked for. */
    boolean caughtUp() {
        return obeyed >= sent;
    }

    /** Whether a race is being made ready. */
    ReadOnlyObjectProperty<Boolean> preparing() {
        return preparing.getReadOnlyProperty();
    }

    /** Begins with the experiment of Train, unless that was done before; takes up a search that leaving has ended. */
    void open() {
        if (!taken) {
            takeTrain();
        } else if (interrupted) {
            begun.ifPresent(this::begin);
        }
        interrupted = false;
    }

    /** Stands still while nobody looks. */
    void leave() {
        interrupted = snapshot.get()
                .filter(now -> now.phase().kind() == Phase.Kind.TUNING)
                .isPresent();
        pause();
        watch(RaceCommand.Watch.NOTHING);
    }

    /** Has the race be about the experiment of Train as it stands now. */
    void takeTrain() {
        taken = true;
        run.transport()
                .save(
                        2,
                        saved -> background.run(
                                () -> new Base(saved.experiment(), saved.folder()), question::setBase, run::refuse));
    }

    /** Whether the experiment of Train is another one than the race is about. */
    boolean trainDiffers() {
        return question.base()
                .filter(base -> !base.experiment().equals(run.experiment().get()))
                .isPresent();
    }

    /** Gives up the race that is shown for one that answers the question. */
    void raceAnew() {
        question.contest().get().ifPresent(this::begin);
    }

    /** Puts the question back to what the race that is shown answers. */
    void takeBack() {
        question.takeBack();
    }

    void togglePlay() {
        if (playing.get()) {
            pause();
        } else {
            ask(new RaceCommand.Play());
            playing.set(true);
        }
    }

    void pause() {
        if (playing.get() || busy()) {
            travel(new RaceCommand.Pause());
        }
    }

    /** Runs all seeds of all lanes to the end as fast as it goes. */
    void finish() {
        ask(new RaceCommand.Finish());
        playing.set(true);
    }

    /** Whether something is under way that is not racing at its speed. */
    boolean busy() {
        return snapshot.get()
                .map(now -> now.phase().kind() != Phase.Kind.RACING)
                .orElse(false);
    }

    /** Asks for what leaves the race paused. */
    void travel(RaceCommand command) {
        ask(command);
        playing.set(false);
    }

    void ask(RaceCommand command) {
        if (begun.isPresent() || command instanceof RaceCommand.Watch || command instanceof RaceCommand.UseDevice) {
            moved = goesOn(command) || (moved && !(command instanceof RaceCommand.Reset));
            sent++;
            trainer.accept(command);
        }
    }

    private static boolean goesOn(RaceCommand command) {
        return command instanceof RaceCommand.Play
                || command instanceof RaceCommand.Finish
                || command instanceof RaceCommand.Step
                || command instanceof RaceCommand.StepEpoch;
    }

    /** Says what somebody looks at of the snapshots; what nobody does is not computed. */
    void watch(RaceCommand.Watch wanted) {
        if (!wanted.equals(watched)) {
            watched = wanted;
            ask(wanted);
        }
    }

    /**
     * Has another picture made, though nothing has changed: what is shown of it has, and is looked at when a picture comes.
     */
    void stir() {
        ask(watched);
    }

    /**
     * Opens an entrant's run in Train as it stands; what was open there comes back with undo.
     *
     * @param opened is run when it is open
     */
    void openInTrain(Entrant entrant, Runnable opened) {
        ask(new RaceCommand.Take(
                entrant, found -> background.run(() -> found, one -> opened(one, entrant, opened), run::refuse)));
    }

    private void opened(Optional<SavedRun> found, Entrant entrant, Runnable opened) {
        if (found.isEmpty()) {
            run.refuse(Messages.text("compare.gone"));
            return;
        }
        run.transport().open(found.get());
        opened.run();
        snapshot.get()
                .ifPresent(now -> run.tell(Messages.text(
                        "compare.opened",
                        now.contest().lanes().get(entrant.lane()).name(),
                        Long.toString(now.contest().seed(entrant.seed())))));
    }

    private void asked() {
        Optional<Contest> wanted = question.contest().get();
        boolean other = wanted.isPresent() && !wanted.equals(begun);
        if (other && !moved) {
            begin(wanted.get());
        } else {
            stale.set(other && begun.isPresent());
        }
    }

    private void begin(Contest contest) {
        begun = Optional.of(contest);
        moved = false;
        question.settled();
        stale.set(false);
        travel(new RaceCommand.Begin(contest));
    }

    /** Chooses only what there is in a contest. */
    private void keepWithin(Contest contest) {
        Look now = look.get();
        int lane = Math.min(now.lane(), contest.lanes().size() - 1);
        int seed = Math.min(now.seed(), contest.seeds() - 1);
        if (lane != now.lane() || seed != now.seed()) {
            look.set(now.withLane(lane).withSeed(seed));
        }
    }

    private void hear(Notice heard) {
        lastNotice = heard.serial();
        if (heard.kind() == Notice.Kind.INFORMATION) {
            run.tell(heard.text());
        } else {
            run.refuse(heard.text());
        }
    }
}
