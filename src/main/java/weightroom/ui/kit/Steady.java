package weightroom.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Room of a fixed width for a text that changes many times a second. A new text then lays out itself alone; otherwise every
 * parent up to the window would be laid out with it.
 */
public final class Steady extends Region {
    private final Label label;
    private final double width;

    /** @param width in pixels, with room for the longest text */
    public Steady(Label label, double width) {
        this.label = label;
        this.width = width;
        label.setManaged(false);
        getChildren().add(label);
    }

    @Override
    protected double computeMinWidth(double height) {
        return width;
    }

    @Override
    protected double computePrefWidth(double height) {
        return width;
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return label.prefHeight(-1);
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return label.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        label.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
