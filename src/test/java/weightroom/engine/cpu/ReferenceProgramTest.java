package weightroom.engine.cpu;

import weightroom.engine.Device;
import weightroom.engine.ProgramContract;

/** Held against itself, the reference shows that saving, live changes and divergence work as the port says. */
class ReferenceProgramTest extends ProgramContract {
    @Override
    protected Device device() {
        return new ReferenceDevice();
    }
}
