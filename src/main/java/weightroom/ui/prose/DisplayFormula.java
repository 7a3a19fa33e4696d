package weightroom.ui.prose;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import weightroom.formula.Formula;
import weightroom.plot.formula.FormulaView;

/** A formula on lines of its own; one that is too wide for its column is drawn smaller. */
final class DisplayFormula extends Region {
    private final FormulaView view;

    DisplayFormula(Formula formula) {
        view = FormulaView.display(formula);
        getStyleClass().add("prose-formula");
        getChildren().add(view);
    }

    FormulaView view() {
        return view;
    }

    private double shrink(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        return width < 0 || room <= 0 ? 1 : Math.min(1, room / view.naturalWidth());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + view.naturalWidth() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + view.naturalHeight() * shrink(width) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        view.setShrink(shrink(getWidth()));
        view.resizeRelocate(snappedLeftInset(), snappedTopInset(), view.prefWidth(-1), view.prefHeight(-1));
    }
}
