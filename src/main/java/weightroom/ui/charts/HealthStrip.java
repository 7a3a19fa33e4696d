package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.plot.Numbers;
import weightroom.run.Insight;
import weightroom.run.Snapshot;
import weightroom.run.Verdict;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;

/** How each layer fares, in a table with a verdict in words, and a sentence on what to try when something is wrong. */
public final class HealthStrip extends VBox {
    private static final int TABLES_PER_SECOND = 10;
    private static final double ROW = 32;
    /** In a network of many layers. */
    private static final double TIGHT_ROW = 24;

    private static final double FOOT = 16;
    private static final int MOST_ROWS_SEEN = 4;
    private static final int MOST_TIGHT_ROWS_SEEN = 6;
    private static final List<String> COLUMNS =
            List.of("layer", "gradient", "", "saturated", "dead", "ratio", "", "verdict");

    private final RunModel model;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Label epoch = Controls.label("", "hint");
    private final Region dot = new Region();
    private final Label sentence = Controls.label("", "secondary");
    private final HBox saying = new HBox(dot, sentence);
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);
    private final List<HealthRow> rows = new ArrayList<>();
    private final Cadence cadence = new Cadence(TABLES_PER_SECOND);
    private Optional<Insight> shown = Optional.empty();
    private boolean folded;

    public HealthStrip(RunModel model) {
        this.model = model;
        getStyleClass().add("health");
        Button fold = Controls.iconButton(Feather.CHEVRON_DOWN, Messages.text("health.fold"), this::fold);
        fold.setId("health-fold");
        fold.setGraphic(arrow);
        epoch.setId("health-epoch");
        HBox head = new HBox(Controls.label(Messages.text("health"), "title"), Controls.spring(), epoch, fold);
        head.getStyleClass().addAll("panel-head", "health-head");
        grid.getStyleClass().add("health-grid");
        constrain();
        scroll.getStyleClass().add("health-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        dot.getStyleClass().add("dot");
        sentence.setId("health-sentence");
        sentence.setMinWidth(0);
        sentence.setWrapText(true);
        sentence.setPrefWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        saying.getStyleClass().add("health-saying");
        getChildren().addAll(head, scroll, saying);
        visibleProperty().addListener((observable, before, after) -> look());
        look();
    }

    private void look() {
        model.look(this, folded || !isVisible() ? Set.of() : EnumSet.of(RunModel.Part.INSIGHT));
    }

    /** Shows a snapshot; called once per pulse while anything moves. */
    public void show(Snapshot now, long nanos) {
        Optional<Insight> insight = now.insight();
        if (folded
                || !isVisible()
                || insight.equals(shown)
                || insight.isEmpty()
                || !cadence.due(nanos, !now.playing())) {
            return;
        }
        shown = insight;
        show(insight.get());
    }

    private void show(Insight insight) {
        int layers = insight.layers().size();
        if (rows.size() != layers) {
            build(layers);
        }
        for (int l = 0; l < layers; l++) {
            rows.get(l)
                    .show(
                            Words.layer(l, layers),
                            insight.layers().get(l),
                            insight.health().layers().get(l));
        }
        epoch.setText(Messages.text("health.epoch", Numbers.count((long) insight.epoch())));
        Verdict run = insight.health().run();
        String text =
                run.advice().isEmpty() ? run.sentence() : Messages.text("health.both", run.sentence(), run.advice());
        if (!text.equals(sentence.getText())) {
            sentence.setText(text);
            Controls.explain(sentence, text);
            dot.getStyleClass().setAll("dot", HealthRow.style(run.kind().weight()));
        }
    }

    /** Shows the table, or only its heading; what nobody sees is not computed. */
    private void fold() {
        folded = !folded;
        arrow.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        for (Region part : List.of(scroll, saying)) {
            part.setVisible(!folded);
            part.setManaged(!folded);
        }
        epoch.setVisible(!folded);
        shown = Optional.empty();
        look();
    }

    private void constrain() {
        double[] least = {72, 56, 52, 68, 48, 56, 52, 88};
        for (int c = 0; c < least.length; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(least[c]);
            boolean gauge = COLUMNS.get(c).equals("gradient") || COLUMNS.get(c).equals("ratio");
            column.setHgrow(gauge || c == least.length - 1 ? Priority.ALWAYS : Priority.NEVER);
            if (gauge) {
                column.setMaxWidth(112);
                column.setFillWidth(true);
            }
            grid.getColumnConstraints().add(column);
        }
    }

    private void build(int layers) {
        rows.clear();
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        for (int c = 0; c < COLUMNS.size(); c++) {
            String key = COLUMNS.get(c);
            if (!key.isEmpty()) {
                Label head = Controls.label(Messages.text("health." + key), "hint");
                Controls.explain(head, Messages.text("health." + key + ".help"));
                int span = c + 1 < COLUMNS.size() && COLUMNS.get(c + 1).isEmpty() ? 2 : 1;
                grid.add(head, c, 0, span, 1);
            }
        }
        grid.getRowConstraints().add(height(24));
        boolean tight = layers > MOST_ROWS_SEEN;
        double row = tight ? TIGHT_ROW : ROW;
        for (int l = 0; l < layers; l++) {
            Region rule = new Region();
            rule.getStyleClass().add("health-rule");
            GridPane.setValignment(rule, VPos.TOP);
            grid.add(rule, 0, l + 1, COLUMNS.size(), 1);
            HealthRow shownLayer = new HealthRow(l);
            shownLayer.addTo(grid, l + 1);
            rows.add(shownLayer);
            grid.getRowConstraints().add(height(row));
        }
        grid.add(Controls.label(Words.power(-5), "hint"), 1, layers + 1);
        Label most = Controls.label("1", "hint");
        GridPane.setHalignment(most, HPos.RIGHT);
        grid.add(most, 1, layers + 1);
        Label mark = Controls.label(Words.power(-3), "hint");
        GridPane.setHalignment(mark, HPos.CENTER);
        grid.add(mark, 5, layers + 1);
        grid.getRowConstraints().add(height(FOOT));
        // Where rows are left to scroll to, the last one seen is seen whole.
        boolean all = layers <= (tight ? MOST_TIGHT_ROWS_SEEN : MOST_ROWS_SEEN);
        double seen = 24 + (all ? layers * row + FOOT : MOST_TIGHT_ROWS_SEEN * row) + 2;
        scroll.setPrefHeight(seen);
        scroll.setMinHeight(Math.min(seen, 24 + 2 * row));
    }

    private static RowConstraints height(double pixels) {
        RowConstraints row = new RowConstraints(pixels, pixels, pixels);
        row.setValignment(VPos.CENTER);
        return row;
    }
}
