package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is where: the tiles of a layout, and the links between those that are in use.
 *
 * @param links layer by layer
 */
record DiagramMap(DiagramLayout layout, InputChoices inputs, List<LinkCurve> links) {
    /** A link answers to the mouse this far from its middle, at least, in pixels. */
    private static final double REACH = 4;

    private static final double DOT_REACH = 3;
    /** From the lowest tile to the middle of the handle. */
    static final double EDGE_BELOW = 17;

    static final double EDGE_WIDTH = 24;
    private static final double EDGE_REACH = 6;

    DiagramMap {
        links = List.copyOf(links);
    }

    static DiagramMap of(DiagramLayout layout, InputChoices inputs) {
        List<LinkCurve> links = new ArrayList<>();
        for (int l = 0; l <= layout.outputLayer(); l++) {
            for (Cell to : layout.column(l).cells()) {
                for (Cell from : layout.column(l - 1).cells()) {
                    int input = l == 0 ? inputs.choices().get(from.index()).index() : from.index();
                    if (input >= 0) {
                        links.add(new LinkCurve(
                                l, to.index(), input, from.right(), from.middleY(), to.x(), to.middleY()));
                    }
                }
            }
        }
        return new DiagramMap(layout, inputs, links);
    }

    /**
     * What stands at a place, what is on top first.
     *
     * @param strength of each link, in the order of {@link #links()}: of several the strongest is meant. NaN for links that
     *     are not drawn
     */
    Optional<Hit> at(double x, double y, double[] strength) {
        for (Column column : layout.columns()) {
            Optional<Hit> hit = inColumn(column, x, y);
            if (hit.isPresent()) {
                return hit;
            }
        }
        int best = -1;
        for (int i = 0; i < links.size(); i++) {
            double reach = Math.max(REACH, LinkCurve.width(strength[i]) / 2 + 1);
            boolean meant = !Double.isNaN(strength[i]) && links.get(i).distance(x, y) <= reach;
            if (meant && (best < 0 || Math.abs(strength[i]) > Math.abs(strength[best]))) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        LinkCurve link = links.get(best);
        return Optional.of(new Hit.Wire(link.layer(), link.unit(), link.input()));
    }

    private Optional<Hit> inColumn(Column column, double x, double y) {
        int layer = column.layer();
        for (Cell cell : column.cells()) {
            double toDot = Math.hypot(x - cell.x(), y - cell.bottom());
            if (layer >= 0 && toDot <= cell.dot() + Math.min(DOT_REACH, cell.size() / 8)) {
                return Optional.of(new Hit.Bias(layer, cell.index()));
            }
        }
        for (Cell cell : column.cells()) {
            if (cell.contains(x, y)) {
                return Optional.of(new Hit.Tile(layer, cell.index()));
            }
        }
        if (column.more().filter(box -> box.contains(x, y)).isPresent()) {
            return Optional.of(new Hit.More(layer));
        }
        boolean resizable = layer >= 0 && layer < layout.outputLayer();
        boolean edge = Math.abs(x - column.middle()) <= EDGE_WIDTH / 2 + 2
                && Math.abs(y - column.bottom() - EDGE_BELOW) <= EDGE_REACH;
        return resizable && edge ? Optional.of(new Hit.Edge(layer)) : Optional.empty();
    }
}
