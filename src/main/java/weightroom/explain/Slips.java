package weightroom.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weightroom.arithmetic.Arithmetic;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Term;
import weightroom.explain.Section.Terms;

/** The slips that a student may make with one number, the likeliest first. */
final class Slips {
    /** Of other weights or units that may be taken for the right one. */
    private static final int MOST = 100;

    /** Inputs of a unit that one adds up by hand. */
    private static final int FEW = 24;

    private final Ground ground;
    private final Derivation derivation;
    private final Quantity quantity;
    private final int s;
    private final double value;
    private final List<Slip> slips = new ArrayList<>();

    Slips(Ground ground, Derivation derivation, Quantity quantity, int s, double value) {
        this.ground = ground;
        this.derivation = derivation;
        this.quantity = quantity;
        this.s = s;
        this.value = value;
    }

    List<Slip> all() {
        slip(-value, "sign");
        atOneUnit();
        for (Section section : derivation.sections()) {
            if (section instanceof Factors factors) {
                factors(factors.factors());
            } else if (section instanceof Terms terms && terms.over() != Over.PATHS) {
                terms(terms);
            }
        }
        updated();
        slip(value * 2, doubled("twice"));
        slip(value / 2, doubled("half"));
        if (ground.n() > 1 && quantity.kind().gradient()) {
            slip(value * ground.n(), "mean", String.valueOf(ground.n()));
        }
        neighbours();
        return slips;
    }

    /** Half of a squared error's slope is that of the textbooks with a ½ in the loss. */
    private String doubled(String key) {
        boolean squared = key.equals("half")
                && quantity.kind().gradient()
                && ground.loss().id().equals("mse");
        return squared ? "two" : key;
    }

    // ---- one number in the place of another, at the same unit

    private void atOneUnit() {
        int l = quantity.layer();
        int u = quantity.unit();
        switch (quantity.kind()) {
            case SUM -> {
                other(ground.response(l, u), "activated");
                if (!ground.layer(l).batchNorm()) {
                    double bias = ground.value(Quantity.bias(l, u), s);
                    slip(value - bias, "bias", text(Quantity.bias(l, u)));
                    slip(value - 2 * bias, "minusbias", text(Quantity.bias(l, u)));
                }
            }
            case RESPONSE, ACTIVATION -> other(Quantity.unit(Kind.SUM, l, u), "activation");
            case D_SUM -> other(Quantity.unit(Kind.D_ACTIVATION, l, u), "slope");
            case D_ACTIVATION -> other(Quantity.unit(Kind.D_SUM, l, u), "early");
            case D_LINEAR -> other(Quantity.unit(Kind.D_SUM, l, u), "norm");
            default -> {
                // Other kinds have no neighbour of this sort.
            }
        }
    }

    private void other(Quantity taken, String key) {
        slip(ground.value(taken, s), key, text(taken), text(quantity));
    }

    // ---- a product

    private void factors(List<Factor> factors) {
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            double without = 1;
            for (int k = 0; k < factors.size(); k++) {
                without *= k == i ? 1 : factors.get(k).value().exact();
            }
            String symbol = WrittenText.plain(factor.symbol());
            slip(without, "missing", symbol, WrittenText.plain(factor.formula()));
            taken(factor, without, symbol);
            if (factor.value().exact() != 0) {
                slip(without / factor.value().exact(), "divided", symbol);
            }
        }
    }

    /** Another number in the place of a factor. */
    private void taken(Factor factor, double without, String symbol) {
        if (factor.lead().isEmpty()) {
            return;
        }
        Quantity lead = factor.lead().get().quantity();
        switch (lead.kind()) {
            case WEIGHT -> {
                for (Quantity weight : weights(lead)) {
                    slip(without * ground.value(weight, s), "weight", text(weight), text(lead));
                }
            }
            case INPUT, ACTIVATION, RESPONSE -> {
                boolean received =
                        factor.numbers().isEmpty() && factor.formula().equals(ground.latex(lead));
                if (received) {
                    for (Quantity beside : beside(lead)) {
                        slip(without * ground.value(beside, s), "input", text(beside), text(lead));
                    }
                } else {
                    slopeOfSum(factor, lead, without, symbol);
                }
            }
            default -> {
                // Slopes that are carried on have no likely stand-in.
            }
        }
        if (lead.kind() == Kind.ACTIVATION && factor.formula().equals(ground.latex(lead))) {
            Quantity z = lead.as(Kind.SUM);
            slip(without * ground.value(z, s), "sum", text(z), text(lead));
        }
    }

    /** The slope's formula with z in the place of a. */
    private void slopeOfSum(Factor factor, Quantity response, double without, String symbol) {
        int l = response.layer();
        if (factor.numbers().isEmpty() || l < 0) {
            return;
        }
        ActivationForms forms = new ActivationForms(ground, s, l, response.unit());
        Map<String, Double> numbers = new HashMap<>();
        forms.numbers().forEach((name, shown) -> numbers.put(name, shown.exact()));
        numbers.put(ground.latex(response), ground.value(response.as(Kind.SUM), s));
        double wrong = Arithmetic.parse(forms.slope()).value(numbers);
        slip(without * wrong, "sumslope", symbol, text(response.as(Kind.SUM)), text(response));
    }

    /** The other weights of a layer, so few that one may be taken for another. */
    private List<Quantity> weights(Quantity weight) {
        List<Quantity> others = new ArrayList<>();
        int l = weight.layer();
        for (int u = 0; u < ground.layer(l).units(); u++) {
            for (int i = 0; i < ground.network().fanIn(l); i++) {
                Quantity other = Quantity.weight(l, u, i);
                if (!other.equals(weight) && others.size() < MOST) {
                    others.add(other);
                }
            }
        }
        return others;
    }

    /** The same kind of number at the other places of its layer. */
    private List<Quantity> beside(Quantity one) {
        List<Quantity> others = new ArrayList<>();
        int count = one.layer() < 0
                ? ground.network().inputs()
                : ground.layer(one.layer()).units();
        for (int u = 0; u < Math.min(count, MOST); u++) {
            if (u != one.unit()) {
                others.add(new Quantity(one.kind(), one.layer(), u, one.input()));
            }
        }
        return others;
    }

    // ---- a sum

    private void terms(Terms terms) {
        for (Term term : terms.terms()) {
            double size = term.value().exact();
            String name = term.symbols().isEmpty() ? term.label() : WrittenText.plain(term.symbols());
            slip(value - size, "term", name);
            slip(value - 2 * size, "termsign", name);
        }
        if (terms.over() == Over.INPUTS) {
            weightsOfOthers();
        }
    }

    /** z with the weights of another unit, or with rows and columns taken for each other. */
    private void weightsOfOthers() {
        int l = quantity.layer();
        int u = quantity.unit();
        int in = ground.network().fanIn(l);
        for (int other = 0; other < Math.min(ground.layer(l).units(), MOST); other++) {
            double difference = 0;
            for (int i = 0; i < in; i++) {
                difference += (weight(l, other, i) - weight(l, u, i)) * received(l, i);
            }
            if (other != u) {
                String unit = ground.symbols().unit(l, other);
                slip(value + difference, "weights", unit);
            }
        }
        if (in == ground.layer(l).units()) {
            double difference = 0;
            for (int i = 0; i < in; i++) {
                difference += (weight(l, i, u) - weight(l, u, i)) * received(l, i);
            }
            slip(value + difference, "turned", text(Quantity.weight(l, u, 0)));
        }
        for (int i = 0; i < in && in <= FEW; i++) {
            Quantity own = Quantity.weight(l, u, i);
            for (Quantity other : weights(own)) {
                double difference = (ground.value(other, s) - ground.value(own, s)) * received(l, i);
                slip(value + difference, "weight", text(other), text(own));
            }
        }
    }

    private double weight(int l, int u, int i) {
        return ground.value(Quantity.weight(l, u, i), s);
    }

    private double received(int l, int i) {
        return ground.value(Symbols.received(l, i), s);
    }

    // ---- an update

    private void updated() {
        Quantity parameter = quantity.plain();
        if (!parameter.kind().parameter() || quantity.kind() != parameter.kind().updated()) {
            return;
        }
        double before = ground.value(parameter, s);
        slip(before, "unmoved", text(parameter));
        slip(2 * before - value, "uphill");
        slip(before - value, "step", text(parameter));
        slip(before - ground.pass().applied()[ground.pass().parameter(parameter)], "rate");
    }

    // ---- the number of another place

    private void neighbours() {
        Kind kind = quantity.kind();
        if (quantity.layer() >= 0 && quantity.unit() >= 0 && quantity.input() < 0) {
            for (Quantity beside : beside(quantity)) {
                slip(ground.value(beside, s), "neighbour", text(beside), text(quantity));
            }
        }
        if (quantity.plain().kind() == Kind.WEIGHT) {
            for (Quantity weight : weights(quantity.plain())) {
                Quantity beside = weight.as(kind);
                slip(ground.value(beside, s), "neighbour", text(beside), text(quantity));
            }
        }
    }

    private String text(Quantity of) {
        return ground.symbols().text(of);
    }

    private void slip(double wrong, String key, String... names) {
        slips.add(new Slip(wrong, key, List.of(names)));
    }
}
