package weightroom.ui.explain;

/** Which rows go through the network. */
sealed interface Choice {
    Choice FIRST = new Row(0);

    /** @param row of the data set, from 0 */
    record Row(int row) implements Choice {}

    /**
     * A point of one's own.
     *
     * @param raw as it would stand in the data
     * @param targets as the loss takes them
     */
    record Typed(double[] raw, double[] targets) implements Choice {}

    /** The rows of the next update. */
    record Batch() implements Choice {}
}
