package weightroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.experiment.Experiment;
import weightroom.run.Background;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.files.RecentFiles;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.PassingPreferences;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.TimelineReading.Journey;

/** The frame around a view that plays something else than the run. */
@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class FramePlaybackTest {
    private final Clockwork clock = new Clockwork();
    private final Background background = new Background(Runnable::run);
    private RunModel model;
    private Frame frame;

    /** An empty pane that plays something. */
    private record Other(Pane pane, ObservableValue<Playback> playing) implements View {
        @Override
        public Node node() {
            return pane;
        }

        @Override
        public void setSeen(boolean seen) {}

        @Override
        public void show(long nanos) {}

        @Override
        public Optional<ObservableValue<Playback>> playback() {
            return Optional.of(playing);
        }
    }

    @Start
    void open(Stage stage) {
        Fonts.load();
        try (Devices devices = new Devices();
                Trainer trainer = new Trainer(devices, Experiment.spiral(), Path.of(""))) {
            model = new RunModel(command -> {}, trainer.latest());
        }
        View.Entry clocks = entry("train", clock);
        View.Entry run = entry("learn", model.playback());
        Documents documents =
                new Documents(model, background, new RecentFiles(new PassingPreferences()), new WindowDialogs(stage));
        frame = new Frame(model, List::of, documents, background, stage, List.of(clocks, run));
        Scene scene = new Scene(frame, 1280, 800);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static View.Entry entry(String id, Playback playing) {
        return new View.Entry(
                id, "M4 4 H20", (run, aside) -> new Other(new Pane(), new ReadOnlyObjectWrapper<>(playing)));
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void showsWhatIsPlayed(FxRobot robot) {
        assertThat(text(robot, "#title")).isEqualTo("A clock");
        assertThat(text(robot, "#counter-samples")).isEqualTo("400");
        assertThat(text(robot, "#loss-train")).isEqualTo("0.5");
        assertThat(text(robot, "#device")).isEqualTo("A spring");
        assertThat(text(robot, "#timeline-place")).isEqualTo("hour 4");
        assertThat(robot.lookup(".hint").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Hours", "Too slow");
        assertThat(robot.lookup(".lane-line.test").tryQuery()).isPresent();
        assertThat(robot.lookup(".flag.lane-1").queryAs(Labeled.class).getText())
                .isEqualTo("noon");
        assertThat(robot.lookup("#branch-here").query().isVisible()).isFalse();
        assertThat(strides(robot)).containsExactly("stride-step", "stride-step-epoch");
        robot.interact(() -> clock.hindrance.set(Optional.of("The spring is broken")));
        assertThat(robot.lookup("#play").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#play").query().getAccessibleText()).isEqualTo("The spring is broken");
    }

    @Test
    void keysAndFlagsMoveWhatIsPlayed(FxRobot robot) {
        // The rail has uses of its own for Home and End.
        robot.interact(() -> robot.lookup("#play").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(clock.playing().get()).isTrue();
        assertThat(model.playing().get()).isFalse();
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.S).push(KeyCode.N).push(KeyCode.E).push(KeyCode.B);
        robot.push(KeyCode.HOME).push(KeyCode.END).push(KeyCode.R);
        robot.clickOn(".flag.lane-1");
        assertThat(clock.asked)
                .containsExactly("step BATCH", "step EPOCH", "back", "seek 0", "latest", "reset", "follow noon");
    }

    @Test
    void whatTakesAWhileIsNamedWithHowMuchOfItIsDone(FxRobot robot) {
        robot.interact(() -> {
            clock.journey = Optional.of(new Journey("winding up", 0.25));
            clock.serial++;
            frame.show(System.nanoTime());
        });
        assertThat(text(robot, "#timeline-place")).isEqualTo("winding up");
        ProgressBar progress = robot.lookup("#timeline-progress").queryAs(ProgressBar.class);
        assertThat(progress.isVisible()).isTrue();
        assertThat(progress.getProgress()).isEqualTo(0.25);
    }

    @Test
    void theRunIsShownAgainWithTheViewThatPlaysIt(FxRobot robot) {
        robot.interact(clock::togglePlay);
        robot.interact(() -> model.options().view().set("learn"));
        assertThat(clock.playing().get()).isFalse();
        assertThat(text(robot, "#title")).isNotEqualTo("A clock");
        assertThat(text(robot, "#counter-samples")).isEqualTo("0");
        assertThat(robot.lookup(".flag").tryQuery()).isEmpty();
        assertThat(robot.lookup("#branch-here").query().isVisible()).isTrue();
        assertThat(strides(robot)).hasSize(3);
        robot.push(KeyCode.SPACE);
        assertThat(model.playing().get()).isTrue();
        assertThat(clock.playing().get()).isFalse();
    }

    private static List<String> strides(FxRobot robot) {
        return robot.lookup("#strides").queryAs(MenuButton.class).getItems().stream()
                .map(MenuItem::getId)
                .toList();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
