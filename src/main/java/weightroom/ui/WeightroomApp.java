package weightroom.ui;

import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import weightroom.experiment.Experiment;
import weightroom.ui.kit.Messages;

/** The window. */
public final class WeightroomApp extends Application {
    private static final String SMOKE = "--smoke";
    private static final double SMOKE_SECONDS = 2.5;

    private static volatile Optional<String> complaint = Optional.empty();

    private final WindowMemory memory = new WindowMemory(Preferences.userNodeForPackage(WeightroomApp.class));
    private @Nullable Window window;
    private @Nullable Stage stage;

    /**
     * Opens the window and returns when it was closed.
     *
     * @param args {@code --smoke} to play for a moment and close again
     * @return what went wrong while {@code --smoke} looked on; empty when nothing did
     */
    public static Optional<String> open(String... args) {
        complaint = Optional.empty();
        launch(WeightroomApp.class, args);
        return complaint;
    }

    @Override
    public void start(Stage primary) {
        Window opened = new Window(primary, Experiment.spiral(), memory.theme());
        window = opened;
        stage = primary;
        memory.restore(primary);
        primary.show();
        if (getParameters().getRaw().contains(SMOKE)) {
            smoke(opened);
        }
    }

    @Override
    public void stop() {
        if (window != null && stage != null) {
            if (!getParameters().getRaw().contains(SMOKE)) {
                memory.save(stage, window.theme());
            }
            window.close();
        }
    }

    private static void smoke(Window opened) {
        opened.model().togglePlay();
        PauseTransition pause = new PauseTransition(Duration.seconds(SMOKE_SECONDS));
        pause.setOnFinished(event -> {
            long epoch = opened.model().snapshot().get().epoch();
            if (epoch == 0) {
                complaint = Optional.of(Messages.text("smoke.epochs", epoch, SMOKE_SECONDS));
            } else if (opened.frames() == 0) {
                complaint = Optional.of(Messages.text("smoke.frames"));
            }
            Platform.exit();
        });
        pause.play();
    }
}
