package weightroom.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weightroom.explain.Quantity.Kind;

/**
 * What runs along the edges of a computation graph: an array of numbers with a shape. Frameworks hold it in single precision
 * while training; here the numbers are the reference's, in double precision.
 *
 * @param id its place in {@link ComputationGraph#tensors()}
 * @param latex its name: {@code W_1}
 * @param name the same in plain Unicode: {@code W₁}
 * @param role what it is to training
 * @param shape sizes along each axis, the sample first; empty for a single number
 * @param values row by row
 * @param gradient ∂L by each of them, likewise; empty where no gradient flows
 * @param kind what its numbers are called elsewhere; empty for what only graphs have
 * @param layer that it belongs to; {@link Quantity#NONE} for none
 * @param forward phase in which its values become known
 * @param backward phase in which its gradient becomes known; {@link Quantity#NONE} where none flows
 */
public record Tensor(
        int id,
        String latex,
        String name,
        Role role,
        List<Integer> shape,
        double[] values,
        double[] gradient,
        Optional<Kind> kind,
        int layer,
        int forward,
        int backward) {

    /** What a tensor is to training. */
    public enum Role {
        /** Given: inputs, targets, masks. */
        DATA,
        /** Changed by training. */
        PARAMETER,
        /** Measured while training, a constant here: running mean and variance. */
        STATISTIC,
        /** Computed. */
        COMPUTED
    }

    public Tensor {
        shape = List.copyOf(shape);
    }

    /** How many axes. */
    public int rank() {
        return shape.size();
    }

    /** How many numbers. */
    public int elements() {
        return values.length;
    }

    /** How many numbers stand in a row: the size of the last axis. */
    public int columns() {
        return shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
    }

    /** How many rows of them there are. */
    public int rows() {
        return elements() / columns();
    }

    /** Whether gradients flow to it. */
    public boolean hasGradient() {
        return gradient.length > 0;
    }

    /** {@code (4, 2)}, {@code (4,)}, {@code ()}, as frameworks print it. */
    public String shapeText() {
        return shape.size() == 1
                ? "(" + shape.get(0) + ",)"
                : shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Which number of the pass stands in a cell; of what has a row for each sample, that of any. */
    public Optional<Quantity> quantity(int row, int column) {
        return kind.map(what -> switch (what) {
            case WEIGHT -> Quantity.weight(layer, row, column);
            case LOSS, PENALTY -> new Quantity(what, Quantity.NONE, Quantity.NONE, Quantity.NONE);
            case ALPHA -> Quantity.unit(what, layer, Quantity.NONE);
            default -> Quantity.unit(what, layer, column);
        });
    }

    /** Whether its rows are samples. */
    public boolean sampled() {
        return rank() == 2 && kind.filter(what -> what != Kind.WEIGHT).isPresent();
    }

    Tensor withGradient(double[] found, int phase) {
        return new Tensor(id, latex, name, role, shape, values, found, kind, layer, forward, phase);
    }
}
