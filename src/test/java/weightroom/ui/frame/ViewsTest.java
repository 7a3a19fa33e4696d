package weightroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
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
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.Slice;
import weightroom.run.Trainer;
import weightroom.testing.CleanLogExtension;
import weightroom.ui.kit.Fonts;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;
import weightroom.ui.train.TrainView;

@ExtendWith({CleanLogExtension.class, ApplicationExtension.class})
class ViewsTest {
    private static final Command.Watch NOTHING =
            new Command.Watch(Optional.empty(), Slice.FIRST_TWO, false, false, Optional.empty());

    private final List<Command> sent = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Other other = new Other();
    private final Background background = new Background(Runnable::run);
    private RunModel model;
    private Views views;

    /** A view that is nothing but an empty pane. */
    private static final class Other implements View {
        private final Pane node = new Pane();
        private final ReadOnlyObjectWrapper<Playback> playback = new ReadOnlyObjectWrapper<>(new Clockwork());
        private boolean seen;
        private boolean moves;
        private int shown;

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void setSeen(boolean seen) {
            this.seen = seen;
        }

        @Override
        public void show(long nanos) {
            shown++;
        }

        @Override
        public boolean moving() {
            return moves;
        }

        @Override
        public Optional<ObservableValue<Playback>> playback() {
            return Optional.of(playback);
        }
    }

    @Start
    void open(Stage stage) {
        Fonts.load();
        try (Devices devices = new Devices();
                Trainer trainer = new Trainer(devices, Experiment.spiral(), Path.of(""))) {
            model = new RunModel(sent::add, trainer.latest());
        }
        View.Entry entry = new View.Entry("other", "M4 4 H20", (run, aside) -> {
            made.incrementAndGet();
            return other;
        });
        views = new Views(List.of(entry, TrainView.ENTRY), model, background);
        Scene scene = new Scene(views, 1200, 800);
        Theme.DARK.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void aViewThatIsNotChosenIsNotMade(FxRobot robot) {
        assertThat(made).hasValue(0);
        choose(robot, "other");
        choose(robot, "train");
        choose(robot, "other");
        assertThat(made).hasValue(1);
    }

    @Test
    void theChosenViewStandsInItsPlaceAloneAndIsShownAtOnce(FxRobot robot) {
        choose(robot, "other");
        assertThat(views.getChildren()).containsExactly(other.node());
        assertThat(other.seen).isTrue();
        assertThat(other.shown).isPositive();
        choose(robot, "train");
        assertThat(views.getChildren()).doesNotContain(other.node());
        assertThat(other.seen).isFalse();
    }

    @Test
    void nothingIsWatchedForTheWorkbenchWhileAnotherViewIsSeen(FxRobot robot) {
        robot.interact(() -> views.show(0));
        Command.Watch before = lastWatch();
        assertThat(before.field()).isPresent();
        assertThat(before.tiles()).isPresent();
        choose(robot, "other");
        robot.interact(() -> views.show(1));
        assertThat(lastWatch()).isEqualTo(NOTHING);
        choose(robot, "train");
        assertThat(lastWatch()).isEqualTo(before);
    }

    @Test
    void theViewThatIsSeenSaysWhatIsPlayedAndWhatWasPlayedBeforeStandsStill(FxRobot robot) {
        assertThat(views.playback().get()).isSameAs(model.playback());
        robot.interact(model::togglePlay);
        choose(robot, "other");
        Clockwork first = (Clockwork) other.playback.get();
        assertThat(views.playback().get()).isSameAs(first);
        assertThat(model.playing().get()).isFalse();
        assertThat(sent).contains(new Command.Pause());
        robot.interact(first::togglePlay);
        Clockwork second = new Clockwork();
        robot.interact(() -> other.playback.set(second));
        assertThat(views.playback().get()).isSameAs(second);
        assertThat(first.playing().get()).isFalse();
        robot.interact(second::togglePlay);
        choose(robot, "train");
        assertThat(views.playback().get()).isSameAs(model.playback());
        assertThat(second.playing().get()).isFalse();
    }

    @Test
    void onlyTheViewThatIsSeenKeepsTheWindowAwake(FxRobot robot) {
        choose(robot, "other");
        other.moves = true;
        assertThat(views.moving()).isTrue();
        choose(robot, "train");
        assertThat(views.moving()).isFalse();
    }

    @Test
    void aViewThatNobodyKnowsIsTheFirst(FxRobot robot) {
        choose(robot, "gone");
        assertThat(views.getChildren()).containsExactly(other.node());
    }

    private void choose(FxRobot robot, String id) {
        robot.interact(() -> model.options().view().set(id));
    }

    private Command.Watch lastWatch() {
        return sent.stream()
                .filter(Command.Watch.class::isInstance)
                .map(Command.Watch.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
