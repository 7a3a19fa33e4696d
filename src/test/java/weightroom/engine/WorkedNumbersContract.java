package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link ProgramContract} that a pocket calculator checks: the worked numbers of the course. */
abstract class WorkedNumbersContract extends TorchContract {
    private static final float[] CORNERS = {0, 0, 0, 1, 1, 0, 1, 1};
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    /** What the last digit given leaves open. */
    private static final Tolerance LAST_DIGIT = new Tolerance(2e-5, 0);

    private Program set(Network network, Loss loss, Rows rows, float... parameters) {
        Plan plan = new Plan(network, loss, Plan.FULL, false, 10, new Replica(1, Optimizer.SGD, 1));
        Program program = program(plan, split(rows));
        program.restore(0, State.fresh(plan, plan.replicas().get(0), parameters));
        return program;
    }

    /** x = (0.8, 1.2), w = (1.0, 0.75), b = 0.5: z = 0.8 + 0.9 + 0.5. */
    @Test
    void aNeuronGivesTwoPointTwo() {
        Rows rows = new Rows(1, new float[] {0.8f, 1.2f}, new float[] {0});
        Network neuron = network(2, Activation.RELU, Activation.RELU, 1);
        try (Program program = set(neuron, Loss.MSE, rows, 1, 0.75f, 0.5f)) {
            near("relu(z)", new float[] {2.2f}, outputs(program, 0, rows), LAST_DIGIT);
            near("z", 2.2, program.probe(0, new int[] {0}).layers().get(0).preActivations()[0], LAST_DIGIT);
        }
    }

    @Test
    void halfAndHalfLessSevenTenthsIsAnd() {
        Rows rows = new Rows(4, CORNERS, new float[] {0, 0, 0, 1});
        Network neuron = network(2, Activation.LINEAR, Activation.LINEAR, 1);
        try (Program program = set(neuron, Loss.MSE, rows, 0.5f, 0.5f, -0.7f)) {
            near("z", new float[] {-0.7f, -0.2f, -0.2f, 0.3f}, outputs(program, 0, rows), LAST_DIGIT);
        }
    }

    /** Outputs −0.7, −0.2, −0.2, 0.3 against a threshold of 0: the rows of AND, and one of XOR, are on the right side. */
    @Test
    void accuracyIsTheShareOfRowsOnTheSideOfTheirTargetAndThePenaltyStandsApart() {
        Rows and = new Rows(4, CORNERS, new float[] {-1, -1, -1, 1});
        Rows xor = new Rows(4, CORNERS, new float[] {-1, 1, 1, -1});
        Replica penalized = penalized(0.1, 0.01);
        Plan plan = new Plan(
                network(2, Activation.LINEAR, Activation.LINEAR, 1),
                Loss.MSE,
                Plan.FULL,
                false,
                10,
                List.of(penalized),
                new Task.Binary(-1, 1, List.of("no", "yes")));
        try (Program program = program(plan, new Split(and, xor, Rows.NONE))) {
            program.restore(0, State.fresh(plan, penalized, new float[] {0.5f, 0.5f, -0.7f}));
            Chunk.Measurement now = program.measure(0);
            assertEquals(new Chunk.Accuracy(1, 0.25, Double.NaN), now.accuracy());
            near("0.1 · (0.5 + 0.5) + 0.01 · (0.25 + 0.25)", 0.105, now.penalty(), LAST_DIGIT);
            near("(0.09 + 0.64 + 0.64 + 0.49) / 4", 0.465, now.train(), LAST_DIGIT);
        }
    }

    private static Replica penalized(double l1, double l2) {
        return new Replica(
                1, 0, Optimizer.SGD, List.of(), 1, 1, Schedule.CONSTANT, List.of(), 0, l1, l2, NO_CLIP, NO_CLIP);
    }

    @Test
    void withSeveralOutputsTheLargestIsTheAnswer() {
        Rows rows = new Rows(2, new float[] {0, 0}, new float[] {0, 1, 0, 1, 0, 0});
        Plan plan = new Plan(
                softmax(1, Activation.LINEAR, 3),
                Loss.CATEGORICAL_CROSS_ENTROPY,
                Plan.FULL,
                false,
                10,
                List.of(new Replica(1, Optimizer.SGD, 1)),
                new Task.Classes(List.of("a", "b", "c")));
        try (Program program = program(plan, split(rows))) {
            program.restore(0, State.fresh(plan, plan.replicas().get(0), new float[] {0, 0, 0, 1, 2, -1}));
            assertEquals(0.5, program.measure(0).accuracy().train());
            assertEquals(
                    0.5,
                    program.score(0, new Rows(2, new float[] {1, 1}, rows.targets()))
                            .accuracy());
        }
    }

    /** The logits are the biases: every input is 0. */
    @Test
    void softmaxTurnsFourScoresIntoShares() {
        Rows rows = new Rows(1, new float[] {0}, new float[] {1, 0, 0, 0});
        Network network = softmax(1, Activation.LINEAR, 4);
        float[] parameters = {0, 0, 0, 0, 3.2f, 1.3f, 0.2f, 0.8f};
        try (Program program = set(network, Loss.CATEGORICAL_CROSS_ENTROPY, rows, parameters)) {
            float[] shares = {0.775f, 0.116f, 0.039f, 0.070f};
            near("softmax", shares, outputs(program, 0, rows), new Tolerance(5e-4, 0));
        }
    }

    /**
     * Two rows ±(0.9, 100) with errors ±½ give ∂L/∂w = (0.9, 100) and ∂L/∂b = 0, so one step of rate 1 from zero is the
     * clipped gradient, negated.
     */
    @Test
    void clippingTurnsOneVectorIntoTwoOthers() {
        Rows rows = new Rows(2, new float[] {0.9f, 100, -0.9f, -100}, new float[] {-0.5f, 0.5f});
        List<Replica> replicas = List.of(clipped(NO_CLIP, NO_CLIP), clipped(1, NO_CLIP), clipped(NO_CLIP, 1));
        Plan plan =
                new Plan(network(2, Activation.LINEAR, Activation.LINEAR, 1), Loss.MSE, Plan.FULL, false, 10, replicas);
        float[][] steps = {{-0.9f, -100, 0}, {-0.9f, -1, 0}, {-0.00899964f, -0.99995950f, 0}};
        try (Program program = program(plan, split(rows))) {
            for (int r = 0; r < 3; r++) {
                program.restore(r, State.fresh(plan, replicas.get(r), new float[3]));
            }
            program.train(1, 0);
            for (int r = 0; r < 3; r++) {
                near("step of " + r, steps[r], program.save(r).parameters(), new Tolerance(1e-7, 1e-6));
            }
        }
    }

    private static Replica clipped(double value, double norm) {
        return new Replica(1, 0, Optimizer.SGD, List.of(), 1, 1, Schedule.CONSTANT, List.of(), 0, 0, 0, value, norm);
    }

    /** Rows x = ±1 with target 0 make the loss w² + b²; b starts at 0 and stays. Each step is w ← (1 − 2η)w. */
    @Test
    void onTheBowlASmallRateConvergesOneBouncesAndALittleMoreDiverges() {
        Rows rows = new Rows(2, new float[] {1, -1}, new float[] {0, 0});
        List<Replica> replicas = List.of(
                new Replica(1, Optimizer.SGD, 0.1),
                new Replica(1, Optimizer.SGD, 1.0),
                new Replica(1, Optimizer.SGD, 1.1));
        Plan plan =
                new Plan(network(1, Activation.LINEAR, Activation.LINEAR, 1), Loss.MSE, Plan.FULL, false, 10, replicas);
        try (Program program = program(plan, split(rows))) {
            for (int r = 0; r < 3; r++) {
                program.restore(r, State.fresh(plan, replicas.get(r), new float[] {1, 0}));
            }
            program.train(10, 0);
            near("0.8^10", 0.1073741824, program.save(0).parameters()[0], LAST_DIGIT);
            near("(−1)^10", 1, program.save(1).parameters()[0], LAST_DIGIT);
            near("(−1.2)^10", 6.1917364224, program.save(2).parameters()[0], new Tolerance(0, 1e-5));
            program.train(91, 0);
            near("0.8^101", 0, program.save(0).parameters()[0], LAST_DIGIT);
            near("(−1)^101", -1, program.save(1).parameters()[0], LAST_DIGIT);
            program.train(500, 0);
            // 1.2^487 is beyond the largest float, 3.4·10³⁸; the gradient 2w is so three steps earlier.
            assertTrue(program.divergence(2).isPresent());
            assertEquals(485, program.save(2).step(), 2.0);
        }
    }

    @Test
    void andOrNandNorConvergeWithin20EpochsAndXorDoesNot() {
        float[][] gates = {{0, 0, 0, 1}, {0, 1, 1, 1}, {1, 1, 1, 0}, {1, 0, 0, 0}, {0, 1, 1, 0}};
        Split[] data = new Split[gates.length];
        for (int g = 0; g < gates.length; g++) {
            data[g] = split(new Rows(4, CORNERS, gates[g]));
        }
        List<Replica> replicas = IntStream.range(0, gates.length)
                .mapToObj(g -> new Replica(
                        3,
                        g,
                        Optimizer.PERCEPTRON,
                        List.of(),
                        1,
                        1,
                        Schedule.CONSTANT,
                        List.of(),
                        0,
                        0,
                        0,
                        NO_CLIP,
                        NO_CLIP))
                .toList();
        for (boolean shuffle : new boolean[] {false, true}) {
            Network unit = network(2, Activation.STEP, Activation.STEP, 1);
            Plan plan = new Plan(unit, Loss.MSE, Plan.FULL, shuffle, 100, replicas);
            try (Program program = program(plan, data)) {
                for (int g = 0; g < gates.length; g++) {
                    program.restore(g, State.fresh(plan, replicas.get(g), new float[3]));
                }
                program.train(20 * 4, 0);
                for (int g = 0; g < 4; g++) {
                    near("gate " + g, gates[g], outputs(program, g, data[g].train()), LAST_DIGIT);
                }
                assertTrue(program.loss(4, data[4].train()) >= 0.25, "at most three of four right");
                float[] settled = program.save(0).parameters();
                program.train(40, 0);
                near(
                        "without mistakes nothing changes",
                        settled,
                        program.save(0).parameters(),
                        new Tolerance(0, 0));
            }
        }
    }

    /** A fixed task for every rule that follows a gradient: XOR with eight tanh units, 1,000 epochs of one batch. */
    @Test
    void everyOptimizerLearnsXor() {
        List<Replica> replicas = Arrays.stream(Optimizer.values())
                .filter(optimizer -> optimizer != Optimizer.PERCEPTRON)
                .map(optimizer -> new Replica(1, optimizer, xorRate(optimizer)))
                .toList();
        Rows rows = new Rows(4, CORNERS, new float[] {0, 1, 1, 0});
        Plan plan = new Plan(
                network(2, Activation.TANH, Activation.SIGMOID, 8, 1),
                Loss.BINARY_CROSS_ENTROPY,
                Plan.FULL,
                false,
                1000,
                replicas);
        try (Program program = program(plan, split(rows))) {
            program.train(1000, 0);
            for (int r = 0; r < replicas.size(); r++) {
                double loss = program.loss(r, rows);
                assertTrue(loss < 0.05, replicas.get(r).optimizer().id() + " stands at " + loss);
            }
        }
    }

    private static double xorRate(Optimizer optimizer) {
        return switch (optimizer) {
            case SGD, ADAGRAD -> 0.5;
            case MOMENTUM, NESTEROV -> 0.1;
            case ADADELTA -> 5;
            case LION -> 0.005;
            default -> 0.02;
        };
    }
}
