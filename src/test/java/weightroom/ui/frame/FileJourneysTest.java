package weightroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static weightroom.ui.OpenWindow.text;
import static weightroom.ui.OpenWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.data.DataSource;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentWriter;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunWriter;
import weightroom.experiment.Settings;
import weightroom.experiment.Setup;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.OpenWindow;
import weightroom.ui.model.PassingPreferences;
import weightroom.ui.model.Transport.Stride;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class FileJourneysTest {
    @TempDir
    private Path folder;

    private final PassingPreferences preferences = new PassingPreferences();
    private OpenWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.again(stage, preferences, folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void closedAndOpenedAgainTheRunStandsWhereItStoodAndPlaysOnWithTheSameNumbers(FxRobot robot)
            throws TimeoutException {
        window.playTo(5);
        robot.interact(() -> window.model().set("training.l2", 0.001));
        waitUntil(() -> window.now().setup().experiment().training().l2() == 0.001);
        long step = window.step();
        float[] weights = window.now().state().parameters().clone();
        int points = window.now().history().size();
        step(robot, step + 1);
        float[] next = window.now().state().parameters().clone();
        robot.interact(() -> window.model().transport().stepBack());
        waitUntil(() -> window.step() == step);
        reopen(robot);
        waitUntil(() -> window.step() == step);
        assertThat(window.now().state().parameters()).isEqualTo(weights);
        assertThat(window.now().history().size()).isEqualTo(points);
        assertThat(window.model().experiment().get().training().l2()).isEqualTo(0.001);
        step(robot, step + 1);
        assertThat(window.now().state().parameters()).isEqualTo(next);
    }

    @Test
    void theRunOfAWindowThatCrashedIsOfferedAndBroughtBack(FxRobot robot) throws IOException, TimeoutException {
        Setup setup = Setup.of(Experiment.spiral().withSeed(77), folder);
        SavedRun left = SavedRun.of(
                setup, folder, setup.start(), 1, SavedRun.Watch.NOTHING, Optional.empty(), java.util.List.of());
        SavedRunWriter.write(left, folder.resolve("open-crashed.run"));
        Files.createFile(folder.resolve("open-crashed.lock"));
        reopen(robot);
        assertThat(text(robot, "#recover")).contains("not closed properly");
        robot.clickOn("#recover-yes");
        waitUntil(() -> window.model().experiment().get().seed() == 77);
        waitUntil(() -> !Files.exists(folder.resolve("open-crashed.run")));
        assertThat(robot.lookup("#recover").tryQuery()).isEmpty();
    }

    @Test
    void aBrokenFileIsSaidToBeAndLeavesEverythingAsItWas(FxRobot robot) throws IOException, TimeoutException {
        window.playTo(3);
        long step = window.step();
        Experiment before = window.model().experiment().get();
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"weightroom\": 1,\n  \"data\": 5 }");
        robot.interact(() -> window.documents().open(broken));
        waitUntil(() -> window.sees(robot, "#notice") && text(robot, "#notice").contains("broken.json"));
        assertThat(text(robot, "#notice")).contains("expected").doesNotContain("Exception");
        Path run = Files.writeString(folder.resolve("cut.run"), "weightroom-run 1 90 400\n{");
        robot.interact(() -> window.documents().open(run));
        waitUntil(() -> text(robot, "#notice").contains("cut.run"));
        assertThat(window.step()).isEqualTo(step);
        assertThat(window.model().experiment().get()).isEqualTo(before);
        assertThat(window.documents().recent().files()).isEmpty();
    }

    @Test
    void anExperimentIsOpenedFromItsFileAndRemembered(FxRobot robot) throws TimeoutException {
        Experiment moons = Experiment.spiral()
                .withTitle("Moons")
                .withData(Experiment.spiral().data().withOrigin(DataSpec.Source.of(DataSource.MOONS)));
        Path file = folder.resolve("moons.yaml");
        ExperimentWriter.write(moons, file);
        robot.interact(() -> window.documents().open(file));
        waitUntil(() -> window.model().experiment().get().equals(moons));
        waitUntil(() -> text(robot, "#title").equals("Moons"));
        assertThat(window.documents().recent().files()).containsExactly(file.toAbsolutePath());
        reopen(robot);
        assertThat(window.documents().recent().files()).containsExactly(file.toAbsolutePath());
    }

    @Test
    void aTableBecomesTheDataOfTheExperimentThatIsOpen(FxRobot robot) throws IOException, TimeoutException {
        StringBuilder rows = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 40; i++) {
            rows.append("%d,%d,%s%n".formatted(i % 7, i % 5, i % 7 > 3 ? "yes" : "no"));
        }
        Path table = Files.writeString(folder.resolve("table.csv"), rows);
        robot.interact(() -> window.documents().open(table));
        waitUntil(() -> window.now().setup().rows().dataset().inputNames().equals(java.util.List.of("a", "b")));
        window.playTo(1);
        assertThat(window.now().setup().rows().dataset().count()).isEqualTo(40);
    }

    @Test
    void aCodeThatWasSharedGivesTheSameExperimentInAnotherWindow(FxRobot robot) throws TimeoutException {
        Experiment shared = Settings.apply(Experiment.spiral().withSeed(123), "training.l2=0.0125");
        String code = weightroom.experiment.ShareCode.encode(shared);
        chord(robot, KeyCode.K);
        robot.interact(
                () -> robot.lookup("#share-pasted").queryAs(TextArea.class).setText(code.substring(0, 40)));
        robot.clickOn("#share-open");
        waitUntil(() -> text(robot, "#share-complaint").contains("copied whole"));
        assertThat(window.model().experiment().get()).isEqualTo(Experiment.opening());
        robot.interact(
                () -> robot.lookup("#share-pasted").queryAs(TextArea.class).setText(code));
        robot.clickOn("#share-open");
        waitUntil(() -> window.model().experiment().get().equals(shared));
        chord(robot, KeyCode.K);
        waitUntil(() ->
                robot.lookup("#share-code").queryAs(TextArea.class).getText().equals(code));
    }

    @Test
    void aPresetIsChosenByKeysAlone(FxRobot robot) throws TimeoutException {
        chord(robot, KeyCode.P);
        assertThat(window.sees(robot, "#presets-page")).isTrue();
        robot.interact(() -> robot.lookup("#preset-overfit").query().requestFocus());
        robot.type(KeyCode.SPACE);
        waitUntil(() -> window.model().experiment().get().title().contains("overfitting"));
        assertThat(window.sees(robot, "#overlay")).isFalse();
    }

    private void step(FxRobot robot, long to) throws TimeoutException {
        robot.interact(() -> window.model().transport().step(Stride.BATCH));
        waitUntil(() -> window.step() == to);
    }

    private void reopen(FxRobot robot) {
        Stage stage = window.stage();
        robot.interact(() -> {
            window.close();
            window = OpenWindow.again(stage, preferences, folder);
        });
    }

    private static void chord(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }
}
