package weightroom.race;

import weightroom.engine.Device;
import weightroom.run.Devices;

class PackInJavaTest extends PackContract {
    @Override
    Device device(Devices all) {
        return all.java();
    }
}
