package weightroom.engine.opencl;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import weightroom.engine.Device;
import weightroom.engine.ShapesContract;
import weightroom.engine.opencl.LayeredSource.Products;

/** The products made for graphics cards, which processors run as well, if slowly; all else is in {@link LayeredProgramTest}. */
class LayeredTilesTest extends ShapesContract {
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
        return new LayeredDevice(device, Products.TILES);
    }
}
