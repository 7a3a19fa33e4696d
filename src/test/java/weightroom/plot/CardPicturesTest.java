package weightroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAction;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.testing.CleanLogExtension;

/** The small pictures of a lane's card by their colours, under the mouse and the keys. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class CardPicturesTest {
    private static final Color GREEN = Color.web("#007a59");
    private static final Color ORANGE = Color.web("#f59322");
    private static final Color BLUE = Color.web("#0877bd");

    private Pane root;

    @Start
    void show(Stage stage) {
        root = new Pane();
        stage.setScene(new Scene(root, 400, 200, Color.WHITE));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void eachSeedsCellSaysWhatHasBecomeOfIt(FxRobot robot) {
        SeedBand band = open(robot, new SeedBand(), 100, 12);
        robot.interact(() -> {
            band.setStyle("-plot-muted: #0000ff; -plot-accent: #ff00ff; -plot-empty: #808080; -plot-bad: #ff0000;");
            band.setSeeds(LaneStyle.of(1), List.of(SeedBand.State.values()));
        });
        WritableImage image = image(robot, band);
        assertThat(at(image, middle(band, 0))).isEqualTo(GREEN);
        assertThat(at(image, middle(band, 1))).isEqualTo(Color.WHITE);
        assertThat(at(image, corner(band, 1)).getRed()).isCloseTo(0.3, within(0.05));
        assertThat(at(image, middle(band, 2))).isEqualTo(Color.WHITE);
        assertThat(at(image, corner(band, 2)).getGreen()).isLessThan(0.1);
        assertThat(at(image, middle(band, 3))).isEqualTo(Color.web("#808080"));
        assertThat(at(image, middle(band, 4)).getGreen()).isLessThan(0.6);
        assertThat(at(image, middle(band, 4)).getRed()).isEqualTo(1);
    }

    @Test
    void sixtyFourSeedsStandInTwoRowsWithinTheBand(FxRobot robot) {
        SeedBand band = open(robot, new SeedBand(), 190, 24);
        robot.interact(() -> band.setSeeds(LaneStyle.of(1), Collections.nCopies(64, SeedBand.State.SOLVED)));
        assertThat(band.prefHeight(-1)).isEqualTo(24);
        for (int seed = 1; seed < 64; seed++) {
            Rectangle2D cell = band.cell(seed);
            assertThat(cell.intersects(band.cell(seed - 1))).isFalse();
            assertThat(new Rectangle2D(0, 0, 190, 24).contains(cell)).isTrue();
        }
        assertThat(band.cell(32).getMinX()).isZero();
    }

    @Test
    void theKeysGoFromSeedToSeedAndSayAndChooseIt(FxRobot robot) {
        SeedBand band = open(robot, new SeedBand(), 190, 24);
        List<Integer> pointed = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        robot.interact(() -> {
            band.setSeeds(LaneStyle.of(1), Collections.nCopies(64, SeedBand.State.SOLVED));
            band.setWords("solved 64 of 64", seed -> "seed " + (seed + 1));
            band.setOnPointed(pointed::add);
            band.setOnChosen(chosen::add);
            band.requestFocus();
        });
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.LEFT);
        assertThat(pointed).containsExactly(1, 33, 32);
        assertThat(band.getAccessibleText()).isEqualTo("seed 33. solved 64 of 64");
        robot.type(KeyCode.END).type(KeyCode.ENTER).type(KeyCode.HOME).type(KeyCode.SPACE);
        assertThat(chosen).containsExactly(63, 0);
    }

    @Test
    void theMousePointsAtAndChoosesASeed(FxRobot robot) {
        SeedBand band = open(robot, new SeedBand(), 190, 12);
        List<Integer> chosen = new ArrayList<>();
        List<Integer> pointed = new ArrayList<>();
        robot.interact(() -> {
            band.setSeeds(LaneStyle.of(1), Collections.nCopies(32, SeedBand.State.WAITING));
            band.setOnChosen(chosen::add);
            band.setOnPointed(pointed::add);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(band.localToScreen(middle(band, 20)));
        assertThat(chosen).containsExactly(20);
        assertThat(pointed).contains(20);
        robot.moveTo(band.localToScreen(100, 120));
        assertThat(pointed).endsWith(-1);
    }

    @Test
    void aThumbnailShowsTheFieldTheLineAndThePointsAndTheNextFieldAtOnce(FxRobot robot) {
        BoundaryThumb thumb = open(robot, thumb(), 136, 136);
        WritableImage image = image(robot, thumb);
        assertThat(at(image, new Point2D(14, 70))).isEqualTo(ORANGE);
        assertThat(at(image, new Point2D(122, 70))).isEqualTo(BLUE);
        assertThat(at(image, new Point2D(68, 30)).getBrightness()).isLessThan(0.35);
        assertThat(at(image, new Point2D(34, 102))).isEqualTo(Color.web("#e07b06"));
        assertThat(at(image, new Point2D(102, 34))).isEqualTo(Color.web("#0877bd"));
        robot.interact(() -> thumb.setField(field(1, 0)));
        image = image(robot, thumb);
        assertThat(at(image, new Point2D(14, 70))).isEqualTo(BLUE);
        assertThat(at(image, new Point2D(34, 102))).isEqualTo(Color.web("#e07b06"));
    }

    @Test
    void aThumbnailIsChosenAndOpenedByMouseKeysAndAssistants(FxRobot robot) {
        BoundaryThumb thumb = open(robot, thumb(), 136, 136);
        List<String> told = new ArrayList<>();
        robot.interact(() -> {
            thumb.setOnChosen(() -> told.add("chosen"));
            thumb.setOnOpened(() -> told.add("opened"));
            thumb.requestFocus();
        });
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertThat(told).containsExactly("chosen", "opened");
        robot.interact(() -> thumb.executeAccessibleAction(AccessibleAction.FIRE));
        robot.doubleClickOn(thumb.localToScreen(new Point2D(50, 50)));
        assertThat(told).containsExactly("chosen", "opened", "chosen", "chosen", "opened");
    }

    @Test
    void aChosenThumbnailHasABorderInTheAccent(FxRobot robot) {
        BoundaryThumb thumb = open(robot, thumb(), 136, 136);
        assertThat(at(image(robot, thumb), new Point2D(1, 68))).isEqualTo(ORANGE);
        robot.interact(() -> thumb.setSelected(true));
        assertThat(at(image(robot, thumb), new Point2D(1, 68))).isEqualTo(Color.web("#5a49d6"));
        assertThat(thumb.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("selected"));
    }

    static BoundaryThumb thumb() {
        BoundaryThumb thumb = new BoundaryThumb();
        thumb.setStyle("-plot-reach: 1;");
        thumb.setPoints(new DecisionPlot.Points(
                new float[] {0.25f, 0.75f},
                new float[] {0.25f, 0.75f},
                new float[] {0, 1},
                new boolean[2],
                new boolean[2]));
        thumb.setField(field(0, 1));
        return thumb;
    }

    private static Field field(float left, float right) {
        float[] values = new float[32 * 32];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 32 < 16 ? left : right;
        }
        return new Field(32, 32, 0, 1, 0, 1, values);
    }

    private static Point2D middle(SeedBand band, int seed) {
        Rectangle2D cell = band.cell(seed);
        return new Point2D(cell.getMinX() + cell.getWidth() / 2, cell.getMinY() + cell.getHeight() / 2);
    }

    /** On the left edge. */
    private static Point2D corner(SeedBand band, int seed) {
        return new Point2D(band.cell(seed).getMinX(), middle(band, seed).getY());
    }

    private <T extends Plot> T open(FxRobot robot, T plot, double width, double height) {
        robot.interact(() -> {
            plot.setMinSize(width, height);
            plot.setPrefSize(width, height);
            root.getChildren().setAll(plot);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return plot;
    }

    private static WritableImage image(FxRobot robot, Plot plot) {
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
