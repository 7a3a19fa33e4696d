package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import weightroom.plot.LaneSample;
import weightroom.plot.LaneStyle;
import weightroom.plot.Numbers;
import weightroom.race.Contest;
import weightroom.race.Figure;
import weightroom.race.RaceSnapshot;
import weightroom.race.Standings;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.LaneColor;
import weightroom.ui.kit.Messages;

/** Who leads, what the evidence supports, and what the search for learning rates found. */
final class StandingsCard extends VBox {
    private static final int FRAMES_PER_SECOND = 10;
    private static final double DENSE_BELOW = 420;
    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final RaceModel model;
    private final Label about = Controls.label("", "hint");
    private final Label figure = Controls.label("", "hint");
    private final Ranked ranked;
    private final Label evidence = Controls.label("", "secondary");
    private final Label tuning = Controls.label("", "hint");
    private final VBox swatch = new VBox();
    private final Label bandOf = Controls.label("", "hint");
    private final HBox legend = new HBox(8, swatch, bandOf);
    private final List<Row> rows = new ArrayList<>();
    private final Cadence cadence = new Cadence(FRAMES_PER_SECOND);
    private Optional<Contest> contest = Optional.empty();
    private Optional<Standing.Table> shown = Optional.empty();
    private int chosen = -1;

    StandingsCard(RaceModel model) {
        this.model = model;
        getStyleClass().addAll("compare-card", "standings");
        ranked = new Ranked(false, 0, 0, model.run().options().reducedMotion());
        ranked.setId("standings");
        about.setId("standings-about");
        evidence.setId("evidence");
        evidence.setWrapText(true);
        evidence.setMinHeight(USE_PREF_SIZE);
        tuning.setWrapText(true);
        tuning.setId("tuning");
        swatch.getStyleClass().add("band-swatch");
        legend.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(Controls.label(Messages.text("compare.standings"), "title"), Controls.spring(), about);
        head.getStyleClass().add("panel-head");
        Label lane = Controls.label(Messages.text("compare.lane"), "hint");
        lane.getStyleClass().add("lane-column");
        HBox.setHgrow(lane, Priority.ALWAYS);
        lane.setMaxWidth(Double.MAX_VALUE);
        figure.getStyleClass().add("value-column");
        Label target = Controls.label(Messages.text("compare.to-target"), "hint", "target-column");
        Controls.explain(target, Messages.text("compare.to-target.help"));
        HBox columns = new HBox(lane, figure, target);
        columns.getStyleClass().add("standing-head");
        Label why = Controls.label(Messages.text("compare.evidence"), "strong");
        Controls.explain(why, Messages.text("compare.evidence.help"));
        VBox below = new VBox(ranked, tuning);
        below.getStyleClass().add("standing-body");
        ScrollPane scroll = new ScrollPane(below);
        scroll.getStyleClass().add("plain-scroll");
        Controls.drawDirectly(scroll);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, columns, scroll, spaced(why), evidence, legend);
        heightProperty().addListener((observable, before, after) -> fit(after.doubleValue()));
    }

    /** Lower rows where there is little room, so that the evidence is seen too. */
    private void fit(double height) {
        pseudoClassStateChanged(DENSE, height < DENSE_BELOW);
        ranked.requestLayout();
    }

    private static Label spaced(Label title) {
        title.getStyleClass().add("standing-title");
        return title;
    }

    /** One lane. */
    private final class Row extends HBox {
        private final Label rank = Controls.label("", "hint");
        private final Label name = Controls.label("");
        private final Label value = Controls.label("", "value-column");
        private final Label target = Controls.label("", "target-column");

        Row(int lane, String laneName) {
            getStyleClass().add("standing");
            setId("standing-" + lane);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            rank.getStyleClass().add("rank-column");
            name.setText(laneName);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            value.setMinWidth(Region.USE_PREF_SIZE);
            target.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().addAll(rank, new LaneSample(LaneStyle.of(lane)), name, value, target);
            setOnMouseClicked(event -> {
                requestFocus();
                choose(lane);
            });
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    choose(lane);
                    event.consume();
                }
            });
        }

        void show(Standings.Row row, Figure of) {
            set(rank, Integer.toString(row.rank()));
            set(value, LaneWords.value(of, row.value().median()));
            set(target, LaneWords.toTarget(row));
            target.pseudoClassStateChanged(FAINT, Double.isNaN(row.epochs()));
            setAccessibleText(Messages.text(
                    "compare.standing.accessible", row.rank(), name.getText(), value.getText(), target.getText()));
        }
    }

    private void choose(int lane) {
        model.look(now -> now.withLane(lane));
    }

    /** Shows the newest table. */
    void show(Standing.Table table, long nanos) {
        RaceSnapshot race = table.race();
        int lane = model.look().get().lane();
        boolean other = contest.filter(before -> before.equals(race.contest())).isEmpty();
        boolean same = shown.filter(before -> before.equals(table)).isPresent() && chosen == lane;
        if (same || !cadence.due(nanos, other || chosen != lane || !race.clock().playing())) {
            return;
        }
        shown = Optional.of(table);
        chosen = lane;
        if (other) {
            build(race.contest());
        }
        Figure of = table.shown().by().figure();
        table.shown().rows().forEach(row -> rows.get(row.lane()).show(row, of));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).pseudoClassStateChanged(CHOSEN, i == lane);
        }
        ranked.setOrder(table.order(), !race.clock().playing());
        set(about, about(table));
        set(figure, Messages.text(of.lowerIsBetter() ? "compare.loss" : "compare.accuracy"));
        set(evidence, table.evidence().sentence());
        set(tuning, tuning(race));
        legend(race, lane);
    }

    private void build(Contest changed) {
        contest = Optional.of(changed);
        rows.clear();
        for (int i = 0; i < changed.lanes().size(); i++) {
            rows.add(new Row(i, changed.lanes().get(i).name()));
        }
        ranked.setNodes(rows);
    }

    private String about(Standing.Table table) {
        String by = Messages.text(
                        "compare.figure." + table.shown().by().figure().id())
                .toLowerCase(Locale.ROOT);
        String epoch = Numbers.count(table.shown().epoch());
        return model.look().get().median()
                ? Messages.text("compare.standings.all", epoch, by)
                : Messages.text("compare.standings.seed", epoch, by);
    }

    private static String tuning(RaceSnapshot race) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < race.lanes().size(); i++) {
            if (race.lanes().get(i).tuned().isPresent()) {
                lines.append(lines.isEmpty() ? "" : "\n")
                        .append(LaneWords.tuning(
                                race.contest().lanes().get(i).name(),
                                race.lanes().get(i)));
            }
        }
        return lines.toString();
    }

    private void legend(RaceSnapshot race, int lane) {
        boolean spread = race.contest().seeds() > 1;
        legend.setVisible(spread);
        legend.setManaged(spread);
        String color = LaneColor.of(lane);
        if (!swatch.getStyleClass().contains(color)) {
            swatch.getStyleClass().setAll("band-swatch", color);
        }
        set(
                bandOf,
                Messages.text(
                        "compare.band",
                        race.contest().lanes().get(lane).name(),
                        race.contest().seeds()));
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }
}
