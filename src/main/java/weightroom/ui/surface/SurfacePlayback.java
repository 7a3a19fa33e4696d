package weightroom.ui.surface;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.engine.Optimizer;
import weightroom.plot.Numbers;
import weightroom.surface.Verdict;
import weightroom.surface.Walk;
import weightroom.ui.kit.LaneColor;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Device;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Readings.State;
import weightroom.ui.model.Speed;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/** Balls on a surface as something that plays; its places are steps, and every step sees the whole surface. */
final class SurfacePlayback implements Playback {
    private static final Speed USUAL = new Speed(20, Speed.Unit.STEPS);
    /** Steps in a second that an eye can still follow, and a pulse can compute. */
    private static final double FASTEST = 5000;

    private static final double NANOS = 1e9;
    /** What is made up for after a pause of the screen, in seconds. */
    private static final double LONGEST_PULSE = 0.1;

    private final SurfaceModel model;
    private final ReadOnlyObjectWrapper<Heading> heading;
    private final ReadOnlyObjectWrapper<Boolean> going = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> target = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(USUAL);
    private long seen = -1;
    private long lastPulse;
    private boolean settled;

    SurfacePlayback(SurfaceModel model) {
        this.model = model;
        heading = new ReadOnlyObjectWrapper<>(head());
    }

    /** Goes on by what the time since the last pulse is worth. */
    void pulse(long nanos) {
        boolean ready = model.compute();
        if (going.get() && ready && lastPulse != 0) {
            double seconds = Math.min(LONGEST_PULSE, (nanos - lastPulse) / NANOS);
            model.advance(seconds * Math.min(FASTEST, speed.get().epochsPerSecond(1)));
            model.compute();
            boolean now = model.settled();
            if (model.over() || now && !settled) {
                going.set(false);
            }
            settled = now;
        }
        lastPulse = nanos;
        notice();
    }

    /** Whether the next pulse will change something. */
    boolean moving() {
        return going.get() || seen != model.serial();
    }

    /** Looks at what has been changed besides. */
    void notice() {
        if (seen != model.serial()) {
            seen = model.serial();
            boolean over = model.over();
            hindrance.set(over ? Optional.of(Messages.text(overKey())) : Optional.empty());
            going.set(going.get() && !over);
            heading.set(head());
        }
    }

    private String overKey() {
        return model.shown().isEmpty()
                ? "surface.over.none"
                : model.at() >= Walk.MOST_STEPS ? "surface.over.steps" : "surface.over.left";
    }

    private Heading head() {
        String state = Messages.text(going.get() ? "surface.playing" : "surface.paused");
        return new Heading(
                Messages.text("surface.heading", model.surface().label()),
                Messages.text("surface.subheading", model.shown().size(), state));
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
        lastPulse = 0;
        settled = model.settled();
        going.set(!going.get() && !model.over());
        heading.set(head());
    }

    @Override
    public void pause() {
        going.set(false);
        heading.set(head());
    }

    @Override
    public void reset() {
        pause();
        model.restart();
        notice();
    }

    @Override
    public List<Stride> strides() {
        return List.of(Stride.BATCH);
    }

    @Override
    public void step(Stride stride) {
        if (stride == Stride.BATCH) {
            move(model.at() + 1L);
        }
    }

    @Override
    public void stepBack() {
        move(model.at() - 1L);
    }

    @Override
    public void seek(long place) {
        move(Math.min(place, model.latest()));
    }

    @Override
    public void latest() {
        move(model.latest());
    }

    private void move(long place) {
        pause();
        model.goTo((int) place);
        model.compute();
        notice();
    }

    @Override
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return target.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Speed> speed() {
        return speed.getReadOnlyProperty();
    }

    @Override
    public void setSpeed(Speed wanted) {
        speed.set(wanted);
    }

    @Override
    public boolean branching() {
        return false;
    }

    /** Steps follow from where a ball starts and its numbers: there is no other future. */
    @Override
    public void branch() {}

    @Override
    public void follow(Flag flag) {
        model.choose(SurfaceModel.OPTIMIZERS.get(flag.number()));
        seek(flag.at());
    }

    /** Two numbers a step are computed here, in double precision. */
    @Override
    public void useDevice(String id) {}

    @Override
    public long serial() {
        return model.serial();
    }

    @Override
    public Span span() {
        return SurfaceTimeline.span(model);
    }

    @Override
    public Readings readings() {
        List<Optimizer> shown = model.shown();
        long reached = count(Verdict.Kind.REACHED);
        long gone = count(Verdict.Kind.DIVERGED) + count(Verdict.Kind.LEFT);
        Optional<Optimizer> lowest = shown.stream()
                .filter(one -> !model.verdict(one).ended())
                .min((one, other) -> Double.compare(value(one), value(other)));
        return new Readings(
                List.of(
                        counter("surface.step", model.at()),
                        counter("surface.reached", reached),
                        counter("surface.gone", gone)),
                List.of(
                        loss("surface.chosen", shown.isEmpty() ? Optional.empty() : Optional.of(model.chosen())),
                        loss("surface.lowest", lowest)),
                new Device("java", Messages.text("surface.device"), false, Messages.text("surface.device.help")));
    }

    private long count(Verdict.Kind kind) {
        return model.shown().stream()
                .filter(one -> model.verdict(one).kind() == kind)
                .count();
    }

    private double value(Optimizer optimizer) {
        return model.walk(optimizer).at(model.at()).value();
    }

    private static Counter counter(String key, long number) {
        return new Counter(Messages.text(key), Messages.text(key + ".help"), Numbers.count(number));
    }

    private Loss loss(String key, Optional<Optimizer> of) {
        String name = Messages.text(key);
        String help = Messages.text(key + ".help");
        if (of.isEmpty()) {
            return new Loss(name, List.of("lane-line"), help, Numbers.NONE, State.LIVE);
        }
        Optimizer optimizer = of.get();
        boolean diverged = model.verdict(optimizer).kind() == Verdict.Kind.DIVERGED;
        return new Loss(
                name,
                List.of("lane-line", LaneColor.of(SurfaceModel.OPTIMIZERS.indexOf(optimizer))),
                optimizer.label() + "\n" + help,
                diverged ? Messages.text("diverged") : Numbers.loss(value(optimizer)),
                diverged ? State.DIVERGED : model.at() < model.latest() ? State.TRAVELLED : State.LIVE);
    }

    @Override
    public TimelineReading timeline() {
        return SurfaceTimeline.of(model);
    }
}
