package weightroom.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import weightroom.plot.LaneSample;
import weightroom.plot.LaneStyle;
import weightroom.plot.Numbers;
import weightroom.plot.SeedBand;
import weightroom.race.Entrant;
import weightroom.race.Figure;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.Standings;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** One lane: its boundary as it is, how good it is, and under how many seeds it reached the target. */
final class LaneCard extends VBox {
    private static final int FRAMES_PER_SECOND = 10;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FALLEN = PseudoClass.getPseudoClass("fallen");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final RaceModel model;
    private final int lane;
    private final String name;
    private final Label rate = Controls.label("", "hint");
    private final BoundaryTile tile = new BoundaryTile();
    private final Label lossName = Controls.label("", "hint");
    private final Label loss = Controls.label("", "counter");
    private final Label target = Controls.label("", "counter");
    private final Label accuracy = Controls.label("", "counter");
    private final Label solved = Controls.label("", "secondary");
    private final Label median = Controls.label("", "hint");
    private final SeedBand band = new SeedBand();
    private final Cadence cadence = new Cadence(FRAMES_PER_SECOND);
    private Optional<Standing.Table> shown = Optional.empty();
    private Optional<LaneFacts> explained = Optional.empty();
    private List<SeedBand.State> seeds = List.of();
    private boolean chosen;

    LaneCard(RaceModel model, int lane, String name, Runnable open) {
        this.model = model;
        this.lane = lane;
        this.name = name;
        band.setId("lane-seeds-" + lane);
        band.setOnChosen(seed -> model.look(now -> now.withLane(lane).withSeed(seed)));
        getStyleClass().addAll("compare-card", "lane-card");
        setId("lane-card-" + lane);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Label title = Controls.label(name, "title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        rate.setMinWidth(USE_PREF_SIZE);
        Button opening = Controls.iconButton(Feather.EXTERNAL_LINK, Messages.text("compare.open.help", name), open);
        opening.setId("lane-open-" + lane);
        opening.getStyleClass().add("small-tool");
        HBox head = new HBox(new LaneSample(LaneStyle.of(lane)), title, rate, opening);
        head.getStyleClass().add("lane-head");
        Label reaching = Controls.label(Messages.text("compare.to-target"), "hint");
        Controls.explain(reaching, Messages.text("compare.to-target.help"));
        VBox numbers = new VBox(
                lossName,
                loss,
                reaching,
                target,
                Controls.label(Messages.text("compare.test-accuracy"), "hint"),
                accuracy);
        numbers.getStyleClass().add("lane-numbers");
        numbers.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(tile, Priority.ALWAYS);
        HBox middle = new HBox(tile, numbers);
        middle.getStyleClass().add("lane-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        solved.setId("lane-solved-" + lane);
        Controls.explain(median, Messages.text("compare.median.help"));
        getChildren().addAll(head, middle, solved, band, median);
        setOnMouseClicked(event -> {
            requestFocus();
            model.look(now -> now.withLane(lane));
            if (event.getClickCount() == 2) {
                open.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                model.look(now -> now.withLane(lane));
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    /** Shows the newest table. */
    void show(Standing.Table table, long nanos) {
        RaceSnapshot race = table.race();
        Look look = model.look().get();
        tile.show(race, new Entrant(lane, look.seed()), nanos);
        boolean wanted = look.lane() == lane;
        boolean same = shown.filter(before -> before.equals(table)).isPresent();
        boolean atOnce = chosen != wanted || shown.isEmpty() || !race.clock().playing();
        if ((same && chosen == wanted) || !cadence.due(nanos, atOnce)) {
            return;
        }
        shown = Optional.of(table);
        chosen = wanted;
        pseudoClassStateChanged(CHOSEN, chosen);
        Standings.Row row = table.row(lane);
        Standings.Row all = table.allRow(lane);
        Figure figure = table.shown().by().figure();
        explainRate(race.lanes().get(lane));
        boolean fallen = row.diverged() == row.seeds();
        set(
                lossName,
                Messages.text(fallen ? "diverged" : figure.lowerIsBetter() ? "compare.loss" : "compare.accuracy"));
        set(
                loss,
                fallen
                        ? Messages.text("compare.in-epoch", Numbers.significant(row.divergedIn(), 4))
                        : LaneWords.value(figure, row.value().median()));
        lossName.pseudoClassStateChanged(FALLEN, fallen);
        set(target, fallen ? Numbers.NONE : LaneWords.toTarget(row));
        target.pseudoClassStateChanged(FAINT, Double.isNaN(row.epochs()));
        set(accuracy, LaneWords.percent(row.testAccuracy()));
        set(solved, LaneWords.solved(all));
        set(median, LaneWords.median(all));
        showBand(race);
        setAccessibleText(Messages.text(
                "compare.card.accessible", name, row.rank(), loss.getText(), target.getText(), solved.getText()));
    }

    private void explainRate(LaneFacts facts) {
        if (explained.equals(Optional.of(facts))) {
            return;
        }
        explained = Optional.of(facts);
        set(rate, LaneWords.rate(facts));
        String found = LaneWords.tuning(name, facts);
        Controls.explain(
                rate,
                facts.tuned()
                        .map(tuned -> found + "\n" + LaneWords.trials(tuned))
                        .orElse(found));
    }

    private void showBand(RaceSnapshot race) {
        double epoch = race.clock().epoch();
        boolean begun = race.clock().tick() > 0;
        List<SeedBand.State> states = IntStream.range(0, race.contest().seeds())
                .mapToObj(seed -> state(LaneWords.Outcome.of(race, new Entrant(lane, seed), epoch), begun))
                .toList();
        if (!states.equals(seeds)) {
            seeds = states;
            band.setSeeds(LaneStyle.of(lane), states);
        }
        band.setWords(
                solved.getText(),
                seed -> Messages.text(
                        "compare.seed.outcome",
                        Long.toString(race.contest().seed(seed)),
                        LaneWords.outcome(race, new Entrant(lane, seed), epoch)));
    }

    private static SeedBand.State state(LaneWords.Outcome outcome, boolean begun) {
        return switch (outcome) {
            case SOLVED -> SeedBand.State.SOLVED;
            case STUCK -> SeedBand.State.NOT_SOLVED;
            case DIVERGED -> SeedBand.State.DIVERGED;
            case RUNNING -> begun ? SeedBand.State.RUNNING : SeedBand.State.WAITING;
        };
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }
}
