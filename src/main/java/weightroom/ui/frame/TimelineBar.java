package weightroom.ui.frame;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Steady;
import weightroom.ui.model.Playback;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Journey;

/** The memory of what is played: where it stands in what it has been through, and ways to anywhere else in it. */
final class TimelineBar extends HBox {
    private static final double PLACE_WIDTH = 150;
    private static final int FRAMES_PER_SECOND = 10;

    private final ObservableValue<Playback> playback;
    private final Label place = Controls.label("", "hint");
    private final Track track;
    private final ProgressBar progress = new ProgressBar();
    private final Button branch;
    private final Button latest;
    private final Cadence cadence = new Cadence(FRAMES_PER_SECOND);
    private long shown = -1;

    TimelineBar(ObservableValue<Playback> playback, Actions actions) {
        this.playback = playback;
        track = new Track(playback);
        getStyleClass().add("timeline-bar");
        place.setId("timeline-place");
        progress.setId("timeline-progress");
        progress.getStyleClass().add("travel");
        progress.setVisible(false);
        progress.setManaged(false);
        VBox name = new VBox(
                2, Controls.label(Messages.text("timeline"), "title"), new Steady(place, PLACE_WIDTH), progress);
        name.setMinWidth(144);
        name.setPrefWidth(144);
        name.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(track, Priority.ALWAYS);
        track.setMinWidth(0);
        branch = button("branch-here", Messages.text("timeline.branch-here"), Glyph.branch());
        Controls.explain(branch, Messages.text("timeline.branch-here.help"));
        branch.setOnAction(event -> playback.getValue().branch());
        Action end = actions.find("latest");
        latest = button("latest", end.label(), new FontIcon(Feather.CHEVRONS_RIGHT));
        latest.setContentDisplay(ContentDisplay.RIGHT);
        Controls.explain(latest, end.help());
        latest.setOnAction(event -> end.run().run());
        getChildren().addAll(name, track, branch, latest);
        playback.addListener((observable, before, after) -> reshow());
        reshow();
    }

    /** Shows what is played; called once per pulse while anything moves. */
    void show(long nanos) {
        Playback now = playback.getValue();
        if (now.serial() != shown && cadence.due(nanos, !now.playing().get())) {
            show(now);
        }
    }

    /** Something else is played. */
    private void reshow() {
        Playback now = playback.getValue();
        branch.setVisible(now.branching());
        branch.setManaged(branch.isVisible());
        show(now);
    }

    private void show(Playback now) {
        shown = now.serial();
        TimelineReading reading = now.timeline();
        branch.setDisable(!reading.span().later());
        latest.setDisable(!reading.span().later());
        progress.setVisible(reading.journey().isPresent());
        progress.setManaged(progress.isVisible());
        progress.setProgress(reading.journey().map(Journey::share).orElse(0.0));
        String words = reading.journey()
                .map(Journey::words)
                .filter(text -> !text.isEmpty())
                .orElse(reading.words());
        place.setText(words);
        track.setAccessibleText(Messages.text("timeline.accessible", words));
        track.redraw(reading);
    }

    private static Button button(String id, String text, Node picture) {
        Button button = new Button(text, picture);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
