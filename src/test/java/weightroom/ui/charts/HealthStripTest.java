package weightroom.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.run.Command;
import weightroom.run.Verdict;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class HealthStripTest {
    private final List<Command> sent = new ArrayList<>();
    private final Snapshots snapshots = new Snapshots(Snapshots.SPIRAL);
    private HealthStrip strip;

    @Start
    void open(Stage stage) {
        RunModel model = new RunModel(sent::add, snapshots.at(0));
        strip = new HealthStrip(model);
        Scene scene = new Scene(strip, 730, 240);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        strip.show(snapshots.at(236, Optional.of(snapshots.insight(236, Verdict.Kind.SATURATING))), 0);
    }

    @Test
    void eachLayerHasAVerdictInWords(FxRobot robot) {
        assertThat(text(robot, "#verdict-0")).isEqualTo("saturating");
        assertThat(text(robot, "#verdict-1")).isEqualTo("healthy");
        assertThat(text(robot, "#verdict-2")).isEqualTo("healthy");
        assertThat(text(robot, "#health-epoch")).isEqualTo("at epoch 236");
    }

    @Test
    void theNumbersStandBesideTheGauges(FxRobot robot) {
        assertThat(text(robot, "#gradient-0")).isEqualTo("3.9e−5");
        assertThat(text(robot, "#saturated-0")).isEqualTo("52 %");
        assertThat(text(robot, "#dead-0")).isEqualTo("25 %");
        assertThat(text(robot, "#ratio-0")).isEqualTo("9.1e−4");
    }

    @Test
    void whatDoesNotApplyToALayerIsSaidToBeNotApplicable(FxRobot robot) {
        assertThat(text(robot, "#saturated-2")).isEqualTo("n/a");
        assertThat(text(robot, "#dead-2")).isEqualTo("n/a");
    }

    @Test
    void aSentenceSaysWhatIsWrongAndWhatToTry(FxRobot robot) {
        assertThat(text(robot, "#health-sentence")).isEqualTo("The layer is saturating. Try less.");
        robot.interact(() -> strip.show(snapshots.at(240), 0));
        assertThat(text(robot, "#health-sentence")).isEqualTo("All is well.");
        assertThat(text(robot, "#verdict-0")).isEqualTo("healthy");
    }

    @Test
    void foldedItIsNotComputed(FxRobot robot) {
        assertThat(watch().insight()).isTrue();
        robot.clickOn("#health-fold");
        assertThat(watch().insight()).isFalse();
        robot.clickOn("#health-fold");
        assertThat(watch().insight()).isTrue();
    }

    private Command.Watch watch() {
        return (Command.Watch) sent.get(sent.size() - 1);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
