package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
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

/** Line plots under the mouse and the keys, and what stands in them besides the lines. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class LinePlotTest {
    private static final Color SURFACE = Color.WHITE;
    private static final Color INK = Color.web("#18202a");
    private static final Color ACCENT = Color.web("#5a49d6");

    private final LinePlot plot = new LinePlot();
    private final Curve curve = new Curve();

    @Start
    void show(Stage stage) {
        for (int i = 0; i <= 100; i++) {
            curve.append(i, 0.5);
        }
        plot.setStyle("-plot-grid: #ffffff;");
        plot.setNames("epoch", "loss");
        plot.setLines(List.of(new LinePlot.Line("train", curve, 0, 3)));
        stage.setScene(new Scene(new StackPane(plot), 500, 480, SURFACE));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void theWheelZoomsAroundThePointerAndADoubleClickShowsAll(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Point2D place = plot.position(25, 0.25);
        scroll(robot, place, 120);
        assertThat(plot.isZoomed()).isTrue();
        // The numbers beside the axis have become wider.
        assertThat(plot.position(25, 0.25).distance(place)).isLessThan(12);
        assertThat(plot.position(75, 0.25).getX()).isGreaterThan(place.getX() + 250);
        robot.doubleClickOn(plot.localToScreen(place));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.isZoomed()).isFalse();
        assertThat(plot.position(25, 0.25)).isEqualTo(place);
    }

    @Test
    void theWheelOverAnAxisZoomsThatAxisAlone(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Point2D corner = plot.position(0, 0);
        double height = corner.getY() - plot.position(0, 0.5).getY();
        scroll(robot, corner.add(150, 12), 120);
        assertThat(corner.getY() - plot.position(0, 0.5).getY()).isCloseTo(height, within(1e-6));
        assertThat(plot.position(100, 0).getX() - plot.position(0, 0).getX()).isGreaterThan(500);
    }

    @Test
    void aDraggedRectangleBecomesThePlot(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Point2D left = plot.localToScreen(plot.position(20, 0.4));
        Point2D right = plot.localToScreen(plot.position(60, 0.2));
        Point2D start = plot.position(0, 0);
        robot.drag(left, MouseButton.PRIMARY).dropTo(right);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.position(20, 0.2).distance(start)).isLessThan(16);
    }

    @Test
    void theMiddleButtonMovesWhatIsZoomed(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        scroll(robot, plot.position(50, 0.25), 200);
        Point2D before = plot.position(50, 0.25);
        Point2D from = plot.localToScreen(before);
        robot.drag(from, MouseButton.MIDDLE).dropTo(from.add(40, 20));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.position(50, 0.25).distance(before.add(40, 20))).isLessThan(1);
    }

    @Test
    void theKeysZoomMoveAndShowAll(FxRobot robot) {
        robot.interact(plot::requestFocus);
        double whole = reach(robot);
        robot.write("+");
        robot.write("+");
        double zoomed = reach(robot);
        assertThat(zoomed).isCloseTo(whole * 1.25 * 1.25, within(whole * 0.05));
        double left = plot.position(0, 0).getX();
        robot.type(KeyCode.RIGHT);
        assertThat(reach(robot)).isCloseTo(zoomed, within(1e-6));
        assertThat(plot.position(0, 0).getX()).isLessThan(left - 20);
        robot.write("-");
        assertThat(reach(robot)).isLessThan(zoomed);
        robot.write("0");
        assertThat(reach(robot)).isCloseTo(whole, within(1e-6));
    }

    @Test
    void whatComesAfterThePlayheadIsFaint(FxRobot robot) {
        robot.interact(() -> plot.setPlayhead(60));
        WritableImage image = snapshot(robot);
        assertThat(at(image, plot.position(30, 0.5))).isEqualTo(INK);
        double faint = at(image, plot.position(80, 0.5)).getBrightness();
        assertThat(faint).isCloseTo(1 - 0.32 * (1 - INK.getBrightness()), within(0.02));
        assertThat(at(image, plot.position(60, 0.2))).isEqualTo(ACCENT);
        assertThat(at(image, plot.position(60, 0.5))).isEqualTo(INK);
    }

    @Test
    void theHealthyBandIsTinted(FxRobot robot) {
        robot.interact(() -> plot.setBand(Optional.of(new LinePlot.Band(0.1, 0.3, Double.NaN, ""))));
        WritableImage image = snapshot(robot);
        Color tint = at(image, plot.position(50, 0.2));
        assertThat(tint.getGreen()).isGreaterThan(tint.getRed() + 0.05);
        assertThat(at(image, plot.position(50, 0.4))).isEqualTo(SURFACE);
    }

    @Test
    void aMarkIsADottedLineWithAFlagAndItsText(FxRobot robot) {
        robot.interact(() -> plot.setMarks(List.of(new LinePlot.Mark(40, "lr 0.1 → 0.01"))));
        WritableImage image = snapshot(robot);
        int dark = 0;
        int rows = 0;
        for (double y = plot.position(40, 0.4).getY();
                y < plot.position(40, 0.1).getY();
                y++) {
            dark += at(image, new Point2D(plot.position(40, 0).getX(), y)).getBrightness() < 0.8 ? 1 : 0;
            rows++;
        }
        assertThat((double) dark / rows).isBetween(0.2, 0.6);
        assertThat(onFx(robot, plot::svg)).contains(">lr 0.1 → 0.01</text>");
    }

    @Test
    void earlierRunsAreFaintAndAbandonedBranchesDashedInTheColourOfWarnings(FxRobot robot) {
        Curve left = new Curve();
        left.append(0, 0.3);
        left.append(100, 0.3);
        robot.interact(() -> plot.setLines(List.of(
                new LinePlot.Line("train", curve, 0, 3),
                LinePlot.Line.earlier("run 1", left),
                LinePlot.Line.abandoned("branch", curve))));
        String svg = onFx(robot, plot::svg);
        assertThat(svg).contains("stroke=\"#8f6400\"").contains("stroke-dasharray=\"4 3\"");
        assertThat(svg).contains("stroke=\"#626d7b\" stroke-opacity=\"0.5\"").doesNotContain(">run 1<");
        assertThat(at(snapshot(robot), plot.position(50, 0.5))).isEqualTo(INK);
    }

    @Test
    void frozenAxesStayWhileTheCurveGrows(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Point2D end = plot.position(100, 0.5);
        robot.interact(() -> {
            plot.setFrozen(true);
            curve.append(200, 2);
            plot.requestDraw();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.position(100, 0.5)).isEqualTo(end);
        robot.interact(() -> plot.setFrozen(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.position(200, 0).getX()).isCloseTo(end.getX(), within(1e-6));
    }

    @Test
    void theTableHasARowForEveryX(FxRobot robot) {
        Curve test = new Curve();
        test.append(0.5, 0.25);
        test.append(1, Double.NaN);
        robot.interact(() -> plot.setLines(
                List.of(new LinePlot.Line("train", curve, 0, 3), new LinePlot.Line("test, hollow", test, 1, 3))));
        String csv = onFx(robot, plot::csv);
        assertThat(csv).startsWith("epoch,train,\"test, hollow\"\n0,0.5,\n0.5,,0.25\n1,0.5,\n2,0.5,\n");
        assertThat(csv.lines()).hasSize(1 + 101 + 1);
    }

    private double reach(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(plot::requestDraw);
        WaitForAsyncUtils.waitForFxEvents();
        return plot.position(100, 0).getX() - plot.position(0, 0).getX();
    }

    private void scroll(FxRobot robot, Point2D at, double turn) {
        robot.interact(() -> {
            Point2D scene = plot.localToScene(at);
            Point2D screen = plot.localToScreen(at);
            plot.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    scene.getX(),
                    scene.getY(),
                    screen.getX(),
                    screen.getY(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    turn,
                    0,
                    turn,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(FxRobot robot, java.util.function.Supplier<T> work) {
        WaitForAsyncUtils.waitForFxEvents();
        List<T> result = new java.util.ArrayList<>();
        robot.interact(() -> result.add(work.get()));
        return result.get(0);
    }

    private WritableImage snapshot(FxRobot robot) {
        return onFx(robot, () -> plot.image(1));
    }

    private static Color at(WritableImage image, Point2D place) {
        return image.getPixelReader().getColor((int) place.getX(), (int) place.getY());
    }
}
