package weightroom.ui.explain;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import weightroom.plot.formula.FormulaView;

/**
 * A place where one formula stands, and then another. One that is too wide is drawn a little smaller, or on several lines,
 * or in the end as small as it has to be.
 */
final class FormulaSlot extends Region {
    /** It is drawn so much smaller rather than broken. */
    private static final double SMALLER = 0.85;

    private final FormulaPool pool;
    private final double across;
    private FormulaPool.@Nullable Setting setting;

    /** @param across where it stands if there is room to spare: 0 left, 1 right */
    FormulaSlot(FormulaPool pool, HPos across, String... styles) {
        this.pool = pool;
        this.across = across == HPos.LEFT ? 0 : across == HPos.RIGHT ? 1 : 0.5;
        getStyleClass().add("formula-slot");
        getStyleClass().addAll(styles);
    }

    /** Shows a formula in LaTeX; nothing for an empty text. */
    void setLatex(String latex) {
        FormulaPool.Setting before = setting;
        if (before == null ? latex.isEmpty() : before.latex().equals(latex)) {
            return;
        }
        getChildren().clear();
        if (before != null) {
            setting = null;
            pool.give(before);
        }
        if (!latex.isEmpty()) {
            FormulaPool.Setting next = pool.take(latex);
            setting = next;
            getChildren().add(next.whole());
        }
        requestLayout();
    }

    /** Gives its formula back before it goes away itself. */
    void clear() {
        setLatex("");
    }

    /** In words. */
    String spoken() {
        FormulaPool.Setting shown = setting;
        return shown == null ? "" : shown.whole().formula().spoken();
    }

    private Optional<FormulaView> view(double room) {
        FormulaPool.Setting shown = setting;
        if (shown == null) {
            return Optional.empty();
        }
        FormulaView whole = shown.whole();
        boolean fits = shrink(whole, room) >= SMALLER;
        FormulaView view = fits ? whole : shown.broken();
        if (view != whole && view.getParent() != this) {
            // Its width is known only where style sheets say how large its letters are.
            getChildren().add(view);
            view.applyCss();
        }
        return Optional.of(view);
    }

    private static double shrink(FormulaView view, double room) {
        return room <= 0 ? 1 : Math.min(1, room / view.naturalWidth());
    }

    private double room(double width) {
        return width < 0 ? Double.POSITIVE_INFINITY : width - snappedLeftInset() - snappedRightInset();
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
        double natural =
                view(Double.POSITIVE_INFINITY).map(FormulaView::naturalWidth).orElse(0.0);
        return snapSizeX(snappedLeftInset() + natural + snappedRightInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = room(width);
        double natural = view(room)
                .map(view -> view.naturalHeight() * shrink(view, room))
                .orElse(0.0);
        return snapSizeY(snappedTopInset() + natural + snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        view(room).ifPresent(view -> {
            for (Node child : getChildren()) {
                child.setVisible(child == view);
            }
            view.setShrink(shrink(view, room));
            double width = view.prefWidth(-1);
            double height = view.prefHeight(-1);
            double left = snappedLeftInset() + Math.max(0, across * (room - width));
            double free = getHeight() - snappedTopInset() - snappedBottomInset() - height;
            view.resizeRelocate(left, snappedTopInset() + Math.max(0, free / 2), width, height);
        });
    }
}
