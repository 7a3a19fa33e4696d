package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import weightroom.ui.kit.Choices;
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

    private static final double GAP = 6;
    private static final double LEAST_SIDE = 56;
    private static final double MOST_SIDE = 220;
    /** Of the page, for what stands around the tiles: edges, the bar to scroll with, the name of the lane. */
    private static final double MARGIN = 26;

    private static final double HEAD = 44;

    private final RaceModel model;
    private final Consumer<Entrant> opener;
    private final VBox rows = new VBox();
    private final ScrollPane node = new ScrollPane(rows);
    private final HBox tools = new HBox();
    private final Label count = Controls.label("", "hint");
    private final List<SeedTile> tiles = new ArrayList<>();
    private final Cadence cadence = new Cadence(LOOKS_PER_SECOND);
    private Optional<Contest> contest = Optional.empty();
    private Optional<Place> place = Optional.empty();
    private List<SeedTile> visible = List.of();
    private long lookedAt = -1;
    private boolean allLanes;
    private int builtLane = -1;

    /** What the size of the tiles depends on. */
    private record Place(double width, double height, int tiles) {}

    /**
     * @param opener opens an entrant in Train
     */
    SeedsPage(RaceModel model, Consumer<Entrant> opener) {
        this.model = model;
        this.opener = opener;
        rows.getStyleClass().add("seed-rows");
        node.setId("seed-cloud");
        node.getStyleClass().add("plain-scroll");
        Controls.drawDirectly(node);
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setMinHeight(0);
        node.vvalueProperty().addListener((observable, before, after) -> moved());
        node.viewportBoundsProperty().addListener((observable, before, after) -> moved());
        rows.heightProperty().addListener((observable, before, after) -> moved());
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

    /** Other tiles may be seen now. */
    private void moved() {
        lookedAt = -1;
        model.stir();
    }

    private void choose(boolean all) {
        allLanes = all;
        builtLane = -1;
        moved();
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
        fit();
        if (lookedAt != race.serial() && cadence.due(nanos, !race.clock().playing())) {
            lookedAt = race.serial();
            visible = lookAround();
            say(race);
        }
        Entrant chosen = chosen();
        for (SeedTile tile : visible) {
            tile.show(race, tile.entrant().equals(chosen), nanos);
        }
    }

    /** All tiles as large as they can be without scrolling, within what is of use. */
    private void fit() {
        Place now = new Place(node.getWidth(), node.getHeight(), tiles.size());
        if (tiles.isEmpty() || now.width() <= 0 || place.filter(now::equals).isPresent()) {
            return;
        }
        place = Optional.of(now);
        tiles.get(0).applyCss();
        double side = side(
                tiles.size(),
                now.width() - MARGIN,
                now.height() - HEAD,
                tiles.get(0).below());
        tiles.forEach(tile -> tile.setSide(side));
    }

    /**
     * The side of the squares of so many tiles that all have room.
     *
     * @param below what a tile takes of the height beside its square
     */
    static double side(int count, double width, double height, double below) {
        double best = LEAST_SIDE;
        for (int columns = 1; columns <= count; columns++) {
            int lines = (count + columns - 1) / columns;
            double each = (width - (columns - 1) * GAP) / columns;
            double across = each < SeedTile.LEAST_WIDTH ? 0 : each - SeedTile.ASIDE;
            double down = (height - (lines - 1) * GAP) / lines - below;
            best = Math.max(best, Math.min(across, down));
        }
        return Math.floor(Math.min(MOST_SIDE, best));
    }

    private void build(RaceSnapshot race, Look look) {
        contest = Optional.of(race.contest());
        tiles.clear();
        List<Node> made = new ArrayList<>();
        for (int lane = 0; lane < race.contest().lanes().size(); lane++) {
            if (!allLanes && lane != look.lane()) {
                continue;
            }
            FlowPane cloud = new FlowPane(GAP, GAP);
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
        place = Optional.empty();
        lookedAt = -1;
        visible = tiles.stream().limit(MOST_FIELDS).toList();
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

    /** The tiles that stand in what is scrolled to. */
    private List<SeedTile> lookAround() {
        Bounds port = node.localToScene(node.getLayoutBounds());
        if (port == null || node.getScene() == null) {
            return visible;
        }
        return tiles.stream()
                .filter(tile -> port.intersects(tile.localToScene(tile.getLayoutBounds())))
                .limit(MOST_FIELDS)
                .toList();
    }

    @Override
    public RaceCommand.Watch watch(RaceSnapshot race, RaceCommand.Watch wanted) {
        Set<Entrant> fields = new LinkedHashSet<>(wanted.fields());
        visible.stream()
                .map(SeedTile::entrant)
                .filter(entrant -> entrant.lane() < race.contest().lanes().size()
                        && entrant.seed() < race.contest().seeds())
                .forEach(fields::add);
        return new RaceCommand.Watch(wanted.cells(), List.copyOf(fields), wanted.insight());
    }
}
