package weightroom.engine;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Probe.LayerPass;

/**
 * Finds the step at which a replica's numbers stopped being finite, by training again from the mark in halves,
 * and leaves the replica at the last good step.
 */
final class DivergenceSearch {
    private final GuardedProgram program;
    private final int replica;
    private final long from;
    private final boolean measured;
    private final boolean[] only;

    /**
     * @param replica which is marked at {@code from} and not sound now
     * @param from updates made before the mark
     * @param measured whether losses are looked at too, since they can be too large for any number while no parameter is
     */
    DivergenceSearch(GuardedProgram program, int replica, long from, boolean measured) {
        this.program = program;
        this.replica = replica;
        this.from = from;
        this.measured = measured;
        this.only = new boolean[program.plan().replicas().size()];
        only[replica] = true;
    }

    /** @param steps after which the numbers, or with them the loss, are known not to be finite */
    Divergence locate(int steps) {
        int good = 0;
        int bad = steps;
        program.rollback(replica);
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            program.advance(from + good, middle - good, only);
            if (sound()) {
                program.mark(replica);
                good = middle;
            } else {
                program.rollback(replica);
                bad = middle;
            }
        }
        return describe(from + good);
    }

    private boolean sound() {
        return program.finite(replica) && (!measured || Double.isFinite(trainingLoss()));
    }

    private double trainingLoss() {
        return program.loss(replica, program.split(replica).train());
    }

    private Divergence describe(long goodStep) {
        double lastLoss = trainingLoss();
        int[] batch = program.batchRows(replica, goodStep);
        List<LayerPass> layers = program.standingAt(goodStep, () -> program.probe(replica, batch))
                .layers();
        OptionalInt forward = firstBrokenForward(layers);
        if (forward.isPresent()) {
            return new Divergence(replica, goodStep + 1, forward.getAsInt(), "activations", lastLoss);
        }
        for (int l = layers.size() - 1; l >= 0; l--) {
            if (!GuardedProgram.finite(layers.get(l).preActivationGradients())
                    || !GuardedProgram.finite(layers.get(l).weightGradients())) {
                return new Divergence(replica, goodStep + 1, l, "gradient", lastLoss);
            }
        }
        program.advance(goodStep, 1, only);
        Divergence after = program.finite(replica)
                ? new Divergence(replica, goodStep + 1, brokenAfterTheStep(), "activations", lastLoss)
                : new Divergence(replica, goodStep + 1, firstBrokenParameters(), "parameters", lastLoss);
        program.rollback(replica);
        return after;
    }

    private static OptionalInt firstBrokenForward(List<LayerPass> layers) {
        for (int l = 0; l < layers.size(); l++) {
            if (!GuardedProgram.finite(layers.get(l).preActivations())
                    || !GuardedProgram.finite(layers.get(l).activations())) {
                return OptionalInt.of(l);
            }
        }
        return OptionalInt.empty();
    }

    /** The parameters stayed finite, but some row's answer did not; where none shows it, the loss itself overflowed. */
    private int brokenAfterTheStep() {
        int rows = program.split(replica).train().count();
        int[] all = new int[rows];
        Arrays.setAll(all, i -> i);
        List<LayerPass> layers = program.probe(replica, all).layers();
        return firstBrokenForward(layers).orElse(layers.size() - 1);
    }

    private int firstBrokenParameters() {
        Layout layout = Layout.of(program.plan().network());
        float[] parameters = new float[layout.total()];
        int slots = program.plan().replicas().get(replica).optimizer().slots();
        program.read(replica, parameters, new float[slots][layout.trainable()]);
        for (int l = 0; l + 1 < layout.slices().size(); l++) {
            Slice next = layout.slice(l + 1);
            if (!GuardedProgram.finite(
                    Arrays.copyOfRange(parameters, layout.slice(l).weights(), next.weights()))) {
                return l;
            }
        }
        return layout.slices().size() - 1;
    }
}
