package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.testing.CleanLogExtension;

/** Surfaces from above and in space, by the colour at known places, under the mouse and the keys. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class SurfacePlotTest {
    private static final Color BLUE = Color.web("#0877bd");
    private static final Color ORANGE = Color.web("#f59322");
    private static final Color ADAM = Color.web("#d55e00");

    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 460, 440, Color.WHITE));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void lowIsBlueHighIsOrangeAndTheBottomRowIsAtTheBottom(FxRobot robot) {
        SurfacePlot plot = open(robot, slope(false));
        WritableImage image = image(robot, plot);
        assertThat(at(image, plot.position(0, 0.02))).isEqualTo(BLUE);
        assertThat(at(image, plot.position(0, 0.98))).isEqualTo(ORANGE);
        // All of a level has one colour.
        assertThat(at(image, plot.position(0.3, 1.5 / 14))).isEqualTo(at(image, plot.position(-0.6, 1.7 / 14)));
    }

    @Test
    void aPathHasTheColourOfItsLaneAndIsFaintAfterTheBall(FxRobot robot) {
        SurfacePlot plot = open(robot, slope(false));
        robot.interact(() -> {
            plot.setStyle("-plot-reach: 0; -plot-middle: #ffffff; -plot-strong: #ffffff;");
            plot.setBalls(List.of(new SurfacePlot.Ball(
                    "Adam", LaneStyle.of(5), new double[] {-0.9, 0, 0.9}, new double[] {0.4, 0.4, 0.4}, 1)));
            plot.setEmphasized(5);
        });
        WritableImage image = image(robot, plot);
        assertThat(at(image, plot.position(-0.45, 0.4))).isEqualTo(ADAM);
        assertThat(at(image, plot.position(0, 0.4))).isEqualTo(ADAM);
        assertThat(at(image, plot.position(0.45, 0.4)).getBlue()).isCloseTo(0.68, within(0.04));
    }

    @Test
    void aClickChoosesWhereToStartAndADragDoesNot(FxRobot robot) {
        SurfacePlot plot = open(robot, slope(false));
        List<Point2D> starts = new ArrayList<>();
        robot.interact(() -> plot.setOnStart((x, y) -> starts.add(new Point2D(x, y))));
        robot.clickOn(plot.localToScreen(plot.position(0.5, 0.25)));
        assertThat(starts).hasSize(1);
        assertThat(starts.get(0).distance(0.5, 0.25)).isLessThan(0.01);
        robot.drag(plot.localToScreen(plot.position(-0.5, 0.25)), MouseButton.PRIMARY)
                .dropTo(plot.localToScreen(plot.position(0.5, 0.75)));
        assertThat(starts).hasSize(1);
        assertThat(plot.isZoomed()).isTrue();
    }

    @Test
    void theArrowsMoveTheMarkAndEnterStartsThere(FxRobot robot) {
        SurfacePlot plot = open(robot, slope(false));
        List<Point2D> starts = new ArrayList<>();
        robot.interact(() -> {
            plot.setOnStart((x, y) -> starts.add(new Point2D(x, y)));
            plot.setStart(0, 0.5);
            plot.requestFocus();
        });
        robot.type(KeyCode.RIGHT).type(KeyCode.UP);
        assertThat(starts).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(starts.get(0).distance(0.02, 0.51)).isLessThan(1e-9);
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT).type(KeyCode.ENTER);
        assertThat(starts.get(1).distance(-0.18, 0.51)).isLessThan(1e-9);
        robot.interact(() -> plot.setStart(-1, 0));
        robot.type(KeyCode.LEFT).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(starts).hasSize(3);
        assertThat(starts.get(2)).isEqualTo(new Point2D(-1, 0));
    }

    @Test
    void inSpaceWhatIsHighStandsHighAndWhatIsBehindIsHidden(FxRobot robot) {
        ReliefPlot plot = open(robot, ridge());
        robot.interact(() -> {
            plot.setView(0, 20);
            plot.setStyle("-plot-lane-6: #ff00ff;");
            plot.setBalls(List.of(
                    ball(LaneStyle.of(5), -0.5, -0.9), ball(LaneStyle.of(5), 0.5, 0.6), ball(LaneStyle.of(5), 0, 0)));
        });
        WritableImage image = image(robot, plot);
        Point2D top = plot.position(0, 0);
        assertThat(top.getY()).isLessThan(plot.position(0, -0.9).getY() - 60);
        assertThat(at(image, plot.position(-0.5, -0.9))).isEqualTo(Color.web("#ff00ff"));
        assertThat(at(image, top)).isEqualTo(Color.web("#ff00ff"));
        assertThat(at(image, plot.position(0.5, 0.6))).isNotEqualTo(Color.web("#ff00ff"));
        robot.interact(() -> plot.setView(180, 20));
        image = image(robot, plot);
        assertThat(at(image, plot.position(0.5, 0.6))).isEqualTo(Color.web("#ff00ff"));
        assertThat(at(image, plot.position(-0.5, -0.9))).isNotEqualTo(Color.web("#ff00ff"));
    }

    @Test
    void theKeysAndADragTurnAndTiltAndHomeGoesBack(FxRobot robot) {
        ReliefPlot plot = open(robot, ridge());
        double azimuth = plot.azimuth();
        double elevation = plot.elevation();
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.UP);
        assertThat(plot.azimuth()).isEqualTo(azimuth + 5);
        assertThat(plot.elevation()).isEqualTo(elevation + 5);
        robot.drag(plot.localToScreen(200, 200), MouseButton.PRIMARY).dropTo(plot.localToScreen(240, 500));
        assertThat(plot.azimuth()).isGreaterThan(azimuth + 15);
        assertThat(plot.elevation()).isEqualTo(90);
        robot.type(KeyCode.HOME);
        assertThat(plot.azimuth()).isEqualTo(azimuth);
        assertThat(plot.elevation()).isEqualTo(elevation);
    }

    @Test
    void aBallMustBeOnItsPath() {
        assertThatThrownBy(() -> new SurfacePlot.Ball("a", LaneStyle.of(0), new double[2], new double[2], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("now at 2");
    }

    static SurfacePlot.Ball ball(LaneStyle style, double x, double y) {
        return new SurfacePlot.Ball("ball", style, new double[] {x}, new double[] {y}, 0);
    }

    /** f(x, y) = y over −1 … 1 and 0 … 1. */
    static SurfacePlot slope(boolean logarithmic) {
        SurfacePlot plot = new SurfacePlot();
        plot.setStyle("-plot-reach: 1;");
        float[] values = new float[40 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.floorDiv(i, 40) / 39f;
        }
        plot.setNames("x", "y", "f");
        plot.setSurface(new Field(40, 40, -1, 1, 0, 1, values), logarithmic);
        return plot;
    }

    /** A wall along x at y = 0, over −1 … 1 both ways. */
    static ReliefPlot ridge() {
        ReliefPlot plot = new ReliefPlot();
        float[] values = new float[60 * 60];
        for (int i = 0; i < values.length; i++) {
            double y = 2 * (Math.floorDiv(i, 60) + 0.5) / 60 - 1;
            values[i] = (float) Math.exp(-30 * y * y);
        }
        plot.setNames("x", "y", "f");
        plot.setSurface(new Field(60, 60, -1, 1, -1, 1, values), false);
        return plot;
    }

    private <T extends Plot> T open(FxRobot robot, T plot) {
        robot.interact(() -> root.getChildren().setAll(plot));
        WaitForAsyncUtils.waitForFxEvents();
        return plot;
    }

    private WritableImage image(FxRobot robot, Plot plot) {
        List<WritableImage> result = new ArrayList<>();
        WaitForAsyncUtils.waitForFxEvents();
        Supplier<WritableImage> work = () -> plot.image(1);
        robot.interact(() -> result.add(work.get()));
        return result.get(0);
    }

    private static Color at(WritableImage image, Point2D place) {
        return image.getPixelReader().getColor((int) place.getX(), (int) place.getY());
    }
}
