package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static weightroom.plot.Pixels.at;
import static weightroom.plot.Pixels.near;
import static weightroom.plot.Pixels.snapshot;

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

/** The pictures of neurons by the colour at known places of the data. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class NeuronPicturesTest {
    private static final Color INK = Color.web("#18202a");
    private static final Color BLUE = Color.web("#0877bd");
    private static final Color ORANGE = Color.web("#e07b06");
    private static final Color RED = Color.web("#c03a2b");

    private StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 500, 480));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void theLineLiesWhereTheSumIsZeroAndItsSidesAreToldApart(FxRobot robot) {
        CorrectionPlot plot = SamplePlots.correction();
        WritableImage image = draw(robot, plot);
        assertThat(at(image, plot.position(0.5, 1.2))).isEqualTo(INK);
        Color yes = at(image, plot.position(1.2, 0.3));
        Color no = at(image, plot.position(-0.2, 0.6));
        assertThat(yes.getBlue()).isGreaterThan(yes.getRed());
        assertThat(no.getRed()).isGreaterThan(no.getBlue());
    }

    @Test
    void aWrongPointIsRingedAndEachClassHasItsSign(FxRobot robot) {
        CorrectionPlot plot = SamplePlots.correction();
        WritableImage image = draw(robot, plot);
        Point2D wrong = plot.position(0, 0);
        Point2D right = plot.position(1, 1);
        assertThat(at(image, wrong.add(0, -5))).isEqualTo(ORANGE);
        assertThat(at(image, right.add(3, -3))).isEqualTo(BLUE);
        assertThat(near(at(image, wrong.add(0, -10)), RED)).isTrue();
        assertThat(near(at(image, right.add(0, -10)), RED)).isFalse();
        // The arms of the plus, and of the minus.
        assertThat(at(image, right.add(0, -2)).getBrightness()).isGreaterThan(0.9);
        assertThat(at(image, wrong.add(2, 0)).getBrightness()).isGreaterThan(0.9);
        assertThat(at(image, wrong.add(0, -3))).isEqualTo(ORANGE);
    }

    @Test
    void theWeightArrowStandsUprightOnTheLineAndTheCorrectionBeginsAtItsTip(FxRobot robot) {
        CorrectionPlot plot = SamplePlots.correction();
        WritableImage image = draw(robot, plot);
        // From (0.5, 0.5), the place of the line nearest to the middle, shortened to 0.36 of the picture by the
        // longest, √1.25.
        double one = 0.36 * 2 / Math.sqrt(1.25);
        assertThat(at(image, plot.position(0.5 + 0.5 * one, 0.5))).isEqualTo(INK);
        Color correction = Color.web("#c22d5e");
        assertThat(near(at(image, plot.position(0.5 + 0.75 * one, 0.5 + 0.5 * one)), correction))
                .isTrue();
    }

    @Test
    void anArrowThatWouldLeaveThePictureIsDrawnShorter(FxRobot robot) {
        CorrectionPlot plot = SamplePlots.correction();
        CorrectionPlot.Line left = new CorrectionPlot.Line(-1, 0, 0);
        plot.setSituation(new CorrectionPlot.Situation(
                new float[0], new float[0], new boolean[0], new boolean[0], -1, left, left, Double.NaN));
        WritableImage image = draw(robot, plot);
        // The tip stands just within the left edge, and its wide end a little to the right of it.
        Point2D edge = plot.position(-0.5, 0.5);
        assertThat(at(image, edge.add(14, 3))).isEqualTo(INK);
        assertThat(at(image, edge.add(25, 3))).isNotEqualTo(INK);
    }

    @Test
    void whatIsToBePredictedIsNotTinted(FxRobot robot) {
        CorrectionPlot plot = SamplePlots.correction();
        plot.setCovered(true);
        WritableImage image = draw(robot, plot);
        assertThat(at(image, plot.position(1.3, 0.6))).isEqualTo(at(image, plot.position(-0.2, 0.6)));
    }

    @Test
    void aSheetGoesFromOnePlaneToTheOther(FxRobot robot) {
        FoldPlot plot = SamplePlots.fold();
        plot.setStage(0);
        WritableImage flat = draw(robot, plot);
        assertThat(at(flat, plot.position(0.25, 0.55)).getBlue())
                .isLessThan(at(flat, plot.position(0.75, 0.55)).getBlue());
        assertThat(at(flat, plot.position(0.5, 0.72))).isEqualTo(INK);
        robot.interact(() -> plot.setStage(1));
        WritableImage bent = snapshot(robot, plot);
        assertThat(at(bent, plot.position(0.55, 0.1)).getBlue())
                .isLessThan(at(bent, plot.position(0.55, 0.9)).getBlue());
        assertThat(at(bent, plot.position(0.72, 0.5))).isEqualTo(INK);
        assertThat(at(bent, plot.position(0.5, 0.25).add(4, -3))).isEqualTo(BLUE);
    }

    @Test
    void anUnansweredQuestionStandsInPlaceOfWhatTheNeuronWorksOut(FxRobot robot) {
        NeuronPlot plot = (NeuronPlot) SamplePlots.neuron();
        draw(robot, plot);
        assertThat(svg(robot, plot)).contains(">2.2<").doesNotContain(">?<");
        robot.interact(() -> plot.setCovered(true));
        assertThat(svg(robot, plot)).contains(">?<").contains(">0.8<").doesNotContain(">2.2<");
    }

    private static String svg(FxRobot robot, Plot plot) {
        String[] text = new String[1];
        robot.interact(() -> text[0] = plot.svg());
        return text[0];
    }

    private WritableImage draw(FxRobot robot, Plot plot) {
        robot.interact(() -> root.getChildren().setAll(plot));
        return snapshot(robot, plot);
    }
}
