package weightroom.ui.diagram;

/** Where something of the diagram stands, for cards and editors beside it. */
final class Places {
    private Places() {}

    /** x and y of the middle of a tile, a dot, a link or a word; the upper left corner for what is not drawn. */
    static double[] of(DiagramMap map, Hit hit) {
        if (hit instanceof Hit.Wire wire) {
            return map.links().stream()
                    .filter(link ->
                            link.layer() == wire.layer() && link.unit() == wire.index() && link.input() == wire.input())
                    .findFirst()
                    .map(link -> new double[] {link.control(), link.y(link.control())})
                    .orElse(new double[2]);
        }
        if (hit instanceof Hit.Bias bias) {
            return map.layout()
                    .cell(bias.layer(), bias.index())
                    .map(cell -> new double[] {cell.x(), cell.bottom()})
                    .orElse(new double[2]);
        }
        if (hit instanceof Hit.Tile tile) {
            return map.layout()
                    .cell(tile.layer(), tile.index())
                    .map(cell -> new double[] {cell.right(), cell.y()})
                    .orElse(new double[2]);
        }
        Column column = map.layout().column(hit.layer());
        return new double[] {column.middle(), column.bottom()};
    }
}
