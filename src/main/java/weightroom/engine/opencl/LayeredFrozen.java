package weightroom.engine.opencl;

import java.util.List;
import java.util.stream.IntStream;
import weightroom.engine.Layout;
import weightroom.engine.Plan;

/** Puts frozen parameters away before an update and back after it; queues nothing where nothing is frozen. */
final class LayeredFrozen implements AutoCloseable {
    /** Numbers kept of each: the parameter and two slots. */
    private static final int KEPT = 3;

    private static final int GROUP = 16;

    private final ClContext context;
    private final ClBuffer pairs;
    private final ClBuffer kept;
    private final List<Launch> away;
    private final List<Launch> back;

    /** @param gradient of all copies */
    LayeredFrozen(ClContext context, ClProgram program, LayeredMemory memory, ClBuffer gradient, Plan plan) {
        this.context = context;
        int[] frozen = pairs(plan, memory.layout());
        int count = frozen.length / 2;
        pairs = context.buffer(frozen.length);
        kept = context.buffer((long) KEPT * count);
        if (count == 0) {
            away = List.of();
            back = List.of();
            return;
        }
        context.write(pairs, 0, frozen, frozen.length);
        long[] global = {(count + GROUP - 1L) / GROUP * GROUP};
        long[] local = {GROUP};
        ClKernel first = program.kernel("put_away").args().arg(memory.theta());
        first.arg(memory.layout().total()).arg(gradient);
        away = List.of(new Launch(finish(first, memory, count), global, local));
        ClKernel last = program.kernel("put_back").args().arg(memory.theta());
        last.arg(memory.layout().total());
        back = List.of(new Launch(finish(last, memory, count), global, local));
    }

    private ClKernel finish(ClKernel kernel, LayeredMemory memory, int count) {
        return kernel.arg(memory.slot(0))
                .arg(memory.slot(1))
                .arg(memory.slotStride(0))
                .arg(memory.slotStride(1))
                .arg(pairs)
                .arg(count)
                .arg(kept);
    }

    /** Copy and place of every frozen parameter. */
    private static int[] pairs(Plan plan, PanelLayout layout) {
        IntStream all = IntStream.empty();
        for (int r = 0; r < plan.replicas().size(); r++) {
            if (!plan.replicas().get(r).frozen().isEmpty()) {
                float[] device = new float[layout.total()];
                int total = Layout.of(plan.network()).total();
                layout.pack(plan.replicas().get(r).frozen().flags(total), device);
                int copy = r;
                all = IntStream.concat(
                        all,
                        IntStream.range(0, device.length)
                                .filter(i -> device[i] != 0f)
                                .flatMap(i -> IntStream.of(copy, i)));
            }
        }
        return all.toArray();
    }

    void putAway() {
        for (int i = 0; i < away.size(); i++) {
            away.get(i).queue(context);
        }
    }

    void putBack() {
        for (int i = 0; i < back.size(); i++) {
            back.get(i).queue(context);
        }
    }

    @Override
    public void close() {
        away.forEach(launch -> launch.kernel().close());
        back.forEach(launch -> launch.kernel().close());
        pairs.close();
        kept.close();
    }
}
