package weightroom.ui.explain;

import java.util.Optional;
import java.util.function.Predicate;
import weightroom.arithmetic.Arithmetic;
import weightroom.engine.Layer;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.explain.SumLine.Written;
import weightroom.ui.kit.Messages;

/** What one unit computes, with numbers: working out what stands there gives what stands there, to the last digit or one off. */
final class UnitSums {
    private static final String ALPHA = "\\alpha";

    private final CardWords words;
    private final Pass pass;
    private final Predicate<Quantity> known;
    private final int l;
    private final int u;
    private final Layer layer;

    /** @param known whether a number may be shown */
    UnitSums(CardWords words, Predicate<Quantity> known, Spot.Unit unit) {
        this.words = words;
        this.known = known;
        pass = words.pass();
        l = unit.layer();
        u = unit.unit();
        layer = pass.subject().network().layers().get(l);
    }

    private SumLine line() {
        return new SumLine(words, known);
    }

    /** How many terms the sum has, without the bias. */
    int inputs() {
        return pass.subject().network().fanIn(l);
    }

    /**
     * Σ w·x + b.
     *
     * @param terms that are written out; the others are one number
     */
    Written sum(int terms) {
        return sum(terms, line());
    }

    /** The same with all numbers as they stand on the cards: how long the line is at least. */
    Written sketch(int terms) {
        return sum(terms, line().sketch());
    }

    private Written sum(int terms, SumLine line) {
        Quantity sum = Quantity.unit(layer.batchNorm() ? Kind.LINEAR : Kind.SUM, l, u);
        StringBuilder text = new StringBuilder();
        StringBuilder formula = new StringBuilder();
        double rest = 0;
        for (int i = 0; i < inputs(); i++) {
            Quantity weight = Quantity.weight(l, u, i);
            if (i < terms) {
                String factor = line.place(weight);
                String received = line.place(received(i));
                text.append(i == 0 ? "" : " + ").append(factor).append(" × ").append(received);
                formula.append(i == 0 ? "" : " + ")
                        .append(factor)
                        .append(" \\cdot ")
                        .append(received);
            } else {
                rest += words.value(weight) * words.value(received(i));
            }
        }
        if (terms < inputs()) {
            String folded = line.place(rest, known.test(received(inputs() - 1)));
            text.append(" + ").append(folded).append(" ").append(Messages.text("explain.more", inputs() - terms));
            formula.append(" + ").append(folded);
        }
        if (!layer.batchNorm()) {
            String bias = " + " + line.place(Quantity.bias(l, u));
            text.append(bias);
            formula.append(bias);
        }
        return line.written(sum, text.toString(), formula.toString());
    }

    private Quantity received(int input) {
        return l == 0 ? Quantity.input(input) : Quantity.unit(Kind.ACTIVATION, l - 1, input);
    }

    /** z = γ × x̂ + β; empty without batch norm. */
    Optional<Written> scaled() {
        if (!layer.batchNorm()) {
            return Optional.empty();
        }
        SumLine line = line();
        String gamma = line.place(Quantity.unit(Kind.GAMMA, l, u));
        String normal = line.place(Quantity.unit(Kind.NORMALIZED, l, u));
        String beta = " + " + line.place(Quantity.unit(Kind.BETA, l, u));
        return Optional.of(line.written(
                Quantity.unit(Kind.SUM, l, u), gamma + " × " + normal + beta, gamma + " \\cdot " + normal + beta));
    }

    /** f(z), which is a where the unit is not dropped. */
    Written response() {
        SumLine line = line();
        boolean masked = pass.dropout() && layer.dropout() > 0;
        Quantity response = Quantity.unit(masked ? Kind.RESPONSE : Kind.ACTIVATION, l, u);
        Quantity z = Quantity.unit(Kind.SUM, l, u);
        String place = line.place(z);
        if (l == pass.subject().network().layers().size() - 1
                && pass.subject().network().softmax()) {
            return softmax(line, response, place);
        }
        String formula = layer.activation().written(words.value(z)).value();
        String text = place;
        if (formula.contains(ALPHA)) {
            boolean learned = layer.activation().learnsAlpha();
            String alpha = learned
                    ? line.place(new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE))
                    : line.place(layer.alpha(), true);
            text += ", α = " + alpha;
            formula = formula.replace(ALPHA, alpha);
        }
        formula = renamed(formula, place);
        return line.written(response, layer.activation().id() + "(" + text + ")", formula);
    }

    /** e^z over the sum of all of them. */
    private Written softmax(SumLine line, Quantity response, String z) {
        double others = 0;
        for (int k = 0; k < layer.units(); k++) {
            others += k == u ? 0 : Math.exp(words.value(Quantity.unit(Kind.SUM, l, k)));
        }
        String rest = line.place(others, known.test(Quantity.unit(Kind.SUM, l, u)));
        String own = "exp(" + z + ")";
        String more = Messages.text("explain.more", layer.units() - 1);
        return line.written(
                response,
                own + " / (" + own + " + " + rest + " " + more + ")",
                "\\frac{e^{" + z + "}}{e^{" + z + "} + " + rest + "}");
    }

    /** With a place in that of z. */
    private static String renamed(String formula, String place) {
        return Arithmetic.parse(formula)
                .renamed(name -> name.equals("z") ? place : name)
                .latex();
    }
}
