package weightroom.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import weightroom.engine.InvalidInput;
import weightroom.experiment.AtomicFile;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.run.Command;
import weightroom.ui.frame.View;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Playback;

/** Draws the window into a file, on a screen that exists in memory only. */
public final class PictureApp extends Application {
    /** Pulses in which nothing changes before the picture is taken: everything shown less often has been shown then. */
    private static final int STILL_PULSES = 30;

    private static final int ENDED_PULSES = 300;

    private static volatile @Nullable Request request;
    private static final AtomicReference<@Nullable RuntimeException> FAILURE = new AtomicReference<>();

    private @Nullable Window window;

    /**
     * What to draw.
     *
     * @param saved what the run goes on from, where there is one
     * @param view id of the view to be seen
     * @param lesson id of the lesson to be open, after a {@code #} its step from 1; empty for none
     * @param epochs so many are made before the picture is taken, of the run or of what the view plays instead
     */
    public record Request(
            Experiment experiment,
            Path folder,
            Optional<SavedRun> saved,
            String view,
            String lesson,
            long epochs,
            Theme theme,
            int width,
            int height,
            Path out) {}

    /** The ids of the views that can be drawn. */
    public static List<String> views() {
        return Window.views(Optional.empty(), () -> {
                    throw new IllegalStateException("no view is made for its id");
                })
                .stream()
                .map(View.Entry::id)
                .toList();
    }

    /**
     * Draws, and returns when the file is written. Once per process.
     *
     * @throws InvalidInput when the experiment cannot be trained, or the file cannot be written
     */
    public static void paint(Request wanted) {
        Headless.prepare(wanted.width(), wanted.height());
        request = wanted;
        launch(PictureApp.class);
        RuntimeException failed = FAILURE.getAndSet(null);
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void start(Stage stage) {
        Request wanted = request;
        if (wanted == null) {
            throw new IllegalStateException("there is nothing to draw");
        }
        try {
            stage.setWidth(wanted.width());
            stage.setHeight(wanted.height());
            Window opened = new Window(stage, wanted.experiment(), wanted.folder(), wanted.theme());
            window = opened;
            opened.model().options().lesson().set(wanted.lesson());
            opened.model().options().view().set(wanted.view());
            stage.show();
            wanted.saved().ifPresent(run -> opened.send(new Command.Open(run)));
            new Waiting(opened, stage.getScene(), wanted).start();
        } catch (RuntimeException failed) {
            end(failed);
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }

    private static void end(@Nullable RuntimeException failed) {
        FAILURE.set(failed);
        Platform.exit();
    }

    /** Goes on to the epoch that was asked for, waits until the window shows it, and draws. */
    private static final class Waiting extends AnimationTimer {
        private final Window window;
        private final Scene scene;
        private final Request wanted;
        private OptionalLong target = OptionalLong.empty();
        private long seen = -1;
        private int still;

        Waiting(Window window, Scene scene, Request wanted) {
            this.window = window;
            this.scene = scene;
            this.wanted = wanted;
        }

        @Override
        public void handle(long now) {
            Playback playback = window.playback();
            if (!window.ready()) {
                return;
            }
            if (target.isEmpty()) {
                boolean opened = !playback.movesWith(window.model().playback())
                        || wanted.saved().isEmpty()
                        || playback.span().at() > 0;
                if (opened) {
                    begin(playback);
                }
                return;
            }
            boolean there = playback.span().at() >= target.getAsLong()
                    || playback.hindrance().get().isPresent();
            still = playback.serial() == seen ? still + 1 : 0;
            seen = playback.serial();
            // What ends before its time stands still as well.
            if (still >= (there ? STILL_PULSES : ENDED_PULSES)) {
                stop();
                try {
                    draw(scene, wanted.out());
                    end(null);
                } catch (RuntimeException failed) {
                    end(failed);
                }
            }
        }

        private void begin(Playback playback) {
            long places = wanted.epochs() * playback.timeline().epochs().places();
            target = OptionalLong.of(playback.span().at() + places);
            if (playback.movesWith(window.model().playback())) {
                // A lesson's question holds up what is asked for by controls.
                window.send(new Command.Step(places));
            } else {
                playback.goOn(wanted.epochs());
            }
        }

        private static void draw(Scene scene, Path out) {
            WritableImage image = scene.snapshot(null);
            AtomicFile.write(out, stream -> ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", stream));
        }
    }
}
