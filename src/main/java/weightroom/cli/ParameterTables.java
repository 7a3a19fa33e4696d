package weightroom.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import weightroom.arithmetic.Paper;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Replica;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Symbols;

/** What a pass says of every parameter: its gradient with its check, then its update. */
final class ParameterTables {
    /** Parameters of a layer that are listed. */
    private static final int MOST = 60;

    private final Pass pass;
    private final PrintWriter out;
    private final Layout layout;
    private final Symbols symbols;

    ParameterTables(Pass pass, PrintWriter out) {
        this.pass = pass;
        this.out = out;
        layout = pass.subject().layout();
        symbols = Symbols.of(pass.subject().network());
    }

    /** ∂L by every parameter, layer by layer, each beside its finite difference. */
    void printGradients() {
        boolean perceptron = pass.subject().plan().perceptron();
        HandOut.say(out, Text.of("handout.gradients"));
        if (perceptron) {
            HandOut.say(out, Text.of("handout.differences.none"));
        }
        for (int l = 0; l < layout.slices().size(); l++) {
            MarkdownTable table = new MarkdownTable(
                    "",
                    Text.of("handout.place"),
                    Text.of("handout.value"),
                    Text.of("handout.product"),
                    "$\\partial L$",
                    Text.of("handout.difference"));
            List<Quantity> parameters = parameters(l);
            for (Quantity parameter : parameters.subList(0, Math.min(MOST, parameters.size()))) {
                int at = pass.parameter(parameter);
                table.add(
                        "$" + symbols.latex(parameter) + "$",
                        place(parameter),
                        HandOut.number(pass.value(parameter, 0)),
                        product(parameter),
                        HandOut.number(pass.gradient()[at]),
                        perceptron ? Text.of("handout.none") : HandOut.number(pass.finiteDifference(at)));
            }
            print(l, table, parameters.size());
        }
        Quantity first = Quantity.weight(0, 0, 0);
        HandOut.say(out, Text.of("handout.example", symbols.text(first)));
        HandOut.say(
                out,
                Derivation.of(pass, first, Derivation.ALL)
                        .markdown()
                        .replace("\n#", "\n##")
                        .replaceFirst("^#", "##")
                        .strip());
    }

    /** ∂L/∂z times what the weight multiplies, for a single row. */
    private String product(Quantity parameter) {
        if (pass.sample().n() > 1 || parameter.kind() != Kind.WEIGHT) {
            return "";
        }
        int l = parameter.layer();
        if (!Double.isFinite(pass.gradient()[pass.parameter(parameter)])) {
            return "";
        }
        Paper paper = Paper.ofCards();
        paper.round("d", pass.layer(l).linearSumGradients()[parameter.unit()]);
        paper.round("x", pass.layer(l).inputs()[parameter.input()]);
        return "$" + paper.reckon("p", "d \\cdot x").numbers() + "$";
    }

    /** Every parameter before and after the update, with all that the optimizer is given. */
    void printUpdates() {
        Replica replica = pass.subject().replica();
        HandOut.say(out, Text.of("handout.update", replica.optimizer().formula()));
        if (replica.clips()) {
            HandOut.say(out, Text.of("handout.clips"));
        }
        if (!replica.frozen().isEmpty()) {
            HandOut.say(out, Text.of("handout.frozen", replica.frozen().size()));
        }
        for (int l = 0; l < layout.slices().size(); l++) {
            MarkdownTable table = new MarkdownTable(
                    "",
                    Text.of("handout.before"),
                    "$\\partial L$",
                    Text.of("handout.penalty.part"),
                    Text.of("handout.applied"),
                    Text.of("handout.after"));
            List<Quantity> parameters = parameters(l);
            for (Quantity parameter : parameters.subList(0, Math.min(MOST, parameters.size()))) {
                int at = pass.parameter(parameter);
                table.add(
                        "$" + symbols.latex(parameter) + "$",
                        HandOut.number(pass.value(parameter, 0)),
                        HandOut.number(pass.gradient()[at]),
                        HandOut.number(pass.penaltyGradient()[at]),
                        HandOut.number(pass.applied()[at]),
                        HandOut.number(pass.update().parameters()[at]));
            }
            print(l, table, parameters.size());
        }
    }

    private void print(int l, MarkdownTable table, int there) {
        HandOut.say(out, "### " + Text.of("handout.of.layer", l + 1));
        table.print(out);
        if (there > MOST) {
            HandOut.say(out, Text.of("handout.more.parameters", there - MOST, Integer.toString(l)));
        }
    }

    private List<Quantity> parameters(int l) {
        Slice at = layout.slice(l);
        List<Quantity> all = new ArrayList<>();
        for (int u = 0; u < at.units(); u++) {
            for (int i = 0; i < at.in(); i++) {
                all.add(Quantity.weight(l, u, i));
            }
            if (at.biases() != Layout.NONE) {
                all.add(Quantity.bias(l, u));
            } else {
                all.add(Quantity.unit(Kind.GAMMA, l, u));
                all.add(Quantity.unit(Kind.BETA, l, u));
            }
        }
        if (at.alpha() != Layout.NONE) {
            all.add(new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE));
        }
        return all;
    }

    /** As {@code --weight} takes it; empty for γ, β and α, which it does not take. */
    private static String place(Quantity parameter) {
        return parameter.link().map(Object::toString).orElse("");
    }
}
