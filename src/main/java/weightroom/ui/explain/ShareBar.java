package weightroom.ui.explain;

import javafx.scene.layout.Region;

/** How much one term is of all, as a bar from the middle: to the right where it adds, to the left where it takes away. */
final class ShareBar extends Region {
    private static final double WIDTH = 88;
    private static final double THICK = 6;

    private final Region track = new Region();
    private final Region bar = new Region();
    private double share;

    ShareBar() {
        getStyleClass().add("share-bar");
        track.getStyleClass().add("share-track");
        bar.getStyleClass().add("share-fill");
        getChildren().addAll(track, bar);
    }

    /** @param part from −1 to 1 */
    void show(double part) {
        share = Math.max(-1, Math.min(1, part));
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computeMinWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICK;
    }

    @Override
    protected void layoutChildren() {
        double half = getWidth() / 2;
        double y = snapPositionY((getHeight() - THICK) / 2);
        double length = share == 0 ? 0 : Math.max(1, Math.abs(share) * half);
        track.resizeRelocate(0, y, getWidth(), THICK);
        bar.resizeRelocate(share < 0 ? half - length : half, y, length, THICK);
    }
}
