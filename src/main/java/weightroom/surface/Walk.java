package weightroom.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a ball goes, step by step, computed as far as it is asked for; all of it can be looked at again. A walk ends at the
 * first step that leaves the world, four times as wide and high as what is shown of the surface, or is not finite.
 */
public final class Walk {
    /** A walk goes no further than so many steps. */
    public static final int MOST_STEPS = 10_000;

    private static final double WORLD = 4;
    /** Share of the larger side of what is shown within which a minimum counts as reached. */
    private static final double NEAR = 0.01;
    /** Steps after which being near is staying. */
    private static final int STAY = 10;
    /** Steps that are looked back to tell what a ball does. */
    private static final int WINDOW = 40;

    private static final double FLAT = 0.02;

    private final Surface surface;
    private final Ball ball;
    private final Region world;
    private final double near;
    private final List<Moment> moments = new ArrayList<>();
    /** Of each step: since when the ball has been near the minimum it is near; −1 where it is near none. */
    private final List<Integer> nearSince = new ArrayList<>();

    private Optional<Verdict> end = Optional.empty();

    public Walk(Surface surface, Ball ball, Spot start) {
        this.surface = surface;
        this.ball = ball;
        world = surface.region().times(WORLD);
        near = near(surface);
        add(ball.start(surface, start));
    }

    /** The distance within which a minimum of a surface counts as reached. */
    public static double near(Surface surface) {
        return NEAR * Math.max(surface.region().width(), surface.region().height());
    }

    public Surface surface() {
        return surface;
    }

    public Ball ball() {
        return ball;
    }

    /**
     * Computes on, up to a step or the end.
     *
     * @param step of which no more than {@link #MOST_STEPS} is done
     * @param most steps to compute now
     * @return whether nothing more is to be computed for this step
     */
    public boolean reach(int step, int most) {
        int goal = Math.min(step, MOST_STEPS);
        for (int i = 0; i < most && known() < goal && end.isEmpty(); i++) {
            add(ball.next(surface, moments.get(known())));
        }
        return known() >= goal || end.isPresent();
    }

    /** The last step that has been computed. */
    public int known() {
        return moments.size() - 1;
    }

    /** After a step; after the last one known where that comes earlier. */
    public Moment at(int step) {
        return moments.get(Math.max(0, Math.min(known(), step)));
    }

    /** Where the step after a step leads, which need not be computed yet. */
    public Spot next(int step) {
        Moment next = ball.next(surface, at(step));
        return new Spot(next.x().theta(), next.y().theta());
    }

    /** The step at which the walk ended, where that is known. */
    public Optional<Integer> end() {
        return end.map(Verdict::step);
    }

    /** What had become of the ball when it had made so many steps. */
    public Verdict verdict(int step) {
        Moment now = at(step);
        int n = now.step();
        if (end.isPresent() && step >= n && n == known()) {
            return end.get();
        }
        int since = nearSince.get(n);
        if (since >= 0 && n - since >= STAY) {
            return new Verdict(Verdict.Kind.REACHED, since, nearest(now));
        }
        return n < WINDOW ? verdict(Verdict.Kind.WALKING, now) : lately(now);
    }

    /** What a ball that is at no minimum has been doing in the last steps. */
    private Verdict lately(Moment now) {
        int n = now.step();
        double way = 0;
        double earlier = 0;
        double later = 0;
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = n - WINDOW + 1; i <= n; i++) {
            Moment then = moments.get(i);
            way += then.distance(moments.get(i - 1));
            highest = Math.max(highest, then.value());
            lowest = Math.min(lowest, then.value());
            if (i <= n - WINDOW / 2) {
                earlier += then.value();
            } else {
                later += then.value();
            }
        }
        if (way < near / 10) {
            boolean saddle = surface.saddles().stream()
                    .anyMatch(spot -> spot.distance(now.x().theta(), now.y().theta()) < near);
            return verdict(
                    saddle ? Verdict.Kind.SADDLE : now.steepness() < FLAT ? Verdict.Kind.FLAT : Verdict.Kind.SLOW, now);
        }
        boolean back = now.distance(moments.get(n - WINDOW)) < way / 4;
        double gained = (earlier - later) / (WINDOW / 2);
        boolean level = gained <= 0.01 * Math.max(highest - lowest, Math.abs(highest) * 1e-9);
        return verdict(back && level && way > 4 * near ? Verdict.Kind.CIRCLING : Verdict.Kind.WALKING, now);
    }

    private void add(Moment moment) {
        boolean finite = moment.finite();
        boolean inside = finite && world.contains(moment.x().theta(), moment.y().theta());
        if (!inside) {
            boolean down = finite && moment.value() < moments.get(0).value();
            // A step without numbers cannot be shown; the one before it is the last.
            Moment last = finite ? moment : moments.get(known());
            end = Optional.of(new Verdict(
                    down ? Verdict.Kind.LEFT : Verdict.Kind.DIVERGED,
                    moment.step(),
                    new Spot(last.x().theta(), last.y().theta())));
            if (!finite) {
                return;
            }
        }
        moments.add(moment);
        nearSince.add(since(moment));
    }

    private int since(Moment moment) {
        Spot spot = nearest(moment);
        if (spot.distance(moment.x().theta(), moment.y().theta()) > near) {
            return -1;
        }
        int before = moment.step() == 0 ? -1 : nearSince.get(moment.step() - 1);
        boolean same = before >= 0 && nearest(moments.get(moment.step() - 1)).equals(spot);
        return same ? before : moment.step();
    }

    /** The minimum that is nearest; far away where there is none. */
    private Spot nearest(Moment moment) {
        Spot best = new Spot(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (Spot spot : surface.minima()) {
            if (spot.distance(moment.x().theta(), moment.y().theta())
                    < best.distance(moment.x().theta(), moment.y().theta())) {
                best = spot;
            }
        }
        return best;
    }

    private static Verdict verdict(Verdict.Kind kind, Moment now) {
        return new Verdict(kind, now.step(), new Spot(now.x().theta(), now.y().theta()));
    }
}
