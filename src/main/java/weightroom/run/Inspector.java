package weightroom.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Probe.LayerPass;

/** Reads the figures of a {@link LayerInsight} off a pass that was laid open. For one plan and its training rows. */
public final class Inspector {
    /** A unit counts as saturated that is so in this share of the rows. */
    private static final double MOSTLY = 0.95;

    /** A pair counts as saturated below this share of the steepest slope. */
    static final double FLAT = 0.05;

    private static final int BINS = 32;
    /** Quartiles of larger layers are those of so many weights spread evenly over them. */
    private static final int MOST_SORTED = 4096;

    private final Network network;
    private final Layout layout;
    private final int[] rows;
    private final float[] flat; // per layer, slopes smaller than this are flat; NaN where it does not saturate

    /** @param trainingRows how many rows to sample from */
    public Inspector(Plan plan, int trainingRows) {
        network = plan.network();
        layout = Layout.of(network);
        rows = sample(trainingRows);
        flat = new float[network.layers().size()];
        for (int l = 0; l < flat.length; l++) {
            Layer layer = network.layers().get(l);
            boolean saturates = layer.activation().shape().saturating()
                    && layer.activation().hasSlope();
            flat[l] = saturates ? (float) (FLAT * steepest(layer)) : Float.NaN;
        }
    }

    /** All rows, or {@link Insight#MOST_ROWS} of them spread evenly; always the same ones in the same order. */
    private static int[] sample(int trainingRows) {
        int[] rows = new int[Math.min(Insight.MOST_ROWS, trainingRows)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) ((long) i * trainingRows / rows.length);
        }
        return rows;
    }

    /** Every activation is steepest somewhere near 0. */
    private static double steepest(Layer layer) {
        Activation activation = layer.activation();
        double steepest = 0;
        for (int i = -512; i <= 512; i++) {
            double z = i / 64.0;
            steepest = Math.max(steepest, activation.slope(z, activation.value(z, layer.alpha()), layer.alpha()));
        }
        return steepest;
    }

    /** The training rows to look at; not to be written. */
    public int[] rows() {
        return rows;
    }

    /** Parameters before and after one update. */
    public record Move(float[] before, float[] after) {}

    /**
     * The figures of every layer.
     *
     * @param parameters those that the pass was made with
     * @param move a recent update, where one is known
     */
    public List<LayerInsight> inspect(float[] parameters, Probe probe, Optional<Move> move) {
        List<LayerInsight> layers = new ArrayList<>();
        for (int l = 0; l < probe.layers().size(); l++) {
            layers.add(inspect(l, parameters, probe.layers().get(l), move));
        }
        return layers;
    }

    private LayerInsight inspect(int l, float[] parameters, LayerPass pass, Optional<Move> move) {
        Slice slice = layout.slice(l);
        float[] z = pass.preActivations();
        Slopes slopes = new Slopes(l, parameters, pass);
        float[] a = slopes.activations;
        float[] gradients = pass.weightGradients();
        Spread sizes = Spread.ofSizes(gradients);
        Spread spread = Spread.of(a, 0, a.length);
        float[] updates = move.map(made -> updates(slice, made)).orElse(new float[0]);
        int[] dead = slopes.deadUnits();
        return new LayerInsight(
                sizes.mean(),
                sizes.deviation(),
                Histogram.of(gradients, 0, gradients.length, BINS),
                gradients,
                move.map(made -> ratio(slice, made.before, updates)).orElse(Double.NaN),
                updates,
                slopes.saturated(),
                slopes.saturatedUnits(),
                isOutput(l) ? Double.NaN : (double) dead.length / slice.units(),
                dead,
                isOutput(l) ? List.of() : Twins.of(slice, parameters, isSymmetric(l)),
                Histogram.of(z, 0, z.length, BINS),
                Spread.of(z, 0, z.length).mean(),
                Histogram.of(a, 0, a.length, BINS),
                spread.mean(),
                spread.deviation(),
                Histogram.of(parameters, slice.weights(), slice.weightsEnd(), BINS),
                quantiles(parameters, slice.weights(), slice.weightsEnd()));
    }

    private boolean isOutput(int l) {
        return l == network.layers().size() - 1;
    }

    /** Whether f(−z) is f(z) mirrored, so that opposite weights make the same unit but for its sign and an offset. */
    private boolean isSymmetric(int l) {
        Activation activation = network.layers().get(l).activation();
        double alpha = network.layers().get(l).alpha();
        double twiceMiddle = 2 * activation.value(0.0, alpha);
        return Math.abs(activation.value(0.7, alpha) + activation.value(-0.7, alpha) - twiceMiddle) < 1e-9;
    }

    private static float[] updates(Slice slice, Move made) {
        float[] updates = new float[slice.weightsEnd() - slice.weights()];
        for (int i = 0; i < updates.length; i++) {
            updates[i] = made.after[slice.weights() + i] - made.before[slice.weights() + i];
        }
        return updates;
    }

    private static double ratio(Slice slice, float[] before, float[] updates) {
        double moved = 0;
        double length = 0;
        for (int i = 0; i < updates.length; i++) {
            double weight = before[slice.weights() + i];
            moved += (double) updates[i] * updates[i];
            length += weight * weight;
        }
        return length == 0 ? Double.NaN : Math.sqrt(moved / length);
    }

    /** Smallest, quartiles and largest; between two numbers, on the straight line from one to the other. */
    static double[] quantiles(float[] values, int from, int to) {
        int n = to - from;
        float[] sorted = new float[Math.min(n, MOST_SORTED)];
        float low = values[from];
        float high = values[from];
        for (int i = from; i < to; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[from + (int) ((long) i * n / sorted.length)];
        }
        Arrays.sort(sorted);
        return new double[] {low, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75), high};
    }

    private static double quantile(float[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Activations and slopes of one layer as they are without dropout. */
    private final class Slopes {
        private final int units;
        private final float[] activations; // (n, units)
        private final boolean canDie;
        private final double saturated;
        private final boolean saturates;
        private final int[] flatRows; // per unit
        private final boolean[] alive;

        Slopes(int l, float[] parameters, LayerPass pass) {
            Layer layer = network.layers().get(l);
            Slice slice = layout.slice(l);
            units = slice.units();
            float alpha = slice.alpha() == Layout.NONE ? (float) layer.alpha() : parameters[slice.alpha()];
            boolean softmax = network.softmax() && isOutput(l);
            canDie = !isOutput(l) && fades(layer);
            activations = layer.dropout() > 0 ? without(layer.activation(), alpha, pass) : pass.activations();
            alive = new boolean[units];
            flatRows = new int[units];
            saturates = !Float.isNaN(flat[l]) && !softmax;
            int flatPairs = canDie || saturates ? look(layer.activation(), alpha, pass.preActivations(), flat[l]) : 0;
            saturated = saturates ? (double) flatPairs / activations.length : Double.NaN;
        }

        /** Whether activation and slope are 0 for z far below 0. */
        private boolean fades(Layer layer) {
            double a = layer.activation().value(-1e3, layer.alpha());
            return a == 0 && layer.activation().hasSlope() && layer.activation().slope(-1e3, a, layer.alpha()) == 0;
        }

        private float[] without(Activation activation, float alpha, LayerPass pass) {
            float[] a = new float[pass.preActivations().length];
            for (int k = 0; k < a.length; k++) {
                a[k] = activation.value(pass.preActivations()[k], alpha);
            }
            return a;
        }

        /** Finds who is alive; returns how many pairs are flat. */
        private int look(Activation activation, float alpha, float[] z, float limit) {
            int flatPairs = 0;
            for (int k = 0, u = 0; k < z.length; k++) {
                float slope = activation.slope(z[k], activations[k], alpha);
                if (Math.abs(slope) < limit) {
                    flatPairs++;
                    flatRows[u]++;
                }
                alive[u] |= activations[k] != 0 || slope != 0;
                u = u + 1 == units ? 0 : u + 1;
            }
            return flatPairs;
        }

        double saturated() {
            return saturated;
        }

        int[] saturatedUnits() {
            int rows = activations.length / units;
            return units(u -> saturates && flatRows[u] >= MOSTLY * rows);
        }

        int[] deadUnits() {
            return units(u -> canDie && !alive[u]);
        }

        private int[] units(IntPredicate which) {
            return IntStream.range(0, units).filter(which).toArray();
        }
    }
}
