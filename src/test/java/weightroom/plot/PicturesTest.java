package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weightroom.plot.Pixels.at;
import static weightroom.plot.Pixels.snapshot;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.testing.CleanLogExtension;

/** Plots by the colour at known places of the data. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class PicturesTest {
    private static final Color INK = Color.web("#18202a");
    private static final Color BAD = Color.web("#c03a2b");
    private static final Color ORANGE = Color.web("#f59322");
    private static final Color BLUE = Color.web("#0877bd");

    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 500, 480));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aCurveIsInkWhereItsPointsAre(FxRobot robot) {
        LinePlot plot = new LinePlot();
        Curve curve = new Curve();
        for (int i = 0; i <= 100; i++) {
            curve.append(i, i <= 50 ? 0.8 : 0.2);
        }
        WritableImage image = draw(robot, plot, () -> {
            plot.setNames("epoch", "loss");
            plot.setLines(List.of(new LinePlot.Line("train", curve, 0, 3)));
        });
        assertThat(at(image, plot.position(25, 0.8))).isEqualTo(INK);
        assertThat(at(image, plot.position(75, 0.2))).isEqualTo(INK);
        assertThat(at(image, plot.position(25, 0.5))).isNotEqualTo(INK);
        assertThat(plot.position(0, 0.8).getX())
                .isLessThan(plot.position(100, 0.8).getX());
        assertThat(plot.position(0, 0.8).getY())
                .isLessThan(plot.position(0, 0.2).getY());
    }

    @Test
    void onALogarithmicAxisDecadesAreEquallyHigh(FxRobot robot) {
        LinePlot plot = new LinePlot();
        Curve curve = new Curve();
        curve.append(0, 1);
        curve.append(100, 0.01);
        WritableImage image = draw(robot, plot, () -> {
            plot.setLogarithmic(true);
            plot.setLines(List.of(new LinePlot.Line("train", curve, 0, 3)));
        });
        double decade = plot.position(0, 0.1).getY() - plot.position(0, 1).getY();
        assertThat(plot.position(0, 0.01).getY() - plot.position(0, 0.1).getY()).isCloseTo(decade, within(1e-6));
        assertThat(at(image, plot.position(50, 0.1))).isEqualTo(INK);
    }

    @Test
    void theColourOfASeriesComesFromTheStyleSheet(FxRobot robot) {
        LinePlot plot = new LinePlot();
        Curve curve = new Curve();
        curve.append(0, 1);
        curve.append(10, 1);
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-series-2: #ff0000;");
            plot.setLines(List.of(new LinePlot.Line("test", curve, 1, 3)));
        });
        assertThat(at(image, plot.position(5, 1))).isEqualTo(Color.RED);
        robot.interact(() -> plot.setStyle("-plot-series-2: #00ff00;"));
        assertThat(at(snapshot(robot, plot), plot.position(5, 1))).isEqualTo(Color.LIME);
    }

    @Test
    void pointsAddedToACurveAreDrawnOnTheNextPulse(FxRobot robot) {
        LinePlot plot = new LinePlot();
        Curve curve = new Curve();
        draw(robot, plot, () -> plot.setLines(List.of(new LinePlot.Line("train", curve, 0, 3))));
        robot.interact(() -> {
            curve.append(0, 1);
            curve.append(10, 1);
            plot.requestDraw();
        });
        assertThat(at(snapshot(robot, plot), plot.position(5, 1))).isEqualTo(INK);
    }

    @Test
    void aFieldHasTheScalesColoursAndAContourBetweenThem(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        float[] values = new float[20 * 20];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 20 < 10 ? 0 : 1;
        }
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-reach: 1;");
            plot.setScale(new DecisionPlot.Scale("P(class 1)", 0, 1, 0.5, List.of()));
            plot.setField(new Field(20, 20, -6, 6, -6, 6, values));
        });
        assertThat(at(image, plot.position(-4, 3))).isEqualTo(ORANGE);
        assertThat(at(image, plot.position(4, -3))).isEqualTo(BLUE);
        assertThat(at(image, plot.position(0, 2)).getBrightness()).isLessThan(0.25);
    }

    @Test
    void theReachDrawsTheFieldTowardsTheMiddle(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-reach: 0.5; -plot-middle: #000000; -plot-positive: #0000ff;");
            plot.setField(new Field(1, 1, 0, 1, 0, 1, new float[] {1}));
        });
        assertThat(at(image, plot.position(0.5, 0.5)).getBlue()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void theBottomRowOfAFieldIsAtTheBottom(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-reach: 1;");
            plot.setField(new Field(1, 2, 0, 1, 0, 1, new float[] {0, 1}));
        });
        assertThat(at(image, plot.position(0.3, 0.05))).isEqualTo(ORANGE);
        assertThat(at(image, plot.position(0.3, 0.95))).isEqualTo(BLUE);
    }

    @Test
    void trainPointsAreFilledTestPointsHollowAndWrongOnesRinged(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        float[] half = {0.5f};
        WritableImage image = draw(robot, plot, () -> {
            plot.setField(new Field(1, 1, 0, 4, 0, 4, half));
            plot.setPoints(new DecisionPlot.Points(
                    new float[] {1, 2, 3},
                    new float[] {1, 2, 3},
                    new float[] {0, 1, 1},
                    new boolean[] {false, false, true},
                    new boolean[] {false, true, false}));
        });
        Color ring = Color.web("#ffffff");
        assertThat(at(image, plot.position(1, 1))).isEqualTo(Color.web("#e07b06"));
        assertThat(at(image, plot.position(2, 2))).isEqualTo(Color.web("#0877bd"));
        assertThat(at(image, plot.position(3, 3))).isEqualTo(ring);
        assertThat(near(image, plot.position(2, 2), DecisionPoints.RING, BAD)).isTrue();
        assertThat(near(image, plot.position(1, 1), DecisionPoints.RING, BAD)).isFalse();
    }

    @Test
    void eachOfSeveralClassesHasItsColour(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-reach: 1; -plot-class-1: #ff0000; -plot-class-3: #00ff00;");
            plot.setScale(new DecisionPlot.Scale("class", 0, 1, Double.NaN, List.of("a", "b", "c")));
            plot.setField(new Field(2, 1, 0, 2, 0, 1, new float[] {1, 0, 0, 0, 0, 1}));
        });
        assertThat(at(image, plot.position(0.2, 0.5))).isEqualTo(Color.RED);
        assertThat(at(image, plot.position(1.8, 0.5))).isEqualTo(Color.LIME);
    }

    private WritableImage draw(FxRobot robot, Plot plot, Runnable setUp) {
        robot.interact(() -> {
            setUp.run();
            root.getChildren().setAll(plot);
        });
        return snapshot(robot, plot);
    }

    /** Whether a circle around a place has a colour all along. */
    private static boolean near(WritableImage image, Point2D centre, double radius, Color color) {
        for (int degrees = 0; degrees < 360; degrees += 45) {
            double angle = Math.toRadians(degrees);
            Point2D place = centre.add(radius * Math.cos(angle), radius * Math.sin(angle));
            Color here = at(image, place);
            double off = Math.abs(here.getRed() - color.getRed()) + Math.abs(here.getBlue() - color.getBlue());
            if (off > 0.35) {
                return false;
            }
        }
        return true;
    }
}
