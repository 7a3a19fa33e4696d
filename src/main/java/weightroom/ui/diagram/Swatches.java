package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weightroom.data.Feature;
import weightroom.data.Plane;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Network;
import weightroom.run.Grid;
import weightroom.run.Slice;
import weightroom.run.Tiles;

/** What the tiles show: each unit's activation over the plane, and of inputs that are not in use what they would be. */
final class Swatches {
    private static final int CELLS = 24;

    private List<String> formulas = List.of();
    private @Nullable Plane plane;
    private @Nullable Slice slice;
    private List<Optional<float[]>> previews = List.of();

    /**
     * The pictures of all tiles that something is known of.
     *
     * @param tiles activations over the plane, of the network that is drawn
     */
    List<TileSheet.Swatch> of(DiagramMap map, Optional<Tiles> tiles, Network network, Optional<Plane> over, Slice cut) {
        List<TileSheet.Swatch> swatches = new ArrayList<>();
        over.ifPresent(drawn -> preview(map.inputs(), drawn, cut));
        for (Column column : map.layout().columns()) {
            for (Cell cell : column.cells()) {
                swatch(cell, map.inputs(), tiles, network).ifPresent(swatches::add);
            }
        }
        return swatches;
    }

    private Optional<TileSheet.Swatch> swatch(Cell cell, InputChoices inputs, Optional<Tiles> tiles, Network network) {
        boolean input = cell.layer() < 0;
        int index = input ? inputs.choices().get(cell.index()).index() : cell.index();
        if (tiles.isPresent() && index >= 0) {
            Tiles.LayerTiles layer = tiles.get().layers().get(cell.layer() + 1);
            if (index < layer.units()) {
                Activation activation = input
                        ? Activation.LINEAR
                        : network.layers().get(cell.layer()).activation();
                boolean share =
                        network.softmax() && cell.layer() == network.layers().size() - 1;
                double[] scale = scale(activation, share, layer.low()[index], layer.high()[index]);
                int columns = tiles.get().grid().columns();
                return Optional.of(new TileSheet.Swatch(cell, layer.values()[index], columns, scale[0], scale[1]));
            }
        }
        if (!input || cell.index() >= previews.size()) {
            return Optional.empty();
        }
        return previews.get(cell.index()).map(values -> {
            double[] scale = scale(values);
            return new TileSheet.Swatch(cell, values, CELLS, scale[0], scale[1]);
        });
    }

    /** The value in the middle colour, and how far from it the full colours are. */
    static double[] scale(Activation activation, boolean share, double low, double high) {
        Activation.Shape shape = activation.shape();
        if (share) {
            return new double[] {0, 1};
        }
        if (Double.isFinite(shape.low()) && Double.isFinite(shape.high())) {
            return new double[] {(shape.low() + shape.high()) / 2, (shape.high() - shape.low()) / 2};
        }
        boolean oneSided = activation == Activation.LINEAR && (low > 0 || high < 0);
        if (oneSided) {
            return new double[] {(low + high) / 2, high > low ? (high - low) / 2 : 1};
        }
        double reach = Math.max(Math.abs(low), Math.abs(high));
        return new double[] {0, reach > 0 ? reach : 1};
    }

    /** The scale of an input's own values. */
    private static double[] scale(float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Float.isFinite(value) ? Math.min(low, value) : low;
            high = Float.isFinite(value) ? Math.max(high, value) : high;
        }
        return low <= high ? scale(Activation.LINEAR, false, low, high) : new double[] {0, 1};
    }

    private void preview(InputChoices inputs, Plane drawn, Slice cut) {
        List<String> wanted =
                inputs.choices().stream().map(InputChoices.Choice::formula).toList();
        if (wanted.equals(formulas) && drawn.equals(plane) && cut.equals(slice)) {
            return;
        }
        formulas = wanted;
        plane = drawn;
        slice = cut;
        Grid grid = new Grid(CELLS, CELLS, drawn.low1(), drawn.high1(), drawn.low2(), drawn.high2());
        double[][] points = cut.points(grid, inputs.names().size());
        boolean few = wanted.size() <= Tiles.MOST_UNITS;
        previews = few
                ? wanted.stream()
                        .map(formula -> values(formula, inputs.names(), points))
                        .toList()
                : List.of();
    }

    /** Nothing for a formula that belongs to other data, which the run does not have yet. */
    private static Optional<float[]> values(String formula, List<String> names, double[][] points) {
        try {
            Feature feature = Feature.parse(formula, names);
            float[] values = new float[points.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) feature.value(points[i]);
            }
            return Optional.of(values);
        } catch (InvalidInput ofOtherData) {
            return Optional.empty();
        }
    }
}
