package weightroom.ui.diagram;

/** What stands at a place of the diagram, or is selected by keyboard. */
sealed interface Hit {
    /** The layer it belongs to; −1 for the inputs. */
    int layer();

    /** A unit's tile, or an input's. */
    record Tile(int layer, int index) implements Hit {}

    /** The dot of a unit's bias. */
    record Bias(int layer, int index) implements Hit {}

    /**
     * A link.
     *
     * @param layer the layer it leads into
     * @param index the unit it leads into
     * @param input the network's input, or the unit of the layer before, that it comes from
     */
    record Wire(int layer, int index, int input) implements Hit {}

    /** The word for the units of a summarized layer that have no tile. */
    record More(int layer) implements Hit {}

    /** The lower edge of a layer, by which it is resized. */
    record Edge(int layer) implements Hit {}
}
