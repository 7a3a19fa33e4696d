package weightroom.formula;

/** How letters are drawn: variables slanted, digits and names of functions upright, vectors and matrices bold. */
public enum Face {
    ITALIC,
    UPRIGHT,
    BOLD
}
