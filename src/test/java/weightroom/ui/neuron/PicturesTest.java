package weightroom.ui.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import weightroom.run.Command;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class PicturesTest {
    private static final int TIMES = 10;
    private static final int PATIENCE_SECONDS = 30;

    private StackPane root;
    private Scene scene;

    /** All pictures there are, each with a run to show. */
    private enum Kind {
        NEURON(Moments.RELU, NeuronPicture::new),
        CORRECTION(Moments.rule("and", 20), CorrectionPicture::new),
        BARS(Moments.CONCERT, CorrectionPicture::new),
        HIDDEN_PLANE(Moments.FOLD, HiddenPlanePicture::new),
        REFUSED(Moments.FOLD, NeuronPicture::new);

        private final String experiment;
        private final Function<RunModel, Picture> maker;

        Kind(String experiment, Function<RunModel, Picture> maker) {
            this.experiment = experiment;
            this.maker = maker;
        }
    }

    @Start
    void show(Stage stage) {
        root = new StackPane();
        scene = new Scene(root, 560, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private Picture open(FxRobot robot, Kind kind, Moments moments) {
        Picture[] made = new Picture[1];
        robot.interact(() -> {
            made[0] = kind.maker.apply(moments.run());
            root.getChildren().setAll(made[0].node());
            made[0].setSeen(true);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made[0];
    }

    private static <T extends Node> T find(FxRobot robot, String id, Class<T> type) {
        return robot.lookup(id).queryAs(type);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyThemeDressesThePictureAndItLeavesNothingBehind(Kind kind, FxRobot robot) throws TimeoutException {
        List<WeakReference<Node>> opened = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Theme theme = Theme.values()[i % Theme.values().length];
            Moments moments = new Moments(kind.experiment);
            robot.interact(() -> {
                theme.apply(scene);
                Picture picture = kind.maker.apply(moments.run());
                opened.add(new WeakReference<>(picture.node()));
                root.getChildren().setAll(picture.node());
                picture.setSeen(true);
                picture.show(moments.after(2), System.nanoTime());
                root.applyCss();
                root.layout();
                picture.setSeen(false);
                root.getChildren().clear();
            });
        }
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            System.gc();
            return opened.stream().filter(one -> one.get() != null).count() <= 1;
        });
    }

    @Test
    void aWeightIsTypedTurnedByKeyAndPutBack(FxRobot robot) {
        Moments moments = new Moments(Moments.RELU);
        open(robot, Kind.NEURON, moments);
        TextField field = find(robot, "#neuron-weight-1", TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText("-2");
            field.fireEvent(new ActionEvent());
        });
        Slider slider = find(robot, "#neuron-bias-slider", Slider.class);
        robot.interact(slider::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        assertThat(moments.asked())
                .containsExactly(
                        new Command.Edit(Map.of(1, -2f)),
                        new Command.Edit(Map.of(2, 0.55f)),
                        new Command.Edit(Map.of(2, 0.5f)));
    }

    @Test
    void inputsOfOnesOwnHaveSlidersToo(FxRobot robot) {
        Moments moments = new Moments(Moments.RELU);
        open(robot, Kind.NEURON, moments);
        assertThat(robot.lookup("#neuron-input-0").tryQuery()).isEmpty();
        ComboBox<?> choice = find(robot, "#row-choice", ComboBox.class);
        robot.interact(() -> choice.getSelectionModel().selectLast());
        Slider first = find(robot, "#neuron-input-0-slider", Slider.class);
        robot.interact(() -> first.setValue(1));
        assertThat(find(robot, "#neuron-sum", Label.class).getText()).contains("z = 3 + 0.9 + 0.5 = 4.4");
        assertThat(moments.asked()).isEmpty();
    }

    @Test
    void whatIsStillToBePredictedIsNotToldUntilItIs(FxRobot robot) {
        Moments moments = new Moments(Moments.RELU);
        Picture picture = open(robot, Kind.NEURON, moments);
        robot.interact(() -> picture.setCovered(true));
        Label sum = find(robot, "#neuron-sum", Label.class);
        Node plot = robot.lookup("#neuron-plot").query();
        assertThat(sum.getText()).contains("= ?").doesNotContain("2.2");
        assertThat(plot.getAccessibleText()).doesNotContain("2.2");
        robot.interact(() -> picture.setCovered(false));
        assertThat(sum.getText()).contains("z = 0.8 + 0.9 + 0.5 = 2.2");
        assertThat(plot.getAccessibleText()).contains("2.2");
    }

    @Test
    void oneGoesFromMistakeToMistakeByButtons(FxRobot robot) {
        Moments moments = new Moments(Moments.rule("and", 20));
        open(robot, Kind.CORRECTION, moments);
        assertThat(find(robot, "#correction-verdict", Label.class).getText()).contains("wrong");
        assertThat(find(robot, "#correction-numbers", Label.class).getText()).contains("b: 0 → −1");
        assertThat(find(robot, "#correction-back", Button.class).isDisabled()).isTrue();
        robot.interact(find(robot, "#correction-mistake", Button.class)::fire);
        robot.interact(find(robot, "#correction-sample", Button.class)::fire);
        assertThat(moments.asked()).containsExactly(new Command.Step(3), new Command.Step(1));
    }

    @Test
    void withoutMotionTheSheetIsFlatAtOnce(FxRobot robot) {
        Moments moments = new Moments(Moments.FOLD);
        moments.run().options().reducedMotion().set(true);
        open(robot, Kind.HIDDEN_PLANE, moments);
        Slider stage = find(robot, "#hidden-stage", Slider.class);
        assertThat(stage.getValue()).isEqualTo(1);
        robot.interact(find(robot, "#hidden-fold", Button.class)::fire);
        assertThat(stage.getValue()).isZero();
        assertThat(find(robot, "#hidden-answer", Label.class).getText()).isEqualTo("4 of 4 rows right");
    }
}
