package weightroom.engine;

/**
 * An {@link Activation} at one z as a reader works it out, in LaTeX: over z, its value a, and α where it has one. Of a
 * function made of pieces it is the piece that z lies on.
 *
 * @param condition for which z it holds, such as {@code z > 0}; empty where it holds for all
 * @param value a
 * @param slope a', over a wherever that is shorter
 */
public record WrittenFunction(String condition, String value, String slope) {
    WrittenFunction(String value, String slope) {
        this("", value, slope);
    }

    /** What stands above 0, or what stands at 0 and below. */
    static WrittenFunction above(double z, WrittenFunction above, WrittenFunction below) {
        return z > 0
                ? new WrittenFunction("z > 0", above.value, above.slope)
                : new WrittenFunction("z \\le 0", below.value, below.slope);
    }
}
