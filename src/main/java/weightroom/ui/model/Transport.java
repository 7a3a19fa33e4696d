package weightroom.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.run.Command;
import weightroom.run.Past;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;

/** Moves the run through its own time: at some speed, step by step, to any step it has been at, into branches, and back. */
public final class Transport {
    private static final long NOWHERE = -1;
    private final Consumer<Command> ask;
    private final Consumer<Command> travel;
    private final Options options;
    private final ReadOnlyObjectWrapper<Speed> speed;
    private final ReadOnlyObjectWrapper<OptionalLong> target = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ObjectProperty<List<Timeline.Mark>> milestones = new SimpleObjectProperty<>(List.of());
    private Snapshot now;
    private String desk;
    private long flyingTo = NOWHERE;
    private double toldSpeed;

    /**
     * @param ask sends a command
     * @param travel sends one that leaves the run paused
     * @param first the run as it stands
     * @param options remember the speed
     */
    Transport(Consumer<Command> ask, Consumer<Command> travel, Snapshot first, Options options) {
        this.ask = ask;
        this.travel = travel;
        this.options = options;
        now = first;
        desk = first.desk();
        speed = new ReadOnlyObjectWrapper<>(options.speed().get());
        tellSpeed();
    }

    /** How far one press of the step button goes. */
    public enum Stride {
        /** To the next row of the batch. */
        SAMPLE,
        /** One update. */
        BATCH,
        /** To the end of the epoch. */
        EPOCH
    }

    public ReadOnlyObjectProperty<Speed> speed() {
        return speed.getReadOnlyProperty();
    }

    public void setSpeed(Speed wanted) {
        speed.set(wanted);
        options.speed().set(wanted);
        tellSpeed();
    }

    /** Pauses and goes on by so much. */
    public void step(Stride stride) {
        travel.accept(
                switch (stride) {
                    case SAMPLE -> new Command.StepSample();
                    case BATCH -> new Command.Step(1);
                    case EPOCH -> new Command.StepEpoch();
                });
    }

    /** Pauses and makes so many updates. */
    public void step(long updates) {
        travel.accept(new Command.Step(updates));
    }

    /** One update back. */
    public void stepBack() {
        travel.accept(new Command.StepBack());
    }

    /**
     * To where the run stood after so many updates, or the nearest it has been. While one seek is under way only the last
     * wish counts, so a dragged playhead does not leave a queue behind.
     */
    public void seek(long step) {
        long wanted = Math.max(
                now.timeline().earliest().step(),
                Math.min(step, now.timeline().latest().step()));
        target.set(OptionalLong.of(wanted));
        if (flyingTo == NOWHERE) {
            fly(wanted);
        }
    }

    /** Where the playhead was dragged to, until the run has arrived there. */
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return target.getReadOnlyProperty();
    }

    /** To the furthest that the run came. */
    public void latest() {
        travel.accept(new Command.Latest());
    }

    /** Keeps what lies beyond this moment as a branch and goes on from here without it. */
    public void branch() {
        ask.accept(new Command.Branch());
    }

    /** Makes a branch the present run. */
    public void goTo(int branch) {
        travel.accept(new Command.GoTo(branch));
    }

    public void undo() {
        travel.accept(new Command.Undo());
    }

    public void redo() {
        travel.accept(new Command.Redo());
    }

    /** Forgets branches and the curves of earlier runs. */
    public void clearEarlier() {
        travel.accept(new Command.ClearEarlier());
    }

    /** Plays until so many epochs are done, and stops exactly there. */
    public void playTo(long epochs) {
        ask.accept(new Command.PlayTo(epochs));
    }

    /** Stands still, wherever it is. */
    public void pause() {
        travel.accept(new Command.Pause());
    }

    /** Puts the run aside and takes up that of another desk; one without a run begins with the experiment. */
    public void goToDesk(String name, Experiment experiment, Path folder) {
        desk = name;
        travel.accept(new Command.Desk(name, experiment, folder));
    }

    /** The desk that was asked for last. */
    public String desk() {
        return desk;
    }

    /** What somebody wants to see on the timeline besides what was changed, such as a goal that was reached. */
    public ObjectProperty<List<Timeline.Mark>> milestones() {
        return milestones;
    }

    /** Goes on with a run that was saved. */
    public void open(SavedRun run) {
        travel.accept(new Command.Open(run));
    }

    /** Starts with another experiment, whose files are relative to the folder. */
    public void begin(Experiment experiment, Path folder) {
        travel.accept(new Command.New(experiment, folder));
    }

    /**
     * Hands over the run as it stands; it goes on meanwhile.
     *
     * @param points the most points of its history to keep
     * @param receiver called once, on the trainer's thread
     */
    public void save(int points, Consumer<SavedRun> receiver) {
        ask.accept(new Command.Save(points, receiver));
    }

    /**
     * Hands over what it takes to train the run again, up to where it stands.
     *
     * @param receiver called once, on the trainer's thread
     */
    public void recall(Consumer<Past> receiver) {
        ask.accept(new Command.Recall(receiver));
    }

    /** Whether the run stands before the furthest that it came. */
    public boolean travelled() {
        return now.state().step() < now.timeline().latest().step();
    }

    /** @param caughtUp whether the snapshot shows what became of all that was asked for */
    void accept(Snapshot next, boolean caughtUp) {
        now = next;
        tellSpeed();
        if (flyingTo != NOWHERE && caughtUp && next.timeline().travel().isEmpty()) {
            long wanted = target.get().orElse(flyingTo);
            boolean further = wanted != flyingTo;
            flyingTo = NOWHERE;
            if (further) {
                fly(wanted);
            } else {
                target.set(OptionalLong.empty());
            }
        }
    }

    /** Tells the trainer its speed in epochs, where that has become another one. */
    private void tellSpeed() {
        int rows = now.setup().data().get(0).train().count();
        double wanted = speed.get().epochsPerSecond(now.setup().plan().stepsPerEpoch(rows));
        if (wanted != toldSpeed) {
            toldSpeed = wanted;
            ask.accept(new Command.Speed(wanted));
        }
    }

    private void fly(long step) {
        flyingTo = step;
        travel.accept(new Command.Seek(step));
    }
}
