package weightroom.lesson;

import java.util.List;

/**
 * A number that is read off a run, such as {@code train-loss} or {@code weight 0/1/b}.
 *
 * @param at what {@code L/U/R} and the like say: whole numbers from 0, {@link #BIAS} for {@code b}
 * @param level of {@code epochs-to}
 */
public record Metric(String id, List<Integer> at, double level) {
    /** Stands for {@code b} in a path. */
    public static final int BIAS = -1;

    public Metric {
        at = List.copyOf(at);
    }
}
