package weightroom.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.plot.Numbers;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Device;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Readings.State;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Journey;
import weightroom.ui.model.TimelineReading.Side;
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
        transport.step(epochs * placesPerEpoch());
    }

    private int placesPerEpoch() {
        int rows = now().setup().data().get(0).train().count();
        return now().setup().plan().stepsPerEpoch(rows);
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
        Timeline.View view = now().timeline();
        return new Span(
                view.earliest().step(), now().state().step(), view.latest().step());
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
        Snapshot now = now();
        Timeline.View view = now.timeline();
        List<Side> sides = view.branches().stream()
                .map(branch -> new Side(
                        branch.id(), branch.first().step(), branch.last().step(), curve(branch.history())))
                .toList();
        Epochs epochs = new Epochs(view.latest().epoch(), placesPerEpoch(), epoch -> stepAt(now.history(), epoch));
        return new TimelineReading(
                span(),
                words(now),
                curve(now.history()),
                sides,
                epochs,
                flags(view),
                view.travel().map(travel -> new Journey("", travel.share())),
                now.history());
    }

    private String words(Snapshot now) {
        String last = Numbers.count((long) now.timeline().latest().epoch());
        return span().later()
                ? Messages.text("timeline.place", Numbers.count(now.epoch()), last)
                : Messages.text("timeline.end", Numbers.count(now.epoch()));
    }

    /** When so many epochs were done, between the points measured; empty where that is beyond them. */
    private static OptionalLong stepAt(History history, double epoch) {
        int right = history.firstAt(epoch);
        if (right == history.size()) {
            return OptionalLong.empty();
        }
        if (right == 0 || history.epoch(right) == epoch) {
            return OptionalLong.of(history.step(right));
        }
        int left = right - 1;
        double share = (epoch - history.epoch(left)) / (history.epoch(right) - history.epoch(left));
        return OptionalLong.of(history.step(left) + Math.round(share * (history.step(right) - history.step(left))));
    }

    private static Curve curve(History history) {
        int[] kept = history.thinned(Curve.POINTS);
        long[] places = new long[kept.length];
        double[] losses = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            places[i] = history.step(kept[i]);
            losses[i] = history.train(kept[i]);
        }
        return new Curve(places, losses);
    }

    private List<Flag> flags(Timeline.View view) {
        List<Flag> flags = new ArrayList<>();
        for (Timeline.Mark mark : transport.milestones().get()) {
            flags.add(flag(Flag.Kind.MILESTONE, mark));
        }
        for (Timeline.Branch branch : view.branches()) {
            String name = name(view, branch);
            flags.add(new Flag(
                    Flag.Kind.BRANCH,
                    branch.id(),
                    branch.first().step(),
                    Messages.text("timeline.branch", name, branch.label()),
                    Messages.text("timeline.branch.help", name, branch.label())));
        }
        for (Timeline.Mark mark : view.marks()) {
            // Where a branch was left something was changed; one flag is enough.
            if (view.branches().stream()
                    .noneMatch(branch -> branch.first().step() == mark.at().step())) {
                flags.add(flag(Flag.Kind.MARK, mark));
            }
        }
        return flags;
    }

    private static Flag flag(Flag.Kind kind, Timeline.Mark mark) {
        String epoch = Numbers.count((long) mark.at().epoch());
        String help = Messages.text("timeline.mark.help", mark.text(), epoch);
        return new Flag(kind, 0, mark.at().step(), mark.text(), help);
    }

    /** Letters in the order in which branches were left; the present run is the main one. */
    private static String name(Timeline.View view, Timeline.Branch branch) {
        int index = view.branches().indexOf(branch);
        return index < 25 ? String.valueOf((char) ('B' + index)) : String.valueOf(index + 1);
    }

    private Snapshot now() {
        return model.snapshot().get();
    }
}
