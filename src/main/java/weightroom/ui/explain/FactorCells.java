package weightroom.ui.explain;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import weightroom.ui.kit.Controls;

/**
 * A row of four cells that stand below those of other rows: symbol, formula, numbers, value. Where the formula or its
 * numbers are too long for their cells, the numbers stand below the formula.
 */
final class FactorCells extends Region {
    private static final double SYMBOL = 0.16;
    private static final double FORMULA = 0.27;
    private static final double VALUE = 76;
    private static final double GAP = 8;
    private static final double BETWEEN = 4;

    private final FormulaSlot symbol;
    private final FormulaSlot formula;
    private final FormulaSlot numbers;
    private final Label value = Controls.label("", "factor-value");

    FactorCells(FormulaPool pool) {
        symbol = new FormulaSlot(pool, HPos.CENTER, "factor-symbol");
        formula = new FormulaSlot(pool, HPos.LEFT, "factor-formula");
        numbers = new FormulaSlot(pool, HPos.LEFT, "factor-numbers");
        value.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("factor-cells");
        getChildren().addAll(symbol, formula, numbers, value);
    }

    void show(String symbolLatex, String formulaLatex, String numbersLatex, String number) {
        symbol.setLatex(symbolLatex);
        formula.setLatex(formulaLatex);
        numbers.setLatex(numbersLatex);
        value.setText(number);
    }

    String spoken() {
        return symbol.spoken() + ": " + formula.spoken();
    }

    void clear() {
        show("", "", "", "");
    }

    private double valueWidth() {
        return Math.max(VALUE, Math.ceil(value.prefWidth(-1)));
    }

    /** The cells in the middle, when the row is so wide. */
    private record Middle(double left, double width, double formula, boolean stacked) {}

    private Middle middle(double width) {
        double inside = width - snappedLeftInset() - snappedRightInset();
        double left = Math.floor(inside * SYMBOL) + GAP;
        double room = Math.max(1, inside - left - valueWidth() - GAP);
        double part = Math.floor(inside * FORMULA);
        boolean none = numbers.prefWidth(-1) <= 0;
        boolean fits = formula.prefWidth(-1) <= part && numbers.prefWidth(-1) <= room - part - GAP;
        return new Middle(left, room, none ? room : part, !none && !fits);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computePrefHeight(double wanted) {
        double width = wanted < 0 ? prefWidth(-1) : wanted;
        Middle middle = middle(width);
        double tall = middle.stacked
                ? formula.prefHeight(middle.width) + BETWEEN + numbers.prefHeight(middle.width)
                : Math.max(formula.prefHeight(middle.formula), numbers.prefHeight(middle.width - middle.formula - GAP));
        double sides = Math.max(symbol.prefHeight(middle.left - GAP), value.prefHeight(-1));
        return snapSizeY(snappedTopInset() + Math.max(tall, sides) + snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = getWidth() - x - snappedRightInset();
        double height = getHeight() - y - snappedBottomInset();
        Middle middle = middle(getWidth());
        put(symbol, x, y, middle.left - GAP, height);
        double from = x + middle.left;
        if (middle.stacked) {
            double first = formula.prefHeight(middle.width);
            double second = numbers.prefHeight(middle.width);
            double top = y + Math.max(0, (height - first - BETWEEN - second) / 2);
            formula.resizeRelocate(from, snapPositionY(top), middle.width, first);
            numbers.resizeRelocate(from, snapPositionY(top + first + BETWEEN), middle.width, second);
        } else {
            put(formula, from, y, middle.formula, height);
            put(numbers, from + middle.formula + GAP, y, Math.max(1, middle.width - middle.formula - GAP), height);
        }
        double number = value.prefWidth(-1);
        put(value, x + width - number, y, number, height);
    }

    /** In the middle of the row's height. */
    private void put(Node node, double x, double y, double width, double height) {
        double own = node.prefHeight(width);
        node.resizeRelocate(snapPositionX(x), snapPositionY(y + (height - own) / 2), width, own);
    }
}
