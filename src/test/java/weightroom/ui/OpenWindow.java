package weightroom.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.experiment.Experiment;
import weightroom.run.Snapshot;
import weightroom.ui.files.Session;
import weightroom.ui.frame.Documents;
import weightroom.ui.model.PassingPreferences;
import weightroom.ui.model.RunModel;

/** A real window with the real trainer behind it, for tests of other packages. */
public final class OpenWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final long STILL_NANOS = 700_000_000L;

    private final Window window;
    private final Stage stage;

    private OpenWindow(Stage stage, Window window) {
        this.stage = stage;
        this.window = window;
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    /** Remembers nothing. */
    public static OpenWindow of(Stage stage, Experiment experiment) {
        return new OpenWindow(
                stage, new Window(stage, experiment, Path.of(""), new PassingPreferences(), Optional.empty()));
    }

    /** Opens with what the last window left in a folder. */
    public static OpenWindow again(Stage stage, Preferences preferences, Path folder) {
        LastRun last = new LastRun(Session.begin(folder).orElseThrow());
        last.await(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        last.close();
        return new OpenWindow(stage, Window.reopened(stage, preferences, last));
    }

    public RunModel model() {
        return window.model();
    }

    public Documents documents() {
        return window.documents();
    }

    public Snapshot now() {
        return window.model().snapshot().get();
    }

    public long step() {
        return now().state().step();
    }

    /** Whether a node with this id is there and seen. */
    public boolean sees(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(Node::isVisible).orElse(false);
    }

    public static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    /** Takes hold of a field so that what is written next replaces what stands there. */
    public static FxRobot retype(FxRobot robot, String id) {
        robot.clickOn(id).push(KeyCode.SHORTCUT, KeyCode.A);
        return robot;
    }

    /** Waits until something is so. */
    public static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until nothing has moved for so long that pulses have ceased. */
    public void waitUntilStill() throws TimeoutException {
        long[] last = {-1, 0};
        waitUntil(() -> {
            long frames = window.frames();
            if (frames != last[0]) {
                last[0] = frames;
                last[1] = System.nanoTime();
            }
            return System.nanoTime() - last[1] > STILL_NANOS;
        });
    }

    /** Plays to an epoch and pauses. */
    public void playTo(long epoch) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model().togglePlay());
        waitUntil(() -> now().epoch() >= epoch);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model().togglePlay());
        waitUntil(() -> !now().playing() && !model().playing().get());
    }

    /** Closes it as a person would. */
    @Override
    public void close() {
        window.close();
    }

    public Stage stage() {
        return stage;
    }
}
