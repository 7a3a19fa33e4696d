package weightroom.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import weightroom.engine.cpu.DenseLayer;
import weightroom.explain.Quantity.Kind;

/**
 * The ways from what a unit makes to the loss, one unit of each layer above. There are as many as those layers' units
 * multiplied; the largest are found without looking at the others, by the most that can still come from each unit.
 */
final class Paths {
    private final Ground ground;
    private final int s;
    private final int from;
    private final Pieces pieces;
    /** By layer from the next on: what a unit multiplies by, {@code [layer][unit]}. */
    private final double[][] local;
    /** The largest size of what comes from a unit on. */
    private final double[][] most;
    /** The sum of the sizes. */
    private final double[][] sizes;

    /**
     * @param from the layer of the unit
     */
    Paths(Ground ground, int s, int from) {
        this.ground = ground;
        this.s = s;
        this.from = from;
        pieces = new Pieces(ground, s);
        int layers = ground.last() - from;
        local = new double[layers][];
        most = new double[layers][];
        sizes = new double[layers][];
        for (int l = ground.last(); l > from; l--) {
            measure(l);
        }
    }

    /** A way: the units, the next layer's first, and the product of everything on it. */
    record Way(int[] units, double product) {}

    private void measure(int l) {
        int units = ground.layer(l).units();
        int at = l - from - 1;
        local[at] = new double[units];
        most[at] = new double[units];
        sizes[at] = new double[units];
        for (int u = 0; u < units; u++) {
            local[at][u] = multiplier(l, u);
            if (l == ground.last()) {
                most[at][u] = Math.abs(local[at][u]);
                sizes[at][u] = most[at][u];
                continue;
            }
            for (int k = 0; k < ground.layer(l + 1).units(); k++) {
                double step = Math.abs(local[at][u] * weight(l + 1, k, u));
                most[at][u] = Math.max(most[at][u], step * most[at + 1][k]);
                sizes[at][u] += step * sizes[at + 1][k];
            }
        }
    }

    /** ∂L/∂v of an output, ∂a/∂v of a hidden unit. */
    private double multiplier(int l, int u) {
        DenseLayer layer = ground.pass().layer(l);
        int at = s * layer.units() + u;
        if (l == ground.last()) {
            return layer.linearSumGradients()[at];
        }
        double kept = layer.mask().length > 0 ? layer.mask()[at] : 1;
        double slope = kept * pieces.slopeValue(l, u);
        return ground.layer(l).batchNorm() ? slope * pieces.normValue(l, u) : slope;
    }

    private double weight(int l, int u, int i) {
        return ground.value(new Quantity(Kind.WEIGHT, l, u, i), s);
    }

    /** How many there are. */
    BigInteger count() {
        BigInteger count = BigInteger.ONE;
        for (double[] units : local) {
            count = count.multiply(BigInteger.valueOf(units.length));
        }
        return count;
    }

    /** Sum of the sizes of all ways from a unit. */
    double sizes(int unit) {
        double sum = 0;
        for (int k = 0; k < sizes[0].length; k++) {
            sum += Math.abs(weight(from + 1, k, unit)) * sizes[0][k];
        }
        return sum;
    }

    private record Open(List<Integer> units, double product, double bound) {}

    /** The largest ways from a unit by size, at most so many. */
    List<Way> largest(int unit, int wanted) {
        PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparingDouble(way -> -way.bound));
        open.add(new Open(List.of(), 1, Double.MAX_VALUE));
        List<Way> found = new ArrayList<>();
        while (!open.isEmpty() && found.size() < wanted) {
            Open way = open.remove();
            int depth = way.units.size();
            if (depth == local.length) {
                found.add(new Way(way.units.stream().mapToInt(Integer::intValue).toArray(), way.product));
                continue;
            }
            int below = depth == 0 ? unit : way.units.get(depth - 1);
            for (int k = 0; k < local[depth].length; k++) {
                List<Integer> units = new ArrayList<>(way.units);
                units.add(k);
                double step = way.product * weight(from + 1 + depth, k, below);
                open.add(new Open(units, step * local[depth][k], Math.abs(step) * most[depth][k]));
            }
        }
        return found;
    }
}
