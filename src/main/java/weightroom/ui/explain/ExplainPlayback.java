package weightroom.ui.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Setup;
import weightroom.explain.Subject;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Speed;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/**
 * A pass as something that plays, phase by phase and sample by sample; its places and its timeline are those of what it is a
 * pass of.
 */
final class ExplainPlayback implements Playback {
    static final Speed USUAL = new Speed(1, Speed.Unit.PHASES);

    private static final String KEPT = "explain.speed";
    private static final double NANOS = 1e9;

    private final ExplainModel model;
    private final Playback run;
    private final Options options;
    private final ReadOnlyObjectWrapper<Heading> heading = new ReadOnlyObjectWrapper<>(new Heading("", ""));
    private final ReadOnlyObjectWrapper<Boolean> going = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Speed> speed;
    private final List<ObservableValue<?>> causes;
    private final InvalidationListener noticing = cause -> notice();
    private long changes;
    private long lastPhase;

    /** @param run what the timeline goes along */
    ExplainPlayback(ExplainModel model, Playback run) {
        this.model = model;
        this.run = run;
        options = model.run().options();
        speed = new ReadOnlyObjectWrapper<>(Speed.byId(options.text(KEPT), Speed.OF_PHASES, USUAL));
        causes = List.of(model.pass(), model.phase(), model.trouble(), model.limit());
        causes.forEach(cause -> cause.addListener(noticing));
        notice();
    }

    /** Follows the pass no longer: another playback takes its place. */
    void close() {
        going.set(false);
        causes.forEach(cause -> cause.removeListener(noticing));
    }

    private void notice() {
        changes++;
        heading.set(new Heading(Messages.text("explain.heading"), subtitle(model.subject())));
        Optional<String> asked = model.phase().get() >= model.limit().get()
                ? Optional.of(Messages.text("explain.asked"))
                : Optional.empty();
        hindrance.set(model.trouble().get().or(() -> asked));
        if (hindrance.get().isPresent()) {
            going.set(false);
        }
    }

    /** {@code XOR, 2-2-1, squared error}. */
    private static String subtitle(Subject subject) {
        Plan plan = subject.plan();
        Network network = plan.network();
        String widths = network.inputs()
                + network.layers().stream()
                        .map(Layer::units)
                        .map(units -> "-" + units)
                        .collect(Collectors.joining());
        String data = data(subject.setup());
        return Messages.text(
                "explain.subheading", data, widths, plan.loss().label().toLowerCase(Locale.ROOT));
    }

    private static String data(Setup setup) {
        DataSpec.Origin origin = setup.experiment().data().origin();
        if (origin instanceof DataSpec.Source known) {
            return known.source().label();
        }
        String title = setup.experiment().title();
        return origin instanceof DataSpec.OwnRows
                ? title.isEmpty() ? Messages.text("explain.own-rows") : title
                : setup.rows().dataset().name();
    }

    /** Goes on by a phase where it is time for it. */
    void pulse(long nanos) {
        if (going.get() && nanos - lastPhase >= NANOS / speed.get().amount()) {
            lastPhase = nanos;
            forward();
        }
    }

    /** The next phase, after the last one the first of the next sample. */
    private void forward() {
        if (model.phase().get() < model.lastFree()) {
            model.setPhase(model.phase().get() + 1);
        } else if (hindrance.get().isPresent()) {
            model.run().tell(hindrance.get().get());
        } else {
            model.moveSample(1);
            model.setPhase(0);
        }
    }

    @Override
    public ReadOnlyObjectProperty<Heading> heading() {
        return heading.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Boolean> playing() {
        return going.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<String>> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    @Override
    public void togglePlay() {
        run.pause();
        going.set(!going.get() && hindrance.get().isEmpty());
        lastPhase = 0;
    }

    @Override
    public void pause() {
        going.set(false);
        run.pause();
    }

    @Override
    public void reset() {
        pause();
        model.setPhase(0);
    }

    @Override
    public List<Stride> strides() {
        return List.of(Stride.BATCH, Stride.EPOCH, Stride.SAMPLE);
    }

    @Override
    public void step(Stride stride) {
        pause();
        switch (stride) {
            case BATCH -> forward();
            case EPOCH -> model.setPhase(model.lastFree());
            case SAMPLE -> model.moveSample(1);
        }
    }

    /** Trains the run, whose places these are. */
    @Override
    public void goOn(long epochs) {
        pause();
        run.goOn(epochs);
    }

    @Override
    public void stepBack() {
        pause();
        model.setPhase(model.phase().get() - 1);
    }

    @Override
    public boolean canStepBack() {
        return model.phase().get() > 0;
    }

    @Override
    public void seek(long place) {
        going.set(false);
        run.seek(place);
    }

    @Override
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return run.target();
    }

    @Override
    public void latest() {
        going.set(false);
        run.latest();
    }

    @Override
    public ReadOnlyObjectProperty<Speed> speed() {
        return speed.getReadOnlyProperty();
    }

    @Override
    public void setSpeed(Speed wanted) {
        speed.set(wanted);
        options.remember(KEPT, wanted.id());
    }

    @Override
    public List<Speed> speeds() {
        return Speed.OF_PHASES;
    }

    @Override
    public String words() {
        return "explain.";
    }

    @Override
    public boolean movesWith(Playback other) {
        return other.equals(this) || other.equals(run);
    }

    @Override
    public boolean branching() {
        return run.branching();
    }

    @Override
    public void branch() {
        run.branch();
    }

    @Override
    public void follow(Flag flag) {
        going.set(false);
        run.follow(flag);
    }

    @Override
    public void useDevice(String id) {
        run.useDevice(id);
    }

    @Override
    public long serial() {
        return run.serial() + changes;
    }

    @Override
    public Span span() {
        return run.span();
    }

    @Override
    public Readings readings() {
        return run.readings();
    }

    @Override
    public TimelineReading timeline() {
        return run.timeline();
    }
}
