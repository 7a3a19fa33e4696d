package weightroom.run;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.run.PlanePoints.Plane;
import weightroom.run.Snapshot.Answers;
import weightroom.run.Snapshot.Field;
import weightroom.run.Snapshot.Watched;

/**
 * Computes what is watched, all of it from the same state: at every snapshot of a run that stands still, and while it plays
 * at most fifteen times a second and for at most a sixth of the time, so that training keeps its speed. For the trainer's
 * thread.
 */
final class Watching {
    private static final long INTERVAL_NANOS = 66_000_000L;
    /** Looking that took so long is repeated only after so many times as long. */
    private static final int REST = 6;

    private Command.Watch watch = Command.Watch.NOTHING;
    private Watched latest = Watched.NOTHING;
    private Optional<Seen> seen = Optional.empty();
    private Optional<Tools> tools = Optional.empty();
    private Optional<Update> update = Optional.empty();
    private final LossCourse losses = new LossCourse();
    private long due;

    /** What {@link #latest} was computed from. */
    private record Seen(Setup setup, State state, InsightHistory insights, boolean diverged) {}

    /** One update of the run that the insights are of: the states before and after. */
    private record Update(InsightHistory insights, State before, State after) {}

    /** Everything that is made once for a setup. */
    private record Tools(
            Setup setup, Inspector inspector, Tiler tiler, PlanePoints tilePoints, PlanePoints fieldPoints) {
        static Tools of(Setup setup) {
            int rows = setup.data().get(0).train().count();
            return new Tools(
                    setup,
                    new Inspector(setup.plan(), rows),
                    new Tiler(setup.plan()),
                    new PlanePoints(setup),
                    new PlanePoints(setup));
        }
    }

    /** What to compute from now on. */
    void watch(Command.Watch wanted) {
        if (!wanted.equals(watch)) {
            watch = wanted;
            seen = Optional.empty();
        }
    }

    /** Whether the last update before the next snapshot is to be made by itself and {@linkplain #updated shown}. */
    boolean wantsUpdate(boolean playing, long now) {
        return watch.insight() && (!playing || now >= due);
    }

    /** Shows one update that was made by itself. */
    void updated(InsightHistory insights, State before, State after) {
        update =
                after.step() == before.step() + 1 ? Optional.of(new Update(insights, before, after)) : Optional.empty();
    }

    /**
     * What is watched, as of now or, while playing, of a moment ago.
     *
     * @param state that of the run
     * @param insights receives what is seen; belongs to the run
     */
    Watched look(Run run, State state, InsightHistory insights, boolean playing) {
        long begin = System.nanoTime();
        Seen now = new Seen(run.setup(), state, insights, run.divergence().isPresent());
        boolean known = seen.map(before -> playing ? begin < due && continues(before, now) : same(before, now))
                .orElse(false);
        if (!known) {
            latest = compute(run, now);
            seen = Optional.of(now);
            due = begin + Math.max(INTERVAL_NANOS, REST * (System.nanoTime() - begin));
        }
        return latest;
    }

    /** Comparing all rows would take longer than what it saves. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean continues(Seen before, Seen now) {
        return before.setup == now.setup && before.insights == now.insights && before.diverged == now.diverged;
    }

    private static boolean same(Seen before, Seen now) {
        return continues(before, now) && before.state.equals(now.state);
    }

    private Watched compute(Run run, Seen now) {
        Tools kit = tools(now.setup);
        Optional<Field> field = watch.field()
                .flatMap(grid -> kit.fieldPoints.plane(watch.slice(), grid))
                .map(plane -> field(run, plane));
        Optional<Tiles> tiles = watch.tiles()
                .flatMap(grid -> kit.tilePoints.plane(watch.slice(), grid))
                .map(plane -> kit.tiler.tiles(plane, now.state.parameters()));
        return new Watched(
                field,
                watch.answers() ? Optional.of(answers(run)) : Optional.empty(),
                watch.insight() ? Optional.of(insight(run, kit.inspector, now)) : Optional.empty(),
                now.insights,
                tiles);
    }

    @SuppressWarnings("ReferenceEquality")
    private Tools tools(Setup setup) {
        Tools kit = tools.filter(known -> known.setup == setup).orElseGet(() -> Tools.of(setup));
        tools = Optional.of(kit);
        return kit;
    }

    private static Field field(Run run, Plane plane) {
        float[] values = run.predict(plane.features(), plane.grid().points());
        return new Field(plane.grid(), run.setup().plan().network().outputs(), values);
    }

    private static Answers answers(Run run) {
        Split split = run.setup().data().get(0);
        return new Answers(run.predict(split.train()), run.predict(split.test()));
    }

    private Insight insight(Run run, Inspector inspector, Seen now) {
        losses.follow(run.history(), now.state.step());
        Optional<Update> last =
                update.filter(made -> made.insights == now.insights && made.after.step() <= now.state.step());
        List<LayerInsight> layers = inspector.inspect(
                now.state.parameters(),
                run.probe(inspector.rows()),
                last.map(made -> new Inspector.Move(made.before.parameters(), made.after.parameters())));
        Health health = new Diagnosis(layers, now.insights.series(), losses, run.divergence()).health();
        double epoch = run.moment().epoch();
        Insight insight = new Insight(now.state.step(), epoch, inspector.rows().length, layers, health);
        now.insights.addLater(insight);
        return insight;
    }
}
