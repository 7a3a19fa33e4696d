package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What plots look like on the screen, by the colour at a place. */
final class Pixels {
    private static final double LIKE = 0.35;

    private Pixels() {}

    /** A plot as it stands on the screen, once all that was asked for is drawn. */
    static WritableImage snapshot(FxRobot robot, Plot plot) {
        return onFx(robot, () -> plot.snapshot(null, null));
    }

    static <T> T onFx(FxRobot robot, Supplier<T> work) {
        WaitForAsyncUtils.waitForFxEvents();
        List<T> result = new ArrayList<>();
        robot.interact(() -> result.add(work.get()));
        return result.get(0);
    }

    static Color at(WritableImage image, Point2D place) {
        return image.getPixelReader().getColor((int) place.getX(), (int) place.getY());
    }

    /** Whether two colours look alike: lines are smoothed. */
    static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                        + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue())
                < LIKE;
    }
}
