package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.surface.Ball;
import weightroom.surface.Region;
import weightroom.surface.Spot;
import weightroom.surface.Surface;
import weightroom.surface.Verdict;
import weightroom.surface.Walk;
import weightroom.ui.kit.Messages;

/**
 * Balls on a surface, and the step that they stand at. Walks are computed as far as they have been looked at, in slices of
 * {@link #SLICE} nanoseconds; a walk whose numbers change is computed anew up to the same step.
 */
public final class SurfaceModel {
    /** In the order of lanes: the six whose looks everybody knows from races, then the others. */
    public static final List<Optimizer> OPTIMIZERS = List.of(
            Optimizer.SGD,
            Optimizer.MOMENTUM,
            Optimizer.NESTEROV,
            Optimizer.RMSPROP,
            Optimizer.ADAGRAD,
            Optimizer.ADAM,
            Optimizer.ADADELTA,
            Optimizer.ADAMW,
            Optimizer.NADAM,
            Optimizer.LION);

    /** How long walks are computed at a time, of a pulse. */
    private static final long SLICE = 2_000_000;

    private static final int STEPS_AT_ONCE = 100;
    private static final Set<Optimizer> AT_FIRST =
            EnumSet.of(Optimizer.SGD, Optimizer.MOMENTUM, Optimizer.RMSPROP, Optimizer.ADAM);

    private final Map<Optimizer, Ball> balls = new EnumMap<>(Optimizer.class);
    private final Map<Optimizer, Walk> walks = new EnumMap<>(Optimizer.class);
    private final Set<Optimizer> shown = EnumSet.copyOf(AT_FIRST);
    private Surface surface = Surface.RAVINE;
    private Spot start = surface.start();
    private Optimizer chosen = Optimizer.MOMENTUM;
    private int at;
    private int latest;
    private double owed;
    private long serial;
    private long settings;
    private Object past = new Object();

    public SurfaceModel() {
        choose(surface);
    }

    public Surface surface() {
        return surface;
    }

    /** Takes another surface, with its usual start and rates. */
    public void choose(Surface wanted) {
        surface = wanted;
        start = wanted.start();
        for (Optimizer optimizer : OPTIMIZERS) {
            balls.put(optimizer, Ball.usual(optimizer, wanted));
        }
        restart();
    }

    public Spot start() {
        return start;
    }

    /**
     * Lets all balls start somewhere else, from step 0.
     *
     * @throws InvalidInput when that is not on the surface as it is shown
     */
    public void startAt(Spot wanted) {
        Region region = surface.region();
        if (!region.contains(wanted.x(), wanted.y())) {
            throw new InvalidInput(Messages.text(
                    "surface.start.outside",
                    String.valueOf(wanted.x()),
                    String.valueOf(wanted.y()),
                    surface.nameX(),
                    String.valueOf(region.lowX()),
                    String.valueOf(region.highX()),
                    surface.nameY(),
                    String.valueOf(region.lowY()),
                    String.valueOf(region.highY())));
        }
        start = wanted;
        restart();
    }

    /** The optimizers that walk, in the order of lanes. */
    public List<Optimizer> shown() {
        return OPTIMIZERS.stream().filter(shown::contains).toList();
    }

    public void setShown(Optimizer optimizer, boolean wanted) {
        if (wanted ? shown.add(optimizer) : shown.remove(optimizer)) {
            if (!shown.isEmpty() && !shown.contains(chosen)) {
                chosen = shown().get(0);
            }
            changed();
        }
    }

    public Ball ball(Optimizer optimizer) {
        return balls.getOrDefault(optimizer, Ball.usual(optimizer, surface));
    }

    /** Gives an optimizer other numbers; its walk is then another from step 0 on, looked at where it stands now. */
    public void setBall(Ball ball) {
        if (!ball.equals(balls.put(ball.optimizer(), ball))) {
            walks.remove(ball.optimizer());
            changed();
        }
    }

    /** The ball whose algebra is shown. */
    public Optimizer chosen() {
        return chosen;
    }

    /** Chooses a ball; one that does not walk walks from now on. */
    public void choose(Optimizer optimizer) {
        if (chosen != optimizer || !shown.contains(optimizer)) {
            chosen = optimizer;
            shown.add(optimizer);
            changed();
        }
    }

    /** A ball's walk, as far as it is known. */
    public Walk walk(Optimizer optimizer) {
        return walks.computeIfAbsent(optimizer, key -> new Walk(surface, ball(key), start));
    }

    /** What became of a ball up to where it is looked at. */
    public Verdict verdict(Optimizer optimizer) {
        return walk(optimizer).verdict(at);
    }

    /** Where the next step takes a ball. */
    public Spot next(Optimizer optimizer) {
        return walk(optimizer).next(at);
    }

    /** The step that is looked at. */
    public int at() {
        return at;
    }

    /** The furthest step that has been looked at. */
    public int latest() {
        return latest;
    }

    /** Goes to a step from 0 to the most of a walk. */
    public void goTo(int step) {
        int wanted = Math.max(0, Math.min(shown.isEmpty() ? latest : furthest(), step));
        if (wanted != at) {
            at = wanted;
            latest = Math.max(latest, at);
            serial++;
        }
    }

    /** Back to step 0 with nothing known. */
    public void restart() {
        walks.clear();
        at = 0;
        latest = 0;
        owed = 0;
        changed();
    }

    /** Goes on by so many steps, kept between calls where they are less than one; as far as it goes. */
    public void advance(double steps) {
        owed = Math.min(owed + steps, Walk.MOST_STEPS);
        int whole = (int) owed;
        owed -= whole;
        goTo(at + whole);
    }

    /**
     * Computes what is missing of the walks, for a while.
     *
     * @return whether nothing is missing any more
     */
    public boolean compute() {
        long until = System.nanoTime() + SLICE;
        List<Walk> missing = new ArrayList<>(shown().stream().map(this::walk).toList());
        boolean moved = false;
        do {
            moved |= missing.stream()
                    .anyMatch(walk -> walk.known() < latest && walk.end().isEmpty());
            missing.removeIf(walk -> walk.reach(latest, STEPS_AT_ONCE));
        } while (!missing.isEmpty() && System.nanoTime() < until);
        if (moved) {
            serial++;
        }
        if (missing.isEmpty() && !shown.isEmpty()) {
            // Only now is it known where the last ball leaves.
            latest = Math.min(latest, furthest());
            goTo(at);
        }
        return missing.isEmpty();
    }

    /** Whether no ball goes any further: all have left the surface, or the most steps are made. */
    public boolean over() {
        return at >= Walk.MOST_STEPS
                || shown.isEmpty()
                || shown().stream().allMatch(one -> verdict(one).ended());
    }

    /** Whether every ball has come to a minimum or has left. */
    public boolean settled() {
        return !shown.isEmpty()
                && shown().stream()
                        .map(this::verdict)
                        .allMatch(verdict -> verdict.ended() || verdict.kind() == Verdict.Kind.REACHED);
    }

    /** Another number whenever anything has changed or moved. */
    public long serial() {
        return serial;
    }

    /** Another number whenever something was chosen or set. */
    public long settings() {
        return settings;
    }

    /** The same object as long as steps continue what was before. */
    public Object past() {
        return past;
    }

    /** The step at which the last ball leaves the surface, where all are known to; else the most of a walk. */
    private int furthest() {
        int end = 0;
        for (Optimizer optimizer : shown()) {
            end = Math.max(end, walk(optimizer).end().orElse(Walk.MOST_STEPS));
        }
        return end;
    }

    private void changed() {
        serial++;
        settings++;
        past = new Object();
        goTo(at);
    }
}
