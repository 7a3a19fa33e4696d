package weightroom.race;

import weightroom.engine.Device;
import weightroom.run.Devices;
import weightroom.testing.OpenClRequirement;

class PackOnOpenClTest extends PackContract {
    @Override
    Device device(Devices all) {
        OpenClRequirement.assumeOpenCl(all.all().size() > 1, all.openClProblem().orElse("no device"));
        return all.all().get(1);
    }
}
