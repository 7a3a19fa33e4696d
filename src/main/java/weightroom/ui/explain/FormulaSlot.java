package weightroom.ui.explain;

import java.util.List;
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

    /** How it is shown in so much room: whole, on lines, or in pieces; the first that is not too small. */
    private List<FormulaView> views(double room) {
        FormulaPool.Setting shown = setting;
        if (shown == null) {
            return List.of();
        }
        if (shrink(shown.whole(), room) >= SMALLER) {
            return List.of(shown.whole());
        }
        List<FormulaView> lines = here(List.of(shown.broken()));
        return shrink(lines.get(0), room) >= SMALLER ? lines : here(shown.pieces());
    }

    /** Their widths are known only where style sheets say how large their letters are. */
    private List<FormulaView> here(List<FormulaView> views) {
        for (FormulaView view : views) {
            if (view.getParent() != this) {
                getChildren().add(view);
                view.applyCss();
            }
        }
        return views;
    }

    /** Where pieces stand: each in the line with as many before it as there is room for. */
    private double place(List<FormulaView> views, double room, double left, double top, boolean move) {
        double y = top;
        int next = 0;
        while (next < views.size()) {
            int end = next;
            double width = 0;
            double above = 0;
            double below = 0;
            while (end < views.size() && (end == next || width + views.get(end).naturalWidth() <= room)) {
                FormulaView view = views.get(end++);
                view.setShrink(shrink(view, room));
                width += view.prefWidth(-1);
                above = Math.max(above, view.getBaselineOffset());
                below = Math.max(below, view.prefHeight(-1) - view.getBaselineOffset());
            }
            if (move) {
                double x = left + Math.max(0, across * (room - width));
                for (FormulaView view : views.subList(next, end)) {
                    view.resizeRelocate(
                            x, y + above - view.getBaselineOffset(), view.prefWidth(-1), view.prefHeight(-1));
                    x += view.getWidth();
                }
            }
            y += above + below;
            next = end;
        }
        return y - top;
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
        FormulaPool.Setting shown = setting;
        double natural = shown == null ? 0 : shown.whole().naturalWidth();
        return snapSizeX(snappedLeftInset() + natural + snappedRightInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = room(width);
        return snapSizeY(snappedTopInset() + place(views(room), room, 0, 0, false) + snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        List<FormulaView> shown = views(room);
        for (Node child : getChildren()) {
            child.setVisible(shown.contains(child));
        }
        double free = getHeight() - computePrefHeight(getWidth());
        place(shown, room, snappedLeftInset(), snappedTopInset() + Math.max(0, free / 2), true);
    }
}
