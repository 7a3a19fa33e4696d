package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import weightroom.data.Plane;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.run.Tiles;
import weightroom.ui.model.RunModel;

/**
 * What the diagram shows: the network as the user wants it, and its numbers as far as the run already has that network.
 * Knows no scene; the canvas and the row of heads look at it.
 */
final class DiagramModel {
    private final RunModel run;
    private final boolean fixed;
    private boolean saysNumbers;
    private final Set<Integer> opened = new TreeSet<>();
    private final Swatches swatches = new Swatches();
    private Optional<Shown> shown = Optional.empty();
    private double width = 1;
    private double height = 1;
    private LinkMode mode = LinkMode.WEIGHT;
    private Optional<Hit> hovered = Optional.empty();
    private OptionalInt lane = OptionalInt.empty();
    private Optional<Hit> selected = Optional.empty();
    private DiagramMap map;
    private Reading reading;
    private Marks marks;
    private boolean known;
    private double[] strengths;

    /** @param fixed whether only what is there is shown, and nothing that could be */
    DiagramModel(RunModel run, boolean fixed) {
        this.fixed = fixed;
        saysNumbers = fixed;
        this.run = run;
        map = lay();
        reading = Reading.of(run.snapshot().get());
        known = isKnown();
        marks = readMarks();
        strengths = strengths();
    }

    RunModel run() {
        return run;
    }

    DiagramMap map() {
        return map;
    }

    DiagramLayout layout() {
        return map.layout();
    }

    Reading reading() {
        return reading;
    }

    Marks marks() {
        return marks;
    }

    /** Whether the run has the network that is drawn; else it waits for a fresh start and has no numbers yet. */
    boolean known() {
        return known;
    }

    /** How strongly each link of the map is drawn, as a weight would be; NaN where nothing is known. */
    double[] strengthsOfLinks() {
        return strengths;
    }

    /** Whether weights and biases stand in the picture where there is room; at first only where its shape is fixed. */
    boolean saysNumbers() {
        return saysNumbers;
    }

    void setSaysNumbers(boolean wanted) {
        saysNumbers = wanted;
    }

    LinkMode mode() {
        return mode;
    }

    void setMode(LinkMode wanted) {
        mode = wanted;
        strengths = strengths();
    }

    List<LayerSpec> layers() {
        return run.experiment().get().network().layers();
    }

    Optional<Hit> hovered() {
        return hovered;
    }

    /**
     * The mouse is over something, or over nothing; a unit is shown large in the boundary plot.
     *
     * @param x of the mouse; NaN where it has left
     */
    void hover(Optional<Hit> hit, double x) {
        hovered = hit;
        lane = OptionalInt.empty();
        for (Column column : layout().columns()) {
            if (Math.abs(column.middle() - x) < layout().way() / 3) {
                lane = OptionalInt.of(column.layer());
            }
        }
        run.point(hit.flatMap(this::unit));
    }

    /** The layer in whose lane the mouse is. */
    OptionalInt lane() {
        return lane;
    }

    Optional<Hit> selected() {
        return selected;
    }

    void select(Optional<Hit> hit) {
        selected = hit;
        run.point(hit.flatMap(this::unit));
    }

    private Optional<RunModel.Unit> unit(Hit hit) {
        if (!known || !(hit instanceof Hit.Tile tile)) {
            return Optional.empty();
        }
        int index = tile.layer() < 0 ? map.inputs().choices().get(tile.index()).index() : tile.index();
        return index < 0 ? Optional.empty() : Optional.of(new RunModel.Unit(tile.layer(), index));
    }

    /** What stands at a place of the drawing. */
    Optional<Hit> at(double x, double y) {
        return map.at(x, y, strengths);
    }

    boolean isOpened(int layer) {
        return opened.contains(layer);
    }

    /** Gives every unit of a large layer its tile, or only some again. */
    void setOpened(int layer, boolean wanted) {
        if (wanted ? opened.add(layer) : opened.remove(layer)) {
            relay();
        }
    }

    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        relay();
    }

    /** Follows the experiment: layers or inputs have changed. */
    void relay() {
        map = lay();
        hovered = Optional.empty();
        selected = selected.filter(this::exists);
        read(run.snapshot().get());
    }

    /** Follows the run: its numbers have changed. */
    void read(Snapshot now) {
        reading = Reading.of(now);
        known = isKnown();
        marks = readMarks();
        strengths = strengths();
    }

    /** What the pictures of the tiles depend on; the same object as long as none of it changes. */
    private record Shown(DiagramMap map, Optional<Tiles> tiles, Optional<Plane> plane, Slice slice) {
        @SuppressWarnings("ReferenceEquality") // Large, never changed, and another object whenever anything is new.
        boolean same(Shown other) {
            return map == other.map
                    && tiles.orElse(null) == other.tiles.orElse(null)
                    && plane.equals(other.plane)
                    && slice.equals(other.slice);
        }
    }

    /** The pictures of the tiles, if they are others than those asked for last. */
    Optional<List<TileSheet.Swatch>> newSwatches() {
        Shown now = new Shown(
                map,
                run.snapshot().get().tiles().filter(seen -> known && fits(seen)),
                run.plane().get(),
                run.slice().get());
        if (shown.filter(now::same).isPresent()) {
            return Optional.empty();
        }
        shown = Optional.of(now);
        return Optional.of(swatches.of(map, now.tiles(), reading.network(), now.plane(), now.slice()));
    }

    /** Has the tiles painted anew: their colours have changed. */
    void forgetSwatches() {
        shown = Optional.empty();
    }

    private boolean fits(Tiles tiles) {
        List<Integer> units = new ArrayList<>(List.of(reading.network().inputs()));
        reading.network().layers().forEach(layer -> units.add(layer.units()));
        List<Integer> seen =
                tiles.layers().stream().map(Tiles.LayerTiles::units).toList();
        return seen.equals(
                units.stream().map(count -> Math.min(count, Tiles.MOST_UNITS)).toList());
    }

    private boolean exists(Hit hit) {
        if (hit instanceof Hit.More more) {
            return more.layer() <= layout().outputLayer()
                    && layout().column(more.layer()).more().isPresent();
        }
        int index = hit instanceof Hit.Tile tile
                ? tile.index()
                : hit instanceof Hit.Bias bias ? bias.index() : hit instanceof Hit.Wire wire ? wire.index() : 0;
        boolean to = layout().cell(hit.layer(), index).isPresent();
        boolean from = !(hit instanceof Hit.Wire wire)
                || map.links().stream()
                        .anyMatch(link -> link.layer() == wire.layer()
                                && link.unit() == wire.index()
                                && link.input() == wire.input());
        return to && from;
    }

    private DiagramMap lay() {
        Experiment wanted = run.experiment().get();
        List<String> names = run.snapshot().get().setup().rows().dataset().inputNames();
        InputChoices offered = InputChoices.of(wanted.data().features(), names);
        InputChoices inputs = fixed ? offered.inUse() : offered;
        List<Integer> units =
                wanted.network().layers().stream().map(LayerSpec::units).toList();
        DiagramLayout layout = DiagramLayout.of(width, height, inputs.choices().size(), units, opened);
        return DiagramMap.of(layout, inputs);
    }

    private boolean isKnown() {
        Experiment wanted = run.experiment().get();
        Experiment running = run.snapshot().get().setup().experiment();
        List<Integer> units =
                wanted.network().layers().stream().map(LayerSpec::units).toList();
        return wanted.data().features().equals(running.data().features())
                && reading.fits(map.inputs().usedCount(), units);
    }

    private Marks readMarks() {
        return known
                ? Marks.of(
                        run.experiment().get().network(),
                        reading,
                        DroppedUnits.of(run.snapshot().get()))
                : Marks.NONE;
    }

    private double[] strengths() {
        if (known) {
            return reading.strengths(mode, map.links());
        }
        double[] unknown = new double[map.links().size()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }
}
