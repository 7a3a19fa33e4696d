package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.explain.Subject;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Device;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Speed;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/** An example's network along the steps that were taken; its places are these steps. It goes on only by a step that is taken. */
final class OwnPlayback implements Playback {
    private final SubjectModel model;
    private final OwnNetwork network;
    private final ReadOnlyObjectWrapper<Heading> heading;
    private final ReadOnlyObjectWrapper<Boolean> playing = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> target = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(ExplainPlayback.USUAL);

    OwnPlayback(SubjectModel model, OwnNetwork network) {
        this.model = model;
        this.network = network;
        heading = new ReadOnlyObjectWrapper<>(new Heading(Messages.text("explain.heading"), ""));
    }

    @Override
    public ReadOnlyObjectProperty<Heading> heading() {
        return heading.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Boolean> playing() {
        return playing.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<String>> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    /** It stands; its passes are played. */
    @Override
    public void togglePlay() {}

    @Override
    public void pause() {}

    @Override
    public void reset() {
        model.goTo(0);
    }

    @Override
    public List<Stride> strides() {
        return List.of(Stride.BATCH);
    }

    @Override
    public void step(Stride stride) {
        if (network.at() < network.latest()) {
            model.goTo(network.at() + 1L);
        } else {
            model.update();
        }
    }

    @Override
    public void stepBack() {
        model.goTo(network.at() - 1L);
    }

    @Override
    public void seek(long place) {
        model.goTo(place);
    }

    @Override
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return target.getReadOnlyProperty();
    }

    @Override
    public void latest() {
        model.goTo(network.latest());
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

    /** Another step from a state before takes the place of what came after it. */
    @Override
    public void branch() {}

    @Override
    public void follow(Flag flag) {
        seek(flag.at());
    }

    /** All numbers are computed here, in double precision. */
    @Override
    public void useDevice(String id) {}

    @Override
    public long serial() {
        return model.changes();
    }

    @Override
    public Span span() {
        return new Span(0, network.at(), network.latest());
    }

    @Override
    public Readings readings() {
        Subject now = network.now();
        boolean travelled = network.at() < network.latest();
        return new Readings(
                List.of(
                        counter("explain.own.step", network.at()),
                        counter("explain.own.parameters", now.layout().trainable()),
                        counter("explain.own.rows", now.trainingRows())),
                List.of(
                        loss("loss.train", "train-line", network.loss(network.at()), travelled),
                        loss("loss.test", "test-line", Double.NaN, travelled)),
                new Device(
                        "java", Messages.text("explain.own.device"), false, Messages.text("explain.own.device.help")));
    }

    private static Loss loss(String key, String line, double value, boolean travelled) {
        return new Loss(
                Messages.text(key),
                List.of(line),
                Messages.text("explain.own." + key + ".help"),
                Numbers.loss(value),
                travelled ? Readings.State.TRAVELLED : Readings.State.LIVE);
    }

    private static Counter counter(String key, long number) {
        return new Counter(Messages.text(key), Messages.text(key + ".help"), Numbers.count(number));
    }

    @Override
    public TimelineReading timeline() {
        int latest = network.latest();
        String words = network.at() < latest
                ? Messages.text("explain.own.place", network.at(), latest)
                : Messages.text("explain.own.end", latest);
        Curve curve = new Curve(
                IntStream.rangeClosed(0, latest).asLongStream().toArray(),
                IntStream.rangeClosed(0, latest).mapToDouble(network::loss).toArray());
        Epochs epochs = new Epochs(
                latest, 1, step -> step <= latest ? OptionalLong.of(Math.round(step)) : OptionalLong.empty());
        return new TimelineReading(span(), words, curve, List.of(), epochs, List.of(), Optional.empty(), network);
    }
}
