package weightroom.explain;

import java.util.HashMap;
import java.util.Map;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Shown;
import weightroom.engine.Layer;
import weightroom.engine.WrittenFunction;
import weightroom.explain.Quantity.Kind;

/** An activation's formulas over the names of one unit. */
final class ActivationForms {
    private static final String ALPHA = "\\alpha";

    private final Ground ground;
    private final Layer layer;
    private final Quantity z;
    private final Quantity response;
    private final Quantity learned;
    private final int s;
    private final WrittenFunction written;
    private final Map<String, String> names;

    ActivationForms(Ground ground, int s, int l, int u) {
        this.ground = ground;
        this.s = s;
        layer = ground.layer(l);
        z = Quantity.unit(Kind.SUM, l, u);
        response = ground.response(l, u);
        learned = new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE);
        written = layer.activation().written(ground.value(z, s));
        names = Map.of(
                "z",
                ground.latex(z),
                "a",
                ground.latex(response),
                ALPHA,
                layer.activation().learnsAlpha() ? ground.latex(learned) : ALPHA);
    }

    /** f(z). */
    String value() {
        return Arithmetic.parse(written.value()).renamed(names).latex();
    }

    /** f'(z). */
    String slope() {
        return Arithmetic.parse(written.slope()).renamed(names).latex();
    }

    /** For which z both hold, in LaTeX; empty where they hold for all. */
    String condition() {
        return Conditions.renamed(written.condition(), names);
    }

    Map<String, Shown> numbers() {
        Map<String, Shown> numbers = new HashMap<>();
        numbers.put(ground.latex(z), ground.card(z, s));
        numbers.put(ground.latex(response), ground.card(response, s));
        if (layer.activation().learnsAlpha()) {
            numbers.put(ground.latex(learned), ground.card(learned, s));
        } else if (!Double.isNaN(layer.alpha())) {
            numbers.put(ALPHA, Shown.exact(layer.alpha()));
        }
        return numbers;
    }
}
