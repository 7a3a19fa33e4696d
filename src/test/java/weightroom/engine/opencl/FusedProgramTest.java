package weightroom.engine.opencl;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import weightroom.engine.Device;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.ProgramContract;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

/** Holds the fused program to the contract, wherever it says that it supports the plan. */
class FusedProgramTest extends ProgramContract {
    private static OpenClDevice device;

    @BeforeAll
    static void open() {
        device = Devices.first();
    }

    @AfterAll
    static void close() {
        if (device != null) {
            device.close();
        }
    }

    @Override
    protected Device device() {
        return new FusedOnly(device);
    }

    @Override
    protected boolean trainsBatchNorm() {
        return false;
    }

    /** Never falls back to another program: what the fused one does not support skips the test. */
    private record FusedOnly(OpenClDevice device) implements Device {
        @Override
        public Program compile(Plan plan, List<Split> data) {
            ClContext context = device.context();
            Assumptions.assumeTrue(
                    FusedScope.supports(plan, data, context.info()), "left to the layered program: " + plan.network());
            return new FusedProgram(
                    context, plan, data, changed -> new LayeredProgram(context, Products.BLOCKS, changed, data));
        }

        @Override
        public String id() {
            return device.id();
        }

        @Override
        public String description() {
            return device.description();
        }

        /** The device belongs to the test. */
        @Override
        public void close() {}
    }
}
