package weightroom.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.data.DataSource;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.run.Background;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Changes;
import weightroom.ui.model.Drawing;
import weightroom.ui.model.Options;
import weightroom.ui.model.RunModel;

/** Ways through the left column, with the real trainer behind it. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ControlsJourneysTest {
    private static final int PATIENCE_SECONDS = 30;

    private final Devices devices = new Devices();
    private final Background background = new Background(Platform::runLater);
    private final Options options = Options.passing();
    private Trainer trainer;
    private RunModel model;
    private Stage stage;

    @Start
    void open(Stage opened) {
        stage = opened;
        trainer = new Trainer(devices, Experiment.opening(), Path.of(""));
        model = new RunModel(trainer::send, trainer.latest(), options);
        show();
    }

    private void show() {
        Scene scene = new Scene(new SidePanel(model, background), 304, 760);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        background.close();
        trainer.close();
        devices.close();
    }

    @Test
    void aDataSetIsChosenByKeyboardAlone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#fold-data").query().requestFocus());
        for (int i = 0; i < 9 && !focused("source-spiral", robot); i++) {
            robot.type(KeyCode.TAB);
        }
        robot.type(KeyCode.LEFT);
        waitUntil(robot, () -> source() == DataSource.CIRCLE);
        assertThat(robot.lookup("#source-circle").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#source-spiral").queryAs(ToggleButton.class).isSelected())
                .isFalse();
    }

    @Test
    void allDataSetsAreBehindMoreAndTheOneInUseStaysInSight(FxRobot robot) throws TimeoutException {
        assertThat(robot.lookup("#source-digits").tryQuery()).isEmpty();
        robot.clickOn("#more-data");
        for (DataSource source : DataSource.values()) {
            assertThat(robot.lookup("#source-" + source.id()).tryQuery()).isPresent();
        }
        robot.clickOn("#source-xor");
        waitUntil(robot, () -> source() == DataSource.XOR);
        robot.clickOn("#more-data");
        assertThat(robot.lookup("#source-xor").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void theNumbersOfAnOptimizerComeAndGoWithIt(FxRobot robot) throws TimeoutException {
        assertThat(robot.lookup("#beta1").tryQuery()).isPresent();
        robot.clickOn("#choose-momentum");
        waitUntil(robot, () -> optimizer() == Optimizer.MOMENTUM);
        assertThat(robot.lookup("#beta1").tryQuery()).isEmpty();
        type(robot, "#momentum", "0.5");
        waitUntil(robot, () -> now().training().optimizer().knobs().get(0) == 0.5);
        robot.clickOn("#choose-sgd");
        waitUntil(robot, () -> optimizer() == Optimizer.SGD);
        assertThat(robot.lookup("#momentum").tryQuery()).isEmpty();
    }

    @Test
    void theBatchIsTypedAsFullAndTheSplitAsPercent(FxRobot robot) throws TimeoutException {
        type(robot, "#batch", "full");
        waitUntil(robot, () -> now().training().batch() == Plan.FULL);
        assertThat(field(robot, "#batch")).isEqualTo("full");
        type(robot, "#split", "60 / 40");
        waitUntil(robot, () -> now().data().train() == 0.6);
        assertThat(field(robot, "#split")).isEqualTo("60 / 40");
    }

    @Test
    void aTableWithABadRowIsRefusedByRowAndColumnAndNothingChanges(FxRobot robot) throws TimeoutException {
        robot.clickOn("#more-data");
        Experiment before = now();
        copy(robot, "x1,x2,y\n1,2,0\n3,oops,1\n");
        press(robot, "#csv-paste");
        waitUntil(robot, () -> model.notice().get().isPresent());
        assertThat(model.notice().get())
                .hasValueSatisfying(notice -> assertThat(notice.text()).contains("line 3", "column 2", "oops"));
        assertThat(model.experiment().get()).isEqualTo(before);
        assertThat(now()).isEqualTo(before);
        copy(robot, "x1,x2,y\n1,2,0\n3,4,1\n5,5,1\n");
        press(robot, "#csv-paste");
        waitUntil(
                robot,
                () -> now().data().origin() instanceof DataSpec.OwnRows own
                        && own.rows().size() == 3);
    }

    @Test
    void pointsAreDrawnAndErasedAndEscapeEndsIt(FxRobot robot) throws TimeoutException {
        robot.clickOn("#more-data");
        press(robot, "#draw-1");
        assertThat(model.drawing().mode().get()).isEqualTo(Drawing.Mode.CLASS_1);
        robot.interact(() -> model.drawing().add(1, 2));
        waitUntil(robot, () -> rows() == 301);
        press(robot, "#draw-erase");
        robot.interact(() -> model.drawing().erase(1, 2, 0.001));
        waitUntil(robot, () -> rows() == 300);
        robot.interact(() -> robot.lookup("#draw-erase").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertThat(model.drawing().mode().get()).isEqualTo(Drawing.Mode.OFF);
        assertThat(robot.lookup("#draw-erase").queryAs(ToggleButton.class).isSelected())
                .isFalse();
    }

    @Test
    void aCellOfTheTableIsTypedOverAWrongOneIsPointedOut(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.change(experiment -> Changes.withSource(experiment, DataSource.XOR)));
        waitUntil(robot, () -> source() == DataSource.XOR);
        robot.clickOn("#more-data");
        press(robot, "#rows-table");
        edit(robot, 1, 3, "many");
        assertThat(robot.lookup("#table-message").queryLabeled().getText()).contains("row 2", "target", "many");
        edit(robot, 1, 3, "0");
        assertThat(robot.lookup("#table-message").queryLabeled().getText()).isEmpty();
        robot.clickOn("#row-add");
        assertThat(robot.lookup("#rows").queryTableView().getItems()).hasSize(5);
        robot.clickOn("#rows-apply");
        waitUntil(robot, () -> rows() == 5);
        assertThat(((DataSpec.OwnRows) now().data().origin()).rows().get(1).get(2))
                .isZero();
    }

    @Test
    void aFoldedGroupStaysFoldedTheNextTime(FxRobot robot) {
        assertThat(robot.lookup("#noise").query().isVisible()).isTrue();
        robot.clickOn("#fold-data");
        assertThat(shown(robot.lookup("#noise").query())).isFalse();
        robot.interact(this::show);
        assertThat(shown(robot.lookup("#noise").query())).isFalse();
        assertThat(shown(robot.lookup("#learning-rate").query())).isTrue();
        robot.clickOn("#fold-data");
        assertThat(shown(robot.lookup("#noise").query())).isTrue();
    }

    @Test
    void aFreshStartIsAskedForOnceTrainingHasBegunAndLiveChangesAreNot(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.togglePlay());
        waitUntil(robot, () -> trainer.latest().epoch() >= 1);
        type(robot, "#noise", "0.2");
        assertThat(model.pending().get()).isPresent();
        robot.interact(() -> model.takeBack());
        assertThat(field(robot, "#noise")).isEqualTo("0.03");
        robot.interact(() -> robot.lookup("#l2-slider").query().requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        waitUntil(robot, () -> now().training().l2() > 0);
        assertThat(model.pending().get()).isEmpty();
        assertThat(trainer.latest().epoch()).isPositive();
    }

    private Experiment now() {
        return trainer.latest().setup().experiment();
    }

    private Optimizer optimizer() {
        return now().training().optimizer().optimizer();
    }

    private DataSource source() {
        return Changes.source(now());
    }

    private int rows() {
        return now().data().origin() instanceof DataSpec.OwnRows own
                ? own.rows().size()
                : -1;
    }

    private static boolean focused(String id, FxRobot robot) {
        return id.equals(
                robot.lookup("#fold-data").query().getScene().getFocusOwner().getId());
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextInputControl.class).getText();
    }

    private static void type(FxRobot robot, String id, String text) {
        TextInputControl field = robot.lookup(id).queryAs(TextInputControl.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    /** Presses a button wherever it has been scrolled to. */
    private static void press(FxRobot robot, String id) {
        ButtonBase button = robot.lookup(id).queryAs(ButtonBase.class);
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void copy(FxRobot robot, String text) {
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @SuppressWarnings("unchecked")
    private static void edit(FxRobot robot, int row, int column, String text) {
        TableView<Object> table =
                (TableView<Object>) (TableView<?>) robot.lookup("#rows").queryTableView();
        robot.interact(() -> {
            table.getFocusModel().focus(row, table.getColumns().get(column));
            table.edit(row, table.getColumns().get(column));
        });
        TextInputControl field = robot.lookup("#rows .table-cell .text-field").queryAs(TextInputControl.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void waitUntil(FxRobot robot, BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        robot.interact(() -> model.accept(trainer.latest()));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
