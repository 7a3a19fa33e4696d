package weightroom.ui.prose;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import weightroom.formula.Formula;
import weightroom.plot.formula.FormulaView;

/** A formula on lines of its own; one that is too wide for its column is broken into lines, and drawn smaller if need be. */
public final class DisplayFormula extends Region {
    /** It is drawn so much smaller rather than broken. */
    private static final double SMALLER = 0.9;

    private final FormulaView whole;
    private final Optional<FormulaView> broken;

    public DisplayFormula(Formula formula) {
        whole = FormulaView.display(formula);
        broken = FormulaView.broken(formula);
        getStyleClass().add("prose-formula");
        getChildren().add(whole);
        broken.ifPresent(getChildren()::add);
    }

    private FormulaView view(double width) {
        return shrink(whole, width) >= SMALLER ? whole : broken.orElse(whole);
    }

    private double shrink(FormulaView view, double width) {
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
        return snappedLeftInset() + whole.naturalWidth() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        FormulaView view = view(width);
        return snappedTopInset() + view.naturalHeight() * shrink(view, width) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        FormulaView view = view(getWidth());
        for (Node child : getChildren()) {
            child.setVisible(child == view);
        }
        view.setShrink(shrink(view, getWidth()));
        view.resizeRelocate(snappedLeftInset(), snappedTopInset(), view.prefWidth(-1), view.prefHeight(-1));
    }
}
