package weightroom.engine.opencl;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import weightroom.engine.Device;
import weightroom.engine.ProgramContract;
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
