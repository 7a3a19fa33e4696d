package weightroom.explain;

import weightroom.arithmetic.Shown;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.Lead;

/** A pass with the names of its numbers: what derivations stand on. */
final class Ground {
    private final Pass pass;
    private final Network network;
    private final Symbols symbols;

    Ground(Pass pass) {
        this.pass = pass;
        network = pass.subject().network();
        symbols = Symbols.of(network);
    }

    Pass pass() {
        return pass;
    }

    Network network() {
        return network;
    }

    Symbols symbols() {
        return symbols;
    }

    Loss loss() {
        return pass.subject().plan().loss();
    }

    boolean perceptron() {
        return pass.subject().plan().perceptron();
    }

    /** Index of the output layer. */
    int last() {
        return network.layers().size() - 1;
    }

    Layer layer(int l) {
        return network.layers().get(l);
    }

    int n() {
        return pass.sample().n();
    }

    /** The number as it is. */
    double value(Quantity quantity, int s) {
        return pass.value(quantity, s);
    }

    /** The number as on its card. */
    Shown card(Quantity quantity, int s) {
        return Shown.card(value(quantity, s));
    }

    String latex(Quantity quantity) {
        return symbols.latex(quantity);
    }

    Lead lead(Quantity quantity, int s) {
        return new Lead(quantity, s);
    }

    /** What a row of the batch is called. */
    String row(int s) {
        return Text.of("term.row", String.valueOf(pass.sample().rows()[s]));
    }

    /** A number of one row of the batch, in LaTeX. */
    String ofRow(String letter, int s) {
        return letter + "_{" + pass.sample().rows()[s] + "}";
    }

    /** Whether this layer draws units to drop in this pass. */
    boolean drops(int l) {
        return pass.layer(l).mask().length > 0;
    }

    /** Whether batch norm takes its statistics from these rows, so that every row depends on every other. */
    boolean measures(int l) {
        return layer(l).batchNorm() && pass.measures();
    }

    /** Whether any layer from this one on does so. */
    boolean measuresFrom(int l) {
        for (int k = l; k <= last(); k++) {
            if (measures(k)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the loss gives ∂L/∂z at once, or softmax mixes the outputs: then a and z of an output have no slope of their own. */
    boolean joined() {
        return loss().fromLogits() || network.softmax();
    }

    /** What the activation makes: f(z) where units are dropped, else a. */
    Quantity response(int l, int u) {
        return Quantity.unit(drops(l) ? Kind.RESPONSE : Kind.ACTIVATION, l, u);
    }

    /** The weighted sum: v where batch norm follows, else z. */
    Quantity linear(int l, int u) {
        return Quantity.unit(layer(l).batchNorm() ? Kind.LINEAR : Kind.SUM, l, u);
    }
}
