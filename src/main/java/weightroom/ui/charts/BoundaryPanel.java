package weightroom.ui.charts;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Task;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.plot.Numbers;
import weightroom.run.Grid;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** What the network answers over the plane of its inputs, and the rows it learns from. */
public final class BoundaryPanel extends VBox {
    private static final int FIELDS_PER_SECOND = 30;

    private final DecisionPlot plot = new DecisionPlot();
    private final Label quality = Controls.label("", "secondary");
    private final Cadence cadence = new Cadence(FIELDS_PER_SECOND);
    private @Nullable Setup setup;
    private long shown = -1;

    public BoundaryPanel() {
        getStyleClass().add("panel");
        quality.setId("quality");
        HBox head = new HBox(Controls.label(Messages.text("boundary"), "title"), Controls.spring(), quality);
        head.getStyleClass().add("panel-head");
        Controls.explain(quality, Messages.text("quality.help"));
        plot.setId("boundary-plot");
        plot.setAccessibleText(Messages.text("boundary.plot"));
        plot.setEmptyText(Messages.text("boundary.empty"));
        plot.setWords(Messages.text("part.train"), Messages.text("part.test"), Messages.text("contour"));
        plot.setMinSize(240, 240);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head, plot);
    }

    /** Shows the field and the rows of a snapshot. */
    @SuppressWarnings("ReferenceEquality") // A setup is large, and the same object as long as nothing in it changes.
    public void show(Snapshot now, long nanos) {
        if (now.serial() == shown || !cadence.due(nanos, !now.playing())) {
            return;
        }
        shown = now.serial();
        if (setup != now.setup()) {
            setup = now.setup();
            List<String> names = now.setup().rows().dataset().inputNames();
            if (names.size() == 2) {
                plot.setNames(Points.subscript(names.get(0)), Points.subscript(names.get(1)));
            }
            plot.setScale(Points.scale(now.setup()));
        }
        Optional<Snapshot.Field> field = now.field();
        if (field.isPresent()) {
            Grid grid = field.get().grid();
            plot.setField(new Field(
                    grid.columns(),
                    grid.rows(),
                    grid.x1Low(),
                    grid.x1High(),
                    grid.x2Low(),
                    grid.x2High(),
                    field.get().values()));
            plot.setPoints(Points.of(now.setup(), now.answers()));
        } else {
            plot.clearField();
        }
        quality.setText(
                now.answers().map(answers -> quality(now.setup(), answers)).orElse(""));
    }

    private static String quality(Setup setup, Snapshot.Answers answers) {
        boolean test = !setup.rows().split().test().isEmpty();
        String part = Messages.text(test ? "part.test" : "part.train");
        if (setup.task() instanceof Task.Regression) {
            return Messages.text("quality.error", part, Numbers.significant(Points.rootMeanSquare(setup, answers), 3));
        }
        return Messages.text("quality.accuracy", part, Numbers.fixed(100 * Points.accuracy(setup, answers), 1));
    }
}
