package weightroom.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Speed;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Journey;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/** Something that plays without a run: it has come to place 40 of ten to an epoch, and notes what is asked of it. */
final class Clockwork implements Playback {
    final ReadOnlyObjectWrapper<Heading> heading = new ReadOnlyObjectWrapper<>(new Heading("A clock", "wound up"));
    final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    final List<String> asked = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Boolean> playing = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<OptionalLong> target = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(Speed.ALL.get(0));
    Optional<Journey> journey = Optional.empty();
    long at = 40;
    long serial;

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

    @Override
    public void togglePlay() {
        playing.set(!playing.get());
    }

    @Override
    public void pause() {
        playing.set(false);
    }

    @Override
    public void reset() {
        asked.add("reset");
    }

    @Override
    public List<Stride> strides() {
        return List.of(Stride.BATCH, Stride.EPOCH);
    }

    @Override
    public void step(Stride stride) {
        if (strides().contains(stride)) {
            asked.add("step " + stride);
        }
    }

    @Override
    public void stepBack() {
        asked.add("back");
    }

    @Override
    public void seek(long place) {
        asked.add("seek " + place);
    }

    @Override
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return target.getReadOnlyProperty();
    }

    @Override
    public void latest() {
        asked.add("latest");
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

    @Override
    public void branch() {
        asked.add("branch");
    }

    @Override
    public void follow(Flag flag) {
        asked.add("follow " + flag.text());
    }

    @Override
    public void useDevice(String id) {
        asked.add("device " + id);
    }

    @Override
    public long serial() {
        return serial;
    }

    @Override
    public Span span() {
        return new Span(0, at, 40);
    }

    @Override
    public Readings readings() {
        return new Readings(
                List.of(
                        new Counter("Hours", "passed", "4"),
                        new Counter("Minutes", "passed", "40"),
                        new Counter("Ticks", "heard", "400")),
                List.of(
                        new Loss("Too slow", List.of("lane-line", "lane-1"), "by how much", "0.5", Readings.State.LIVE),
                        new Loss("Too fast", List.of("lane-line", "test", "lane-1"), "", "–", Readings.State.LIVE)),
                new Readings.Device("spring", "A spring", false));
    }

    @Override
    public TimelineReading timeline() {
        return new TimelineReading(
                span(),
                "hour 4",
                new Curve(new long[] {0, 20, 40}, new double[] {1, 0.1, 0.01}),
                List.of(),
                new Epochs(4, 10, epoch -> OptionalLong.of(Math.round(10 * epoch))),
                List.of(new Flag(Flag.Kind.LANE, 7, 20, "noon", "Noon was reached")),
                journey,
                this);
    }
}
