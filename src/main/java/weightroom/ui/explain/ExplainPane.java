package weightroom.ui.explain;

import javafx.scene.Node;

/** A part of the view that shows the pass: a page of its centre, the panel beside it, the bar of phases below. */
interface ExplainPane {
    Node node();

    /** Shows what has changed since the last call; called at most once per pulse, and only while it is seen. */
    void show(long nanos);

    /** Whether something of it is still on its way, such as a dash along a link. */
    default boolean moving() {
        return false;
    }
}
