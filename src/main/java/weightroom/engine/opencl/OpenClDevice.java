package weightroom.engine.opencl;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One OpenCL device. Its context is made when it is first needed. */
public final class OpenClDevice implements AutoCloseable {
    private final int index;
    private final DeviceInfo info;
    private @Nullable ClContext context;

    OpenClDevice(int index, DeviceInfo info) {
        this.index = index;
        this.info = info;
    }

    public String id() {
        return "opencl:" + index;
    }

    public String description() {
        return String.format(
                Locale.ROOT,
                "%s %s, %d compute units, driver %s",
                info.vendor(),
                info.name(),
                info.computeUnits(),
                info.driver());
    }

    /** The context, made now if need be. */
    ClContext context() {
        if (context == null) {
            context = new ClContext(info, id() + " (" + info.name() + ")");
        }
        return context;
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
