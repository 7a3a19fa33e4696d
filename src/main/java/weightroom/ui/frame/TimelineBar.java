package weightroom.ui.frame;

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
import weightroom.plot.Numbers;
import weightroom.run.Snapshot;
import weightroom.run.Timeline.Travel;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Steady;
import weightroom.ui.model.RunModel;

/** The memory of the run: where it stands in what it has been through, and ways to anywhere else in it. */
final class TimelineBar extends HBox {
    private static final double PLACE_WIDTH = 150;
    private static final int FRAMES_PER_SECOND = 10;

    private final RunModel model;
    private final Label place = Controls.label("", "hint");
    private final Track track;
    private final ProgressBar progress = new ProgressBar();
    private final Button branch;
    private final Button latest;
    private final Cadence cadence = new Cadence(FRAMES_PER_SECOND);
    private long shown = -1;

    TimelineBar(RunModel model, Actions actions) {
        this.model = model;
        track = new Track(model);
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
        branch.setOnAction(event -> branchHere());
        Action end = actions.find("latest");
        latest = button("latest", end.label(), new FontIcon(Feather.CHEVRONS_RIGHT));
        latest.setContentDisplay(ContentDisplay.RIGHT);
        Controls.explain(latest, end.help());
        latest.setOnAction(event -> end.run().run());
        getChildren().addAll(name, track, branch, latest);
        model.transport()
                .target()
                .addListener((observable, before, after) ->
                        showPlace(model.snapshot().get()));
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    void show(Snapshot now, long nanos) {
        if (now.serial() == shown || !cadence.due(nanos, !now.playing())) {
            return;
        }
        shown = now.serial();
        boolean travelled = model.transport().travelled();
        branch.setDisable(!travelled);
        latest.setDisable(!travelled);
        progress.setVisible(now.timeline().travel().isPresent());
        progress.setManaged(progress.isVisible());
        progress.setProgress(now.timeline().travel().map(Travel::share).orElse(0.0));
        showPlace(now);
        track.redraw();
    }

    private void showPlace(Snapshot now) {
        long last = (long) now.timeline().latest().epoch();
        String text = model.transport().travelled()
                ? Messages.text("timeline.place", Numbers.count(now.epoch()), Numbers.count(last))
                : Messages.text("timeline.end", Numbers.count(now.epoch()));
        place.setText(text);
        track.setAccessibleText(Messages.text("timeline.accessible", text));
    }

    private void branchHere() {
        model.transport().branch();
        model.tell(Messages.text("timeline.branched"));
    }

    private static Button button(String id, String text, Node picture) {
        Button button = new Button(text, picture);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
