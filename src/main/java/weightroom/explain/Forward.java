package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.arithmetic.Shown;
import weightroom.data.FeatureMap;
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Added.Part;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.WithNumbers;

/** Derivations of what a unit computes on the way forward. */
final class Forward {
    /** Terms that fit on a line. */
    static final int LINE = 6;

    private final Ground ground;
    private final int s;
    private final int most;
    private final List<Section> sections = new ArrayList<>();

    Forward(Ground ground, int s, int most) {
        this.ground = ground;
        this.s = s;
        this.most = most;
    }

    List<Section> of(Quantity quantity) {
        int l = quantity.layer();
        int u = quantity.unit();
        switch (quantity.kind()) {
            case SUM -> {
                if (ground.layer(l).batchNorm()) {
                    scaled(quantity);
                } else {
                    weighted(quantity);
                }
            }
            case LINEAR -> weighted(quantity);
            case NORMALIZED -> normalized(quantity);
            case RESPONSE -> response(quantity);
            case MASK -> mask(quantity);
            case ACTIVATION -> {
                if (ground.drops(l)) {
                    dropped(l, u);
                } else {
                    response(quantity);
                }
            }
            case INPUT -> input(quantity);
            default -> given(quantity);
        }
        return sections;
    }

    /** Σ w·x + b. */
    private void weighted(Quantity sum) {
        int l = sum.layer();
        int u = sum.unit();
        int in = ground.network().fanIn(l);
        boolean biased = !ground.layer(l).batchNorm();
        Quantity bias = Quantity.bias(l, u);
        List<Part> parts = new ArrayList<>();
        List<String> products = new ArrayList<>();
        Map<String, Shown> numbers = new HashMap<>();
        for (int i = 0; i < in; i++) {
            Quantity weight = Quantity.weight(l, u, i);
            Quantity received = Symbols.received(l, i);
            String product = named(weight, numbers) + " " + named(received, numbers);
            products.add(product);
            parts.add(Added.worked(
                    ground.symbols().source(l, i),
                    product,
                    numbers,
                    ground.value(weight, s) * ground.value(received, s),
                    lead(l == 0 ? weight : received)));
        }
        if (biased) {
            products.add(named(bias, numbers));
            parts.add(Added.worked(
                    Text.of("term.bias"), named(bias, numbers), numbers, ground.value(bias, s), lead(bias)));
        }
        String right = in <= LINE ? String.join(" + ", products) : shortened(sum, in, biased);
        sections.add(new InSymbols(ground.latex(sum), List.of(right)));
        sections.add(Added.of(Over.INPUTS, parts, most, ground.value(sum, s)));
        if (in <= LINE) {
            sections.add(new WithNumbers(List.of(Piece.worked(right, numbers, ground.card(sum, s)))));
        }
        result(sum);
    }

    private String shortened(Quantity sum, int in, boolean biased) {
        String bias = biased ? " + " + ground.latex(Quantity.bias(sum.layer(), sum.unit())) : "";
        return "\\sum_{i=1}^{" + in + "} " + ground.symbols().weighted(sum.layer(), sum.unit()) + bias;
    }

    /** z = γ·x̂ + β. */
    private void scaled(Quantity z) {
        Map<String, Shown> numbers = new HashMap<>();
        String gamma = named(z.as(Kind.GAMMA), numbers);
        String normal = named(z.as(Kind.NORMALIZED), numbers);
        worked(z, gamma + " \\cdot " + normal + " + " + named(z.as(Kind.BETA), numbers), "", numbers);
    }

    /** x̂ = (v − mean)/√(var + ε). */
    private void normalized(Quantity x) {
        int l = x.layer();
        int u = x.unit();
        Map<String, Shown> numbers = new HashMap<>();
        DenseLayer layer = ground.pass().layer(l);
        String mean = ground.symbols().mean(l, u);
        numbers.put(mean, Shown.card(layer.mean()[u]));
        String spread = new Pieces(ground, s).spread(l, u, numbers);
        String formula = "\\frac{" + named(x.as(Kind.LINEAR), numbers) + " - " + mean + "}{" + spread + "}";
        String which = ground.measures(l) ? "remark.batch" : "remark.running";
        worked(x, formula, "", numbers);
        sections.add(new Remark(Text.of(which)));
    }

    /** f(z), or softmax(z). */
    private void response(Quantity response) {
        if (ground.network().softmax() && response.layer() == ground.last()) {
            softmax(response);
            return;
        }
        ActivationForms forms = new ActivationForms(ground, s, response.layer(), response.unit());
        worked(response, forms.value(), forms.condition(), forms.numbers());
    }

    private void softmax(Quantity p) {
        int c = ground.network().outputs();
        Map<String, Shown> numbers = new HashMap<>();
        List<String> powers = new ArrayList<>();
        for (int k = 0; k < c; k++) {
            Quantity z = Quantity.unit(Kind.SUM, p.layer(), k);
            powers.add("e^{" + named(z, numbers) + "}");
        }
        String formula = "\\frac{" + powers.get(p.unit()) + "}{" + String.join(" + ", powers) + "}";
        worked(p, formula, "", numbers);
        sections.add(new Remark(Text.of("remark.row")));
    }

    /** a = m·f. */
    private void dropped(int l, int u) {
        Quantity a = Quantity.unit(Kind.ACTIVATION, l, u);
        Map<String, Shown> numbers = new HashMap<>();
        String product = named(a.as(Kind.MASK), numbers) + " \\cdot " + named(a.as(Kind.RESPONSE), numbers);
        worked(a, product, "", numbers);
        sections.add(new Remark(Text.of(ground.value(a.as(Kind.MASK), s) == 0 ? "remark.dropped" : "remark.kept")));
    }

    private void mask(Quantity mask) {
        double rate = ground.layer(mask.layer()).dropout();
        boolean dropped = ground.value(mask, s) == 0;
        if (dropped || !ground.drops(mask.layer())) {
            result(mask);
        } else {
            worked(mask, "\\frac{1}{1 - r}", "", Map.of("r", Shown.exact(rate)));
        }
        sections.add(new Remark(Text.of(dropped ? "remark.dropped" : "remark.kept")));
    }

    /** A feature of the raw row, scaled where the experiment says so. */
    private void input(Quantity x) {
        FeatureMap map = ground.pass().subject().setup().rows().map();
        int i = x.unit();
        double mean = map.scaling().mean()[i];
        double deviation = map.scaling().deviation()[i];
        String name = map.names().get(i);
        double feature = map.features().get(i).value(ground.pass().sample().raw()[s]);
        if (mean == 0 && deviation == 1) {
            result(x);
            sections.add(new Remark(Text.of("remark.feature", name)));
            return;
        }
        Map<String, Shown> numbers =
                Map.of("r", Shown.card(feature), "m", Shown.card(mean), "d", Shown.card(deviation));
        worked(x, "\\frac{r - m}{d}", "", numbers);
        sections.add(new Remark(Text.of("remark.scaled", name)));
    }

    /** What nothing computed. */
    private void given(Quantity quantity) {
        result(quantity);
        sections.add(new Remark(Text.of("remark." + quantity.kind().name().toLowerCase(java.util.Locale.ROOT))));
    }

    private void worked(Quantity quantity, String formula, String condition, Map<String, Shown> numbers) {
        Shown shown = ground.card(quantity, s);
        sections.add(new InSymbols(ground.latex(quantity), List.of(Conditions.with(formula, condition))));
        String line = Piece.worked(formula, numbers, shown);
        if (!line.isEmpty()) {
            sections.add(new WithNumbers(List.of(line)));
        }
        result(quantity);
    }

    private void result(Quantity quantity) {
        sections.add(new Result(ground.latex(quantity), ground.card(quantity, s), ""));
    }

    private String named(Quantity quantity, Map<String, Shown> numbers) {
        numbers.put(ground.latex(quantity), ground.card(quantity, s));
        return ground.latex(quantity);
    }

    private Optional<Section.Lead> lead(Quantity quantity) {
        return Optional.of(ground.lead(quantity, s));
    }
}
