package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import weightroom.plot.Numbers;
import weightroom.race.Entrant;
import weightroom.race.Figure;
import weightroom.race.RaceHistory;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.Clock;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.ui.kit.LaneColor;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback.Heading;
import weightroom.ui.model.Readings;
import weightroom.ui.model.Readings.Counter;
import weightroom.ui.model.Readings.Device;
import weightroom.ui.model.Readings.Loss;
import weightroom.ui.model.Readings.State;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Journey;
import weightroom.ui.model.TimelineReading.Span;

/** What the frame says of a race: where it stands, who is best, and when which lane reached the target. */
final class RaceReadings {
    private static final Span NOWHERE = new Span(0, 0, 0);

    private final RaceModel model;
    private final Standing standing;

    RaceReadings(RaceModel model, Standing standing) {
        this.model = model;
        this.standing = standing;
    }

    private Optional<RaceSnapshot> now() {
        return model.snapshot().get();
    }

    Heading heading() {
        Question question = model.question().now();
        String differs = question.difference() == Difference.SETTING
                ? question.path()
                : question.difference().label();
        String title = Messages.text("compare.title", differs);
        return now().map(race -> new Heading(title, subtitle(race))).orElse(new Heading(title, ""));
    }

    private static String subtitle(RaceSnapshot race) {
        String about = race.contest().lanes().get(0).experiment().title();
        return Messages.text(
                "compare.subtitle",
                race.contest().lanes().size(),
                race.contest().seeds(),
                about);
    }

    Span span() {
        return now().map(race -> new Span(0, race.clock().tick(), race.clock().latest()))
                .orElse(NOWHERE);
    }

    Readings readings() {
        Device device = now().map(
                        race -> new Device(race.used().id(), race.used().description(), false))
                .orElse(new Device("", "", false));
        return new Readings(counters(), losses(), device);
    }

    /** Of the chosen lane. */
    private List<Counter> counters() {
        int lane = model.look().get().lane();
        Clock clock = now().map(RaceSnapshot::clock).orElse(new Clock(0, 0, 0, 1, false, 0));
        Optional<LaneFacts> facts = now().map(race -> race.lanes().get(lane));
        long epoch = clock.tick() / clock.ticksPerEpoch();
        long steps = facts.map(of -> steps(clock, of)).orElse(0L);
        long samples = facts.map(of -> epoch * of.samplesPerEpoch()
                        + Math.min(of.samplesPerEpoch(), (steps - epoch * of.stepsPerEpoch()) * batch(of)))
                .orElse(0L);
        return List.of(counter("epoch", epoch), counter("step.count", steps), counter("samples", samples));
    }

    private static long steps(Clock clock, LaneFacts facts) {
        return clock.tick() * facts.stepsPerEpoch() / clock.ticksPerEpoch();
    }

    private static long batch(LaneFacts facts) {
        return (facts.samplesPerEpoch() + facts.stepsPerEpoch() - 1L) / Math.max(1, facts.stepsPerEpoch());
    }

    private static Counter counter(String key, long number) {
        return new Counter(Messages.text(key), Messages.text("compare." + key + ".help"), Numbers.count(number));
    }

    private List<Loss> losses() {
        Optional<Standing.Table> table = standing.table().get();
        int best = table.map(one -> one.order().get(0)).orElse(0);
        State state = span().later() ? State.TRAVELLED : State.LIVE;
        double train = table.map(one -> value(one, Figure.TRAIN_LOSS, best)).orElse(Double.NaN);
        double test = table.map(one -> value(one, Figure.TEST_LOSS, best)).orElse(Double.NaN);
        String color = LaneColor.of(best);
        return List.of(
                loss("compare.best.train", List.of("lane-line", color), train, state, best),
                loss("compare.best.test", List.of("lane-line", "test", color), test, state, best));
    }

    private double value(Standing.Table table, Figure figure, int lane) {
        RaceHistory history = table.race().history();
        Look look = model.look().get();
        return look.median()
                ? history.spread(figure, table.round(), lane).median()
                : history.value(figure, table.round(), new Entrant(lane, look.seed()));
    }

    private Loss loss(String key, List<String> line, double value, State state, int lane) {
        String name = now().map(race -> race.contest().lanes().get(lane).name()).orElse("");
        return new Loss(Messages.text(key), line, Messages.text(key + ".help", name), Numbers.loss(value), state);
    }

    TimelineReading timeline() {
        if (now().isEmpty()) {
            return new TimelineReading(
                    NOWHERE,
                    "",
                    Curve.NONE,
                    List.of(),
                    new Epochs(0, 1, epoch -> OptionalLong.empty()),
                    List.of(),
                    Optional.empty(),
                    this);
        }
        RaceSnapshot race = now().get();
        Clock clock = race.clock();
        double last = (double) clock.latest() / clock.ticksPerEpoch();
        return new TimelineReading(
                span(),
                words(clock),
                curve(race),
                List.of(),
                new Epochs(last, clock.ticksPerEpoch(), epoch -> tickAt(clock, epoch)),
                flags(race),
                journey(race.phase()),
                race.history());
    }

    private static OptionalLong tickAt(Clock clock, double epoch) {
        long tick = Math.round(epoch * clock.ticksPerEpoch());
        return tick <= clock.latest() ? OptionalLong.of(tick) : OptionalLong.empty();
    }

    private static String words(Clock clock) {
        return Messages.text(
                "timeline.place",
                Numbers.count(clock.tick() / clock.ticksPerEpoch()),
                Numbers.count(clock.end() / clock.ticksPerEpoch()));
    }

    private static Optional<Journey> journey(Phase phase) {
        return phase.kind() == Phase.Kind.RACING
                ? Optional.empty()
                : Optional.of(new Journey(
                        Messages.text("compare.phase." + phase.kind().name().toLowerCase(Locale.ROOT)), phase.share()));
    }

    /** The training loss of the best lane. */
    private Curve curve(RaceSnapshot race) {
        int best = standing.table().get().map(one -> one.order().get(0)).orElse(0);
        Look look = model.look().get();
        RaceHistory history = race.history();
        int size = history.size();
        int every = Math.max(1, (size + Curve.POINTS - 1) / Curve.POINTS);
        int points = (size + every - 1) / every;
        long[] places = new long[points];
        double[] losses = new double[points];
        for (int i = 0; i < points; i++) {
            int round = Math.min(size - 1, i * every);
            places[i] = history.epoch(round) * race.clock().ticksPerEpoch();
            losses[i] = look.median()
                    ? history.spread(Figure.TRAIN_LOSS, round, best).median()
                    : history.value(Figure.TRAIN_LOSS, round, new Entrant(best, look.seed()));
        }
        return new Curve(places, losses);
    }

    /** Where each lane reached the target: under the chosen seed, or under the middle one. */
    private List<Flag> flags(RaceSnapshot race) {
        List<Flag> flags = new ArrayList<>();
        for (int lane = 0; lane < race.contest().lanes().size(); lane++) {
            double epochs = reached(race, lane);
            if (!Double.isNaN(epochs)) {
                String name = race.contest().lanes().get(lane).name();
                String at = Numbers.count(Math.round(epochs));
                flags.add(new Flag(
                        Flag.Kind.LANE,
                        lane,
                        Math.round(epochs * race.clock().ticksPerEpoch()),
                        name,
                        Messages.text("compare.flag.help", name, at)));
            }
        }
        return flags;
    }

    private double reached(RaceSnapshot race, int lane) {
        if (model.look().get().median()) {
            return standing.table()
                    .get()
                    .filter(one -> lane < one.race().contest().lanes().size())
                    .map(one -> one.allRow(lane).epochs())
                    .orElse(Double.NaN);
        }
        long reached = race.fate(new Entrant(lane, model.look().get().seed())).reached();
        return reached < 0 ? Double.NaN : reached;
    }
}
