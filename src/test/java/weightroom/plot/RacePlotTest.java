package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
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

/** Races by the colour at known data, under the mouse and the keys. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class RacePlotTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final double NEVER = Double.NaN;
    private static final Color GREEN = Color.web("#007a59");
    private static final Color ORANGE = Color.web("#d55e00");

    private final RacePlot plot = new RacePlot();

    @Start
    void show(Stage stage) {
        plot.setStyle("-plot-grid: #ffffff;");
        plot.setNames("epoch", "loss");
        plot.setWords("unsmoothed");
        stage.setScene(new Scene(new StackPane(plot), 600, 400, Color.WHITE));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void eachLaneHasItsColourWhereItsPointsAreAndTheEmphasizedOneIsWider(FxRobot robot) {
        robot.interact(() -> {
            plot.setLines(List.of(level(1, 0.1, FOREVER), level(5, 1, FOREVER)));
            plot.setEmphasized(5);
        });
        WritableImage image = image(robot);
        assertThat(at(image, plot.position(50.5, 0.1))).isEqualTo(GREEN);
        assertThat(at(image, plot.position(50.5, 1))).isEqualTo(ORANGE);
        assertThat(plot.position(0, 0.1).getY())
                .isGreaterThan(plot.position(0, 1).getY());
        String svg = onFx(robot, plot::svg);
        assertThat(svg).contains("stroke=\"#d55e00\" stroke-width=\"2.5\"");
        assertThat(svg).contains("stroke=\"#007a59\" stroke-width=\"1.75\"");
    }

    @Test
    void whatComesAfterEachLanesOwnPresentIsFaint(FxRobot robot) {
        robot.interact(() -> plot.setLines(List.of(level(1, 0.1, 40), level(5, 1, 80))));
        WritableImage image = image(robot);
        assertThat(at(image, plot.position(30.5, 0.1))).isEqualTo(GREEN);
        assertThat(at(image, plot.position(60.5, 0.1)).getRed()).isCloseTo(0.68, within(0.03));
        assertThat(at(image, plot.position(60.5, 1))).isEqualTo(ORANGE);
        assertThat(at(image, plot.position(90.5, 1)).getBlue()).isCloseTo(0.68, within(0.03));
    }

    @Test
    void aBandIsTintedInTheColourOfItsLane(FxRobot robot) {
        double[] xs = {0, 100};
        robot.interact(() -> {
            plot.setLines(List.of(level(1, 0.1, FOREVER), level(5, 1, FOREVER)));
            plot.setBand(Optional.of(new RacePlot.Band(5, xs, new double[] {0.5, 0.5}, new double[] {2, FOREVER})));
        });
        Color tint = at(image(robot), plot.position(50.5, 0.7));
        Color expected = Color.WHITE.interpolate(ORANGE, 0.18);
        assertThat(tint.getBlue()).isCloseTo(expected.getBlue(), within(0.02));
        assertThat(tint.getGreen()).isCloseTo(expected.getGreen(), within(0.02));
    }

    @Test
    void theTargetIsDashedAndTickedWhereALaneReachedIt(FxRobot robot) {
        robot.interact(() -> {
            RacePlot.Line solved = level(1, 0.1, FOREVER);
            plot.setLines(List.of(
                    new RacePlot.Line("a", solved.style(), solved.xs(), solved.ys(), FOREVER, 33, false),
                    level(5, 1, FOREVER)));
            plot.setTarget(0.05, "target 0.05");
        });
        WritableImage image = image(robot);
        Point2D tick = plot.position(33, 0.05);
        assertThat(at(image, tick.add(0, -4))).isEqualTo(GREEN);
        assertThat(at(image, tick.add(0, 4))).isEqualTo(GREEN);
        assertThat(onFx(robot, plot::svg)).contains(">target 0.05</text>").contains("stroke-dasharray=\"6 4\"");
    }

    @Test
    void aLaneThatDivergesEndsWithACrossAndDoesNotSqueezeTheOthers(FxRobot robot) {
        double[] xs = xs();
        double[] ys = new double[xs.length];
        Arrays.fill(ys, Double.NaN);
        for (int i = 0; i < 20; i++) {
            ys[i] = Math.pow(10, i);
        }
        robot.interact(() -> plot.setLines(List.of(
                level(1, 0.1, FOREVER), new RacePlot.Line("b", LaneStyle.of(5), xs, ys, FOREVER, NEVER, true))));
        WritableImage image = image(robot);
        double decade = plot.position(0, 0.1).getY() - plot.position(0, 1).getY();
        assertThat(decade).isGreaterThan(60);
        Point2D end =
                new Point2D(plot.position(19, 1).getX(), plot.position(0, 125).getY() + 10);
        assertThat(at(image, end)).isEqualTo(Color.web("#c03a2b"));
    }

    @Test
    void namesOfSixteenLanesThatEndTogetherDoNotOverlap(FxRobot robot) {
        robot.interact(() -> plot.setLines(IntStream.range(0, 16)
                .mapToObj(lane -> level(lane, 0.1 + 1e-4 * lane, FOREVER))
                .toList()));
        List<Double> places = Pattern.compile("<text[^>]* y=\"([0-9.]+)\"[^>]*>lane \\d+</text>")
                .matcher(onFx(robot, plot::svg))
                .results()
                .map((MatchResult result) -> Double.valueOf(result.group(1)))
                .sorted()
                .toList();
        assertThat(places).hasSize(16);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1))
                    .isGreaterThanOrEqualTo(plot.font().getSize());
        }
    }

    @Test
    void beneathASmoothedCurveTheValuesThemselvesAreFaint(FxRobot robot) {
        double[] xs = xs();
        double[] ys = new double[xs.length];
        Arrays.fill(ys, 1);
        ys[50] = 8;
        robot.interact(() -> {
            plot.setLines(List.of(new RacePlot.Line("a", LaneStyle.of(1), xs, ys, FOREVER, NEVER, false)));
            plot.setSmoothing(3);
        });
        WritableImage image = image(robot);
        assertThat(at(image, plot.position(50, 1))).isEqualTo(GREEN);
        Color spike = at(image, plot.position(50, 7));
        assertThat(spike.getRed()).isBetween(0.7, 0.97);
    }

    @Test
    void theArrowsTakeTheCrosshairAlongACurveAndFromCurveToCurveAndEnterChooses(FxRobot robot) {
        List<RacePlot.Pointed> pointed = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        robot.interact(() -> {
            plot.setLines(List.of(level(1, 0.1, FOREVER), level(3, 0.5, FOREVER), level(5, 1, FOREVER)));
            plot.setOnPointed(at -> at.ifPresent(pointed::add));
            plot.setOnChosen(chosen::add);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            plot.requestFocus();
            plot.point(plot.position(50, 0.1));
        });
        robot.type(KeyCode.RIGHT)
                .type(KeyCode.RIGHT)
                .type(KeyCode.UP)
                .type(KeyCode.UP)
                .type(KeyCode.LEFT);
        assertThat(pointed).extracting(RacePlot.Pointed::lane).containsExactly(1, 1, 1, 3, 5, 5);
        assertThat(pointed).extracting(RacePlot.Pointed::x).containsExactly(50.0, 51.0, 52.0, 52.0, 52.0, 51.0);
        assertThat(pointed.get(5).value()).isEqualTo(1);
        robot.type(KeyCode.ENTER);
        assertThat(chosen).containsExactly(5);
    }

    @Test
    void theCrosshairStaysOnACurveHoweverSteepAndStartsInTheMiddle(FxRobot robot) {
        List<RacePlot.Pointed> pointed = new ArrayList<>();
        double[] falling = Arrays.stream(xs()).map(x -> Math.pow(10, -x / 20)).toArray();
        robot.interact(() -> {
            RacePlot.Line steep = new RacePlot.Line("a", LaneStyle.of(1), xs(), falling, FOREVER, NEVER, false);
            plot.setLines(List.of(steep, level(5, 1e-3, FOREVER)));
            plot.setOnPointed(at -> at.ifPresent(pointed::add));
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(plot::requestFocus);
        robot.type(KeyCode.LEFT);
        assertThat(pointed.get(0)).isEqualTo(new RacePlot.Pointed(1, 49, falling[49]));
        robot.press(KeyCode.SHIFT);
        for (int i = 0; i < 4; i++) {
            robot.type(KeyCode.LEFT);
        }
        robot.release(KeyCode.SHIFT);
        assertThat(pointed.get(4)).isEqualTo(new RacePlot.Pointed(1, 9, falling[9]));
    }

    @Test
    void aClickChoosesTheNearestLane(FxRobot robot) {
        List<Integer> chosen = new ArrayList<>();
        robot.interact(() -> {
            plot.setLines(List.of(level(1, 0.1, FOREVER), level(5, 1, FOREVER)));
            plot.setOnChosen(chosen::add);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(plot.localToScreen(plot.position(50, 0.13)));
        assertThat(chosen).containsExactly(1);
    }

    @Test
    void theTableHasEveryLaneTheSeedsAndTheBand(FxRobot robot) {
        double[] xs = {0, 100};
        robot.interact(() -> {
            plot.setLines(List.of(level(1, 0.1, FOREVER)));
            plot.setSeeds(1, List.of(new RacePlot.Seed("seed 2", xs, new double[] {3, 4})));
            plot.setBand(Optional.of(new RacePlot.Band(1, xs, new double[] {1, 2}, new double[] {5, 6})));
        });
        assertThat(onFx(robot, plot::csv))
                .startsWith("epoch,lane 1,lane 1 seed 2,lane 1 low,lane 1 high\n0,0.1,3,1,5\n1,0.1,,,\n");
    }

    private static double[] xs() {
        return IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
    }

    private static RacePlot.Line level(int lane, double value, double present) {
        double[] ys = new double[101];
        Arrays.fill(ys, value);
        return new RacePlot.Line("lane " + lane, LaneStyle.of(lane), xs(), ys, present, NEVER, false);
    }

    private WritableImage image(FxRobot robot) {
        return onFx(robot, () -> plot.image(1));
    }

    private static <T> T onFx(FxRobot robot, Supplier<T> work) {
        WaitForAsyncUtils.waitForFxEvents();
        List<T> result = new ArrayList<>();
        robot.interact(() -> result.add(work.get()));
        return result.get(0);
    }

    private static Color at(WritableImage image, Point2D place) {
        return image.getPixelReader().getColor((int) place.getX(), (int) place.getY());
    }
}
