package weightroom.engine.opencl;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Device;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

/** One OpenCL device. Its context is made when it is first needed. */
public final class OpenClDevice implements Device {
    private final int index;
    private final DeviceInfo info;
    private @Nullable ClContext context;

    OpenClDevice(int index, DeviceInfo info) {
        this.index = index;
        this.info = info;
    }

    @Override
    public String id() {
        return "opencl:" + index;
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "%s %s, %d compute units, driver %s",
                info.vendor(),
                info.name(),
                info.computeUnits(),
                info.driver());
    }

    /** The fused program where it takes the plan, for it is many times as fast on small networks; else the layered one. */
    @Override
    public Program compile(Plan plan, List<Split> data) {
        return FusedScope.supports(plan, data, info)
                ? new FusedProgram(context(), plan, data, changed -> layered(changed, data))
                : layered(plan, data);
    }

    private Program layered(Plan plan, List<Split> data) {
        return new LayeredProgram(context(), products(), plan, data);
    }

    private Products products() {
        return info.processor() ? Products.BLOCKS : Products.TILES;
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
