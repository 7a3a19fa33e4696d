package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.explain.Subject;
import weightroom.run.Autopsy;
import weightroom.run.Autopsy.Findings;
import weightroom.run.Background;
import weightroom.run.Replay;
import weightroom.ui.explain.PointModel.Found;
import weightroom.ui.explain.PointModel.Obstacle;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One point over the whole run: its loss, how strongly it pulls on each weight now, and the same run trained without it. */
final class PointPane extends HBox implements ExplainPane {
    private final PointModel point;
    private final PointPlane plane;
    private final PullList pulls;
    private final PointCharts charts = new PointCharts();
    private final Label about = words("point-about");
    private final Label pulling = words("point-pull-words");
    private final Label loss = words("point-loss-words");
    private final Label without = words("point-without-words");
    private final Label replay = Controls.label("", "hint");
    private final ProgressBar progress = new ProgressBar(0);
    private final Button stop = new Button();
    private long shown = -1;
    private int shownRow = -1;

    PointPane(ExplainModel model, Background background) {
        point = new PointModel(model, background);
        plane = new PointPlane(model);
        pulls = new PullList(model);
        getStyleClass().add("point-pane");
        setMinSize(0, 0);
        VBox left = column("point-left");
        VBox pullPart = part("explain.point.pull", pulling, pulls);
        left.getChildren().addAll(plane, about, pullPart);
        VBox.setVgrow(plane, Priority.ALWAYS);
        VBox.setVgrow(pullPart, Priority.SOMETIMES);
        VBox right = column("point-right");
        VBox lossPart = part("explain.point.loss", loss, charts.own());
        VBox otherPart = part("explain.point.without", without, charts.others());
        ((HBox) lossPart.getChildren().get(0)).getChildren().addAll(Controls.spring(), progress, stop);
        right.getChildren().addAll(lossPart, otherPart, replay);
        VBox.setVgrow(lossPart, Priority.ALWAYS);
        VBox.setVgrow(otherPart, Priority.ALWAYS);
        replay.setWrapText(true);
        replay.setId("point-replay");
        left.prefWidthProperty().bind(widthProperty().multiply(0.4));
        right.prefWidthProperty().bind(widthProperty().multiply(0.6));
        HBox.setHgrow(right, Priority.ALWAYS);
        progress.setId("point-progress");
        progress.getStyleClass().add("point-progress");
        stop.setId("point-stop");
        stop.getStyleClass().add("small-button");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(event -> point.toggle());
        getChildren().addAll(left, right);
    }

    private static VBox column(String style) {
        VBox column = new VBox();
        column.getStyleClass().addAll("point-column", style);
        column.setMinSize(0, 0);
        return column;
    }

    private static Label words(String id) {
        Label label = Controls.label("", "point-words");
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static VBox part(String key, Label words, Node content) {
        Label title = Controls.label(Messages.text(key), "title");
        Controls.explain(title, Messages.text(key + ".help"));
        HBox head = new HBox(title);
        head.getStyleClass().add("point-head");
        VBox part = new VBox(head, words, content);
        part.getStyleClass().add("point-part");
        part.setMinSize(0, 0);
        VBox.setVgrow(content, Priority.ALWAYS);
        return part;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(long nanos) {
        point.pulse();
        showProgress();
        if (point.version() == shown && point.row() == shownRow) {
            return;
        }
        shown = point.version();
        shownRow = point.row();
        point.subject().ifPresent(this::show);
    }

    @Override
    public boolean moving() {
        return point.working() || !point.finished() && !point.stopped() && waits();
    }

    /** Whether it is to be looked at again by itself; the end of a run that plays is told otherwise. */
    private boolean waits() {
        return point.found().obstacle() == Obstacle.NONE;
    }

    private void show(Subject subject) {
        Found found = point.found();
        int row = point.row();
        plane.show(subject, found.field(), row);
        about.setText(Messages.text(
                PointPicker.fits(subject) ? "explain.point.about" : "explain.point.about.listed",
                row + 1,
                SampleWords.row(subject, row),
                Messages.text(
                        "explain.point.kind." + SampleWords.kind(subject.setup().rows(), row))));
        Optional<Findings> findings = found.findings().filter(all -> all.row() == row);
        boolean current = found.row() == row;
        pulls.show(current ? found.lines() : List.of());
        pulling.setText(
                found.pull().filter(pull -> current).map(PointWords::pull).orElseGet(() -> found.refused()
                        .orElse(Messages.text("explain.point.waits"))));
        charts.show(findings, subject.plan().loss());
        String waiting = obstacle(found);
        loss.setText(findings.map(PointWords::loss).orElse(waiting));
        without.setText(findings.map(PointWords::without).orElse(waiting));
        replay.setText(findings.map(PointWords::replay).orElse(""));
        replay.setVisible(!replay.getText().isEmpty());
        replay.setManaged(replay.isVisible());
    }

    private String obstacle(Found found) {
        return switch (found.obstacle()) {
            case PLAYS -> Messages.text("explain.point.plays");
            case NO_RUN -> Messages.text("explain.point.no-run");
            case TOO_LONG -> Messages.text("explain.point.too-long", Replay.MOST_WORK);
            case FAILED -> found.failure();
            case NONE -> Messages.text("explain.point.waits");
        };
    }

    private void showProgress() {
        Found found = point.found();
        boolean open = found.obstacle() == Obstacle.NONE && !point.finished();
        progress.setVisible(open && !point.stopped());
        stop.setVisible(open);
        if (!open) {
            return;
        }
        double whole = found.findings().map(all -> all.whole().share()).orElse(0.0);
        double without = found.findings()
                .flatMap(Findings::without)
                .map(Autopsy.Trained::share)
                .orElse(0.0);
        progress.setProgress((whole + without) / 2);
        progress.setAccessibleText(Messages.text("explain.point.progress", Math.round(50 * (whole + without))));
        String key = point.stopped() ? "explain.point.go-on" : "explain.point.stop";
        if (!stop.getText().equals(Messages.text(key))) {
            stop.setText(Messages.text(key));
            Controls.explain(stop, Messages.text(key + ".help"));
        }
    }
}
