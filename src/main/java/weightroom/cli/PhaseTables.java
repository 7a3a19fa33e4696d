package weightroom.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import weightroom.arithmetic.Shown;
import weightroom.engine.Network;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section;
import weightroom.explain.Symbols;

/** What becomes known in each phase of a pass: of a single row worked out line by line, of a batch row by row. */
final class PhaseTables {
    private final Pass pass;
    private final PrintWriter out;
    private final Network network;
    private final Symbols symbols;
    private final boolean one;

    PhaseTables(Pass pass, PrintWriter out) {
        this.pass = pass;
        this.out = out;
        network = pass.subject().network();
        symbols = Symbols.of(network);
        one = pass.sample().n() == 1;
    }

    void print(Phase phase) {
        String key = "handout.phase." + phase.step().name().toLowerCase(Locale.ROOT);
        switch (phase.step()) {
            case INPUT -> {
                if (!one) {
                    heading(key, phase);
                    rows(Kind.INPUT, Quantity.NONE, network.inputs());
                    rows(Kind.TARGET, Quantity.NONE, network.outputs());
                }
            }
            case LOSS -> {
                heading(key, phase);
                loss();
            }
            case D_PARAMETERS -> {
                heading(key, phase);
                new ParameterTables(pass, out).printGradients();
            }
            case UPDATE -> {
                heading(key, phase);
                new ParameterTables(pass, out).printUpdates();
            }
            default -> {
                heading(key, phase);
                kinds(phase).forEach(kind -> units(kind, phase.layer()));
            }
        }
    }

    private void heading(String key, Phase phase) {
        HandOut.say(out, "## " + Text.of(key, phase.layer() + 1));
    }

    /** The numbers of units that become known. */
    private List<Kind> kinds(Phase phase) {
        Kind a = pass.dropout() && network.layers().get(phase.layer()).dropout() > 0 ? Kind.RESPONSE : Kind.ACTIVATION;
        return switch (phase.step()) {
            case NORMALIZE -> List.of(Kind.LINEAR, Kind.NORMALIZED);
            case SUM -> List.of(Kind.SUM);
            case ACTIVATION -> List.of(a);
            case DROPOUT -> List.of(Kind.MASK, Kind.ACTIVATION);
            case OUTPUT -> List.of(Kind.SUM, Kind.ACTIVATION);
            case D_ACTIVATION -> List.of(Kind.D_ACTIVATION);
            case D_DROPOUT -> List.of(Kind.D_RESPONSE);
            case D_SUM -> List.of(Kind.D_SUM);
            case D_NORMALIZE -> List.of(Kind.D_LINEAR);
            default -> throw new IllegalArgumentException(phase + " reveals no numbers of units");
        };
    }

    private void units(Kind kind, int layer) {
        int units = network.layers().get(layer).units();
        if (one) {
            MarkdownTable table = table();
            for (int u = 0; u < Math.min(HandOut.MOST, units); u++) {
                add(table, Quantity.unit(kind, layer, u));
            }
            table.print(out);
            HandOut.leftOut(out, units, "handout.more.units");
        } else {
            rows(kind, layer, units);
        }
    }

    private static MarkdownTable table() {
        return new MarkdownTable("", Text.of("handout.formula"), Text.of("handout.numbers"), Text.of("handout.result"));
    }

    /** What it is, how it is found, with numbers, and what comes out; a remark where it has no value. */
    private void add(MarkdownTable table, Quantity quantity) {
        Derivation derivation = Derivation.of(pass, quantity, one ? 0 : Derivation.ALL);
        String formula = "";
        String numbers = "";
        String result = HandOut.number(pass.value(quantity, 0));
        String remark = "";
        for (Section section : derivation.sections()) {
            if (section instanceof Section.InSymbols symbolic) {
                formula = math(symbolic.right());
            } else if (section instanceof Section.WithNumbers with) {
                numbers = math(with.lines());
            } else if (section instanceof Section.Result worked) {
                result = worked.value().text();
            } else if (section instanceof Section.Remark words) {
                remark = words.sentence();
            }
        }
        table.add("$" + symbols.latex(quantity) + "$", formula.isEmpty() ? remark : formula, numbers, result);
    }

    private static String math(List<String> forms) {
        return forms.isEmpty() ? "" : "$" + String.join(" = ", forms) + "$";
    }

    /** Numbers of every row: units to the right, rows downwards. */
    private void rows(Kind kind, int layer, int width) {
        int columns = Math.min(width, HandOut.MOST);
        String[] heads = new String[columns + 1];
        heads[0] = Text.of("handout.row");
        for (int j = 0; j < columns; j++) {
            heads[j + 1] = "$" + symbols.latex(Quantity.unit(kind, layer, j)) + "$";
        }
        MarkdownTable table = new MarkdownTable(heads);
        for (int s = 0; s < Math.min(HandOut.MOST, pass.sample().n()); s++) {
            String[] cells = new String[columns + 1];
            cells[0] = Integer.toString(pass.sample().rows()[s]);
            for (int j = 0; j < columns; j++) {
                cells[j + 1] = HandOut.number(pass.value(Quantity.unit(kind, layer, j), s));
            }
            table.add(cells);
        }
        table.print(out);
        HandOut.leftOut(out, pass.sample().n(), "handout.more.rows");
        HandOut.leftOut(out, width, "handout.more.units");
    }

    private void loss() {
        MarkdownTable table = table();
        add(table, Quantity.LOSS);
        table.print(out);
        Derivation.of(pass, Quantity.LOSS, Derivation.ALL).sections().forEach(section -> {
            if (section instanceof Section.Terms terms) {
                terms(terms);
            }
        });
        if (pass.penalty() != 0) {
            HandOut.say(
                    out, Text.of("handout.penalty", Shown.card(pass.penalty()).text()));
        }
    }

    /** What is added up: of a batch its rows, of a row its outputs. */
    private void terms(Section.Terms terms) {
        HandOut.say(out, terms.heading() + ":");
        MarkdownTable table = new MarkdownTable("", Text.of("handout.numbers"), Text.of("handout.result"));
        terms.terms()
                .forEach(term -> table.add(
                        term.label(),
                        math(term.numbers().isEmpty() ? List.of() : List.of(term.numbers())),
                        term.value().text()));
        terms.rest().ifPresent(rest -> table.add(rest.label(), "", rest.value().text()));
        table.print(out);
    }
}
