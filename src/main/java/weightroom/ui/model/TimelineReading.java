package weightroom.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;

/**
 * What something that plays has been through, as the timeline shows it. Places are counted in its smallest steps.
 *
 * @param span where it stands in all that
 * @param words where it stands, as {@code epoch 236 of 420}
 * @param curve its losses
 * @param sides other futures that were left
 * @param epochs the numbers below the curve
 * @param flags what hangs above the curve; where words have no room, those of earlier flags in the list stay
 * @param journey what takes a while just now
 * @param past the same object as long as this is the continuation of what it was
 */
public record TimelineReading(
        Span span,
        String words,
        Curve curve,
        List<Side> sides,
        Epochs epochs,
        List<Flag> flags,
        Optional<Journey> journey,
        Object past) {
    public TimelineReading {
        sides = List.copyOf(sides);
        flags = List.copyOf(flags);
    }

    /**
     * Places that can be gone to.
     *
     * @param earliest the first of them
     * @param at where it stands
     * @param latest the furthest that it came
     */
    public record Span(long earliest, long at, long latest) {
        /** Whether there is anything before. */
        public boolean earlier() {
            return at > earliest;
        }

        /** Whether there is anything beyond. */
        public boolean later() {
            return at < latest;
        }
    }

    /**
     * Losses in their order; more than some hundred no eye tells apart.
     *
     * @param places where they were measured, ascending
     * @param losses as many; NaN and infinity are left out. Neither array is to be written
     */
    public record Curve(long[] places, double[] losses) {
        /** Points that are enough for a curve. */
        public static final int POINTS = 500;

        /** Without a point. */
        public static final Curve NONE = new Curve(new long[0], new double[0]);
    }

    /**
     * A future that was left.
     *
     * @param id names it as long as what it belongs to lasts
     * @param first where it parts from the one that was taken instead
     * @param last how far it came
     */
    public record Side(int id, long first, long last, Curve curve) {}

    /**
     * Numbers along the timeline.
     *
     * @param last the greatest, with the part of the epoch under way
     * @param places how many places an epoch has now, at least 1
     * @param placeAt where so many epochs were done; empty where that never was
     */
    public record Epochs(double last, long places, DoubleFunction<OptionalLong> placeAt) {}

    /**
     * Where something happened.
     *
     * @param number of the branch or the lane, from 0; 0 for others
     * @param at its place
     * @param text beside the flag; empty for the flag alone
     * @param help what happened, and what pressing it does
     */
    public record Flag(Kind kind, int number, long at, String text, String help) {
        /** What it stands for. */
        public enum Kind {
            /** Something was reached. */
            MILESTONE,
            /** A future was left. */
            BRANCH,
            /** Something was changed. */
            MARK,
            /** A lane of a race reached something. */
            LANE
        }
    }

    /**
     * Something under way.
     *
     * @param words what, shown in place of where it stands; empty to go on showing that
     * @param share how much of it is done, 0 to 1; less than 0 where that is not known
     */
    public record Journey(String words, double share) {}
}
