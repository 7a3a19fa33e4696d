package weightroom.ui.explain;

/** What can be pointed at in the graph. */
sealed interface GraphItem {
    /** @param node its id */
    record Op(int node) implements GraphItem {}

    /** @param edge its id */
    record Wire(int edge) implements GraphItem {}
}
