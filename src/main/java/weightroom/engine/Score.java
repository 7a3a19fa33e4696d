package weightroom.engine;

/**
 * How well a network answers some rows.
 *
 * @param loss the mean data loss, without the penalty; NaN for no rows
 * @param accuracy share of the rows whose outputs stand for the class of their targets, 0 to 1; NaN for no rows, and where
 *     the task has no classes
 */
public record Score(double loss, double accuracy) {
    /** That of no rows. */
    public static final Score NONE = new Score(Double.NaN, Double.NaN);

    /**
     * That of n rows, at least one.
     *
     * @param lossSum losses of all of them
     * @param right how many are {@linkplain Task#right answered right}
     */
    public static Score of(Task task, double lossSum, long right, int n) {
        return new Score(lossSum / n, task.classes() == 0 ? Double.NaN : (double) right / n);
    }
}
