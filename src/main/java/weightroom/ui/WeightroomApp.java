package weightroom.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import weightroom.experiment.Experiment;
import weightroom.ui.files.DataFolder;
import weightroom.ui.files.Session;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.PassingPreferences;

/** The window. */
public final class WeightroomApp extends Application {
    private static final String SMOKE = "--smoke";
    private static final double SMOKE_SECONDS = 2;
    /** A machine that builds several things at once is slow. */
    private static final double SMOKE_PATIENCE_SECONDS = 30;

    private static volatile Optional<String> complaint = Optional.empty();

    private static volatile Runnable answering = () -> {};

    private static volatile Optional<LastRun> last = Optional.empty();

    /** Then the window opens without waiting for what the last one left. */
    private static final long PATIENCE_MILLIS = 1000;

    private @Nullable Window window;

    /**
     * Opens the window and returns when it was closed.
     *
     * @param args {@code --smoke} to say when the window answers, play for a moment, and close again
     * @param answers is run once the window is drawn and takes what it is told; with {@code --smoke} only
     * @return what went wrong while {@code --smoke} looked on; empty when nothing did
     */
    public static Optional<String> open(Runnable answers, String... args) {
        complaint = Optional.empty();
        answering = answers;
        // Read while the toolkit starts.
        boolean smoke = List.of(args).contains(SMOKE);
        last = smoke ? Optional.empty() : Session.begin(DataFolder.ofUser()).map(LastRun::new);
        launch(WeightroomApp.class, args);
        return complaint;
    }

    /** Not on the screen's thread. */
    @Override
    public void init() {
        last.ifPresent(reading -> reading.await(PATIENCE_MILLIS));
    }

    @Override
    public void start(Stage primary) {
        boolean smoke = getParameters().getRaw().contains(SMOKE);
        Preferences preferences =
                smoke ? new PassingPreferences() : Preferences.userNodeForPackage(WeightroomApp.class);
        WindowMemory memory = new WindowMemory(preferences);
        memory.restore(primary);
        Window opened = last.map(left -> Window.reopened(primary, preferences, left))
                .orElseGet(() -> new Window(primary, Experiment.opening(), Path.of(""), preferences, Optional.empty()));
        window = opened;
        primary.setOnHiding(event -> memory.save(primary));
        primary.show();
        if (smoke) {
            new Answering(primary.getScene()).start();
            smoke(opened);
        }
    }

    @Override
    public void stop() {
        last.ifPresent(LastRun::close);
        if (window != null) {
            window.close();
        }
    }

    /** Tells once that the window is drawn and takes what it is told, so that its start can be timed from outside. */
    private static final class Answering {
        /** A pulse begins when what the one before has laid out is on the screen. */
        private static final int PULSES = 2;

        private final Scene scene;
        private final Runnable counter = this::count;
        private int pulses;

        Answering(Scene scene) {
            this.scene = scene;
        }

        void start() {
            scene.addPostLayoutPulseListener(counter);
        }

        private void count() {
            pulses++;
            if (pulses == PULSES) {
                FrameLoop.onScreen(() -> {
                    scene.removePostLayoutPulseListener(counter);
                    answering.run();
                });
            }
        }
    }

    /** Plays, and looks again and again until the run has moved and was drawn, or patience ends. */
    private static void smoke(Window opened) {
        opened.model().togglePlay();
        long begun = System.nanoTime();
        Timeline look = new Timeline(new KeyFrame(Duration.seconds(SMOKE_SECONDS), event -> {
            double seconds = (System.nanoTime() - begun) * 1e-9;
            long epoch = opened.model().snapshot().get().epoch();
            boolean moved = epoch > 0 && opened.frames() > 0;
            if (moved || seconds > SMOKE_PATIENCE_SECONDS) {
                complaint = moved
                        ? Optional.empty()
                        : Optional.of(Messages.text("smoke.still", epoch, opened.frames(), Math.round(seconds)));
                Platform.exit();
            }
        }));
        look.setCycleCount(Animation.INDEFINITE);
        look.play();
    }
}
