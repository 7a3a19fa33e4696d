package weightroom.ui.diagram;

import java.util.List;
import java.util.Optional;

/**
 * The tiles of one layer.
 *
 * @param layer from 0, the output layer last; −1 for the inputs
 * @param count units that the layer has, those without a tile too
 * @param middle x of the column's centre line
 * @param pitch distance of rows in pixels
 * @param cells the tiles, from top to bottom; in several columns where a large layer is opened
 * @param more where the rest of a summarized layer is named; empty where every unit has its tile
 */
record Column(int layer, int count, double middle, double pitch, List<Cell> cells, Optional<Box> more) {
    Column {
        cells = List.copyOf(cells);
    }

    /** A rectangle in pixels. */
    record Box(double x, double y, double width, double height) {
        boolean contains(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    double top() {
        return cells.get(0).y();
    }

    /** Below the last tile and what names the rest. */
    double bottom() {
        double lowest = more.map(box -> box.y() + box.height()).orElse(0.0);
        for (Cell cell : cells) {
            lowest = Math.max(lowest, cell.bottom());
        }
        return lowest;
    }

    /** Units that have no tile. */
    int hidden() {
        return count - cells.size();
    }

    /** The tile of a unit, if it has one. */
    Optional<Cell> cell(int index) {
        return cells.stream().filter(cell -> cell.index() == index).findFirst();
    }
}
