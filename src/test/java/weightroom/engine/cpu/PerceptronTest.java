package weightroom.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.RandomStream;
import weightroom.engine.RandomStream.Purpose;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.State;

/** What a single unit can and cannot learn: the claims of the chapters on the perceptron. */
class PerceptronTest {
    private static final float[] CORNERS = {0, 0, 0, 1, 1, 0, 1, 1};
    private static final Rows XOR = new Rows(4, CORNERS, new float[] {0, 1, 1, 0});

    private static Program program(Plan plan, Rows rows, float... parameters) {
        Program program = new ReferenceDevice().compile(plan, List.of(new Split(rows)));
        for (int r = 0; r < plan.replicas().size(); r++) {
            program.restore(r, State.fresh(plan, plan.replicas().get(r), parameters));
        }
        return program;
    }

    private static Network unit(Activation activation) {
        return new Network(2, List.of(new Layer(1, activation)), false);
    }

    private static int right(Program program, Rows rows) {
        float[] outputs = new float[rows.count()];
        program.predict(0, rows.inputs(), rows.count(), outputs);
        return (int) IntStream.range(0, rows.count())
                .filter(i -> outputs[i] == rows.targets()[i])
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onXorAtMostThreeOfFourAreRightFor10000Epochs(boolean shuffle) {
        Plan plan =
                new Plan(unit(Activation.STEP), Loss.MSE, 1, shuffle, 10_000, new Replica(1, Optimizer.PERCEPTRON, 1));
        try (Program program = program(plan, XOR, 0, 0, 0)) {
            for (int epoch = 0; epoch < 10_000; epoch++) {
                program.train(4, 0);
                assertTrue(right(program, XOR) <= 3, "in epoch " + epoch);
            }
        }
    }

    /** Unshuffled, the rule comes back to numbers it has had: the same epoch for ever. */
    @Test
    void onXorTheRuleCycles() {
        Plan plan =
                new Plan(unit(Activation.STEP), Loss.MSE, 1, false, 10_000, new Replica(1, Optimizer.PERCEPTRON, 1));
        try (Program program = program(plan, XOR, 0, 0, 0)) {
            program.train(40, 0);
            float[] once = program.save(0).parameters();
            boolean back = false;
            for (int epoch = 0; epoch < 20 && !back; epoch++) {
                program.train(4, 0);
                back = Arrays.equals(once, program.save(0).parameters());
            }
            assertTrue(back, "no epoch out of 20 ends where one did before");
        }
    }

    /** Two clouds on either side of x2 = x1 + 1, a margin apart, for five draws of each output alphabet. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoSeparableCloudsAlwaysConverge(long seed) {
        RandomStream stream = new RandomStream(seed, Purpose.DATA, 0);
        float[] inputs = new float[200];
        float[] bits = new float[100];
        float[] signs = new float[100];
        for (int i = 0; i < 100; i++) {
            double along = stream.nextGaussian();
            double away = 0.3 + stream.nextDouble();
            int side = i % 2 == 0 ? 1 : -1;
            inputs[2 * i] = (float) (along - side * away);
            inputs[2 * i + 1] = (float) (along + 1 + side * away);
            bits[i] = side > 0 ? 1 : 0;
            signs[i] = side;
        }
        converges(Activation.STEP, new Rows(100, inputs, bits), seed);
        converges(Activation.SIGN, new Rows(100, inputs, signs), seed);
    }

    private static void converges(Activation activation, Rows rows, long seed) {
        Plan plan = new Plan(unit(activation), Loss.MSE, 1, true, 100, new Replica(seed, Optimizer.PERCEPTRON, 1));
        try (Program program = program(plan, rows, 0, 0, 0)) {
            program.train(100 * 100, 0);
            assertEquals(100, right(program, rows));
            float[] settled = program.save(0).parameters();
            program.train(100, 0);
            assertArrayEquals(settled, program.save(0).parameters(), "no mistake, no change");
        }
    }

    /** The best one sigmoid can do on XOR is to say one half to all: ln 2 = 0.6931. */
    @Test
    void aSigmoidUnitOnXorStopsAtTheLogarithmOfTwo() {
        Plan plan = new Plan(
                unit(Activation.SIGMOID),
                Loss.BINARY_CROSS_ENTROPY,
                Plan.FULL,
                true,
                5000,
                new Replica(1, Optimizer.SGD, 0.5));
        try (Program program = program(plan, XOR, 1.5f, -0.7f, 0.4f)) {
            assertTrue(program.loss(0, XOR) > 0.75);
            program.train(5000, 0);
            assertEquals(0.69315, program.loss(0, XOR), 1e-5);
        }
    }
}
