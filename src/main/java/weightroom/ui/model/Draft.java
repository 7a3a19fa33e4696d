package weightroom.ui.model;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.experiment.Experiment;
import weightroom.run.Command;
import weightroom.run.Run;
import weightroom.run.Snapshot;

/** The experiment as the user wants it: ahead of the run while that catches up, or while a fresh start is not agreed to. */
final class Draft {
    private final Consumer<Command> ask;
    private final Supplier<Snapshot> now;
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> pending = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param ask sends a command
     * @param now the run as it stands
     */
    Draft(Consumer<Command> ask, Supplier<Snapshot> now) {
        this.ask = ask;
        this.now = now;
        experiment = new ReadOnlyObjectWrapper<>(now.get().setup().experiment());
    }

    ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Experiment>> pending() {
        return pending.getReadOnlyProperty();
    }

    /** Asks for a changed experiment where it can be live, or where nothing is lost; else leaves it pending. */
    void change(Experiment changed, boolean playing) {
        if (changed.equals(experiment.get())) {
            return;
        }
        experiment.set(changed);
        boolean untrained = now.get().state().step() == 0 && !playing;
        if (untrained || Run.keepsWeights(now.get().setup(), changed)) {
            send(changed);
        } else {
            pending.set(Optional.of(changed));
        }
    }

    /** Asks for a changed experiment at once, whether it is live or a fresh start. */
    void start(Experiment changed) {
        experiment.set(changed);
        send(changed);
    }

    /** Starts anew with what is pending. */
    void startFresh() {
        pending.get().ifPresent(this::send);
    }

    /** Back to what the run does. */
    void takeBack() {
        pending.set(Optional.empty());
        experiment.set(now.get().setup().experiment());
    }

    /** Shows what the run now does; to be called when it has carried out all that was asked for. */
    void follow() {
        if (pending.get().isEmpty()) {
            experiment.set(now.get().setup().experiment());
        }
    }

    private void send(Experiment wanted) {
        pending.set(Optional.empty());
        ask.accept(new Command.Change(wanted));
    }
}
