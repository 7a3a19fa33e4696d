package weightroom.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import weightroom.plot.Gauge;
import weightroom.plot.Ink;
import weightroom.plot.LaneSample;
import weightroom.plot.LaneStyle;
import weightroom.plot.Numbers;
import weightroom.race.Entrant;
import weightroom.race.RaceCommand;
import weightroom.race.RaceSnapshot;
import weightroom.run.Insight;
import weightroom.run.LayerInsight;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Steady;

/** How large gradients and updates are, per layer and lane, side by side, under the chosen seed. */
final class GradientsPage implements CardPage {
    private static final int FRAMES_PER_SECOND = 10;
    private static final double NUMBER_WIDTH = 56;

    private final RaceModel model;
    private final GridPane grid = new GridPane();
    private final ScrollPane node = new ScrollPane(grid);
    private final HBox tools = new HBox();
    private final Label waiting = Controls.label(Messages.text("compare.ratio.waiting"), "secondary");
    private final Cadence cadence = new Cadence(FRAMES_PER_SECOND);
    private final List<List<Cell>> cells = new ArrayList<>();
    private Optional<Key> built = Optional.empty();

    /** What the grid is made for: the lanes in their order, and how many layers each has. */
    private record Key(Object contest, List<Integer> order, List<Integer> layers) {}

    /** The numbers of a layer. */
    private record Cell(Gauge gradient, Label gradientNumber, Gauge ratio, Label ratioNumber) {
        static Cell make() {
            return new Cell(
                    Gauge.decades(1e-5, 1, Ink.BACKWARD),
                    Controls.label(""),
                    Gauge.band(1e-5, 1e-1, 3e-4, 3e-3, 1e-3),
                    Controls.label(""));
        }

        void show(LayerInsight now) {
            gradient.setValue(now.gradient());
            ratio.setValue(now.updateRatio());
            set(gradientNumber, number(now.gradient()));
            set(ratioNumber, number(now.updateRatio()));
        }

        void clear() {
            gradient.setValue(Double.NaN);
            ratio.setValue(Double.NaN);
            set(gradientNumber, Numbers.NONE);
            set(ratioNumber, Numbers.NONE);
        }

        private static String number(double value) {
            return Numbers.significant(value, 2);
        }

        private static void set(Label label, String text) {
            if (!text.equals(label.getText())) {
                label.setText(text);
            }
        }
    }

    GradientsPage(RaceModel model) {
        this.model = model;
        grid.getStyleClass().add("gradient-grid");
        node.setId("gradients");
        node.getStyleClass().add("plain-scroll");
        Controls.drawDirectly(node);
        node.setMinHeight(0);
        Label help = Controls.label(Messages.text("compare.gradients"), "hint");
        Controls.explain(help, Messages.text("compare.gradients.help"));
        tools.getStyleClass().add("page-tools");
        waiting.setId("ratio-waiting");
        Controls.explain(waiting, Messages.text("compare.ratio.waiting.help"));
        await(false);
        tools.getChildren().addAll(waiting, help);
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
        Key key = new Key(
                race.contest(),
                table.order(),
                race.contest().lanes().stream()
                        .map(lane -> lane.experiment().network().layers().size())
                        .toList());
        boolean other = built.filter(before -> before.equals(key)).isEmpty();
        if (!cadence.due(nanos, other || !race.clock().playing())) {
            return;
        }
        if (other) {
            built = Optional.of(key);
            build(race, key);
        }
        int seed = model.look().get().seed();
        await(race.watched().insight().values().stream().anyMatch(GradientsPage::waits));
        for (int lane = 0; lane < cells.size(); lane++) {
            Optional<Insight> insight =
                    Optional.ofNullable(race.watched().insight().get(new Entrant(lane, seed)));
            for (int layer = 0; layer < cells.get(lane).size(); layer++) {
                Cell cell = cells.get(lane).get(layer);
                int at = layer;
                insight.filter(one -> at < one.layers().size())
                        .ifPresentOrElse(one -> cell.show(one.layers().get(at)), cell::clear);
            }
        }
    }

    /** Updates are looked at as they are made: where none was made since, there is none to show. */
    private static boolean waits(Insight insight) {
        return insight.layers().stream()
                .anyMatch(layer -> Double.isNaN(layer.updateRatio()) && Double.isFinite(layer.gradient()));
    }

    private void await(boolean wanted) {
        waiting.setVisible(wanted);
        waiting.setManaged(wanted);
    }

    private void build(RaceSnapshot race, Key key) {
        grid.getChildren().clear();
        cells.clear();
        key.layers().forEach(count -> cells.add(new ArrayList<>()));
        int most = key.layers().stream().mapToInt(count -> count).max().orElse(0);
        for (int layer = 0; layer < most; layer++) {
            grid.add(Controls.label(Messages.text("compare.layer", layer + 1), "strong"), 2 + 2 * layer, 0, 2, 1);
        }
        for (int place = 0; place < key.order().size(); place++) {
            int lane = key.order().get(place);
            int row = 1 + 2 * place;
            Label name = Controls.label(race.contest().lanes().get(lane).name(), "strong");
            name.setMinWidth(HBox.USE_PREF_SIZE);
            HBox head = new HBox(8, new LaneSample(LaneStyle.of(lane)), name);
            head.getStyleClass().add("row");
            grid.add(head, 0, row, 1, 2);
            grid.add(kind("gradient"), 1, row);
            grid.add(kind("ratio"), 1, row + 1);
            for (int layer = 0; layer < key.layers().get(lane); layer++) {
                Cell cell = Cell.make();
                cells.get(lane).add(cell);
                cell.gradient().setAccessibleText(Messages.text("compare.gradient.help"));
                cell.ratio().setAccessibleText(Messages.text("compare.ratio.help"));
                grid.add(cell.gradient(), 2 + 2 * layer, row);
                grid.add(new Steady(cell.gradientNumber(), NUMBER_WIDTH), 3 + 2 * layer, row);
                grid.add(cell.ratio(), 2 + 2 * layer, row + 1);
                grid.add(new Steady(cell.ratioNumber(), NUMBER_WIDTH), 3 + 2 * layer, row + 1);
            }
        }
    }

    private static Label kind(String key) {
        Label kind = Controls.label(Messages.text("compare." + key), "hint");
        kind.setMinWidth(HBox.USE_PREF_SIZE);
        Controls.explain(kind, Messages.text("compare." + key + ".help"));
        return kind;
    }

    @Override
    public RaceCommand.Watch watch(RaceSnapshot race, RaceCommand.Watch wanted) {
        int seed = model.look().get().seed();
        List<Entrant> looked = new ArrayList<>();
        for (int lane = 0; lane < race.contest().lanes().size(); lane++) {
            looked.add(new Entrant(lane, seed));
        }
        return new RaceCommand.Watch(wanted.cells(), wanted.fields(), looked);
    }
}
