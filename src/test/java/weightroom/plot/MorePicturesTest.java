package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static weightroom.plot.Pixels.at;
import static weightroom.plot.Pixels.onFx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.testing.CleanLogExtension;

/** Histograms, histories, activations, matrices, residuals, gauges and the timeline, by colour at known places. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class MorePicturesTest {
    private static final Color SURFACE = Color.WHITE;
    private static final Bins BINS = new Bins(-2, 2, new double[] {4, 0, 0, 2});

    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 400, 300));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void aBarIsAsHighAsItsCount(FxRobot robot) {
        HistogramPlot plot = new HistogramPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-forward: #00ff00; -plot-grid: #ffffff;");
            plot.setHistograms(List.of(new HistogramPlot.Histogram("w", BINS, Ink.FORWARD)));
        });
        assertThat(at(image, plot.position(-1.5, 3.8))).isEqualTo(Color.LIME);
        assertThat(at(image, plot.position(1.5, 1.8))).isEqualTo(Color.LIME);
        assertThat(at(image, plot.position(1.5, 2.2))).isEqualTo(SURFACE);
        assertThat(at(image, plot.position(-0.4, 1))).isEqualTo(SURFACE);
    }

    @Test
    void weightsTakeTheColourOfTheirSign(FxRobot robot) {
        HistogramPlot plot = new HistogramPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setDiverging(true);
            plot.setHistograms(List.of(new HistogramPlot.Histogram("w", BINS, Ink.FORWARD)));
        });
        Color left = at(image, plot.position(-1.5, 1.5));
        Color right = at(image, plot.position(1.5, 1.5));
        assertThat(left.getRed()).isGreaterThan(left.getBlue() + 0.3);
        assertThat(right.getBlue()).isGreaterThan(right.getRed() + 0.3);
    }

    @Test
    void valuesThatAreAllTheSameAreOneBar(FxRobot robot) {
        HistogramPlot plot = new HistogramPlot();
        Bins constant = new Bins(0.5, 0.5, new double[] {7});
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-forward: #00ff00;");
            plot.setHistograms(List.of(new HistogramPlot.Histogram("w", constant, Ink.FORWARD)));
        });
        assertThat(at(image, plot.position(0.501, 3.3))).isEqualTo(Color.LIME);
    }

    @Test
    void eachOfSeveralHistogramsHasItsOwnHeight(FxRobot robot) {
        HistogramPlot plot = new HistogramPlot();
        Bins many = new Bins(-2, 2, new double[] {4000, 0, 0, 2000});
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-forward: #00ff00; -plot-backward: #ff0000;");
            plot.setHistograms(List.of(
                    new HistogramPlot.Histogram("a", BINS, Ink.FORWARD),
                    new HistogramPlot.Histogram("b", many, Ink.BACKWARD)));
        });
        assertThat(at(image, plot.position(-1.5, 1.7))).isEqualTo(Color.LIME);
        assertThat(at(image, plot.position(-1.5, 0.7))).isEqualTo(Color.RED);
        assertThat(at(image, plot.position(1.5, 1.3))).isEqualTo(Color.LIME);
        assertThat(at(image, plot.position(1.5, 1.6))).isNotEqualTo(Color.LIME);
    }

    @Test
    void anActivationStandsAboveTheValuesThatMeetItAndIsShadedWhereItSaturates(FxRobot robot) {
        ActivationPlot plot = new ActivationPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-strong: #ff0000; -plot-forward: #00ff00; -plot-grid: #ffffff;");
            plot.setFunction("relu", z -> Math.max(0, z), "slope", z -> z > 0 ? 1 : 0);
            plot.setDistribution(Optional.of(new Bins(1, 3, new double[] {5})));
            plot.setZones(List.of(new ActivationPlot.Zone(Double.NEGATIVE_INFINITY, -1, "dead")));
        });
        Color curve = at(image, plot.position(3.5, 3.5));
        assertThat(curve.getRed()).isGreaterThan(curve.getBlue() + 0.4);
        Color bar = at(image, plot.position(2.5, 0.3));
        assertThat(bar.getGreen()).isGreaterThan(bar.getRed() + 0.3);
        assertThat(at(image, plot.position(-2, 2))).isNotEqualTo(SURFACE);
        assertThat(at(image, plot.position(-0.5, 2))).isEqualTo(SURFACE);
    }

    @Test
    void aMatrixShowsRightAnswersAndWrongOnesInDifferentColours(FxRobot robot) {
        ConfusionPlot plot = new ConfusionPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-positive: #0000ff; -plot-bad: #ff0000;");
            plot.setMatrix(List.of("a", "b"), new int[][] {{9, 0}, {5, 5}});
        });
        int blue = count(image, color -> color.getBlue() > color.getRed() + 0.3);
        int red = count(image, color -> color.getRed() > color.getBlue() + 0.3);
        assertThat(blue).isGreaterThan(red + 1000);
        assertThat(red).isGreaterThan(1000);
        assertThatThrownBy(() -> plot.setMatrix(List.of("a", "b"), new int[][] {{1, 2}}))
                .hasMessage("1 × 2 counts for 2 classes");
    }

    @Test
    void aRightPredictionLiesOnTheDiagonal(FxRobot robot) {
        ResidualPlot plot = new ResidualPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-point-positive: #00ff00;");
            plot.setPoints(new float[] {0, 5, 10}, new float[] {0, 5, 10}, new boolean[3]);
        });
        for (double value : new double[] {0, 5, 10}) {
            assertThat(at(image, plot.position(value, value))).isEqualTo(Color.LIME);
        }
        assertThatThrownBy(() -> plot.setPoints(new float[1], new float[2], new boolean[1]))
                .hasMessageStartingWith("1 targets, 2 predictions");
    }

    @Test
    void aGaugeFillsUpToItsValueInDecades(FxRobot robot) {
        Gauge gauge = Gauge.decades(1e-5, 1, Ink.BACKWARD);
        WritableImage image = draw(robot, gauge, () -> {
            gauge.setStyle("-plot-backward: #ff0000; -plot-empty: #0000ff;");
            gauge.setMinSize(100, 14);
            gauge.setMaxSize(100, 14);
            gauge.setValue(Math.pow(10, -2.5));
        });
        assertThat(at(image, new Point2D(46, 7))).isEqualTo(Color.RED);
        assertThat(at(image, new Point2D(54, 7))).isEqualTo(Color.BLUE);
    }

    @Test
    void theDotOfAGaugeStandsAtItsEndWhenTheValueIsBeyond(FxRobot robot) {
        Gauge gauge = Gauge.band(1e-5, 0.1, 3e-4, 3e-3, 1e-3);
        WritableImage image = draw(robot, gauge, () -> {
            gauge.setStyle("-plot-strong: #ff0000;");
            gauge.setMinSize(100, 14);
            gauge.setMaxSize(100, 14);
            gauge.setValue(50);
        });
        assertThat(at(image, new Point2D(95, 7))).isEqualTo(Color.RED);
        robot.interact(() -> gauge.setValue(Double.NaN));
        int red = count(onFx(robot, () -> gauge.image(1)), color -> color.equals(Color.RED));
        assertThat(red).isZero();
    }

    @Test
    void aListenerDrawsPointsInTermsOfTheData(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        List<Touch> touches = new ArrayList<>();
        draw(robot, plot, () -> {
            plot.setField(new Field(1, 1, -1, 1, -1, 1, new float[] {0}));
            plot.setPoints(new DecisionPlot.Points(
                    new float[] {0.5f}, new float[] {0.5f}, new float[] {0}, new boolean[1], new boolean[1]));
            plot.setOnTouch(touches::add);
        });
        robot.drag(plot.localToScreen(plot.position(-0.5, 0.25)), MouseButton.PRIMARY)
                .dropTo(plot.localToScreen(plot.position(0.5, 0.5)));
        assertThat(touches.get(0).phase()).isEqualTo(Touch.Phase.PRESS);
        assertThat(touches.get(0).x()).isCloseTo(-0.5, within(0.02));
        assertThat(touches.get(0).y()).isCloseTo(0.25, within(0.02));
        assertThat(touches.get(0).point()).isEqualTo(-1);
        Touch last = touches.get(touches.size() - 1);
        assertThat(last.phase()).isEqualTo(Touch.Phase.RELEASE);
        assertThat(last.point()).isZero();
        assertThat(plot.isZoomed()).isFalse();
    }

    @Test
    void theBatchInUseHasAHalo(FxRobot robot) {
        DecisionPlot plot = new DecisionPlot();
        WritableImage image = draw(robot, plot, () -> {
            plot.setStyle("-plot-accent: #00ff00;");
            plot.setField(new Field(1, 1, -1, 1, -1, 1, new float[] {0}));
            plot.setPoints(new DecisionPlot.Points(
                    new float[] {-0.5f, 0.5f}, new float[] {0, 0}, new float[] {0, 0}, new boolean[2], new boolean[2]));
            plot.setBatch(new int[] {1}, -1);
        });
        assertThat(at(image, plot.position(0.5, 0).add(5, 0))).isEqualTo(Color.LIME);
        assertThat(at(image, plot.position(-0.5, 0).add(5, 0))).isNotEqualTo(Color.LIME);
    }

    private WritableImage draw(FxRobot robot, Plot plot, Runnable setUp) {
        robot.interact(() -> {
            setUp.run();
            root.getChildren().setAll(plot);
        });
        return onFx(robot, () -> plot.image(1));
    }

    private static int count(WritableImage image, java.util.function.Predicate<Color> wanted) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += wanted.test(image.getPixelReader().getColor(x, y)) ? 1 : 0;
            }
        }
        return count;
    }
}
