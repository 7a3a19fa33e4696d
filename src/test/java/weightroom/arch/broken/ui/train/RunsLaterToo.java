package weightroom.arch.broken.ui.train;

import java.util.function.Consumer;
import javafx.application.Platform;

/** Planted for {@code ArchitectureTest}. */
class RunsLaterToo {
    Consumer<Runnable> later() {
        return Platform::runLater;
    }
}
