package weightroom.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Speed;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/** The race as something that plays; its places are ticks. */
final class RacePlayback implements Playback {
    private static final String KEPT = "compare.speed";
    private static final long NOWHERE = -1;

    private final RaceModel model;
    private final Options options;
    private final RaceReadings readings;
    private final ReadOnlyObjectWrapper<Heading> heading = new ReadOnlyObjectWrapper<>(new Heading("", ""));
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> target = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyObjectWrapper<Speed> speed;
    private long flyingTo = NOWHERE;
    private double toldSpeed;
    private long changes;

    RacePlayback(RaceModel model, Standing standing) {
        this.model = model;
        options = model.run().options();
        readings = new RaceReadings(model, standing);
        String kept = options.text(KEPT);
        speed = new ReadOnlyObjectWrapper<>(kept.isEmpty() ? Speed.USUAL : Speed.byId(kept));
        model.snapshot().addListener((observable, before, after) -> follow());
        model.playing().addListener((observable, before, after) -> hinder());
        model.look().addListener((observable, before, after) -> changes++);
        model.question().contest().addListener((observable, before, after) -> hinder());
        model.preparing().addListener((observable, before, after) -> hinder());
        follow();
    }

    private Optional<RaceSnapshot> now() {
        return model.snapshot().get();
    }

    private void follow() {
        heading.set(readings.heading());
        hinder();
        tellSpeed();
        if (flyingTo != NOWHERE && model.caughtUp() && !model.busy()) {
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

    private void hinder() {
        hindrance.set(
                now().isEmpty() || model.preparing().get()
                        ? Optional.of(model.question().problem().get().orElse(Messages.text("compare.not-ready")))
                        : now().filter(race ->
                                        race.clock().tick() >= race.clock().end()
                                                && !model.playing().get())
                                .map(race -> Messages.text("compare.over")));
    }

    @Override
    public ReadOnlyObjectProperty<Heading> heading() {
        return heading.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Boolean> playing() {
        return model.playing();
    }

    @Override
    public ReadOnlyObjectProperty<Optional<String>> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    @Override
    public void togglePlay() {
        if (hindrance.get().isPresent()) {
            model.run().tell(hindrance.get().get());
        } else {
            model.togglePlay();
        }
    }

    @Override
    public void pause() {
        model.pause();
    }

    @Override
    public void reset() {
        model.travel(new RaceCommand.Reset());
    }

    @Override
    public List<Stride> strides() {
        return List.of(Stride.BATCH, Stride.EPOCH);
    }

    @Override
    public void step(Stride stride) {
        if (stride != Stride.SAMPLE) {
            model.travel(stride == Stride.BATCH ? new RaceCommand.Step(1) : new RaceCommand.StepEpoch());
        }
    }

    @Override
    public void goOn(long epochs) {
        now().ifPresent(race ->
                model.travel(new RaceCommand.Step(epochs * race.clock().ticksPerEpoch())));
    }

    @Override
    public void stepBack() {
        model.travel(new RaceCommand.StepBack());
    }

    @Override
    public void seek(long place) {
        now().ifPresent(race -> {
            long wanted = Math.max(0, Math.min(place, race.clock().latest()));
            target.set(OptionalLong.of(wanted));
            if (flyingTo == NOWHERE) {
                fly(wanted);
            }
        });
    }

    private void fly(long tick) {
        flyingTo = tick;
        model.travel(new RaceCommand.Seek(tick));
    }

    @Override
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return target.getReadOnlyProperty();
    }

    @Override
    public void latest() {
        model.travel(new RaceCommand.Latest());
    }

    @Override
    public ReadOnlyObjectProperty<Speed> speed() {
        return speed.getReadOnlyProperty();
    }

    @Override
    public void setSpeed(Speed wanted) {
        speed.set(wanted);
        options.remember(KEPT, wanted.id());
        tellSpeed();
    }

    private void tellSpeed() {
        now().ifPresent(race -> {
            double wanted = speed.get().epochsPerSecond(race.clock().ticksPerEpoch());
            if (wanted != toldSpeed) {
                toldSpeed = wanted;
                model.ask(new RaceCommand.Speed(wanted));
            }
        });
    }

    @Override
    public boolean branching() {
        return false;
    }

    @Override
    public void branch() {
        // A race has one future: entrants are compared under the same rules from beginning to end.
    }

    @Override
    public void follow(Flag flag) {
        seek(flag.at());
    }

    @Override
    public void useDevice(String id) {
        model.ask(new RaceCommand.UseDevice(id));
    }

    @Override
    public long serial() {
        return now().map(RaceSnapshot::serial).orElse(0L) + changes;
    }

    @Override
    public Span span() {
        return readings.span();
    }

    @Override
    public Readings readings() {
        return readings.readings();
    }

    @Override
    public TimelineReading timeline() {
        return readings.timeline();
    }
}
