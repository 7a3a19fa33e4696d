package weightroom.ui.frame;

import javafx.scene.Node;
import weightroom.run.Background;
import weightroom.ui.model.RunModel;

/** What stands inside the frame, one at a time. */
public interface View {
    /** What is put into the frame; the same one each time. */
    Node node();

    /**
     * Begins or ends to be seen. One that is not seen looks at nothing of the snapshots ({@link RunModel#look}), so that
     * nothing is computed for it. At first it is not seen.
     */
    void setSeen(boolean seen);

    /**
     * Shows the newest snapshot; called once per pulse while anything moves. One that is not seen keeps only windows of its
     * own going.
     *
     * @param nanos the time
     */
    void show(long nanos);

    /**
     * A view that can be chosen in the rail; it is made when it is first chosen. Its words stand under {@code view.<id>} and
     * {@code view.<id>.help}.
     *
     * @param id of the view, for {@code render --view} and for what is remembered
     * @param picture a path to stroke on a grid of 24
     */
    record Entry(String id, String picture, Maker maker) {}

    /** Makes a view. */
    @FunctionalInterface
    interface Maker {
        /**
         * @param model the run that every view shows
         * @param background does what takes a while
         */
        View make(RunModel model, Background background);
    }
}
