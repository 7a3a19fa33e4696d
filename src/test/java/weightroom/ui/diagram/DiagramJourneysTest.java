package weightroom.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static weightroom.ui.OpenWindow.retype;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
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
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.experiment.Experiment;
import weightroom.experiment.Link;
import weightroom.run.Devices;
import weightroom.run.Snapshot;
import weightroom.run.Trainer;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Changes;
import weightroom.ui.model.OutputActivation;
import weightroom.ui.model.RunModel;

/** The network taken hold of by mouse and by keys, with the real trainer behind it. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class DiagramJourneysTest {
    private static final int PATIENCE_SECONDS = 30;

    private final Devices devices = new Devices();
    private Trainer trainer;
    private RunModel model;
    private NetworkPanel panel;
    private AnimationTimer pulse;

    @Start
    void open(Stage stage) {
        Fonts.load();
        trainer = new Trainer(devices, Experiment.spiral(), Path.of(""));
        model = new RunModel(trainer::send, trainer.latest());
        model.show(RunModel.Part.FIELD, true);
        panel = new NetworkPanel(model);
        pulse = new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                model.accept(trainer.latest());
                panel.show(model.snapshot().get(), nanos);
            }
        };
        pulse.start();
        Scene scene = new Scene(panel, 760, 700);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        pulse.stop();
        trainer.close();
        devices.close();
    }

    @Test
    void aLayerIsAddedGrownAndRemovedByKeyboardAlone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> canvas(robot).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.INSERT);
        waitUntil(() -> shape().equals("2-8-8-8-1"));
        robot.type(KeyCode.RIGHT, KeyCode.ADD, KeyCode.ADD);
        waitUntil(() -> shape().equals("2-8-10-8-1"));
        assertThat(canvas(robot).getAccessibleText()).startsWith("Hidden 2, neuron");
        robot.type(KeyCode.DELETE);
        waitUntil(() -> shape().equals("2-8-8-1"));
    }

    @Test
    void tabGoesThroughTheLinksOfANeuronAndThenLeaves(FxRobot robot) {
        robot.interact(() -> canvas(robot).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.TAB);
        assertThat(canvas(robot).getAccessibleText()).startsWith("Bias of Hidden 1, neuron 1: b ");
        robot.type(KeyCode.TAB);
        assertThat(canvas(robot).getAccessibleText()).startsWith("x₁ → Hidden 1, neuron 1: w ");
        robot.type(KeyCode.ESCAPE);
        assertThat(canvas(robot).getAccessibleText()).startsWith("Hidden 1, neuron 1: bias");
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
        assertThat(canvas(robot).isFocused()).isTrue();
        robot.type(KeyCode.TAB);
        assertThat(canvas(robot).isFocused()).isFalse();
    }

    @Test
    void aWeightThatIsLockedStaysWhileItTrains(FxRobot robot) throws TimeoutException {
        waitUntil(() -> now().state().step() == 0);
        float before = weight(new Link(0, 0, 0));
        robot.interact(() -> canvas(robot).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER);
        robot.clickOn("#parameter-lock").type(KeyCode.ESCAPE);
        waitUntil(() -> now().setup().experiment().network().locked().contains(new Link(0, 0, 0)));
        robot.interact(model::togglePlay);
        waitUntil(() -> now().epoch() >= 3);
        assertThat(weight(new Link(0, 0, 0))).isEqualTo(before);
        assertThat(weight(new Link(0, 0, 1))).isNotEqualTo(now().setup().start().parameters()[1]);
    }

    @Test
    void aWeightThatIsTypedMovesTheBoundary(FxRobot robot) throws TimeoutException {
        waitUntil(() -> now().field().isPresent());
        float[] before = now().field().orElseThrow().values();
        robot.interact(() -> canvas(robot).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER);
        retype(robot, "#parameter").write("-4.5").type(KeyCode.ENTER);
        waitUntil(() -> weight(new Link(0, 0, 0)) == -4.5f);
        waitUntil(() -> now().field()
                .filter(field -> !Arrays.equals(field.values(), before))
                .isPresent());
        retype(robot, "#parameter").write("a lot").type(KeyCode.ENTER);
        assertThat(weight(new Link(0, 0, 0))).isEqualTo(-4.5f);
        robot.type(KeyCode.ESCAPE);
        robot.interact(model.transport()::undo);
        waitUntil(() -> weight(new Link(0, 0, 0)) != -4.5f);
    }

    @Test
    void aNeuronIsSwitchedOffAndOnAgainWithItsWeights(FxRobot robot) throws TimeoutException {
        float before = weight(new Link(1, 3, 2));
        clickTile(robot, 0, 2);
        robot.clickOn("#parameter-off");
        waitUntil(() -> weight(new Link(1, 3, 2)) == 0 && weight(new Link(1, 0, 2)) == 0);
        assertThat(weight(new Link(1, 3, 1))).isNotZero();
        robot.clickOn("#parameter-off");
        waitUntil(() -> weight(new Link(1, 3, 2)) == before);
    }

    @Test
    void anInputIsUsedWithOneClick(FxRobot robot) throws TimeoutException {
        clickTile(robot, -1, 2);
        waitUntil(() -> now().setup().rows().featureNames().contains("x1^2"));
        assertThat(robot.lookup("#inputs-used").queryLabeled().getText()).isEqualTo("3 of 7 in use");
        clickTile(robot, -1, 2);
        waitUntil(() -> now().setup().rows().featureNames().size() == 2);
    }

    @Test
    void theOutputTakesAnotherActivationWithALossThatFitsAndBothComeBack(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#activation-output").queryComboBox().requestFocus());
        robot.type(KeyCode.UP);
        waitUntil(() -> now().setup().plan().network().output().activation() == Activation.LINEAR);
        assertThat(now().setup().plan().loss()).isEqualTo(Loss.HINGE);
        robot.interact(model.transport()::undo);
        waitUntil(() -> now().setup().plan().network().output().activation() == Activation.SIGMOID);
        assertThat(now().setup().plan().loss()).isEqualTo(Loss.BINARY_CROSS_ENTROPY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#activation-output").queryComboBox().getValue())
                .hasToString(OutputActivation.of(Experiment.spiral()).toString());
    }

    @Test
    void hoveringANeuronPointsAtItAndSaysItsNumbers(FxRobot robot) throws TimeoutException {
        waitUntil(() -> now().tiles().isPresent());
        robot.moveTo(tile(robot, 1, 4));
        assertThat(model.pointed().get()).isEqualTo(Optional.of(new RunModel.Unit(1, 4)));
        assertThat(robot.lookup("#diagram-card").query().isVisible()).isTrue();
        assertThat(canvas(robot).getAccessibleText()).contains("Hidden 2, neuron 5", "strongest w");
        robot.moveTo(robot.lookup("#network-shape").queryLabeled());
        assertThat(model.pointed().get()).isEmpty();
    }

    @Test
    void aLayerIsResizedByDraggingItsLowerEdge(FxRobot robot) throws TimeoutException {
        Cell last = layout(robot).column(0).cells().get(7);
        Point2D edge = onScreen(robot, last.middleX(), layout(robot).column(0).bottom() + DiagramMap.EDGE_BELOW);
        double pitch = layout(robot).column(0).pitch();
        robot.moveTo(edge).drag(edge).dropTo(edge.add(0, -2 * pitch));
        waitUntil(() -> shape().equals("2-6-8-1"));
    }

    @Test
    void ofFourInputsTwoSpanThePlaneAndTheOthersAreHeld(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.change(experiment -> Changes.withSource(experiment, DataSource.IRIS)));
        waitUntil(() -> now().setup().rows().dataset().inputCount() == 4);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#plane");
        robot.interact(() ->
                robot.lookup("#plane-axis1").queryComboBox().getSelectionModel().select(2));
        assertThat(model.slice().get().axis1()).isEqualTo(2);
        retype(robot, "#held-3").write("0.5").type(KeyCode.ENTER);
        assertThat(model.slice().get().held()[3]).isEqualTo(0.5);
        waitUntil(() -> now().tiles()
                .filter(tiles -> tiles.slice().equals(model.slice().get()))
                .isPresent());
    }

    @Test
    void whatIsHiddenIsNotComputed(FxRobot robot) throws TimeoutException {
        waitUntil(() -> now().tiles().isPresent());
        robot.interact(() -> panel.setVisible(false));
        waitUntil(() -> now().tiles().isEmpty() && now().insight().isEmpty());
        robot.interact(() -> panel.setVisible(true));
        waitUntil(() -> now().tiles().isPresent());
    }

    @Test
    void linksShowGradientsAndUpdatesOnceThereAreSome(FxRobot robot) throws TimeoutException {
        robot.clickOn("#choose-gradient");
        robot.interact(model::togglePlay);
        waitUntil(() -> Reading.of(now()).largest(LinkMode.UPDATE) > 0);
        robot.interact(model::togglePlay);
        double[] gradients = Reading.of(now())
                .strengths(
                        LinkMode.GRADIENT,
                        DiagramMap.of(layout(robot), InputChoices.of(List.of(), List.of("x1", "x2")))
                                .links());
        assertThat(Arrays.stream(gradients).map(Math::abs).max().orElse(0)).isCloseTo(2.6, within(1e-6));
    }

    private Snapshot now() {
        return model.snapshot().get();
    }

    private String shape() {
        return now().setup().plan().network().toString();
    }

    private float weight(Link link) {
        Reading reading = Reading.of(now());
        return reading.weight(link.layer(), link.unit(), link.input());
    }

    private static NetworkCanvas canvas(FxRobot robot) {
        return robot.lookup("#network-canvas").queryAs(NetworkCanvas.class);
    }

    private DiagramLayout layout(FxRobot robot) {
        NetworkCanvas canvas = canvas(robot);
        UnaryOperator<Double> whole = Math::ceil;
        int inputs = InputChoices.of(
                        model.experiment().get().data().features(),
                        now().setup().rows().dataset().inputNames())
                .choices()
                .size();
        return DiagramLayout.of(
                whole.apply(canvas.getWidth()),
                whole.apply(canvas.getHeight()),
                inputs,
                model.experiment().get().network().layers().stream()
                        .map(layer -> layer.units())
                        .toList(),
                Set.of());
    }

    private Point2D onScreen(FxRobot robot, double x, double y) {
        return canvas(robot).localToScreen(x, y);
    }

    private Point2D tile(FxRobot robot, int layer, int index) {
        Cell cell = layout(robot).cell(layer, index).orElseThrow();
        return onScreen(robot, cell.middleX(), cell.middleY());
    }

    private void clickTile(FxRobot robot, int layer, int index) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(tile(robot, layer, index));
    }

    private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
