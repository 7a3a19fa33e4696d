package weightroom.ui.model;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.run.Command;
import weightroom.run.Snapshot;

/** Moves the run through its own time: step by step, to any step it has been at, into branches, and back. */
public final class Transport {
    private static final long NOWHERE = -1;
    /** Snapshots after which a seek that has not arrived is taken to have been refused. */
    private static final long PATIENCE = 3;

    private final Consumer<Command> ask;
    private final ReadOnlyObjectWrapper<OptionalLong> target = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private Snapshot now;
    private long flyingTo = NOWHERE;
    private long flownAt;

    /** @param ask sends a command that leaves the run paused */
    Transport(Consumer<Command> ask, Snapshot first) {
        this.ask = ask;
        now = first;
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

    /** Pauses and goes on by so much. */
    public void step(Stride stride) {
        ask.accept(
                switch (stride) {
                    case SAMPLE -> new Command.StepSample();
                    case BATCH -> new Command.Step(1);
                    case EPOCH -> new Command.StepEpoch();
                });
    }

    /** One update back. */
    public void stepBack() {
        ask.accept(new Command.StepBack());
    }

    /**
     * To where the run stood after so many updates, or the nearest it has been. While one seek is under way only the last
     * wish counts, so a dragged playhead does not leave a queue behind.
     */
    public void seek(long step) {
        long wanted = Math.max(0, Math.min(step, now.timeline().latest().step()));
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
        ask.accept(new Command.Latest());
    }

    /** Makes a branch the present run. */
    public void goTo(int branch) {
        ask.accept(new Command.GoTo(branch));
    }

    public void undo() {
        ask.accept(new Command.Undo());
    }

    public void redo() {
        ask.accept(new Command.Redo());
    }

    /** Forgets branches and the curves of earlier runs. */
    public void clearEarlier() {
        ask.accept(new Command.ClearEarlier());
    }

    /** Goes on with a run that was saved. */
    public void open(SavedRun run) {
        ask.accept(new Command.Open(run));
    }

    /** Starts with another experiment, whose files are relative to the folder. */
    public void begin(Experiment experiment, Path folder) {
        ask.accept(new Command.New(experiment, folder));
    }

    /** Whether the run stands before the furthest that it came. */
    public boolean travelled() {
        return now.state().step() < now.timeline().latest().step();
    }

    void accept(Snapshot next) {
        now = next;
        if (flyingTo == NOWHERE) {
            return;
        }
        boolean arrived = next.timeline().travel().isEmpty()
                && (next.state().step() == flyingTo || next.serial() > flownAt + PATIENCE);
        if (arrived) {
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

    private void fly(long step) {
        flyingTo = step;
        flownAt = now.serial();
        ask.accept(new Command.Seek(step));
    }
}
