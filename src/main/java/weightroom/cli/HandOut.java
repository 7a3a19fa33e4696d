package weightroom.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weightroom.arithmetic.Shown;
import weightroom.data.Prepared;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Replica;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Sample;
import weightroom.explain.Symbols;

/** A pass as Markdown: what a class can follow with a pencil. */
final class HandOut {
    /** Rows, inputs and units that a table shows. */
    static final int MOST = 24;

    private final Pass pass;
    private final PrintWriter out;
    private final Network network;

    HandOut(Pass pass, PrintWriter out) {
        this.pass = pass;
        this.out = out;
        network = pass.subject().network();
    }

    /** The whole pass, phase by phase. */
    void print() {
        title();
        sample();
        PhaseTables phases = new PhaseTables(pass, out);
        pass.phases().forEach(phases::print);
        out.flush();
    }

    /** How one parameter's gradient came to be, and its update. */
    void print(Quantity parameter) {
        title();
        sample();
        out.print(Derivation.of(pass, parameter, Derivation.ALL).markdown());
        out.flush();
    }

    /** A number as it stands in a table: as on the cards of the window. */
    static String number(double value) {
        return Double.isFinite(value) ? Shown.card(value).text() : Text.of("handout.none");
    }

    static void say(PrintWriter out, String paragraph) {
        out.println(paragraph);
        out.println();
    }

    private void say(String paragraph) {
        say(out, paragraph);
    }

    /** The experiment's name, its network, loss and optimizer, and where the run stands. */
    private void title() {
        String title = pass.subject().setup().experiment().title();
        String name = title.isEmpty() ? pass.subject().setup().rows().dataset().name() : title;
        Replica replica = pass.subject().replica();
        Loss loss = pass.subject().plan().loss();
        say("# " + Text.of("handout.title", name));
        say(Text.of(
                "handout.network",
                network,
                IntStream.range(0, network.layers().size())
                        .mapToObj(this::layer)
                        .collect(Collectors.joining("; "))));
        say(Text.of("handout.loss", loss.label(), loss.formula()));
        String rate = Shown.significant(pass.update().learningRate(), 6).text();
        say(Text.of(
                "handout.optimizer",
                replica.optimizer().label(),
                replica.optimizer().formula(),
                rate));
        long epoch = pass.subject()
                .plan()
                .epochOf(pass.subject().state().step(), pass.subject().trainingRows());
        say(Text.of("handout.stand", epoch, pass.update().step()));
        say(Text.of("handout.rounding"));
    }

    /** Such as {@code layer 1: 2 tanh}. */
    private String layer(int l) {
        Layer layer = network.layers().get(l);
        boolean softmax = network.softmax() && l == network.layers().size() - 1;
        String activation = softmax ? "softmax" : layer.activation().id();
        String norm = layer.batchNorm() ? Text.of("handout.layer.norm") : "";
        String dropout = layer.dropout() > 0 ? Text.of("handout.layer.dropout", Double.toString(layer.dropout())) : "";
        return Text.of("handout.layer", l + 1, layer.units(), activation) + norm + dropout;
    }

    private void sample() {
        Sample sample = pass.sample();
        if (sample.kind() == Sample.Kind.BATCH) {
            say("## " + Text.of("handout.batch", sample.n()));
            say(Text.of("handout.batch.mean", sample.n()));
        } else {
            say("## " + Text.of("handout.sample", sample.rows()[0]));
            row(sample);
        }
    }

    private void row(Sample sample) {
        Prepared data = pass.subject().setup().rows();
        List<String> raw = data.dataset().inputNames();
        if (raw.size() <= MOST) {
            String values = IntStream.range(0, raw.size())
                    .mapToObj(i -> raw.get(i) + " = " + inData(sample.raw()[0][i]))
                    .collect(Collectors.joining(", "));
            say(Text.of("handout.raw", values));
        }
        List<String> features = data.featureNames();
        Symbols symbols = Symbols.of(network);
        MarkdownTable table =
                new MarkdownTable(Text.of("handout.input"), Text.of("handout.feature"), Text.of("handout.received"));
        for (int i = 0; i < Math.min(MOST, features.size()); i++) {
            table.add(
                    "$" + symbols.latex(Quantity.input(i)) + "$",
                    features.get(i),
                    number(sample.batch().inputs()[i]));
        }
        table.print(out);
        leftOut(out, features.size(), "handout.more.inputs");
        say(Text.of(
                "handout.targets",
                IntStream.range(0, network.outputs())
                        .mapToObj(j -> inData(sample.batch().targets()[j]))
                        .collect(Collectors.joining(", "))));
    }

    /** Says how many are left out, where there are more than a table shows. */
    static void leftOut(PrintWriter out, int there, String key) {
        if (there > MOST) {
            say(out, Text.of(key, there - MOST));
        }
    }

    /** As it stands in the data, with at most six digits. */
    private static String inData(double value) {
        return Shown.significant(value, 6).text();
    }
}
