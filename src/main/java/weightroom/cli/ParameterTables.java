package weightroom.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Replica;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;

/** What a pass says of every parameter: its gradient with its check, then its update. */
final class ParameterTables {
    /** Parameters of a layer that are listed. */
    private static final int MOST = 60;

    private final Pass pass;
    private final PrintWriter out;
    private final Layout layout;
    private final Optional<double[]> differences;

    ParameterTables(Pass pass, PrintWriter out) {
        this.pass = pass;
        this.out = out;
        layout = pass.subject().layout();
        differences = pass.finiteDifferences();
    }

    void print() {
        HandOut.say(out, "## " + Text.of("handout.gradients"));
        HandOut.say(out, Text.of(differences.isPresent() ? "handout.gradients.are" : "handout.gradients.only"));
        for (int l = 0; l < layout.slices().size(); l++) {
            gradients(l, parameters(l));
        }
        HandOut.say(out, "## " + Text.of("handout.update"));
        Replica replica = pass.subject().replica();
        HandOut.say(out, Text.of("handout.update.by", replica.optimizer().formula()));
        if (replica.clips()) {
            HandOut.say(out, Text.of("handout.clips"));
        }
        if (!replica.frozen().isEmpty()) {
            HandOut.say(out, Text.of("handout.frozen", replica.frozen().size()));
        }
        for (int l = 0; l < layout.slices().size(); l++) {
            updates(l, parameters(l));
        }
    }

    /** The same of a single one. */
    void print(Quantity parameter) {
        gradients(parameter.layer(), List.of(parameter));
        updates(parameter.layer(), List.of(parameter));
        out.flush();
    }

    private void gradients(int l, List<Quantity> parameters) {
        MarkdownTable table = new MarkdownTable(
                Text.of("handout.parameter"),
                Text.of("handout.value"),
                Text.of("handout.product"),
                "∂L",
                Text.of("handout.difference"));
        for (Quantity parameter : parameters.subList(0, Math.min(MOST, parameters.size()))) {
            int at = pass.parameter(parameter);
            table.add(
                    name(parameter),
                    Sums.text(pass.value(parameter, 0)),
                    product(parameter),
                    Sums.text(pass.gradient()[at]),
                    differences
                            .map(all -> Sums.text(all[at]))
                            .orElseGet(() -> parameters.size() == 1
                                    ? Sums.text(pass.finiteDifference(at))
                                    : Text.of("handout.none")));
        }
        print(l, table, parameters.size());
    }

    /** ∂L/∂z times what the weight multiplies, for a single row. */
    private String product(Quantity parameter) {
        if (pass.sample().n() > 1 || parameter.kind() != Kind.WEIGHT) {
            return Text.of("handout.none");
        }
        int l = parameter.layer();
        double above = pass.layer(l).linearSumGradients()[parameter.unit()];
        return new Sums().plus(above, pass.layer(l).inputs()[parameter.input()]).numbers();
    }

    private void updates(int l, List<Quantity> parameters) {
        MarkdownTable table = new MarkdownTable(
                Text.of("handout.parameter"),
                Text.of("handout.before"),
                "∂L",
                Text.of("handout.penalty.part"),
                Text.of("handout.applied"),
                Text.of("handout.after"));
        for (Quantity parameter : parameters.subList(0, Math.min(MOST, parameters.size()))) {
            int at = pass.parameter(parameter);
            table.add(
                    name(parameter),
                    Sums.text(pass.value(parameter, 0)),
                    Sums.text(pass.gradient()[at]),
                    Sums.text(pass.penaltyGradient()[at]),
                    Sums.text(pass.applied()[at]),
                    Sums.text(pass.update().parameters()[at]));
        }
        print(l, table, parameters.size());
    }

    private void print(int l, MarkdownTable table, int there) {
        HandOut.say(out, "### " + Text.of("handout.of.layer", l));
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

    /** As {@code --weight} takes it; γ, β and α, which it does not take, by their letters. */
    private static String name(Quantity parameter) {
        return parameter
                .link()
                .map(Object::toString)
                .orElseGet(() -> Text.of("handout.name." + parameter.kind(), parameter.layer(), parameter.unit()));
    }
}
