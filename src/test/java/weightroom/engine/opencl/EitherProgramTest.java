package weightroom.engine.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Loss.Targets;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.SampleRows;
import weightroom.engine.Split;
import weightroom.engine.Start;
import weightroom.engine.State;
import weightroom.engine.opencl.LayeredSource.Products;

/** Training that moves between all cores and one shows no trace of it. */
class EitherProgramTest {
    private static OpenClDevice device;
    private static OneCore oneCore;

    @BeforeAll
    static void open() {
        device = Devices.first();
        DeviceInfo info = device.context().info();
        Assumptions.assumeTrue(info.processor() && info.computeUnits() > 1, "there is one core or no processor");
        oneCore = OneCore.of(info, "one core").orElse(null);
        Assumptions.assumeTrue(oneCore != null, "the driver does not part its device");
    }

    @AfterAll
    static void close() {
        if (oneCore != null) {
            oneCore.close();
        }
        if (device != null) {
            device.close();
        }
    }

    private static Plan plan(double rate, double clipNorm) {
        List<Layer> layers = List.of(new Layer(48, Activation.RELU).withDropout(0.2), new Layer(3, Activation.LINEAR));
        Replica plain = new Replica(1, Optimizer.ADAM, rate);
        Replica clipped = new Replica(
                2,
                0,
                Optimizer.MOMENTUM,
                List.of(0.9, 0.0),
                rate,
                1,
                plain.schedule(),
                List.of(),
                0,
                0.001,
                0.001,
                Double.POSITIVE_INFINITY,
                clipNorm);
        return new Plan(new Network(40, layers, false), Loss.MSE, 16, true, 10, List.of(plain, clipped));
    }

    private static void restore(Program program, Plan plan) {
        for (int r = 0; r < plan.replicas().size(); r++) {
            Start start = new Start.Drawn(Initializer.XAVIER_UNIFORM, List.of(), Initializer.ZEROS, List.of());
            program.restore(r, State.fresh(plan, plan.replicas().get(r), start.parameters(plan.network(), r)));
        }
    }

    @Test
    void bothWaysTakeTurnsAndTheNumbersAreThoseOfOne() {
        Split rows = new Split(SampleRows.of(Targets.REAL, 100, 40, 3, 5));
        Plan before = plan(0.01, Double.POSITIVE_INFINITY);
        Plan after = plan(0.02, 0.1);
        AtomicInteger made = new AtomicInteger();
        try (Program whole = new LayeredProgram(device.context(), Products.BLOCKS, before, List.of(rows));
                Program either = new EitherProgram(
                        new LayeredProgram(device.context(), Products.BLOCKS, before, List.of(rows)), changed -> {
                            made.incrementAndGet();
                            return new LayeredProgram(oneCore.context(), Products.BLOCKS, changed, List.of(rows));
                        })) {
            restore(whole, before);
            restore(either, before);
            for (int i = 0; i < 30; i++) {
                if (i == 3) {
                    assertTrue(whole.adopt(after));
                    assertTrue(either.adopt(after));
                }
                assertEquals(whole.train(10, 1), either.train(10, 1));
                assertEquals(whole.save(0), either.save(0), "after " + either.step() + " steps");
                assertEquals(whole.save(1), either.save(1), "after " + either.step() + " steps");
                assertEquals(whole.step(), either.step());
            }
        }
        assertEquals(1, made.get(), "the program for one core was made once");
    }
}
