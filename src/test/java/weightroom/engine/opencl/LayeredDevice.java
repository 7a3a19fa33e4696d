package weightroom.engine.opencl;

import java.util.List;
import weightroom.engine.Device;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

/** A device that always takes the layered program, with the given products. */
record LayeredDevice(OpenClDevice device, Products products) implements Device {
    @Override
    public String id() {
        return device.id();
    }

    @Override
    public String description() {
        return device.description();
    }

    @Override
    public Program compile(Plan plan, List<Split> data) {
        return new LayeredProgram(device.context(), products, plan, data);
    }

    /** The device belongs to the test. */
    @Override
    public void close() {}
}
