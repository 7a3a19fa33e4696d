package weightroom.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
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
import weightroom.engine.Start;
import weightroom.engine.State;
import weightroom.engine.Workers;
import weightroom.run.WorkerPool;

/** What the fast program does beside its numbers: the same bits on any number of threads, and no garbage. */
class JavaProgramMemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aLargeNetworkGivesTheSameBitsOnOneThreadAndOnThree() {
        Network network = new Network(
                70,
                List.of(
                        new Layer(65, Activation.PRELU).withDropout(0.1),
                        new Layer(33, Activation.TANH),
                        new Layer(3, Activation.LINEAR)),
                true);
        Plan plan = new Plan(network, Loss.CATEGORICAL_CROSS_ENTROPY, 37, true, 10, clipped(Optimizer.ADAM));
        sameBits(plan, rows(600, 70, 3));
        Plan inChunks = new Plan(network, Loss.CATEGORICAL_CROSS_ENTROPY, Plan.FULL, true, 10, clipped(Optimizer.SGD));
        sameBits(inChunks, rows(600, 70, 3));
    }

    @Test
    void copiesOfASmallNetworkGiveTheSameBitsOnOneThreadAndOnThree() {
        List<Replica> replicas = IntStream.range(0, 7)
                .mapToObj(r -> new Replica(r, Optimizer.values()[r], 0.01))
                .toList();
        sameBits(new Plan(small(), Loss.MSE, 10, true, 10, replicas), rows(55, 2, 1));
    }

    private static Replica clipped(Optimizer optimizer) {
        Replica plain = new Replica(5, optimizer, 0.01);
        return new Replica(
                5,
                0,
                optimizer,
                plain.knobs(),
                plain.learningRate(),
                1,
                plain.schedule(),
                List.of(),
                0,
                0.001,
                0.001,
                0.5,
                0.05);
    }

    private static void sameBits(Plan plan, Rows rows) {
        try (WorkerPool pool = new WorkerPool(3);
                Program alone = program(plan, rows, Workers.NONE);
                Program together = program(plan, rows, pool)) {
            assertEquals(alone.train(40, 3), together.train(40, 3));
            for (int r = 0; r < plan.replicas().size(); r++) {
                assertEquals(alone.save(r), together.save(r), "replica " + r);
            }
            assertEquals(alone.loss(0, rows), together.loss(0, rows));
        }
    }

    /** Lists of results are made per call, not per step. */
    @Test
    void trainingAllocatesNothingPerStep() {
        Plan shuffled = new Plan(small(), Loss.MSE, 10, true, 10, new Replica(1, Optimizer.ADAM, 0.001));
        noGarbage(shuffled, rows(50, 2, 1), 200_000, 10_000);
        Plan full = new Plan(small(), Loss.MSE, Plan.FULL, true, 10, new Replica(1, Optimizer.SGD, 0.01));
        noGarbage(full, rows(4, 2, 1), 200_000, 10_000);
        Network large = new Network(
                40, List.of(new Layer(40, Activation.RELU).withDropout(0.2), new Layer(1, Activation.TANH)), false);
        Plan big = new Plan(large, Loss.MSE, 20, false, 10, new Replica(1, Optimizer.ADAM, 0.001));
        noGarbage(big, rows(100, 40, 1), 60_000, 4_000);
    }

    private static void noGarbage(Plan plan, Rows rows, int warmUp, int steps) {
        try (Program program = program(plan, rows, Workers.NONE)) {
            program.train(warmUp, 0);
            long thread = Thread.currentThread().getId();
            long before = THREADS.getThreadAllocatedBytes(thread);
            program.train(steps, 0);
            double perStep = (THREADS.getThreadAllocatedBytes(thread) - before) / (double) steps;
            assertTrue(perStep < 10, perStep + " bytes per step");
        }
    }

    @Test
    void aMillionStepsLeaveTheHeapAsItWas() {
        Plan plan = new Plan(
                new Network(2, List.of(new Layer(2, Activation.TANH), new Layer(1, Activation.LINEAR)), false),
                Loss.MSE,
                Plan.FULL,
                true,
                10,
                new Replica(1, Optimizer.ADAM, 0.001));
        try (Program program = program(plan, rows(4, 2, 1), Workers.NONE)) {
            program.train(1000, 1);
            long before = used();
            for (int i = 0; i < 100; i++) {
                program.train(10_000, 1000);
            }
            assertTrue(used() - before < 4 << 20, "grew by " + (used() - before) + " bytes");
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Network small() {
        return new Network(
                2,
                List.of(new Layer(8, Activation.TANH), new Layer(8, Activation.TANH), new Layer(1, Activation.TANH)),
                false);
    }

    private static Program program(Plan plan, Rows rows, Workers workers) {
        Program program = new JavaDevice(workers).compile(plan, List.of(new Split(rows)));
        Start start = new Start.Drawn(Initializer.XAVIER_UNIFORM, List.of(), Initializer.ZEROS, List.of());
        for (int r = 0; r < plan.replicas().size(); r++) {
            program.restore(r, State.fresh(plan, plan.replicas().get(r), start.parameters(plan.network(), 3)));
        }
        return program;
    }

    private static Rows rows(int n, int in, int c) {
        RandomStream stream = new RandomStream(1, Purpose.DATA, 0);
        float[] inputs = new float[n * in];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) stream.nextGaussian();
        }
        float[] targets = new float[n * c];
        for (int s = 0; s < n; s++) {
            targets[s * c + stream.nextInt(c)] = 1f;
        }
        return new Rows(n, inputs, targets);
    }
}
