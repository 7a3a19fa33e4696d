package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weightroom.engine.Probe.LayerPass;
import weightroom.engine.cpu.ReferenceDevice;

/** What the parts of {@link ProgramContract} share: making programs in pairs, and saying where they differ. */
abstract class DeviceHarness {
    /**
     * After one step, and for anything computed in one pass: single precision, and tanh and sigmoid that are right to
     * 10⁻⁵. A number x may be off by {@code absolute + relative·|x|}.
     */
    static final Tolerance ONE_STEP = new Tolerance(2e-5, 2e-4);

    /** After some twenty steps, in which such errors feed back on themselves. */
    static final Tolerance TWENTY_STEPS = new Tolerance(2e-3, 2e-3);

    static final Start START =
            new Start.Drawn(Initializer.XAVIER_UNIFORM, List.of(), Initializer.UNIFORM, List.of(-0.2, 0.2));

    /** A number x may be off by {@code absolute + relative·|x|}. */
    record Tolerance(double absolute, double relative) {}

    /** The device under test, the same or a new one at each call; the contract closes programs, never the device. */
    protected abstract Device device();

    /** Whether the device trains networks with batch norm; cases that can do without then leave it out. */
    protected boolean trainsBatchNorm() {
        return true;
    }

    /** A program at its start. */
    static Program program(Device device, Plan plan, List<Split> data) {
        Program program = device.compile(plan, data);
        for (int r = 0; r < plan.replicas().size(); r++) {
            Replica replica = plan.replicas().get(r);
            program.restore(r, State.fresh(plan, replica, START.parameters(plan.network(), replica.seed())));
        }
        return program;
    }

    final Program program(Plan plan, Split... data) {
        return program(device(), plan, List.of(data));
    }

    static Program reference(Plan plan, Split... data) {
        return program(new ReferenceDevice(), plan, List.of(data));
    }

    /**
     * Runs the plan here and on the reference, and compares one pass laid open, the numbers after one step, and after
     * {@code steps}, the measurements on the way, the loss and the outputs.
     */
    final void agrees(String what, Plan plan, int steps, Split... data) {
        try (Program mine = program(plan, data);
                Program reference = reference(plan, data)) {
            for (int r = 0; r < plan.replicas().size(); r++) {
                int[] rows = firstBatch(plan, r, data);
                same(what + " probe of " + r, reference.probe(r, rows), mine.probe(r, rows), plan.perceptron());
            }
            same(what + " step 1", reference.train(1, 1), mine.train(1, 1));
            sameStates(what + " step 1", reference, mine, ONE_STEP);
            same(what, reference.train(steps - 1L, 1), mine.train(steps - 1L, 1));
            sameStates(what + " step " + steps, reference, mine, TWENTY_STEPS);
            for (int r = 0; r < plan.replicas().size(); r++) {
                Rows rows = data[plan.replicas().get(r).data()].train();
                near(what + " outputs of " + r, outputs(reference, r, rows), outputs(mine, r, rows), TWENTY_STEPS);
                near(what + " loss of " + r, reference.loss(r, rows), mine.loss(r, rows), TWENTY_STEPS);
            }
        }
    }

    private static int[] firstBatch(Plan plan, int replica, Split... data) {
        int rows = data[0].train().count();
        int[] order = new int[rows];
        plan.order(plan.replicas().get(replica).seed(), 0, order);
        return Arrays.copyOf(order, plan.batchSize(0, rows));
    }

    static float[] outputs(Program program, int replica, Rows rows) {
        float[] outputs = new float[rows.count() * program.plan().network().outputs()];
        program.predict(replica, rows.inputs(), rows.count(), outputs);
        return outputs;
    }

    static void sameStates(String what, Program expected, Program actual, Tolerance tolerance) {
        for (int r = 0; r < expected.plan().replicas().size(); r++) {
            State wanted = expected.save(r);
            State found = actual.save(r);
            String which = what + ", replica " + r + " ("
                    + expected.plan().replicas().get(r).optimizer().id() + ")";
            assertEquals(wanted.step(), found.step(), which + " stands at another step");
            assertTrue(GuardedProgram.finite(wanted.parameters()), which + " is no case to compare");
            near(which + " parameters", wanted.parameters(), found.parameters(), tolerance);
            assertEquals(wanted.slots().length, found.slots().length, which);
            for (int k = 0; k < wanted.slots().length; k++) {
                near(which + " slot " + k, wanted.slots()[k], found.slots()[k], tolerance);
            }
        }
    }

    private static void same(String what, Chunk expected, Chunk actual) {
        assertEquals(expected.steps(), actual.steps(), what);
        assertEquals(expected.divergences(), actual.divergences(), what);
        assertEquals(expected.measurements().size(), actual.measurements().size(), what + " measurements");
        for (int i = 0; i < expected.measurements().size(); i++) {
            Chunk.Measurement wanted = expected.measurements().get(i);
            Chunk.Measurement found = actual.measurements().get(i);
            String which = what + " measurement " + i;
            assertEquals(wanted.replica(), found.replica(), which);
            assertEquals(wanted.epoch(), found.epoch(), which);
            assertEquals(wanted.step(), found.step(), which);
            near(which + " train", wanted.train(), found.train(), TWENTY_STEPS);
            near(which + " validation", wanted.validation(), found.validation(), TWENTY_STEPS);
            near(which + " test", wanted.test(), found.test(), TWENTY_STEPS);
            assertEquals(wanted.accuracy(), found.accuracy(), which + " accuracy");
            near(which + " penalty", wanted.penalty(), found.penalty(), TWENTY_STEPS);
        }
    }

    private static void same(String what, Probe expected, Probe actual, boolean perceptron) {
        near(what + " loss", expected.loss(), actual.loss(), ONE_STEP);
        assertEquals(expected.layers().size(), actual.layers().size(), what);
        for (int l = 0; l < expected.layers().size(); l++) {
            LayerPass wanted = expected.layers().get(l);
            LayerPass found = actual.layers().get(l);
            String at = what + " layer " + l;
            near(at + " z", wanted.preActivations(), found.preActivations(), ONE_STEP);
            near(at + " a", wanted.activations(), found.activations(), ONE_STEP);
            if (!perceptron) {
                near(at + " dL/da", wanted.activationGradients(), found.activationGradients(), ONE_STEP);
            }
            near(at + " dL/dz", wanted.preActivationGradients(), found.preActivationGradients(), ONE_STEP);
            near(at + " dL/dw", wanted.weightGradients(), found.weightGradients(), ONE_STEP);
            near(at + " dL/db", wanted.biasGradients(), found.biasGradients(), ONE_STEP);
            near(at + " dL/dγ", wanted.gammaGradients(), found.gammaGradients(), ONE_STEP);
            near(at + " dL/dβ", wanted.betaGradients(), found.betaGradients(), ONE_STEP);
            near(at + " dL/dα", wanted.alphaGradient(), found.alphaGradient(), ONE_STEP);
        }
    }

    static void near(String what, float[] expected, float[] actual, Tolerance tolerance) {
        assertEquals(expected.length, actual.length, what + " has another length");
        for (int i = 0; i < expected.length; i++) {
            near(what + "[" + i + "]", expected[i], actual[i], tolerance);
        }
    }

    static void near(String what, double expected, double actual, Tolerance tolerance) {
        double delta = tolerance.absolute + tolerance.relative * Math.abs(expected);
        boolean near = Double.isNaN(expected) ? Double.isNaN(actual) : Math.abs(expected - actual) <= delta;
        assertTrue(near, () -> what + " is " + actual + ", expected " + expected + " within " + delta);
    }

    /** A dense network whose layers share an activation, but for the output. */
    static Network network(int inputs, Activation hidden, Activation output, int... units) {
        List<Layer> layers = new ArrayList<>();
        IntStream.range(0, units.length)
                .forEach(l -> layers.add(new Layer(units[l], l == units.length - 1 ? output : hidden)));
        return new Network(inputs, layers, false);
    }

    /** The same with a softmax output. */
    static Network softmax(int inputs, Activation hidden, int... units) {
        return new Network(
                inputs, network(inputs, hidden, Activation.LINEAR, units).layers(), true);
    }

    /** A replica of every kind of change, to be edited. */
    static Replica replica(long seed, Optimizer optimizer) {
        double rate =
                switch (optimizer) {
                    case LION -> 2e-4;
                    case ADADELTA -> 1;
                    case ADAM, ADAMW, NADAM, RMSPROP, ADAGRAD -> 0.005;
                    default -> 0.05;
                };
        return new Replica(seed, optimizer, rate);
    }

    static Split split(Rows train) {
        return new Split(train);
    }
}
