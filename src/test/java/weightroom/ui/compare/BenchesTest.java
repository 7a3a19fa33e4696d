package weightroom.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.frame.View;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;
import weightroom.ui.surface.SurfaceBench;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class BenchesTest {
    /** Stands in for the race; it plays the balls of another bench. */
    private static final class Race implements View {
        private final Pane pane = new Pane();
        private final ReadOnlyObjectWrapper<Playback> playback;
        private final List<Boolean> seen = new ArrayList<>();

        Race(Playback playback) {
            this.playback = new ReadOnlyObjectWrapper<>(playback);
        }

        @Override
        public Node node() {
            return pane;
        }

        @Override
        public void setSeen(boolean wanted) {
            seen.add(wanted);
        }

        @Override
        public void show(long nanos) {}

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public Optional<ObservableValue<Playback>> playback() {
            return Optional.of(playback.getReadOnlyProperty());
        }
    }

    private final Options options = Options.passing();
    private Race race;
    private Benches benches;

    @Start
    void show(Stage stage) {
        race = new Race(new SurfaceBench(options).playback());
        benches = new Benches(race, options);
        Scene scene = new Scene(new StackPane(benches.node()), 1280, 640);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
        benches.setSeen(true);
    }

    @Test
    void oneBenchIsSeenAtATimeAndTheFramePlaysThatOne(FxRobot robot) {
        ObservableValue<Playback> playing = benches.playback().orElseThrow();
        assertThat(playing.getValue()).isSameAs(race.playback.get());
        assertThat(benches.ready()).isFalse();
        robot.clickOn("#choose-bench-surfaces");
        assertThat(race.seen).containsExactly(true, false);
        assertThat(playing.getValue()).isNotSameAs(race.playback.get());
        assertThat(benches.getCenter().getId()).isEqualTo("surface-bench");
        assertThat(benches.ready()).isTrue();
        robot.interact(() -> playing.getValue().togglePlay());
        assertThat(benches.moving()).isTrue();
        robot.clickOn("#choose-bench-race");
        assertThat(race.seen).containsExactly(true, false, true);
        assertThat(playing.getValue()).isSameAs(race.playback.get());
        assertThat(benches.getCenter()).isSameAs(race.pane);
        assertThat(benches.moving()).isFalse();
    }

    @Test
    void inAPresentationThereIsNothingToChoose(FxRobot robot) {
        assertThat(robot.lookup("#choose-bench-race")
                        .queryAs(ToggleButton.class)
                        .isSelected())
                .isTrue();
        robot.interact(() -> options.presentation().set(true));
        assertThat(robot.lookup(".bench-choice").query().isVisible()).isFalse();
    }
}
