package weightroom.engine;

/** The rows to learn from, those to choose settings by, and those kept back for the end; the last two may be empty. */
public record Split(Rows train, Rows validation, Rows test) {
    public Split(Rows train) {
        this(train, Rows.NONE, Rows.NONE);
    }
}
