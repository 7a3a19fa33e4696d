package weightroom.ui;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the window stood and how large it was, kept from one start to the next. */
final class WindowMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final double USUAL_WIDTH = 1600;
    private static final double USUAL_HEIGHT = 1000;
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 680;

    private final Preferences preferences;

    WindowMemory(Preferences preferences) {
        this.preferences = preferences;
    }

    /** Puts a window where it was, if that is still on a screen; else in the middle, as large as usual. */
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        double width = preferences.getDouble("width", USUAL_WIDTH);
        double height = preferences.getDouble("height", USUAL_HEIGHT);
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
        double x = preferences.getDouble("x", Double.NaN);
        double y = preferences.getDouble("y", Double.NaN);
        if (!Double.isNaN(x)
                && !Double.isNaN(y)
                && !Screen.getScreensForRectangle(x, y, width, MIN_HEIGHT / 2).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(preferences.getBoolean("maximized", false));
    }

    /** Remembers where a window stands. */
    void save(Stage stage) {
        preferences.putBoolean("maximized", stage.isMaximized());
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            preferences.putDouble("x", stage.getX());
            preferences.putDouble("y", stage.getY());
            preferences.putDouble("width", stage.getWidth());
            preferences.putDouble("height", stage.getHeight());
        }
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The window's place could not be kept", e);
        }
    }
}
