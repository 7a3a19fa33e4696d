package weightroom.ui.prose;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Something in a column of text that is as wide as it would like to be, or else as the column, and then of another height. */
abstract class Fitted extends Region {
    /** How wide it is where there is room, in pixels. */
    abstract double naturalWidth();

    /** How high it is, in pixels, with so much room from left to right; infinite where there is no bound. */
    abstract double naturalHeight(double room);

    /** What insets leave of a width; infinite for a width that is not given. */
    final double room(double width) {
        return width < 0 ? Double.POSITIVE_INFINITY : width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    public final Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected final double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected final double computePrefWidth(double height) {
        return snappedLeftInset() + naturalWidth() + snappedRightInset();
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final double computePrefHeight(double width) {
        return snappedTopInset() + naturalHeight(room(width)) + snappedBottomInset();
    }
}
