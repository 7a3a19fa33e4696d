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
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Sample;

/** A whole pass as Markdown, phase by phase: what a class can follow with a pencil. */
final class HandOut {
    /** Rows, inputs and units that a table shows. */
    private static final int MOST = 24;

    private final Pass pass;
    private final PrintWriter out;
    private final Network network;
    private final boolean one;

    HandOut(Pass pass, PrintWriter out) {
        this.pass = pass;
        this.out = out;
        network = pass.subject().network();
        one = pass.sample().n() == 1;
    }

    void print() {
        title(pass, out);
        sample();
        forward();
        loss();
        backward();
        new ParameterTables(pass, out).print();
        out.flush();
    }

    /** What is explained: the experiment's name, its network, loss and optimizer, and where the run stands. */
    static void title(Pass pass, PrintWriter out) {
        String title = pass.subject().setup().experiment().title();
        String name = title.isEmpty() ? pass.subject().setup().rows().dataset().name() : title;
        Network network = pass.subject().network();
        Replica replica = pass.subject().replica();
        Loss loss = pass.subject().plan().loss();
        say(out, "# " + Text.of("handout.title", name));
        String layers = IntStream.range(0, network.layers().size())
                .mapToObj(l -> layer(network, l))
                .collect(Collectors.joining("; "));
        say(out, Text.of("handout.network", network, layers));
        say(out, Text.of("handout.loss.is", loss.label(), loss.formula()));
        String rate = Sums.text(pass.update().learningRate());
        say(
                out,
                Text.of(
                        "handout.optimizer",
                        replica.optimizer().label(),
                        replica.optimizer().formula(),
                        rate));
        int rows = pass.subject().trainingRows();
        long epoch = pass.subject().plan().epochOf(pass.subject().state().step(), rows);
        say(out, Text.of("handout.stand", epoch, pass.update().step()));
        say(out, Text.of("handout.rounding"));
    }

    /** Such as {@code layer 0: 2 tanh}. */
    private static String layer(Network network, int l) {
        Layer layer = network.layers().get(l);
        boolean softmax = network.softmax() && l == network.layers().size() - 1;
        String text = Text.of(
                "handout.layer",
                l,
                layer.units(),
                softmax ? "softmax" : layer.activation().id());
        String norm = layer.batchNorm() ? Text.of("handout.layer.norm") : "";
        return text + norm + (layer.dropout() > 0 ? Text.of("handout.layer.dropout", "" + layer.dropout()) : "");
    }

    static void say(PrintWriter out, String paragraph) {
        out.println(paragraph);
        out.println();
    }

    private void say(String paragraph) {
        say(out, paragraph);
    }

    // ---- what goes in

    private void sample() {
        Sample sample = pass.sample();
        if (!one) {
            say("## " + Text.of("handout.batch", sample.n()));
            say(Text.of("handout.batch.mean", sample.n()));
            rows(Text.of("handout.input"), sample.batch().inputs(), network.inputs());
            rows(Text.of("handout.target"), sample.batch().targets(), network.outputs());
            return;
        }
        say("## " + Text.of("handout.sample", sample.rows()[0]));
        Prepared data = pass.subject().setup().rows();
        List<String> raw = data.dataset().inputNames();
        List<String> features = data.featureNames();
        String[] values = new String[raw.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = raw.get(i) + " = " + number(sample.raw()[0][i]);
        }
        if (values.length <= MOST) {
            say(Text.of("handout.raw", String.join(", ", values)));
        }
        MarkdownTable table =
                new MarkdownTable(Text.of("handout.input"), Text.of("handout.feature"), Text.of("handout.received"));
        for (int i = 0; i < Math.min(MOST, features.size()); i++) {
            table.add(
                    Integer.toString(i),
                    features.get(i),
                    Sums.text(sample.batch().inputs()[i]));
        }
        table.print(out);
        leftOut(features.size(), "handout.more.inputs");
        String targets = IntStream.range(0, network.outputs())
                .mapToObj(j -> number(sample.batch().targets()[j]))
                .collect(Collectors.joining(", "));
        say(Text.of("handout.targets", targets));
    }

    /** As short as it can be. */
    private static String number(double value) {
        return Shown.exact(value).text();
    }

    private void leftOut(int there, String key) {
        if (there > MOST) {
            say(Text.of(key, there - MOST));
        }
    }

    /** Numbers of every row: units to the right, rows downwards. */
    private void rows(String head, double[] numbers, int width) {
        int columns = Math.min(width, MOST);
        String[] heads = new String[columns + 1];
        heads[0] = Text.of("handout.row");
        for (int j = 0; j < columns; j++) {
            heads[j + 1] = width == 1 ? head : head + " " + j;
        }
        MarkdownTable table = new MarkdownTable(heads);
        for (int s = 0; s < Math.min(MOST, pass.sample().n()); s++) {
            String[] cells = new String[columns + 1];
            cells[0] = Integer.toString(pass.sample().rows()[s]);
            for (int j = 0; j < columns; j++) {
                cells[j + 1] = Sums.text(numbers[s * width + j]);
            }
            table.add(cells);
        }
        table.print(out);
        leftOut(pass.sample().n(), "handout.more.rows");
        leftOut(width, "handout.more.units");
    }

    // ---- forward

    private void forward() {
        say("## " + Text.of("handout.forward"));
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            say("### " + layer(network, l));
            say(Text.of(layer.batchNorm() ? "handout.sum.norm" : "handout.sum", activation(l)));
            if (one) {
                forward(l, pass.layer(l));
            } else {
                rows("z", pass.layer(l).preActivations(), layer.units());
                rows("a", pass.layer(l).activations(), layer.units());
            }
        }
    }

    private String activation(int l) {
        boolean softmax = network.softmax() && l == network.layers().size() - 1;
        return softmax
                ? Text.of("handout.softmax")
                : network.layers().get(l).activation().formula();
    }

    private void forward(int l, DenseLayer layer) {
        boolean norm = layer.normalized().length > 0;
        boolean drops = layer.mask().length > 0;
        MarkdownTable table = norm
                ? new MarkdownTable(
                        Text.of("handout.unit"),
                        Text.of("handout.sum.v"),
                        "v",
                        "x̂",
                        "z",
                        "f(z)",
                        Text.of("handout.mask"),
                        "a")
                : new MarkdownTable(
                        Text.of("handout.unit"), Text.of("handout.sum.z"), "z", "f(z)", Text.of("handout.mask"), "a");
        for (int u = 0; u < Math.min(MOST, layer.units()); u++) {
            String mask = drops ? Sums.text(layer.mask()[u]) : Text.of("handout.none");
            String f = Sums.text(layer.responses()[u]);
            String a = Sums.text(layer.activations()[u]);
            String z = Sums.text(layer.preActivations()[u]);
            String unit = Integer.toString(u);
            if (norm) {
                String v = Sums.text(layer.linearSums()[u]);
                table.add(unit, weighted(l, u), v, Sums.text(layer.normalized()[u]), z, f, mask, a);
            } else {
                table.add(unit, weighted(l, u), z, f, mask, a);
            }
        }
        table.print(out);
        leftOut(layer.units(), "handout.more.units");
    }

    /** w·x + b of a unit with its numbers. */
    private String weighted(int l, int u) {
        Sums sum = new Sums();
        double[] x = pass.layer(l).inputs();
        for (int i = 0; i < network.fanIn(l); i++) {
            sum.plus(pass.value(Quantity.weight(l, u, i), 0), x[i]);
        }
        if (!network.layers().get(l).batchNorm()) {
            sum.plus(pass.value(Quantity.bias(l, u), 0));
        }
        return sum.numbers();
    }

    // ---- loss

    private void loss() {
        Loss loss = pass.subject().plan().loss();
        say("## " + Text.of("handout.loss"));
        say(Text.of("handout.loss.of", loss.formula()));
        if (one) {
            int last = network.layers().size() - 1;
            MarkdownTable table = new MarkdownTable(Text.of("handout.output"), "p", "y");
            for (int j = 0; j < Math.min(MOST, network.outputs()); j++) {
                table.add(
                        Integer.toString(j),
                        Sums.text(pass.value(Quantity.unit(Kind.ACTIVATION, last, j), 0)),
                        Sums.text(pass.sample().batch().targets()[j]));
            }
            table.print(out);
        }
        say("**L = " + Sums.text(pass.loss()) + "**");
        if (pass.penalty() != 0) {
            say(Text.of("handout.penalty", Sums.text(pass.penalty())));
        }
    }

    // ---- back

    private void backward() {
        say("## " + Text.of("handout.backward"));
        for (int l = network.layers().size() - 1; l >= 0; l--) {
            say("### " + layer(network, l));
            say(Text.of(slope(l)));
            if (one) {
                backward(l, pass.layer(l));
            } else {
                rows(
                        "∂L/∂z",
                        pass.layer(l).preActivationGradients(),
                        pass.layer(l).units());
            }
        }
    }

    /** What tells how this layer's gradients come about. */
    private String slope(int l) {
        boolean output = l == network.layers().size() - 1;
        if (!output) {
            return network.layers().get(l).batchNorm() ? "handout.back.norm" : "handout.back.hidden";
        }
        if (pass.subject().plan().perceptron()) {
            return "handout.back.perceptron";
        }
        return pass.subject().plan().loss().fromLogits()
                ? "handout.back.logits"
                : network.softmax() ? "handout.back.softmax" : "handout.back.output";
    }

    private void backward(int l, DenseLayer layer) {
        boolean output = l == network.layers().size() - 1;
        MarkdownTable table = new MarkdownTable(
                Text.of("handout.unit"), Text.of("handout.through"), "∂L/∂a", Text.of("handout.slope"), "∂L/∂z");
        for (int u = 0; u < Math.min(MOST, layer.units()); u++) {
            table.add(
                    Integer.toString(u),
                    output ? Text.of("handout.none") : through(l, u),
                    Sums.text(pass.value(Quantity.unit(Kind.D_ACTIVATION, l, u), 0)),
                    output && network.softmax() ? Text.of("handout.none") : Sums.text(slopeAt(l, u)),
                    Sums.text(layer.preActivationGradients()[u]));
        }
        table.print(out);
        leftOut(layer.units(), "handout.more.units");
    }

    /** Σ of the weights to the layer above times what is known there. */
    private String through(int l, int u) {
        Sums sum = new Sums();
        double[] above = pass.layer(l + 1).linearSumGradients();
        for (int k = 0; k < above.length; k++) {
            sum.plus(pass.value(Quantity.weight(l + 1, k, u), 0), above[k]);
        }
        return sum.numbers();
    }

    /** ∂a/∂z: the activation's slope, times what dropout multiplies by. */
    private double slopeAt(int l, int u) {
        Layer layer = network.layers().get(l);
        DenseLayer at = pass.layer(l);
        double alpha = layer.activation().learnsAlpha()
                ? pass.value(new Quantity(Kind.ALPHA, l, Quantity.NONE, Quantity.NONE), 0)
                : layer.alpha();
        double slope = layer.activation().slope(at.preActivations()[u], at.responses()[u], alpha);
        return at.mask().length > 0 ? slope * at.mask()[u] : slope;
    }
}
