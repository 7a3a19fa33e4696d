package weightroom.engine.opencl;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Device;
import weightroom.engine.DeviceFailure;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

/** One OpenCL device. Its context is made when it is first needed. */
public final class OpenClDevice implements Device {
    /** The most bytes of data that are held twice. */
    private static final long MAX_TWICE = 1L << 28;

    private final int index;
    private final DeviceInfo info;
    private @Nullable ClContext context;
    private @Nullable OneCore oneCore;

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

    /**
     * The fused program where it takes the plan, for it is many times as fast on small networks; else the layered one, on a
     * processor with all cores or with one, whichever is the faster.
     */
    @Override
    public Program compile(Plan plan, List<Split> data) {
        if (data.stream().anyMatch(Split::leavesOut)) {
            throw new DeviceFailure(description() + " leaves no row out; only java and reference do");
        }
        return FusedScope.supports(plan, data, info)
                ? new FusedProgram(context(), plan, data, changed -> layered(changed, data))
                : either(plan, data);
    }

    private Program either(Plan plan, List<Split> data) {
        Program onAll = layered(plan, data);
        boolean canChoose = info.processor() && info.computeUnits() > 1 && bytes(data) <= MAX_TWICE;
        if (canChoose && oneCore == null) {
            oneCore = OneCore.of(info, description() + " on one core").orElse(null);
        }
        OneCore one = oneCore;
        return canChoose && one != null
                ? new EitherProgram(onAll, changed -> new LayeredProgram(one.context(), products(), changed, data))
                : onAll;
    }

    private static long bytes(List<Split> data) {
        long numbers = 0;
        for (Split split : data) {
            for (Rows part : List.of(split.train(), split.validation(), split.test())) {
                numbers += part.inputs().length + part.targets().length;
            }
        }
        return Float.BYTES * numbers;
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
        if (oneCore != null) {
            oneCore.close();
            oneCore = null;
        }
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
