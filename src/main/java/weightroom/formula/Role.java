package weightroom.formula;

/** What a part does in its row, which says how much space stands around it (The TeXbook, chapter 18). */
public enum Role {
    ORDINARY,
    OPERATOR,
    BINARY,
    RELATION,
    OPEN,
    CLOSE,
    PUNCTUATION,
    /** Fractions and stretched brackets. */
    INNER
}
