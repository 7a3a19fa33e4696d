package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Subject;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;

/** The cards taken hold of by mouse and by keys. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class NetworkPaneTest {
    private final Devices devices = new Devices();
    private Trainer trainer;
    private ExplainModel model;
    private NetworkPane pane;
    private NetworkSheet sheet;

    @Start
    void open(Stage stage) {
        Fonts.load();
        trainer = new Trainer(devices, Experiment.spiral(), Path.of(""));
        model = new ExplainModel(new RunModel(trainer::send, trainer.latest()));
        model.own().set(Optional.of(subject("{\"units\": 2, \"activation\": \"tanh\"}")));
        model.choice().set(new Choice.Row(1));
        model.setSeen(true);
        pane = new NetworkPane(model);
        Scene scene = new Scene((Region) pane.node(), 900, 640);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
        sheet = (NetworkSheet) scene.lookup("#explain-network");
    }

    @AfterEach
    void close() {
        trainer.close();
        devices.close();
    }

    private static Subject subject(String hidden) {
        String text =
                "{\"weightroom\": 1, \"seed\": 3, \"data\": {\"source\": \"xor\"}, \"network\": {\"layers\": [" + hidden
                        + ", {\"units\": 1, \"activation\": \"sigmoid\"}]}, \"training\": {\"loss\": \"mse\","
                        + " \"optimizer\": {\"id\": \"sgd\", \"learning-rate\": 0.1}}}";
        return Subject.fresh(Setup.of(ExperimentReader.parse("test.json", text), Path.of("")));
    }

    private Point2D place(Spot spot) {
        return sheet.localToScreen(sheet.middle(spot)[0], sheet.middle(spot)[1]);
    }

    @Test
    void aNumberIsChosenByAClickAndByKeysAndTheSumOfItsUnitIsTold(FxRobot robot) {
        robot.clickOn(place(new Spot.Wire(0, 1, 0)));
        assertThat(model.selected().get()).isEqualTo(Quantity.weight(0, 1, 0));

        robot.clickOn(place(new Spot.Loss()).add(0, 24));
        assertThat(model.selected().get()).isEqualTo(Quantity.LOSS);

        robot.clickOn(place(new Spot.Input(0)));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(sheet.getAccessibleText()).contains("hidden 1", "z₁ = ", "∂L/∂a₁ = ");
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(model.selected().get()).isEqualTo(Quantity.bias(0, 0));
        String sum = sheet.getScene().lookup("#explain-sum").getAccessibleText();
        assertThat(sum).startsWith("z₁ = ").contains(" × ", "a₁ = tanh(");
    }

    @Test
    void laterNumbersAreNotToldAndAStepForwardRunsOnceAlongTheLinks(FxRobot robot) {
        robot.interact(() -> model.setPhase(0));
        robot.clickOn(place(new Spot.Unit(0, 0)));
        assertThat(sheet.getAccessibleText()).contains("tanh. z₁ = known in a later phase");
        assertThat(pane.moving()).isFalse();

        robot.interact(() -> model.setPhase(1));
        assertThat(pane.moving()).isTrue();
        robot.interact(() -> pane.show(1_000_000_000L));
        robot.interact(() -> pane.show(1_330_000_000L));
        assertThat(pane.moving()).isFalse();
        assertThat(sheet.getAccessibleText()).contains("tanh. z₁ = 0.4578", "a₁ = known in a later phase");

        robot.interact(() -> {
            model.run().options().reducedMotion().set(true);
            model.setPhase(2);
        });
        assertThat(pane.moving()).isFalse();
        robot.interact(() -> model.run().options().reducedMotion().set(false));
    }

    @Test
    void whatBecomesOfAWeightIsToldInThePhaseOfItsUpdate(FxRobot robot) {
        Quantity weight = Quantity.weight(0, 1, 1);
        String after = CardWords.allDigits(model.pass().get().orElseThrow().value(weight.as(Kind.NEW_WEIGHT), 0));
        robot.interact(() -> model.setPhase(model.phases().size() - 2));
        robot.clickOn(place(new Spot.Wire(0, 1, 1)));
        assertThat(sheet.getAccessibleText()).doesNotContain(after);

        robot.interact(() -> model.setPhase(model.phases().size() - 1));
        assertThat(sheet.getAccessibleText()).endsWith(" = " + after);
    }

    @Test
    void theKeyboardComesInAtTheFirstCard(FxRobot robot) {
        robot.interact(() -> {
            sheet.getScene().getRoot().setFocusTraversable(true);
            sheet.getScene().getRoot().requestFocus();
        });
        robot.type(KeyCode.TAB);
        assertThat(sheet.isFocused()).isTrue();
        assertThat(sheet.getAccessibleText()).startsWith("x₁: input");
    }

    @Test
    void foldedUnitsAreListedAndOneOfThemIsChosen(FxRobot robot) {
        robot.interact(() -> model.own().set(Optional.of(subject("{\"units\": 40, \"activation\": \"relu\"}"))));
        robot.clickOn(place(new Spot.Rest(0)));
        ListView<?> list = robot.lookup("#explain-rest").queryAs(ListView.class);
        assertThat(list.getItems()).hasSize(39);

        robot.type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        assertThat(model.selected().get()).isEqualTo(Quantity.unit(Kind.ACTIVATION, 0, 4));
        assertThat(sheet.middle(new Spot.Unit(0, 4))).isNotEmpty();
    }
}
