package weightroom.ui.diagram;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import weightroom.engine.Activation;
import weightroom.engine.Term;
import weightroom.plot.CurveIcon;
import weightroom.ui.kit.Controls;

/** A word of the vocabulary with the curve of its activation, where it has one; only the curve where there is no room. */
final class CurveCell<T extends Term> extends ListCell<T> {
    private static final double REACH = 3;

    private final boolean bare;
    private final Function<T, Optional<Activation>> activation;

    CurveCell(boolean bare, Function<T, Optional<Activation>> activation) {
        this.bare = bare;
        this.activation = activation;
        setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(T term, boolean empty) {
        super.updateItem(term, empty);
        boolean nothing = empty || term == null;
        Optional<CurveIcon> icon =
                nothing ? Optional.empty() : activation.apply(term).map(CurveCell::curve);
        setText(nothing || bare && icon.isPresent() ? "" : term.label());
        setGraphic(icon.orElse(null));
        setTooltip(nothing ? null : new Tooltip(Controls.meaning(term)));
    }

    private static CurveIcon curve(Activation activation) {
        double alpha = Double.isNaN(activation.defaultAlpha()) ? 0 : activation.defaultAlpha();
        return new CurveIcon(z -> activation.value(z, alpha), -REACH, REACH);
    }
}
