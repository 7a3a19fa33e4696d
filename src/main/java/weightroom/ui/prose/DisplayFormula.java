package weightroom.ui.prose;

import java.util.Optional;
import javafx.scene.Node;
import weightroom.formula.Formula;
import weightroom.plot.formula.FormulaView;

/** A formula on lines of its own; one that is too wide for its column is broken into lines, and drawn smaller if need be. */
public final class DisplayFormula extends Fitted {
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

    private FormulaView view(double room) {
        return shrink(whole, room) >= SMALLER ? whole : broken.orElse(whole);
    }

    private static double shrink(FormulaView view, double room) {
        return room <= 0 ? 1 : Math.min(1, room / view.naturalWidth());
    }

    @Override
    double naturalWidth() {
        return whole.naturalWidth();
    }

    @Override
    double naturalHeight(double room) {
        FormulaView view = view(room);
        return view.naturalHeight() * shrink(view, room);
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        FormulaView view = view(room);
        for (Node child : getChildren()) {
            child.setVisible(child == view);
        }
        view.setShrink(shrink(view, room));
        view.resizeRelocate(snappedLeftInset(), snappedTopInset(), view.prefWidth(-1), view.prefHeight(-1));
    }
}
