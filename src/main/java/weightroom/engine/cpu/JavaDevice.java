package weightroom.engine.cpu;

import java.util.List;
import weightroom.engine.Device;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;
import weightroom.engine.Workers;

/** The engine that is always there: Java on this machine's processor, in single precision. */
public final class JavaDevice implements Device {
    private final Workers workers;

    /** @param workers threads to share work out to; they stay their owner's */
    public JavaDevice(Workers workers) {
        this.workers = workers;
    }

    @Override
    public String id() {
        return "java";
    }

    @Override
    public String description() {
        return "Java %s on %s, %d of %d cores"
                .formatted(
                        Runtime.version().feature(),
                        System.getProperty("os.arch"),
                        workers.count(),
                        Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Program compile(Plan plan, List<Split> data) {
        return new JavaProgram(plan, data, workers);
    }

    @Override
    public void close() {
        // The workers are their owner's.
    }
}
