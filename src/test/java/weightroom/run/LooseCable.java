package weightroom.run;

import java.util.List;
import java.util.Optional;
import weightroom.engine.Workers;
import weightroom.engine.cpu.JavaDevice;

/** Devices of which one can be lost at any moment, for tests of those that use them. */
public final class LooseCable {
    private final FailingDevice device = new FailingDevice(new JavaDevice(Workers.NONE), Integer.MAX_VALUE);
    private final Devices devices = new Devices(() -> new Devices.Found(List.of(device), Optional.empty()));

    /** Java, and the device that can be lost. */
    public Devices devices() {
        return devices;
    }

    /** Id of the device that can be lost. */
    public String id() {
        return device.id();
    }

    /** Loses it. */
    public void pull() {
        device.loseNow();
    }
}
