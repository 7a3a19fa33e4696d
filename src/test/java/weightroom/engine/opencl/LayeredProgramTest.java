package weightroom.engine.opencl;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import weightroom.engine.Device;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.ProgramContract;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

/** The layered program with the products made for processors. */
class LayeredProgramTest extends ProgramContract {
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
        return new LayeredDevice(device, Products.BLOCKS);
    }
}
