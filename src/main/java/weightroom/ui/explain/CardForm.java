package weightroom.ui.explain;

/**
 * How large cards are drawn and how their numbers stand, from the roomiest to the tightest. Sizes in pixels.
 *
 * <p>In a table a number and ∂L by it share a row, so that a card is half as high and the bias finds room in it.
 */
enum CardForm {
    FULL(13, 24, 30, 11, false),
    MEDIUM(12, 18, 24, 10, false),
    SMALL(11, 15, 20, 8, false),
    TABLE(11, 15, 20, 8, true),
    /** Without a head: the unit is told by the indices of its numbers. */
    MINI(11, 13, 0, 6, true);

    /** No type is smaller. */
    static final double LEAST_TYPE = 11;

    private final double type;
    private final double row;
    private final double head;
    private final double padding;
    private final boolean table;

    CardForm(double type, double row, double head, double padding, boolean table) {
        this.type = type;
        this.row = row;
        this.head = head;
        this.padding = padding;
        this.table = table;
    }

    /** Of numbers. */
    double type() {
        return type;
    }

    /** Of names and labels. */
    double smallType() {
        return Math.max(LEAST_TYPE, type - 1);
    }

    double row() {
        return row;
    }

    /** Height of the part with the name; 0 for none. */
    double head() {
        return head;
    }

    double padding() {
        return padding;
    }

    /** Whether a number and its derivative share a row, and the bias stands inside the card. */
    boolean table() {
        return table;
    }

    /** Between a card and the parameters that hang on it. */
    double stalk() {
        return row - 5;
    }

    /** Between the rows of both directions. */
    double rule() {
        return this == FULL ? 4 : 3;
    }

    /** Below the last row. */
    double foot() {
        return this == FULL ? 5 : this == MINI ? 2 : 3;
    }

    /** Of a link that is seen beside its label, at least. */
    double air() {
        return switch (this) {
            case FULL -> 44;
            case MEDIUM -> 30;
            case SMALL -> 20;
            case TABLE, MINI -> 0;
        };
    }

    /** Between the cards of a column, at least. */
    double gap() {
        return this == MINI ? 4 : 10;
    }

    /** Above the columns: their names where cards have none. */
    double top() {
        return this == MINI ? 20 : 8;
    }

    /** Of a row of a label. */
    double labelRow() {
        return smallType() + 4;
    }
}
