package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.arithmetic.Shown;
import weightroom.engine.Layer;
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Quantity.Kind;

/** The factors of chain rules in one row. */
final class Pieces {
    private final Ground ground;
    private final int s;
    private final Map<Quantity, Piece> slopes = new HashMap<>();

    /** @param s the row */
    Pieces(Ground ground, int s) {
        this.ground = ground;
        this.s = s;
    }

    /** From the loss to z of an output: ∂L/∂a · ∂a/∂z, or ∂L/∂z where both belong together. */
    List<Piece> output(int k) {
        int last = ground.last();
        if (ground.perceptron()) {
            return List.of(error(k));
        }
        if (ground.joined()) {
            Quantity slope = Quantity.unit(Kind.D_SUM, last, k);
            LossForms.Form form = new LossForms(ground, s).bySum(k);
            Piece piece =
                    new Piece(latex(slope), form.formula(), form.numbers(), value(slope), lead(slope), together());
            return List.of(piece);
        }
        Quantity slope = Quantity.unit(Kind.D_ACTIVATION, last, k);
        LossForms.Form form = new LossForms(ground, s).byActivation(k);
        Piece first = new Piece(latex(slope), form.formula(), form.numbers(), value(slope), lead(slope), "");
        return List.of(first, slope(last, k));
    }

    private String together() {
        boolean softmax = ground.network().softmax();
        return Text.of(softmax ? "remark.softmax" : "remark.sigmoid");
    }

    /** p − y of the perceptron rule. */
    private Piece error(int k) {
        Quantity a = Quantity.unit(Kind.ACTIVATION, ground.last(), k);
        Quantity y = Quantity.unit(Kind.TARGET, Quantity.NONE, k);
        String formula = latex(a) + " - " + latex(y);
        Map<String, Shown> numbers = Map.of(latex(a), card(a), latex(y), card(y));
        double value = value(Quantity.unit(Kind.D_SUM, ground.last(), k));
        return new Piece("(" + formula + ")", formula, numbers, value, lead(a), Text.of("remark.error"));
    }

    /** From a of a hidden unit to what batch norm, or the weighted sum, gives it: ∂a/∂f · ∂f/∂z, or ∂a/∂z. */
    List<Piece> unit(int l, int u) {
        List<Piece> pieces = new ArrayList<>();
        if (ground.drops(l)) {
            pieces.add(mask(l, u));
        }
        pieces.add(slope(l, u));
        return pieces;
    }

    Piece mask(int l, int u) {
        Quantity mask = Quantity.unit(Kind.MASK, l, u);
        String symbol =
                Symbols.slope(latex(Quantity.unit(Kind.ACTIVATION, l, u)), latex(Quantity.unit(Kind.RESPONSE, l, u)));
        String remark = Text.of(value(mask) == 0 ? "remark.dropped" : "remark.kept");
        return Piece.plain(symbol, latex(mask), value(mask), lead(mask)).withRemark(remark);
    }

    /** The slope of the activation. */
    Piece slope(int l, int u) {
        return slopes.computeIfAbsent(Quantity.unit(Kind.SUM, l, u), this::activationSlope);
    }

    private Piece activationSlope(Quantity z) {
        int l = z.layer();
        int u = z.unit();
        Quantity response = ground.response(l, u);
        ActivationForms forms = new ActivationForms(ground, s, l, u);
        return new Piece(
                Symbols.slope(latex(response), latex(z)),
                forms.slope(),
                forms.numbers(),
                slopeValue(l, u),
                lead(response),
                "");
    }

    /** f'(z). */
    double slopeValue(int l, int u) {
        Layer layer = ground.layer(l);
        DenseLayer numbers = ground.pass().layer(l);
        int at = s * numbers.units() + u;
        double alpha = layer.activation().learnsAlpha()
                ? value(new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE))
                : layer.alpha();
        return layer.activation().slope(numbers.preActivations()[at], numbers.responses()[at], alpha);
    }

    /** γ/√(var + ε). */
    double normValue(int l, int u) {
        return value(Quantity.unit(Kind.GAMMA, l, u))
                / Math.sqrt(ground.pass().layer(l).variance()[u] + DenseLayer.EPSILON);
    }

    /** ∂a/∂α = min(z, 0). */
    Piece byAlpha(int l, int u) {
        Quantity z = Quantity.unit(Kind.SUM, l, u);
        Quantity alpha = new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE);
        String symbol = Symbols.slope(latex(ground.response(l, u)), latex(alpha));
        double value = Math.min(value(z), 0);
        String formula = value < 0 ? latex(z) : "0";
        return Piece.plain(symbol, formula, value, lead(z))
                .withRemark(Text.of(value < 0 ? "remark.below" : "remark.above"));
    }

    /** ∂z/∂v of batch norm with constant statistics. */
    Piece norm(int l, int u) {
        Quantity z = Quantity.unit(Kind.SUM, l, u);
        Quantity v = Quantity.unit(Kind.LINEAR, l, u);
        Map<String, Shown> numbers = new HashMap<>();
        String formula = scale(l, u, numbers);
        double value = normValue(l, u);
        return new Piece(
                Symbols.slope(latex(z), latex(v)), formula, numbers, value, lead(z), Text.of("remark.running"));
    }

    /** γ/√(σ² + ε), whose numbers are added. */
    String scale(int l, int u, Map<String, Shown> numbers) {
        Quantity gamma = Quantity.unit(Kind.GAMMA, l, u);
        numbers.put(latex(gamma), card(gamma));
        return "\\frac{" + latex(gamma) + "}{" + spread(l, u, numbers) + "}";
    }

    /** √(σ² + ε), whose numbers are added. */
    String spread(int l, int u, Map<String, Shown> numbers) {
        String variance = ground.symbols().variance(l, u);
        numbers.put(variance, Shown.card(ground.pass().layer(l).variance()[u]));
        numbers.put("\\varepsilon", Shown.exact(DenseLayer.EPSILON));
        return "\\sqrt{" + variance + " + \\varepsilon}";
    }

    /** What a weighted sum changes with a weight or with what comes along it. */
    Piece link(int l, int u, int i, boolean byWeight) {
        Quantity weight = Quantity.weight(l, u, i);
        Quantity received = Symbols.received(l, i);
        Quantity by = byWeight ? weight : received;
        Quantity is = byWeight ? received : weight;
        String symbol = Symbols.slope(latex(ground.linear(l, u)), latex(by));
        return Piece.plain(symbol, latex(is), value(is), lead(is));
    }

    /** What comes last: by the parameter itself. */
    Piece parameter(Quantity parameter) {
        Piece piece = byParameter(parameter);
        // The rule of the perceptron multiplies by the input, and no derivative says so.
        return ground.perceptron()
                ? new Piece(piece.formula(), piece.formula(), Map.of(), piece.value(), piece.lead(), "")
                : piece;
    }

    private Piece byParameter(Quantity parameter) {
        int l = parameter.layer();
        int u = parameter.unit();
        Quantity z = Quantity.unit(Kind.SUM, l, u);
        return switch (parameter.kind()) {
            case WEIGHT -> link(l, u, parameter.input(), true);
            case BIAS, BETA -> Piece.plain(Symbols.slope(latex(z), latex(parameter)), "1", 1, Optional.empty());
            case GAMMA -> {
                Quantity x = Quantity.unit(Kind.NORMALIZED, l, u);
                yield Piece.plain(Symbols.slope(latex(z), latex(parameter)), latex(x), value(x), lead(x));
            }
            default -> throw new IllegalArgumentException(parameter + " is not of one unit");
        };
    }

    /** A slope that is explained elsewhere. */
    Piece carried(Quantity slope, String formula) {
        return Piece.plain(latex(slope), formula, value(slope), lead(slope));
    }

    /**
     * From the loss to what a unit of the layer makes, along one way: all that is multiplied there.
     *
     * @param way units of the layers above, the next one first
     * @param l the layer below them
     * @param u the unit there
     */
    List<Piece> along(int[] way, int l, int u) {
        int last = ground.last();
        if (l == last) {
            return output(u);
        }
        List<Piece> pieces = new ArrayList<>(output(way[way.length - 1]));
        for (int k = last; k > l; k--) {
            int here = way[k - l - 1];
            if (k < last) {
                pieces.addAll(unit(k, here));
            }
            if (ground.layer(k).batchNorm()) {
                pieces.add(norm(k, here));
            }
            pieces.add(link(k, here, k - l - 1 == 0 ? u : way[k - l - 2], false));
        }
        return pieces;
    }

    private String latex(Quantity quantity) {
        return ground.latex(quantity);
    }

    private double value(Quantity quantity) {
        return ground.value(quantity, s);
    }

    private Shown card(Quantity quantity) {
        return ground.card(quantity, s);
    }

    private Optional<Section.Lead> lead(Quantity quantity) {
        return Optional.of(ground.lead(quantity, s));
    }
}
