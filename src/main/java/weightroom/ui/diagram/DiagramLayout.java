package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where everything of the network stands: pure geometry, in pixels from the upper left corner of the drawing. Columns are
 * spread evenly between the inputs on the left and the outputs on the right; tiles shrink with the rows they share the
 * height with. A layer of more than {@value #MOST_TILES} units is summarized, unless it is opened.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param columns the inputs first, the output layer last
 * @param legendInRow whether the legend takes a row below all columns: narrow columns leave it no room below the outputs
 */
record DiagramLayout(double width, double height, List<Column> columns, boolean legendInRow) {
    /** Layers with more units are summarized. */
    static final int MOST_TILES = 16;
    /** Tiles of a summarized layer. */
    static final int SUMMARY_TILES = 8;

    static final double INPUT_TILE = 40;
    static final double HIDDEN_TILE = 44;
    static final double OUTPUT_TILE = 64;
    static final double PITCH = 64;
    /** Of layers of few units, which have the room. */
    static final double WIDE_PITCH = 72;

    static final int FEW_UNITS = 4;
    /** Height of what names the rest of a summarized layer. */
    static final double MORE_HEIGHT = 20;

    private static final double MORE_WIDTH = 60;
    private static final double OUTPUT_PITCH = 96;
    private static final double INPUTS_AT = 96;
    private static final double OUTPUTS_FROM_RIGHT = 68;
    /** Share of a row that its tile fills: 44 of 64 pixels. */
    private static final double FILL = 44.0 / 64;
    /** Share of the way to the next column that a tile may take: the rest belongs to the links. */
    private static final double SHARE = 0.62;

    private static final double ABOVE = 10;
    /** Below the tiles stands the handle that resizes the layer. */
    private static final double BELOW = 24;

    /** Below the outputs stands the legend. */
    private static final double LEGEND = 64;

    static final double LEGEND_WIDTH = 128;
    static final double LEGEND_MARGIN = 16;
    private static final double LEGEND_ROW = 16;

    private static final double SMALLEST = 3;

    DiagramLayout {
        columns = List.copyOf(columns);
    }

    /**
     * Lays out a network.
     *
     * @param inputs how many inputs are on offer, in use or not, at least 1
     * @param layers units of each layer, the output layer last
     * @param opened layers, −1 for the inputs, whose every unit gets a tile
     */
    static DiagramLayout of(double width, double height, int inputs, List<Integer> layers, Set<Integer> opened) {
        double first = inputsAt(width);
        double last = Math.max(first + 1, width - OUTPUTS_FROM_RIGHT);
        double way = (last - first) / layers.size();
        double reach = Math.max(MORE_WIDTH / 2, way * SHARE / 2) + LEGEND_MARGIN / 2;
        boolean inRow = last - way + reach > width - LEGEND_MARGIN - LEGEND_WIDTH;
        List<Column> columns = new ArrayList<>();
        for (int l = -1; l < layers.size(); l++) {
            int count = l < 0 ? inputs : layers.get(l);
            boolean output = l == layers.size() - 1;
            double tile = l < 0 ? INPUT_TILE : output ? OUTPUT_TILE : HIDDEN_TILE;
            double pitch = output ? OUTPUT_PITCH : count <= FEW_UNITS ? WIDE_PITCH : PITCH;
            double below = inRow ? BELOW + LEGEND_ROW : output ? LEGEND : BELOW;
            Frame frame = new Frame(l, first + (l + 1) * way, way, height, below, tile, pitch);
            boolean summary = count > MOST_TILES && !opened.contains(l);
            columns.add(summary ? frame.summary(count) : count > MOST_TILES ? frame.grid(count) : frame.single(count));
        }
        return new DiagramLayout(width, height, columns, inRow);
    }

    private static double inputsAt(double width) {
        return Math.min(INPUTS_AT, Math.max(64, width * 0.13));
    }

    /** The column of a layer; −1 for the inputs. */
    Column column(int layer) {
        return columns.get(layer + 1);
    }

    int outputLayer() {
        return columns.size() - 2;
    }

    /** Distance from one column's centre to the next. */
    double way() {
        return columns.get(1).middle() - columns.get(0).middle();
    }

    /** The tile of a unit, if it has one. */
    Optional<Cell> cell(int layer, int index) {
        boolean exists = layer >= -1 && layer <= outputLayer();
        return exists ? column(layer).cell(index) : Optional.empty();
    }

    /** The room of one column, and the sizes its tiles have where there is enough of it. */
    private record Frame(int layer, double middle, double way, double height, double below, double tile, double pitch) {
        private double room() {
            return Math.max(SMALLEST, height - ABOVE - below);
        }

        /** Where rows of this height in all begin: in the middle like those of every column, higher where they would not end in time. */
        private double start(double rows) {
            double centred = ABOVE + (height - ABOVE - BELOW - rows) / 2;
            return Math.max(ABOVE, Math.min(centred, height - below - rows));
        }

        Column single(int count) {
            double step = Math.min(pitch, room() / count);
            double size = size(step);
            double top = start(step * count) + (step - size) / 2;
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                cells.add(new Cell(layer, i, left(size), Math.round(top + i * step), size));
            }
            return new Column(layer, count, middle, step, cells, Optional.empty());
        }

        /** Some tiles, evenly chosen, and a word for the rest. */
        Column summary(int count) {
            double step = Math.min(pitch, (room() - MORE_HEIGHT - 4) / SUMMARY_TILES);
            double size = size(step);
            double top = start(MORE_HEIGHT + 4 + step * SUMMARY_TILES) + (step - size) / 2;
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < SUMMARY_TILES; i++) {
                int index = (int) Math.round(i * (count - 1.0) / (SUMMARY_TILES - 1));
                cells.add(new Cell(layer, index, left(size), Math.round(top + i * step), size));
            }
            double below = cells.get(SUMMARY_TILES - 1).bottom() + Math.max(4, (step - size) / 2);
            double wide = Math.min(MORE_WIDTH, Math.max(24, way - 8));
            Column.Box more = new Column.Box(middle - wide / 2, below, wide, MORE_HEIGHT);
            return new Column(layer, count, middle, step, cells, Optional.of(more));
        }

        /** Every unit of a large layer, in as many columns side by side as make the tiles largest. */
        Column grid(int count) {
            int best = 1;
            double step = 0;
            for (int across = 1; across <= count; across++) {
                int rows = (count + across - 1) / across;
                double fits = Math.min(room() / rows, way * SHARE / across);
                if (fits > step) {
                    step = fits;
                    best = across;
                }
            }
            step = Math.min(step, pitch);
            int rows = (count + best - 1) / best;
            double size = Math.max(SMALLEST - 1, Math.floor(step * (step < 16 ? 0.85 : FILL + 0.08)));
            double top = start(step * rows) + (step - size) / 2;
            double start = middle - step * best / 2 + (step - size) / 2;
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                cells.add(new Cell(layer, i, start + Math.floorDiv(i, rows) * step, top + i % rows * step, size));
            }
            return new Column(layer, count, middle, step, cells, Optional.empty());
        }

        private double size(double step) {
            double share = pitch > PITCH ? tile / pitch : FILL;
            double largest = Math.min(tile, Math.min(way * SHARE, Math.max(step * share, Math.min(step - 4, 12))));
            return Math.max(SMALLEST, Math.floor(largest));
        }

        private double left(double size) {
            return Math.round(middle - size / 2);
        }
    }
}
