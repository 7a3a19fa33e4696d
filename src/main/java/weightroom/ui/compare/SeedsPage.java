package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.plot.LaneSample;
import weightroom.plot.LaneStyle;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/**
 * The cloud of seeds: a small boundary of every seed of the chosen lane, or of all lanes, each saying what has become of it.
 * Only those that can be seen are computed and drawn.
 */
final class SeedsPage implements CardPage {
    private static final int LOOKS_PER_SECOND = 10;
    /** More fields at a time would be felt. */
    private static final int MOST_FIELDS = 64;

    private final RaceModel model;
    private final Consumer<Entrant> opener;
    private final VBox rows = new VBox();
    private final ScrollPane node = new ScrollPane(rows);
    private final HBox tools = new HBox();
    private final Label count = Controls.label("", "hint");
    private final List<SeedTile> tiles = new ArrayList<>();
    private final Cadence cadence = new Cadence(LOOKS_PER_SECOND);
    private Optional<Contest> contest = Optional.empty();
    private List<Entrant> visible = List.of();
    private boolean allLanes;
    private int builtLane = -1;

    /**
     * @param opener opens an entrant in Train
     */
    SeedsPage(RaceModel model, Consumer<Entrant> opener) {
        this.model = model;
        this.opener = opener;
        rows.getStyleClass().add("seed-rows");
        node.setId("seed-cloud");
        node.getStyleClass().add("plain-scroll");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setMinHeight(0);
        node.vvalueProperty().addListener((observable, before, after) -> model.stir());
        node.viewportBoundsProperty().addListener((observable, before, after) -> model.stir());
        rows.heightProperty().addListener((observable, before, after) -> model.stir());
        Choices<Boolean> which =
                new Choices<>("compare.cloud", List.of(false, true), List.of("lane", "all"), this::choose);
        which.show(false);
        Button open = new Button(Messages.text("compare.open"), new FontIcon(Feather.EXTERNAL_LINK));
        open.setId("compare-open");
        open.setMinWidth(HBox.USE_PREF_SIZE);
        open.setOnAction(event -> opener.accept(chosen()));
        Controls.explain(open, Messages.text("compare.open.seed.help"));
        count.setMinWidth(HBox.USE_PREF_SIZE);
        tools.getStyleClass().add("page-tools");
        tools.getChildren().addAll(count, which, open);
    }

    private void choose(boolean all) {
        allLanes = all;
        builtLane = -1;
        model.stir();
    }

    private Entrant chosen() {
        Look look = model.look().get();
        return new Entrant(look.lane(), look.seed());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node tools() {
        return tools;
    }

    @Override
    public void show(Standing.Table table, long nanos) {
        RaceSnapshot race = table.race();
        Look look = model.look().get();
        int wanted = allLanes ? Contest.MOST_LANES : look.lane();
        if (contest.filter(one -> one.equals(race.contest())).isEmpty() || builtLane != wanted) {
            build(race, look);
            builtLane = wanted;
        }
        if (cadence.due(nanos, !race.clock().playing())) {
            visible = lookAround();
            say(race);
        }
        Entrant chosen = chosen();
        for (SeedTile tile : tiles) {
            if (visible.contains(tile.entrant())) {
                tile.show(race, tile.entrant().equals(chosen), nanos);
            }
        }
    }

    private void build(RaceSnapshot race, Look look) {
        contest = Optional.of(race.contest());
        tiles.clear();
        List<Node> made = new ArrayList<>();
        for (int lane = 0; lane < race.contest().lanes().size(); lane++) {
            if (!allLanes && lane != look.lane()) {
                continue;
            }
            FlowPane cloud = new FlowPane();
            cloud.getStyleClass().add("seed-cloud");
            for (int seed = 0; seed < race.contest().seeds(); seed++) {
                SeedTile tile = new SeedTile(new Entrant(lane, seed), this::pick, opener);
                tiles.add(tile);
                cloud.getChildren().add(tile);
            }
            Label name = Controls.label(race.contest().lanes().get(lane).name(), "strong");
            HBox head = new HBox(8, new LaneSample(LaneStyle.of(lane)), name);
            head.getStyleClass().add("row");
            made.add(head);
            made.add(cloud);
        }
        rows.getChildren().setAll(made);
        node.setVvalue(0);
        visible = tiles.stream().map(SeedTile::entrant).limit(MOST_FIELDS).toList();
    }

    private void pick(Entrant entrant) {
        if (!allLanes) {
            model.look(now -> now.withSeed(entrant.seed()));
        } else {
            model.look(now -> now.withLane(entrant.lane()).withSeed(entrant.seed()));
        }
    }

    private void say(RaceSnapshot race) {
        int[] counts = new int[LaneWords.Outcome.values().length];
        double epoch = race.clock().epoch();
        for (SeedTile tile : tiles) {
            counts[LaneWords.Outcome.of(race, tile.entrant(), epoch).ordinal()]++;
        }
        String text = Messages.text(
                "compare.cloud.count",
                counts[LaneWords.Outcome.SOLVED.ordinal()],
                tiles.size(),
                counts[LaneWords.Outcome.STUCK.ordinal()],
                counts[LaneWords.Outcome.DIVERGED.ordinal()]);
        if (!text.equals(count.getText())) {
            count.setText(text);
        }
    }

    /** The entrants whose tiles stand in what is scrolled to. */
    private List<Entrant> lookAround() {
        Bounds port = node.localToScene(node.getLayoutBounds());
        if (port == null || node.getScene() == null) {
            return visible;
        }
        return tiles.stream()
                .filter(tile -> port.intersects(tile.localToScene(tile.getLayoutBounds())))
                .map(SeedTile::entrant)
                .limit(MOST_FIELDS)
                .toList();
    }

    @Override
    public RaceCommand.Watch watch(RaceSnapshot race, RaceCommand.Watch wanted) {
        List<Entrant> fields = new ArrayList<>(wanted.fields());
        visible.stream()
                .filter(entrant -> entrant.lane() < race.contest().lanes().size()
                        && entrant.seed() < race.contest().seeds()
                        && !fields.contains(entrant))
                .forEach(fields::add);
        return new RaceCommand.Watch(wanted.cells(), fields, wanted.insight());
    }
}
