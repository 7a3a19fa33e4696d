package weightroom.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.plot.Numbers;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Device;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Readings.State;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/** The run as something that plays; its places are updates. */
final class RunPlayback implements Playback {
    private final RunModel model;
    private final Transport transport;
    private final ReadOnlyObjectWrapper<Heading> heading = new ReadOnlyObjectWrapper<>(new Heading("", ""));
    private final ReadOnlyObjectWrapper<Optional<String>> hindrance = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long milestones;

    RunPlayback(RunModel model) {
        this.model = model;
        this.transport = model.transport();
        model.playing().addListener((observable, before, after) -> head());
        model.experiment().addListener((observable, before, after) -> head());
        model.snapshot().addListener((observable, before, after) -> {
            if (!before.desk().equals(after.desk())) {
                head();
            }
            hinder();
        });
        model.hold().reason().addListener((observable, before, after) -> hinder());
        transport.milestones().addListener((observable, before, after) -> milestones++);
        head();
        hinder();
    }

    private void head() {
        String given = model.experiment().get().title();
        String title = given.isEmpty() ? Messages.text("untitled") : given;
        String lesson = now().desk().equals(Command.Desk.FIRST) ? "" : "lesson.";
        String state = model.playing().get() ? "playing" : "paused";
        String seed = String.valueOf(model.experiment().get().seed());
        heading.set(new Heading(title, Messages.text(lesson + state, seed)));
    }

    private void hinder() {
        Optional<String> held = model.hold().reason().get();
        hindrance.set(held.isPresent() || !model.diverged() ? held : Optional.of(Messages.text("loss.diverged")));
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
        model.togglePlay();
    }

    @Override
    public void pause() {
        if (model.playing().get()) {
            model.togglePlay();
        }
    }

    @Override
    public void reset() {
        model.reset();
    }

    @Override
    public List<Stride> strides() {
        return List.of(Stride.values());
    }

    @Override
    public void step(Stride stride) {
        transport.step(stride);
    }

    @Override
    public void goOn(long epochs) {
        transport.step(epochs * RunTimeline.stepsPerEpoch(now()));
    }

    @Override
    public void stepBack() {
        transport.stepBack();
    }

    @Override
    public void seek(long place) {
        transport.seek(place);
    }

    @Override
    public ReadOnlyObjectProperty<OptionalLong> target() {
        return transport.target();
    }

    @Override
    public void latest() {
        transport.latest();
    }

    @Override
    public ReadOnlyObjectProperty<Speed> speed() {
        return transport.speed();
    }

    @Override
    public void setSpeed(Speed wanted) {
        transport.setSpeed(wanted);
    }

    @Override
    public boolean branching() {
        return true;
    }

    @Override
    public void branch() {
        transport.branch();
        model.tell(Messages.text("timeline.branched"));
    }

    @Override
    public void follow(Flag flag) {
        if (flag.kind() == Flag.Kind.BRANCH) {
            transport.goTo(flag.number());
        } else {
            transport.seek(flag.at());
        }
    }

    @Override
    public void useDevice(String id) {
        model.useDevice(id);
    }

    @Override
    public long serial() {
        return now().serial() + milestones;
    }

    @Override
    public Span span() {
        return RunTimeline.span(now());
    }

    @Override
    public Readings readings() {
        Snapshot now = now();
        History history = now.history();
        int point = history.countUpTo(now.state().step()) - 1;
        return new Readings(
                List.of(
                        counter("epoch", now.epoch()),
                        counter("step.count", now.state().step()),
                        counter("samples", now.samples())),
                List.of(
                        loss("loss.train", "train-line", point < 0 ? Double.NaN : history.train(point)),
                        loss("loss.test", "test-line", point < 0 ? Double.NaN : history.test(point))),
                new Device(now.device(), now.deviceDescription(), model.fellBack()));
    }

    private static Counter counter(String key, long number) {
        return new Counter(Messages.text(key), Messages.text(key + ".help"), Numbers.count(number));
    }

    private Loss loss(String key, String line, double value) {
        String name = Messages.text(key);
        String help = Messages.text(key + ".help");
        if (model.diverged()) {
            String more = help + "\n" + Messages.text("loss.diverged");
            return new Loss(name, List.of(line), more, Messages.text("diverged"), State.DIVERGED);
        }
        boolean travelled = span().later();
        return new Loss(
                name,
                List.of(line),
                travelled ? help + "\n" + Messages.text("loss.travelled") : help,
                Numbers.loss(value),
                travelled ? State.TRAVELLED : State.LIVE);
    }

    @Override
    public TimelineReading timeline() {
        return RunTimeline.of(now(), transport.milestones().get());
    }

    private Snapshot now() {
        return model.snapshot().get();
    }
}
