package weightroom.engine.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.engine.DropoutMask;
import weightroom.engine.GuardedProgram;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Probe.LayerPass;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Score;
import weightroom.engine.Split;
import weightroom.engine.State;

/**
 * The clean program beside the fast ones, and the definition of what they compute: plain loops, one replica after the
 * other, every sum in double precision.
 *
 * <p>Parameters, running statistics and optimizer state are kept as floats <em>between</em> steps, because that is what a
 * {@link State} holds: a run that was saved and goes on gives the same bits as one that never stopped.
 */
final class ReferenceProgram extends GuardedProgram {
    /** Share of a batch in the running statistics of batch norm. */
    private static final double MOMENTUM = 0.1;

    /** Rows that are evaluated at a time. */
    private static final int BLOCK = 512;

    private final Layout layout;
    private final State[] states;
    private final State[] marks;

    ReferenceProgram(Plan plan, List<Split> data) {
        super(plan, data);
        layout = Layout.of(plan.network());
        states = plan.replicas().stream()
                .map(replica -> State.fresh(plan, replica, new float[layout.total()]))
                .toArray(State[]::new);
        marks = states.clone();
    }

    @Override
    protected void advance(long from, int steps, boolean[] active) {
        for (int r = 0; r < active.length; r++) {
            for (long step = from; active[r] && step < from + steps; step++) {
                step(r, step);
            }
        }
    }

    private void step(int r, long step) {
        Replica replica = plan().replicas().get(r);
        float[] parameters = states[r].parameters();
        double[] theta = doubles(parameters);
        int[] rows = batchRows(r, step);
        if (rows.length < plan().leastRows()) {
            return;
        }
        Batch batch = Batch.of(split(r).train(), rows, 0, rows.length);

        ReferencePass pass = ReferencePass.training(plan(), theta, batch, DropoutMask.key(replica.seed(), step));
        double[] gradient = pass.gradient();
        Descent.addPenalty(layout, theta, replica, gradient);
        Descent.freeze(replica, gradient);
        Descent.clip(replica, gradient);
        double eta = replica.rate(plan().epochOf(step, trainingRows()), plan().epochs());
        Descent.update(replica, step + 1, eta, parameters, states[r].slots(), gradient);
        measureStatistics(pass, batch.n(), parameters);
    }

    /** running = 0.9·running + 0.1·batch, where the batch's variance is the unbiased one, n/(n − 1) times the biased. */
    private void measureStatistics(ReferencePass pass, int n, float[] parameters) {
        for (int l = 0; l < layout.slices().size(); l++) {
            Slice at = layout.slice(l);
            DenseLayer layer = pass.layers().get(l);
            for (int u = 0; u < layer.mean().length; u++) {
                int mean = at.runningMean() + u;
                int variance = at.runningVariance() + u;
                double unbiased = layer.variance()[u] * n / (n - 1);
                parameters[mean] = (float) ((1 - MOMENTUM) * parameters[mean] + MOMENTUM * layer.mean()[u]);
                parameters[variance] = (float) ((1 - MOMENTUM) * parameters[variance] + MOMENTUM * unbiased);
            }
        }
    }

    @Override
    public Score score(int replica, Rows rows) {
        if (rows.isEmpty()) {
            return Score.NONE;
        }
        double[] theta = doubles(states[replica].parameters());
        int[] order = new int[rows.count()];
        Arrays.setAll(order, i -> i);
        double sum = 0;
        for (int from = 0; from < rows.count(); from += BLOCK) {
            int n = Math.min(BLOCK, rows.count() - from);
            Batch block = Batch.of(rows, order, from, n);
            sum += n * ReferencePass.evaluationLoss(plan().network(), plan().loss(), theta, block);
        }
        int c = plan().network().outputs();
        float[] outputs = new float[rows.count() * c];
        predict(replica, rows.inputs(), rows.count(), outputs);
        return Score.of(
                plan().task(), sum, plan().task().right(outputs, rows.targets(), rows.count(), c), rows.count());
    }

    @Override
    public void predict(int replica, float[] inputs, int n, float[] outputs) {
        Network network = plan().network();
        double[] theta = doubles(states[replica].parameters());
        int c = network.outputs();
        for (int from = 0; from < n; from += BLOCK) {
            Batch block = Batch.ofInputs(inputs, from, Math.min(BLOCK, n - from), network.inputs());
            double[] p =
                    ReferencePass.evaluation(network, theta, block).output().activations();
            for (int i = 0; i < block.n() * c; i++) {
                outputs[from * c + i] = (float) p[i];
            }
        }
    }

    @Override
    public Probe probe(int replica, int[] rows) {
        Batch batch = Batch.of(split(replica).train(), rows, 0, rows.length);
        int key = DropoutMask.key(plan().replicas().get(replica).seed(), step());
        ReferencePass pass = ReferencePass.training(plan(), doubles(states[replica].parameters()), batch, key);
        List<LayerPass> layers = new ArrayList<>();
        for (int l = 0; l < pass.layers().size(); l++) {
            layers.add(layerPass(pass.layers().get(l), layout.slice(l), floats(pass.gradient())));
        }
        return new Probe(rows.clone(), pass.loss(), layers);
    }

    private static LayerPass layerPass(DenseLayer layer, Slice at, float[] gradient) {
        float[] dA = floats(layer.activationGradients());
        if (dA.length == 0) {
            dA = new float[layer.activations().length];
            Arrays.fill(dA, Float.NaN);
        }
        return new LayerPass(
                floats(layer.preActivations()),
                floats(layer.activations()),
                dA,
                floats(layer.preActivationGradients()),
                Arrays.copyOfRange(gradient, at.weights(), at.weightsEnd()),
                part(gradient, at.biases(), at.units()),
                part(gradient, at.gamma(), at.units()),
                part(gradient, at.beta(), at.units()),
                at.alpha() == Layout.NONE ? Float.NaN : gradient[at.alpha()]);
    }

    private static float[] part(float[] gradient, int from, int units) {
        return from == Layout.NONE ? new float[0] : Arrays.copyOfRange(gradient, from, from + units);
    }

    @Override
    protected boolean finite(int replica) {
        State state = states[replica];
        return finite(state.parameters()) && Arrays.stream(state.slots()).allMatch(GuardedProgram::finite);
    }

    @Override
    protected void mark(int replica) {
        marks[replica] = copy(states[replica]);
    }

    @Override
    protected void rollback(int replica) {
        states[replica] = copy(marks[replica]);
    }

    @Override
    protected void read(int replica, float[] parameters, float[][] slots) {
        copy(states[replica].parameters(), states[replica].slots(), parameters, slots);
    }

    @Override
    protected void write(int replica, float[] parameters, float[][] slots) {
        copy(parameters, slots, states[replica].parameters(), states[replica].slots());
    }

    /** Follows whatever leaves the meaning of parameters, slots and step as it is. */
    @Override
    protected boolean follow(Plan changed) {
        Plan plan = plan();
        boolean sameRules = true;
        for (int r = 0; r < plan.replicas().size(); r++) {
            Replica replica = changed.replicas().get(r);
            sameRules &= replica.optimizer() == plan.replicas().get(r).optimizer();
            sameRules &= replica.data() >= 0 && replica.data() < data().size();
        }
        return sameRules
                && changed.batch() == plan.batch()
                && changed.shuffle() == plan.shuffle()
                && sameShapes(changed.network(), plan.network());
    }

    private static boolean sameShapes(Network a, Network b) {
        boolean same =
                a.inputs() == b.inputs() && a.layers().size() == b.layers().size();
        for (int l = 0; same && l < a.layers().size(); l++) {
            Layer one = a.layers().get(l);
            Layer other = b.layers().get(l);
            same = one.units() == other.units()
                    && one.batchNorm() == other.batchNorm()
                    && one.activation().learnsAlpha() == other.activation().learnsAlpha();
        }
        return same;
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }

    private static State copy(State state) {
        float[][] slots = Arrays.stream(state.slots()).map(float[]::clone).toArray(float[][]::new);
        return new State(state.step(), state.parameters().clone(), slots);
    }

    private static void copy(float[] parameters, float[][] slots, float[] toParameters, float[][] toSlots) {
        System.arraycopy(parameters, 0, toParameters, 0, parameters.length);
        for (int k = 0; k < slots.length; k++) {
            System.arraycopy(slots[k], 0, toSlots[k], 0, slots[k].length);
        }
    }

    private static double[] doubles(float[] numbers) {
        double[] out = new double[numbers.length];
        Arrays.setAll(out, i -> numbers[i]);
        return out;
    }

    private static float[] floats(double[] numbers) {
        float[] out = new float[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) numbers[i];
        }
        return out;
    }
}
