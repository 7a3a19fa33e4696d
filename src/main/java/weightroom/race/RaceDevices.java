package weightroom.race;

import java.util.Optional;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.run.DeviceTrial;
import weightroom.run.Devices;

/** The devices that races are trained on, and which of them is wanted. For the race's thread. */
final class RaceDevices implements AutoCloseable {
    private final Devices devices;
    private final DeviceTrial trial;
    private String wanted = "java";

    /** @param devices closed with this */
    RaceDevices(Devices devices) {
        this.devices = devices;
        this.trial = new DeviceTrial(devices);
    }

    Devices all() {
        return devices;
    }

    /** That of a race, which may have moved from the one asked for. */
    Device of(Optional<Race> race) {
        return race.map(Race::device).orElseGet(devices::java);
    }

    /**
     * The one asked for last.
     *
     * @throws DeviceFailure when it is gone
     */
    Device choose(Lineup lineup) {
        return choose(wanted, lineup);
    }

    /**
     * Asks for another one, and moves a race there.
     *
     * @param id of a device, or {@code auto}
     * @throws DeviceFailure when there is no such device; nothing is changed then
     */
    void use(String id, Optional<Race> race) {
        if (race.isPresent()) {
            race.get().moveTo(choose(id, race.get().lineup()));
        } else if (!id.equals(Devices.AUTO)) {
            devices.byId(id);
        }
        wanted = id;
    }

    private Device choose(String id, Lineup lineup) {
        return Pack.choose(id, lineup.setups(), trial);
    }

    @Override
    public void close() {
        devices.close();
    }
}
