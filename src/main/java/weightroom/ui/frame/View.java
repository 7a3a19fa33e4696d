package weightroom.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import weightroom.run.Background;
import weightroom.ui.model.Playback;
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

    /** Whether it shows all that it has to show: what it reads from files has been read. */
    default boolean ready() {
        return true;
    }

    /** Whether it changes what it shows with every pulse, beside what the run does. */
    default boolean moving() {
        return false;
    }

    /**
     * What the frame shows and moves while this view is seen, which may be another thing at any time; empty for the run.
     * The one that was shown until then is paused.
     */
    default Optional<ObservableValue<Playback>> playback() {
        return Optional.empty();
    }

    /** Does what one of the {@linkplain Entry#shortcuts shortcuts} stands for; asked for only while the view is seen. */
    default void act(String shortcut) {}

    /** A key of a view; its words stand under {@code action.<id>}. */
    record Shortcut(String id, String keys) {}

    /**
     * A view that can be chosen in the rail; it is made when it is first chosen. Its words stand under {@code view.<id>} and
     * {@code view.<id>.help}.
     *
     * @param id of the view, for {@code render --view} and for what is remembered
     * @param picture a path to stroke on a grid of 24
     * @param shortcuts keys that mean something while the view is seen
     */
    record Entry(String id, String picture, Maker maker, List<Shortcut> shortcuts) {
        public Entry {
            shortcuts = List.copyOf(shortcuts);
        }

        /** A view without keys of its own. */
        public Entry(String id, String picture, Maker maker) {
            this(id, picture, maker, List.of());
        }
    }

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
