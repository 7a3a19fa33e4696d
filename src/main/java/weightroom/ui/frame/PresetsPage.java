package weightroom.ui.frame;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.engine.Rows;
import weightroom.engine.Task;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.plot.ScatterThumb;
import weightroom.run.Background;
import weightroom.ui.files.Preset;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The experiments that are shipped, each with a picture of its data and a sentence on why it works or does not. */
final class PresetsPage extends GridPane {
    private static final int COLUMNS = 3;
    private static final int MOST_POINTS = 300;
    private static final double TEXT_WIDTH = 248;

    private final Background background;

    /** @param close puts the page away */
    PresetsPage(Documents documents, Background background, Runnable close) {
        this.background = background;
        setId("presets-page");
        getStyleClass().add("presets");
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(100.0 / COLUMNS);
        getColumnConstraints().addAll(Collections.nCopies(COLUMNS, column));
        List<Preset> presets = Preset.all();
        for (int i = 0; i < presets.size(); i++) {
            Preset preset = presets.get(i);
            Experiment experiment = preset.experiment();
            Button card = card(preset, experiment);
            card.setOnAction(event -> {
                close.run();
                documents.begin(experiment);
            });
            add(card, i % COLUMNS, i / COLUMNS);
        }
    }

    private Button card(Preset preset, Experiment experiment) {
        ScatterThumb picture = new ScatterThumb();
        picture.setMinSize(56, 48);
        picture.setMaxSize(56, 48);
        background.run(() -> Setup.of(experiment, Path.of("")), setup -> draw(setup, picture), complaint -> {});
        Region dot = new Region();
        dot.getStyleClass().setAll("dot", preset.works() ? "ok" : "bad");
        String verdict = Messages.text(preset.works() ? "preset.good" : "preset.bad");
        HBox state = new HBox(6, dot, Controls.label(verdict, "hint"));
        state.setAlignment(Pos.CENTER_LEFT);
        Label title = Controls.label(experiment.title(), "strong");
        title.setWrapText(true);
        VBox name = new VBox(2, title, state);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label why = Controls.label(preset.why(), "secondary");
        why.setWrapText(true);
        // What wraps inside a button must be told how wide it is.
        why.setPrefWidth(TEXT_WIDTH);
        why.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(6, new HBox(10, picture, name), why);
        content.setPrefWidth(TEXT_WIDTH);
        Button card = new Card(content);
        card.setId("preset-" + preset.id());
        card.getStyleClass().add("preset");
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        card.setAccessibleText(Messages.text("preset.help", experiment.title(), preset.why()));
        return card;
    }

    /** A button as high as its content is at the width of a column; by itself a button asks that for no width at all. */
    private static final class Card extends Button {
        private static final double PADDING = 12;

        private final VBox content;

        Card(VBox content) {
            super("", content);
            this.content = content;
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(content.prefHeight(TEXT_WIDTH)) + 2 * PADDING;
        }
    }

    /** The rows in the plane of the first two inputs; of one input, the target over it. */
    private static void draw(Setup setup, ScatterThumb picture) {
        Task task = setup.task();
        double[][] inputs = setup.rows().dataset().inputs();
        int[] train = setup.rows().parts().train();
        Rows rows = setup.rows().split().train();
        int count = Math.min(MOST_POINTS, train.length);
        int outputs = rows.targets().length / rows.count();
        DecisionPlot.Points points = new DecisionPlot.Points(
                new float[count], new float[count], new float[count], new boolean[count], new boolean[count]);
        for (int i = 0; i < count; i++) {
            double[] row = inputs[train[i]];
            float target = rows.targets()[i * outputs];
            points.xs()[i] = (float) row[0];
            points.ys()[i] = row.length > 1 ? (float) row[1] : target;
            points.targets()[i] = task instanceof Task.Classes ? task.classOf(rows.targets(), i, outputs) : target;
        }
        picture.setPoints(points, scale(task, points.targets()));
    }

    private static DecisionPlot.Scale scale(Task task, float[] targets) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float target : targets) {
            low = Math.min(low, target);
            high = Math.max(high, target);
        }
        List<String> classes = task instanceof Task.Classes several ? several.names() : List.of();
        return new DecisionPlot.Scale("", low, high > low ? high : low + 1, Double.NaN, classes);
    }
}
