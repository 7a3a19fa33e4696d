package weightroom.arch.broken.ui;

/** Planted for {@code ArchitectureTest}. */
class RunsLater {
    void now() {
        javafx.application.Platform.runLater(() -> {});
    }
}
