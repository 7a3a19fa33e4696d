package weightroom.engine.cpu;

import java.util.List;
import weightroom.engine.Device;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;

/**
 * The engine one reads beside a textbook: slow, in double precision, layer by layer. It is checked against finite
 * differences, and every other device is checked against it.
 */
public final class ReferenceDevice implements Device {
    @Override
    public String id() {
        return "reference";
    }

    @Override
    public String description() {
        return "Java, double precision, one operation at a time";
    }

    @Override
    public Program compile(Plan plan, List<Split> data) {
        return new ReferenceProgram(plan, data);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
