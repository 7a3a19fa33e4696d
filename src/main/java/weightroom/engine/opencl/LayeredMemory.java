package weightroom.engine.opencl;

import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;

/**
 * What stays on the device from step to step: the parameters of all copies, the state of their rules, a mark to go back
 * to, and the numbers that may change while training.
 */
final class LayeredMemory implements AutoCloseable {
    private static final int KNOBS = 16;
    private static final int CHUNKS = 16;

    private final ClContext context;
    private final PanelLayout layout;
    private final int copies;
    private final ClBuffer theta;
    private final ClBuffer transposed;
    private final ClBuffer[] slots;
    private final ClBuffer[] marks;
    private final ClBuffer numbers;
    private final ClBuffer knobs;
    private final ClBuffer isWeight;
    private final ClBuffer finiteParts;
    private final Launch[] finite;
    private final float[] parts;
    private final float[] scratch;
    private boolean checked;

    LayeredMemory(ClContext context, ClProgram program, Plan plan, PanelLayout layout) {
        this.context = context;
        this.layout = layout;
        copies = plan.replicas().size();
        int used = plan.replicas().stream()
                .mapToInt(replica -> replica.optimizer().slots())
                .max()
                .orElse(0);
        long all = (long) copies * layout.total();
        theta = context.zeros(all);
        transposed = context.zeros((long) copies * layout.transposedTotal());
        slots = new ClBuffer[Optimizer.MAX_SLOTS];
        marks = new ClBuffer[1 + used];
        for (int s = 0; s < slots.length; s++) {
            slots[s] = context.zeros(s < used ? all : PanelLayout.LANES);
        }
        for (int m = 0; m < marks.length; m++) {
            marks[m] = context.zeros(all);
        }
        numbers = context.buffer(2L * layout.layers());
        knobs = context.buffer((long) KNOBS * copies);
        isWeight = context.copyOf(layout.weightFlags());
        finiteParts = context.buffer((long) marks.length * copies * CHUNKS);
        parts = new float[marks.length * copies * CHUNKS];
        finite = new Launch[marks.length];
        for (int m = 0; m < marks.length; m++) {
            ClKernel kernel = program.kernel("finite").args();
            kernel.arg(whole(m)).arg(layout.total()).arg(finiteParts).arg(m);
            finite[m] = new Launch(kernel, new long[] {CHUNKS, copies}, new long[] {1, 1});
        }
        scratch = new float[layout.total()];
        settings(plan);
    }

    /** Uploads the knobs, penalties, limits, α and dropout rates of a plan of the same shape. */
    void settings(Plan plan) {
        float[] perLayer = new float[2 * layout.layers()];
        for (int l = 0; l < layout.layers(); l++) {
            Layer layer = plan.network().layers().get(l);
            perLayer[2 * l] = (float) layer.alpha();
            perLayer[2 * l + 1] = (float) layer.dropout();
        }
        context.write(numbers, 0, perLayer, perLayer.length);
        List<Optimizer> rules = LayeredSource.rules(plan);
        float[] perCopy = new float[KNOBS * copies];
        for (int r = 0; r < copies; r++) {
            Replica replica = plan.replicas().get(r);
            int at = KNOBS * r;
            double[] own = replica.knobArray();
            for (int k = 0; k < own.length; k++) {
                perCopy[at + k] = (float) own[k];
            }
            perCopy[at + 4] = (float) replica.l1();
            perCopy[at + 5] = (float) replica.l2();
            perCopy[at + 6] = (float) replica.clipValue();
            perCopy[at + 7] = (float) replica.clipNorm();
            perCopy[at + 8] = rules.indexOf(replica.optimizer());
        }
        context.write(knobs, 0, perCopy, perCopy.length);
    }

    PanelLayout layout() {
        return layout;
    }

    ClBuffer theta() {
        return theta;
    }

    ClBuffer transposed() {
        return transposed;
    }

    ClBuffer slot(int s) {
        return slots[s];
    }

    /** Distance between the slots of two copies, 0 where no rule has this slot. */
    int slotStride(int s) {
        return s + 1 < marks.length ? layout.total() : 0;
    }

    ClBuffer numbers() {
        return numbers;
    }

    ClBuffer knobs() {
        return knobs;
    }

    ClBuffer isWeight() {
        return isWeight;
    }

    /** To be called whenever parameters or state have changed. */
    void touched() {
        checked = false;
    }

    /** Whether all numbers of a copy are finite; all copies are checked in one go. */
    boolean finite(int replica) {
        if (!checked) {
            for (Launch launch : finite) {
                launch.queue(context);
            }
            context.read(finiteParts, 0, parts, parts.length);
            checked = true;
        }
        float sum = 0;
        for (int m = 0; m < finite.length; m++) {
            for (int i = 0; i < CHUNKS; i++) {
                sum += parts[(m * copies + replica) * CHUNKS + i];
            }
        }
        return sum == 0f;
    }

    void mark(int replica) {
        for (int m = 0; m < marks.length; m++) {
            context.copy(whole(m), offset(replica), marks[m], offset(replica), layout.total());
        }
    }

    void rollback(int replica) {
        for (int m = 0; m < marks.length; m++) {
            context.copy(marks[m], offset(replica), whole(m), offset(replica), layout.total());
        }
        touched();
    }

    void read(int replica, float[] parameters, float[][] state) {
        for (int m = 0; m <= state.length; m++) {
            context.read(whole(m), offset(replica), scratch, scratch.length);
            layout.unpack(scratch, m == 0 ? parameters : state[m - 1]);
        }
    }

    void write(int replica, float[] parameters, float[][] state) {
        for (int m = 0; m <= state.length; m++) {
            java.util.Arrays.fill(scratch, 0);
            layout.pack(m == 0 ? parameters : state[m - 1], scratch);
            context.write(whole(m), offset(replica), scratch, scratch.length);
        }
        touched();
    }

    private ClBuffer whole(int m) {
        return m == 0 ? theta : slots[m - 1];
    }

    private long offset(int replica) {
        return (long) replica * layout.total();
    }

    @Override
    public void close() {
        for (Launch launch : finite) {
            launch.kernel().close();
        }
        for (ClBuffer[] group :
                new ClBuffer[][] {{theta, transposed, numbers, knobs, isWeight, finiteParts}, slots, marks}) {
            for (ClBuffer buffer : group) {
                buffer.close();
            }
        }
    }
}
