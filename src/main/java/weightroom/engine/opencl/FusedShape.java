package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;

/**
 * How the numbers of a small network lie in vectors for the fused kernels: layer after layer, each row of weights filled
 * up with zeros to whole vectors. Lanes are the units of a layer; in a narrow output layer, where units would leave most
 * lanes empty, they are its inputs.
 */
final class FusedShape {
    /** Outputs of at most this width have their inputs as lanes. */
    private static final int NARROW = 2;

    private final int lanes;
    private final List<Part> parts;
    private final int vectors;

    /**
     * One layer. Offsets count vectors, steps count floats: the weight from input j to unit u is float
     * {@code weights·lanes + j·inputStep + u·unitStep}.
     *
     * @param dot whether lanes are inputs
     * @param blocks vectors in a row of weights
     * @param alpha the vector whose first lane is the learned α, {@link Layout#NONE} without one
     */
    record Part(
            int in,
            int units,
            boolean dot,
            int blocks,
            int weights,
            int biases,
            int alpha,
            int inputStep,
            int unitStep) {}

    FusedShape(Network network) {
        int last = network.layers().size() - 1;
        boolean narrow = network.outputs() <= NARROW;
        int widest = narrow ? network.fanIn(last) : network.outputs();
        for (int l = 0; l < last; l++) {
            widest = Math.max(widest, network.layers().get(l).units());
        }
        lanes = widest <= 4 ? 4 : widest <= 8 ? 8 : 16;
        parts = new ArrayList<>();
        int next = 0;
        for (int l = 0; l <= last; l++) {
            Layer layer = network.layers().get(l);
            Part part = part(network.fanIn(l), layer, narrow && l == last, next);
            parts.add(part);
            next = part.biases() + (part.dot() ? 1 : part.blocks()) + (part.alpha() == Layout.NONE ? 0 : 1);
        }
        vectors = next;
    }

    private Part part(int in, Layer layer, boolean dot, int from) {
        int units = layer.units();
        int blocks = ((dot ? in : units) + lanes - 1) / lanes;
        int biases = from + blocks * (dot ? units : in);
        int alpha = layer.activation().learnsAlpha() ? biases + (dot ? 1 : blocks) : Layout.NONE;
        int row = blocks * lanes;
        return new Part(in, units, dot, blocks, from, biases, alpha, dot ? 1 : row, dot ? row : 1);
    }

    /** Floats in a vector: 4, 8 or 16. */
    int lanes() {
        return lanes;
    }

    List<Part> parts() {
        return parts;
    }

    /** Vectors of all parameters; every slot has as many. */
    int vectors() {
        return vectors;
    }

    /** Floats of all parameters. */
    int floats() {
        return vectors * lanes;
    }

    /** Copies trainable numbers in the order of {@link Layout} into their places, from {@code offset} on. */
    void pack(Layout layout, float[] flat, float[] packed, int offset) {
        int[] places = places(layout);
        for (int i = 0; i < places.length; i++) {
            packed[offset + places[i]] = flat[i];
        }
    }

    /** The way back. */
    void unpack(Layout layout, float[] packed, int offset, float[] flat) {
        int[] places = places(layout);
        for (int i = 0; i < places.length; i++) {
            flat[i] = packed[offset + places[i]];
        }
    }

    /** Where a trainable number of {@link Layout} stands, for each. */
    int[] places(Layout layout) {
        int[] places = new int[layout.trainable()];
        for (int l = 0; l < parts.size(); l++) {
            Part part = parts.get(l);
            Slice slice = layout.slice(l);
            for (int u = 0; u < part.units(); u++) {
                for (int j = 0; j < part.in(); j++) {
                    places[slice.weights() + u * part.in() + j] =
                            part.weights() * lanes + j * part.inputStep() + u * part.unitStep();
                }
                places[slice.biases() + u] = part.biases() * lanes + u;
            }
            if (part.alpha() != Layout.NONE) {
                places[slice.alpha()] = part.alpha() * lanes;
            }
        }
        return places;
    }
}
