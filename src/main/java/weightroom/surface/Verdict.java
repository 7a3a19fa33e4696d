package weightroom.surface;

/**
 * What became of a ball up to a step.
 *
 * @param kind what it does
 * @param step since when; of {@link Kind#WALKING} the step itself
 * @param spot where: the minimum, the saddle, or where it is
 */
public record Verdict(Kind kind, int step, Spot spot) {
    /** What a ball can be doing. */
    public enum Kind {
        /** Still on its way. */
        WALKING,
        /** Came to a minimum and stays. */
        REACHED,
        /** Moves without getting lower. */
        CIRCLING,
        /** Hardly moves, where the surface is nearly flat. */
        FLAT,
        /** Hardly moves, close to a saddle point. */
        SADDLE,
        /** Hardly moves although there is a slope: its steps have become small. */
        SLOW,
        /** Ran off the surface downhill, where there is no lowest point. */
        LEFT,
        /** Went higher and higher until it left the surface, or a number became infinite. */
        DIVERGED
    }

    /** Whether the walk goes no further. */
    public boolean ended() {
        return kind == Kind.LEFT || kind == Kind.DIVERGED;
    }
}
