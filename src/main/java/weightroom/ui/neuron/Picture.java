package weightroom.ui.neuron;

import javafx.scene.Node;
import weightroom.run.Snapshot;

/** Something of a run to look at. */
public interface Picture {
    Node node();

    /** Begins or ends to be seen. */
    void setSeen(boolean seen);

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    void show(Snapshot now, long nanos);

    /** Whether it keeps to itself what comes of its numbers, while that is still to be predicted. */
    default void setCovered(boolean covered) {}
}
