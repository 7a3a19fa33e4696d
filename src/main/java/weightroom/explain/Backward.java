package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.arithmetic.Shown;
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Added.Part;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.WithNumbers;

/** Derivations of ∂L by what a unit computes, in one row. */
final class Backward {
    private final Ground ground;
    private final Pieces pieces;
    private final int s;
    private final int most;
    private final List<Section> sections = new ArrayList<>();

    Backward(Ground ground, int s, int most) {
        this.ground = ground;
        this.s = s;
        this.most = most;
        pieces = new Pieces(ground, s);
    }

    List<Section> of(Quantity slope) {
        int l = slope.layer();
        int u = slope.unit();
        switch (slope.kind()) {
            case D_ACTIVATION -> activation(slope);
            case D_RESPONSE -> {
                if (ground.drops(l)) {
                    product(slope, List.of(byActivation(l, u), pieces.mask(l, u)));
                } else {
                    activation(slope.as(Kind.D_ACTIVATION));
                }
            }
            case D_SUM -> sum(slope);
            case D_LINEAR -> linear(slope);
            default -> throw new IllegalArgumentException(slope + " is no slope of a unit");
        }
        return sections;
    }

    /** ∂L/∂a of a hidden unit, explained elsewhere. */
    Piece byActivation(int l, int u) {
        return pieces.carried(
                Quantity.unit(Kind.D_ACTIVATION, l, u), ground.symbols().carriedBack(l + 1, u));
    }

    private void activation(Quantity slope) {
        if (slope.layer() == ground.last()) {
            atOutput(slope);
        } else {
            carried(slope);
        }
    }

    private void atOutput(Quantity slope) {
        LossForms.Form form = new LossForms(ground, s).byActivation(slope.unit());
        double value = ground.value(slope, s);
        sections.add(new InSymbols(ground.latex(slope), List.of(Conditions.with(form.formula(), form.condition()))));
        if (ground.perceptron()) {
            sections.clear();
            sections.add(new Remark(Text.of("remark.perceptron")));
            return;
        }
        if (!Double.isFinite(value)) {
            sections.add(new Remark(Text.of("remark.edge", ground.symbols().text(slope))));
            return;
        }
        numbers(Piece.worked(form.formula(), form.numbers(), Shown.card(value)));
        result(slope, value);
        if (ground.loss().fromLogits()) {
            sections.add(new Remark(Text.of("remark.aside")));
        }
    }

    /** Σ_k ∂L/∂z_k · w_ku. */
    private void carried(Quantity slope) {
        int above = slope.layer() + 1;
        List<Part> parts = new ArrayList<>();
        List<String> products = new ArrayList<>();
        Map<String, Shown> numbers = new HashMap<>();
        for (int k = 0; k < ground.layer(above).units(); k++) {
            Quantity next =
                    ground.linear(above, k).as(ground.linear(above, k).kind().derivative());
            Quantity weight = Quantity.weight(above, k, slope.unit());
            numbers.put(ground.latex(next), ground.card(next, s));
            numbers.put(ground.latex(weight), ground.card(weight, s));
            String product = ground.latex(next) + " \\cdot " + ground.latex(weight);
            products.add(product);
            parts.add(Added.worked(
                    ground.symbols().unit(above, k),
                    product,
                    numbers,
                    ground.value(next, s) * ground.value(weight, s),
                    Optional.of(ground.lead(next, s))));
        }
        sections.add(new InSymbols(ground.latex(slope), List.of(ground.symbols().carriedBack(above, slope.unit()))));
        sections.add(Added.of(Over.UNITS, parts, most, ground.value(slope, s)));
        if (parts.size() <= Forward.LINE) {
            numbers(Piece.worked(String.join(" + ", products), numbers, ground.card(slope, s)));
        }
        result(slope, ground.value(slope, s));
    }

    private void sum(Quantity slope) {
        int l = slope.layer();
        int u = slope.unit();
        if (l == ground.last()) {
            List<Piece> output = pieces.output(u);
            if (output.size() == 1) {
                joined(slope, output.get(0));
            } else {
                product(slope, output);
            }
            return;
        }
        product(slope, toSum(l, u));
    }

    /** What is multiplied to ∂L/∂z of a hidden unit. */
    List<Piece> toSum(int l, int u) {
        List<Piece> factors = new ArrayList<>();
        factors.add(byActivation(l, u));
        factors.addAll(pieces.unit(l, u));
        return factors;
    }

    /** ∂L/∂z as one factor. */
    private void joined(Quantity slope, Piece piece) {
        boolean error = ground.perceptron();
        sections.add(new InSymbols(error ? "e" : ground.latex(slope), List.of(piece.formula())));
        numbers(piece.factor(ground.card(slope, s)).numbers());
        sections.add(new Result(error ? "e" : ground.latex(slope), ground.card(slope, s), error ? "" : meaning(slope)));
        sections.add(new Remark(piece.remark()));
    }

    private void linear(Quantity slope) {
        int l = slope.layer();
        int u = slope.unit();
        if (!ground.layer(l).batchNorm()) {
            sum(slope.as(Kind.D_SUM));
            return;
        }
        Quantity z = slope.as(Kind.D_SUM);
        if (!ground.measures(l)) {
            product(slope, List.of(pieces.carried(z, ground.latex(z)), pieces.norm(l, u)));
            return;
        }
        measured(slope, z);
    }

    /** dv = γ/√(var + ε)·(dz − mean dz − x̂·mean(dz·x̂)). */
    private void measured(Quantity slope, Quantity z) {
        int l = slope.layer();
        int u = slope.unit();
        DenseLayer layer = ground.pass().layer(l);
        double byBeta = 0;
        double byGamma = 0;
        for (int k = 0; k < ground.n(); k++) {
            double dz = layer.preActivationGradients()[k * layer.units() + u];
            byBeta += dz / ground.n();
            byGamma += dz * layer.normalized()[k * layer.units() + u] / ground.n();
        }
        Map<String, Shown> numbers = new HashMap<>();
        String x = ground.latex(z.as(Kind.NORMALIZED));
        numbers.put(x, ground.card(z.as(Kind.NORMALIZED), s));
        numbers.put(ground.latex(z), ground.card(z, s));
        numbers.put("\\bar{d}", Shown.card(byBeta));
        numbers.put("\\bar{e}", Shown.card(byGamma));
        String formula = pieces.scale(l, u, numbers) + " \\cdot \\left(" + ground.latex(z) + " - \\bar{d} - " + x
                + " \\cdot \\bar{e}\\right)";
        sections.add(new InSymbols(ground.latex(slope), List.of(formula)));
        sections.add(new Factors(List.of(
                pieces.carried(z, ground.latex(z)).factor(ground.card(z, s)),
                mean("\\bar{d}", ground.latex(z), byBeta),
                mean("\\bar{e}", ground.latex(z) + " \\cdot " + x, byGamma))));
        numbers(Piece.worked(formula, numbers, ground.card(slope, s)));
        result(slope, ground.value(slope, s));
        sections.add(new Remark(Text.of("remark.coupled")));
    }

    private Section.Factor mean(String symbol, String of, double value) {
        String formula = "\\frac{1}{" + ground.n() + "} \\sum_{s} " + of;
        return Piece.plain(symbol, formula, value, Optional.empty()).factor(Shown.card(value));
    }

    private void product(Quantity slope, List<Piece> factors) {
        double value = ground.value(slope, s);
        Multiplied product = Multiplied.of(factors, value);
        sections.add(new InSymbols(ground.latex(slope), List.of(product.symbols())));
        sections.add(new Factors(product.factors()));
        numbers(product.numbers());
        result(slope, value);
    }

    private void numbers(String line) {
        if (!line.isEmpty()) {
            sections.add(new WithNumbers(List.of(line)));
        }
    }

    private void result(Quantity slope, double value) {
        sections.add(new Result(
                ground.latex(slope), Shown.card(value), ground.symbols().meaning(slope, value)));
    }

    private String meaning(Quantity slope) {
        return ground.symbols().meaning(slope, ground.value(slope, s));
    }
}
