package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Loss.Targets;

/** The part of {@link ProgramContract} about frozen parameters: not one bit of them changes, the others do as ever. */
abstract class FrozenContract extends StateContract {
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    private static Replica limited(Replica plain, double l1, double l2, double clipValue, double clipNorm) {
        return new Replica(
                plain.seed(),
                plain.data(),
                plain.optimizer(),
                plain.knobs(),
                plain.learningRate(),
                plain.rateScale(),
                plain.schedule(),
                plain.scheduleKnobs(),
                plain.warmUp(),
                l1,
                l2,
                clipValue,
                clipNorm,
                plain.frozen());
    }

    /** Every so many parameters, others in each copy, among them the first and the last. */
    private static Frozen some(Network network, int every, int from) {
        int trainable = Layout.of(network).trainable();
        return Frozen.of(IntStream.concat(
                        IntStream.of(0, trainable - 1), IntStream.iterate(from, i -> i < trainable, i -> i + every))
                .toArray());
    }

    /** Trains here and on the reference; frozen numbers keep their bits, the others agree. */
    private void holds(String what, Plan plan, Split rows) {
        try (Program mine = program(plan, rows);
                Program reference = reference(plan, rows)) {
            List<State> before = new ArrayList<>();
            for (int r = 0; r < plan.replicas().size(); r++) {
                before.add(mine.save(r));
            }
            mine.train(STEPS, 1);
            reference.train(STEPS, 1);
            for (int r = 0; r < plan.replicas().size(); r++) {
                Frozen frozen = plan.replicas().get(r).frozen();
                sameBits(what + " of " + r, frozen, before.get(r), mine.save(r));
                sameBits(what + " of " + r + " in the reference", frozen, before.get(r), reference.save(r));
            }
            sameStates(what, reference, mine, TWENTY_STEPS);
        }
    }

    private static void sameBits(String what, Frozen frozen, State before, State after) {
        for (int i : frozen.indices()) {
            assertEquals(before.parameters()[i], after.parameters()[i], what + ", parameter " + i);
            for (int k = 0; k < before.slots().length; k++) {
                assertEquals(before.slots()[k][i], after.slots()[k][i], what + ", slot " + k + " of " + i);
            }
        }
        assertNotEquals(before, after, what + ": nothing else was trained either");
    }

    /** All rules side by side, with penalties and both ways of clipping, in a small network and in a large one. */
    @ParameterizedTest
    @ValueSource(strings = {"2 8 8 1", "33 65 17 1"})
    void everyOptimizerLeavesFrozenParametersAlone(String widths) {
        int[] units =
                Arrays.stream(widths.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        Network network =
                network(units[0], Activation.PRELU, Activation.SIGMOID, Arrays.copyOfRange(units, 1, units.length));
        List<Replica> replicas = new ArrayList<>();
        for (Optimizer optimizer : Optimizer.values()) {
            if (optimizer != Optimizer.PERCEPTRON) {
                Replica plain = replica(5 + optimizer.ordinal(), optimizer)
                        .withFrozen(some(network, 3 + optimizer.ordinal(), 1 + optimizer.ordinal()));
                boolean even = optimizer.ordinal() % 2 == 0;
                // Where a rule divides by the gradient's size, a weight that passes 0 feels the jump of sign w too
                // much.
                double l1 = optimizer.slots() < 2 ? 0.01 : 0;
                replicas.add(limited(plain, l1, 0.02, even ? NO_CLIP : 0.1, even ? 0.3 : NO_CLIP));
            }
        }
        Rows rows = SampleRows.of(Targets.BITS, 26, units[0], 1, 3);
        holds(widths, new Plan(network, Loss.BINARY_CROSS_ENTROPY, 10, true, 10, replicas), split(rows));
    }

    /** One copy, which a program may cut over several workers, and which nobody else hides. */
    @ParameterizedTest
    @ValueSource(strings = {"ADAMW", "LION", "SGD"})
    void aCopyAloneKeepsItsFrozenParameters(Optimizer optimizer) {
        Network network = softmax(40, Activation.TANH, 70, 5);
        Replica plain = replica(3, optimizer).withFrozen(some(network, 7, 2));
        Rows rows = SampleRows.of(Targets.LABEL, 300, 40, 5, 4);
        Replica clipped = limited(plain, 0.001, 0, NO_CLIP, 0.5);
        for (Replica one : List.of(plain, clipped)) {
            Plan plan = new Plan(network, Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY, Plan.FULL, true, 10, one);
            holds(optimizer.id(), plan, split(rows));
        }
    }

    @Test
    void aPerceptronLeavesFrozenParametersAlone() {
        Network network = network(7, Activation.STEP, Activation.STEP, 3);
        Rows rows = SampleRows.of(Targets.BITS, 13, 7, 3, 15);
        List<Replica> replicas = List.of(
                new Replica(1, Optimizer.PERCEPTRON, 1).withFrozen(some(network, 4, 2)),
                new Replica(2, Optimizer.PERCEPTRON, 0.1));
        holds("perceptron", new Plan(network, Loss.MSE, Plan.FULL, true, 10, replicas), split(rows));
    }

    /** γ, β and a learned α can be frozen; running statistics are measured, not trained, and go on. */
    @Test
    void normAndAlphaCanBeFrozen() {
        Layer hidden = new Layer(7, Activation.PRELU);
        Network network = new Network(
                2,
                List.of(trainsBatchNorm() ? hidden.withBatchNorm() : hidden, new Layer(1, Activation.SIGMOID)),
                false);
        Slice first = Layout.of(network).slice(0);
        Frozen frozen = trainsBatchNorm()
                ? Frozen.of(first.gamma() + 2, first.beta() + 3, first.alpha())
                : Frozen.of(first.biases() + 2, first.alpha());
        Plan plan = new Plan(
                network,
                Loss.BINARY_CROSS_ENTROPY,
                6,
                true,
                20,
                replica(4, Optimizer.MOMENTUM).withFrozen(frozen));
        holds("norm", plan, split(SampleRows.of(Targets.BITS, 20, 2, 1, 77)));
    }

    @Test
    void aNetworkThatIsFrozenAsAWholeStandsStill() {
        Network network = network(2, Activation.TANH, Activation.SIGMOID, 5, 1);
        Frozen all =
                Frozen.of(IntStream.range(0, Layout.of(network).trainable()).toArray());
        Replica replica = limited(replica(1, Optimizer.ADAMW).withFrozen(all), 0.1, 0.1, 1, 1);
        Plan plan = new Plan(network, Loss.MSE, 4, true, 10, replica);
        try (Program program = program(plan, split(SampleRows.of(Targets.BITS, 20, 2, 1, 77)))) {
            State before = program.save(0);
            program.train(11, 1);
            assertArrayEquals(before.parameters(), program.save(0).parameters());
            assertEquals(11, program.step());
        }
    }

    /**
     * ∂L/∂w = (0.9, 100) and ∂L/∂b = 1, of which only the first is free: it is no longer than the limit of 1, so it is not
     * scaled, and w1 becomes 0 − 1·0.9. With nothing frozen it would be 0.009.
     */
    @Test
    void clippingByNormDoesNotSeeFrozenComponents() {
        Network network = network(2, Activation.LINEAR, Activation.LINEAR, 1);
        Replica plain = limited(new Replica(1, Optimizer.SGD, 1), 0, 0, NO_CLIP, 1);
        Plan plan =
                new Plan(network, Loss.MSE, Plan.FULL, false, 10, List.of(plain, plain.withFrozen(Frozen.of(1, 2))));
        Split rows = split(new Rows(1, new float[] {0.9f, 100}, new float[] {-0.5f}));
        try (Program program = program(plan, rows)) {
            for (int r = 0; r < 2; r++) {
                program.restore(r, State.fresh(plan, plan.replicas().get(r), new float[3]));
            }
            program.train(1, 0);
            near("all free", -0.00899919, program.save(0).parameters()[0], ONE_STEP);
            near("frozen", new float[] {-0.9f, 0, 0}, program.save(1).parameters(), ONE_STEP);
        }
    }

    /** Locked, locked elsewhere and free again while training, without losing the state of the rule. */
    @ParameterizedTest
    @ValueSource(strings = {"2 8 1", "33 65 1"})
    void whatIsFrozenChangesWhileTraining(String widths) {
        int[] units =
                Arrays.stream(widths.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        Network network = network(units[0], Activation.TANH, Activation.LINEAR, units[1], 1);
        Split rows = split(SampleRows.of(Targets.REAL, 26, units[0], 1, 5));
        Frozen[] sets = {Frozen.NONE, some(network, 5, 1), some(network, 4, 3), Frozen.NONE};
        Plan first = plan(network, sets[0]);
        try (Program mine = program(first, rows);
                Program reference = reference(first, rows)) {
            for (Frozen set : sets) {
                Plan next = plan(network, set);
                assertTrue(mine.adopt(next), "what is frozen is taken over live");
                assertTrue(reference.adopt(next));
                State before = mine.save(0);
                mine.train(5, 0);
                reference.train(5, 0);
                sameBits(widths, set, before, mine.save(0));
                sameStates(widths + " with " + set, reference, mine, TWENTY_STEPS);
            }
        }
    }

    private static Plan plan(Network network, Frozen frozen) {
        return new Plan(
                network,
                Loss.MSE,
                10,
                true,
                10,
                List.of(
                        replica(4, Optimizer.MOMENTUM).withFrozen(frozen),
                        replica(4, Optimizer.ADAM).withFrozen(frozen)));
    }
}
