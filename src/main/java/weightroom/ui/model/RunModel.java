package weightroom.ui.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.data.Plane;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;
import weightroom.run.Command;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.run.Snapshot.Notice;

/**
 * What the view of a run shows, and what its controls ask for. It holds the newest snapshot and the experiment as the user
 * wants it, which the trainer may still be catching up with; everything else belongs to the trainer.
 */
public final class RunModel {
    private final Consumer<Command> trainer;
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final Draft draft;
    private final ReadOnlyObjectWrapper<Boolean> playing;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Unit>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Watching watching = new Watching();
    private final Transport transport;
    private final Hold hold = new Hold();
    private final Options options;
    private final Playback playback;
    private final Drawing drawing;
    private final Explanations explanations = new Explanations(this);
    private Optional<Command.Watch> watched = Optional.empty();
    private long lastNotice;
    private long sent;
    private String wantedDevice;
    private boolean fellBack;

    /** A model whose window remembers nothing. */
    public RunModel(Consumer<Command> trainer, Snapshot first) {
        this(trainer, first, Options.passing());
    }

    /**
     * @param trainer takes commands
     * @param first the run as it stands
     * @param options how the window looks and behaves
     */
    public RunModel(Consumer<Command> trainer, Snapshot first, Options options) {
        this.trainer = trainer;
        this.options = options;
        snapshot = new ReadOnlyObjectWrapper<>(first);
        draft = new Draft(this::ask, snapshot::get);
        drawing = new Drawing(draft.experiment()::get, () -> snapshot.get().setup(), draft::start);
        playing = new ReadOnlyObjectWrapper<>(first.playing());
        wantedDevice = first.device();
        transport = new Transport(this::ask, this::travel, first, options);
        playback = new RunPlayback(this);
        watch(first);
    }

    /** What snapshots hold only while somebody looks at it. */
    public enum Part {
        /** The outputs over the plane. */
        FIELD,
        /** The outputs for the rows. */
        ANSWERS,
        /** Gradients, activations and weights per layer. */
        INSIGHT,
        /** Every unit's output over the plane. */
        TILES
    }

    /**
     * A unit of the network.
     *
     * @param layer from 0, the output layer last; −1 for the inputs
     * @param index within the layer, from 0
     */
    public record Unit(int layer, int index) {}

    /** Takes over a new snapshot; one that was seen before changes nothing. */
    public void accept(Snapshot next) {
        if (next.serial() == snapshot.get().serial()) {
            return;
        }
        snapshot.set(next);
        if (caughtUp()) {
            playing.set(next.playing());
            draft.follow();
            fellBack = !wantedDevice.equals(next.device()) && !wantedDevice.equals("auto");
        }
        transport.accept(next, caughtUp());
        next.notice().filter(one -> one.serial() > lastNotice).ifPresent(this::hear);
        watch(next);
    }

    public ReadOnlyObjectProperty<Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The experiment as the controls show it. */
    public ReadOnlyObjectProperty<Experiment> experiment() {
        return draft.experiment();
    }

    public ReadOnlyObjectProperty<Boolean> playing() {
        return playing.getReadOnlyProperty();
    }

    /** What the user should know, until it is dismissed. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether the run has diverged and stands at its last finite step. */
    public boolean diverged() {
        return snapshot.get().divergence().isPresent();
    }

    /** Whether another device than the one asked for is in use, because that one failed. */
    public boolean fellBack() {
        return fellBack;
    }

    /** Plays when it stands, pauses when it plays. */
    public void togglePlay() {
        boolean play = !playing.get() && !diverged();
        if (play && hold.reason().get().isPresent()) {
            tell(hold.reason().get().get());
            return;
        }
        ask(play ? new Command.Play() : new Command.Pause());
        playing.set(play);
    }

    /** Back to the first weights. */
    public void reset() {
        dismiss();
        takeBack();
        ask(new Command.Reset());
    }

    /** How fast the run plays, and ways to other moments of it. */
    public Transport transport() {
        return transport;
    }

    /** The run as the frame shows and moves it. */
    public Playback playback() {
        return playback;
    }

    /** What keeps the run from going on. */
    public Hold hold() {
        return hold;
    }

    /** How the window looks and behaves. */
    public Options options() {
        return options;
    }

    /** Has the devices looked for; the list is the trainer's. */
    public void findDevices() {
        ask(new Command.FindDevices());
    }

    public void useDevice(String id) {
        wantedDevice = id;
        fellBack = false;
        options.device().set(id);
        ask(new Command.UseDevice(id));
    }

    /**
     * Asks for a changed experiment, live where that can be.
     *
     * @throws InvalidInput when a part of it cannot be; nothing is changed then
     */
    public void change(UnaryOperator<Experiment> how) {
        draft.change(how.apply(draft.experiment().get()), playing.get());
    }

    /** What was changed but needs a fresh start, which the user has not agreed to yet; the run goes on as it was. */
    public ReadOnlyObjectProperty<Optional<Experiment>> pending() {
        return draft.pending();
    }

    /** Starts anew with what is pending. */
    public void startFresh() {
        draft.startFresh();
    }

    /** Puts the controls back to what the run does. */
    public void takeBack() {
        draft.takeBack();
    }

    /** Rows placed and erased by hand in the plane. */
    public Drawing drawing() {
        return drawing;
    }

    /** What the user asks to have explained. */
    public Explanations explanations() {
        return explanations;
    }

    /** Says why something that the user gave was not taken. */
    public void refuse(String why) {
        notice.set(Optional.of(new Notice(lastNotice, Notice.Kind.ERROR, why)));
    }

    /** The unit that the user points at, shown large where the answer of the network stands otherwise. */
    public ReadOnlyObjectProperty<Optional<Unit>> pointed() {
        return pointed.getReadOnlyProperty();
    }

    public void point(Optional<Unit> unit) {
        pointed.set(unit);
    }

    /**
     * Says what somebody looks at of the snapshots; what nobody does is not computed.
     *
     * @param who the same object each time; is held until it looks at nothing
     * @param parts everything that it looks at from now on
     */
    public void look(Object who, Set<Part> parts) {
        watching.look(who, parts);
        watch(snapshot.get());
    }

    /** Says that the window itself begins or ends to look at a part, whoever else does. */
    public void show(Part part, boolean visible) {
        watching.show(this, part, visible);
        watch(snapshot.get());
    }

    /** Which plane through the inputs the field and the tiles are computed over. */
    public ReadOnlyObjectProperty<Slice> slice() {
        return watching.slice();
    }

    /** The rectangle of that plane that is drawn. */
    public ReadOnlyObjectProperty<Optional<Plane>> plane() {
        return watching.plane();
    }

    /** Looks at another plane; one that the data has not is left alone. */
    public void setSlice(Slice wanted) {
        watching.setSlice(wanted);
        watch(snapshot.get());
    }

    /** Goes on with other weights or biases: index into the flat array of the network's layout to the new value. */
    public void edit(Map<Integer, Float> parameters) {
        ask(new Command.Edit(parameters));
    }

    /**
     * Asks for another value of the setting at a path.
     *
     * @throws InvalidInput when the setting does not take it
     */
    public void set(String path, double value) {
        change(now -> Settings.find(now, path).with(now, value));
    }

    /** The number at a path. */
    public double get(String path) {
        return Settings.find(experiment().get(), path).number(experiment().get());
    }

    /** Says something to the user. */
    public void tell(String text) {
        notice.set(Optional.of(new Notice(lastNotice, Notice.Kind.INFORMATION, text)));
    }

    /** Takes the notice away. */
    public void dismiss() {
        notice.set(Optional.empty());
    }

    /** Whether the newest snapshot shows what became of everything that was asked for. */
    public boolean caughtUp() {
        return snapshot.get().progress().commands() >= sent;
    }

    /** Asks for what leaves the run paused, perhaps with another experiment. */
    private void travel(Command command) {
        takeBack();
        ask(command);
        playing.set(false);
    }

    private void ask(Command command) {
        if (hold.refuses(command)) {
            tell(hold.reason().get().orElseThrow());
            return;
        }
        sent++;
        trainer.accept(command);
    }

    private void hear(Notice heard) {
        lastNotice = heard.serial();
        boolean guided = !snapshot.get().desk().equals(Command.Desk.FIRST);
        if (heard.kind() == Notice.Kind.INFORMATION && (guided || drawing.mode().get() != Drawing.Mode.OFF)) {
            // Each point drawn is a fresh start, and a notice would move the plot away under the pointer. A lesson has
            // many
            // fresh starts too, and says itself what they are for.
            return;
        }
        notice.set(Optional.of(heard));
    }

    private void watch(Snapshot now) {
        Command.Watch wanted = watching.wanted(now.setup().rows().dataset(), playing.get());
        if (!watched.equals(Optional.of(wanted))) {
            watched = Optional.of(wanted);
            ask(wanted);
        }
    }
}
