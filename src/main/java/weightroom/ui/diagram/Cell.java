package weightroom.ui.diagram;

/**
 * Where one unit's tile stands.
 *
 * @param layer from 0, the output layer last; −1 for the inputs
 * @param index of the unit within its layer, from 0; of an input the place in the list of those on offer
 * @param x left edge in pixels
 * @param y upper edge in pixels
 * @param size side in pixels
 */
record Cell(int layer, int index, double x, double y, double size) {
    double right() {
        return x + size;
    }

    double bottom() {
        return y + size;
    }

    double middleX() {
        return x + size / 2;
    }

    double middleY() {
        return y + size / 2;
    }

    /** Radius of the bias dot, which stands on the tile's lower left corner. */
    double dot() {
        return Math.max(2, Math.min(4, size / 7));
    }

    boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }
}
