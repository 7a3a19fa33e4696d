package weightroom.engine.opencl;

import java.util.Arrays;
import weightroom.engine.Layout;
import weightroom.engine.Network;

/**
 * Parameters and slots of all replicas on the device, {@code (replicas, 1 + slots, vectors)}, and beside them as much
 * again for the numbers to fall back on. A mark costs nothing by itself: the kernel puts it down when it next starts.
 */
final class FusedNumbers implements AutoCloseable {
    private final ClContext context;
    private final FusedShape shape;
    private final Layout layout;
    private final int stride;
    private final ClBuffer numbers;
    private final ClBuffer marks;
    private final boolean[] markDue;
    private final boolean[] finite;

    FusedNumbers(ClContext context, Network network, int replicas, int slots) {
        this.context = context;
        shape = new FusedShape(network);
        layout = Layout.of(network);
        stride = (1 + slots) * shape.floats();
        numbers = context.zeros((long) replicas * stride);
        marks = context.zeros((long) replicas * stride);
        markDue = new boolean[replicas];
        finite = new boolean[replicas];
        Arrays.fill(finite, true);
    }

    ClBuffer numbers() {
        return numbers;
    }

    ClBuffer marks() {
        return marks;
    }

    /** Which replicas put down a mark when they next start. */
    boolean[] markDue() {
        return markDue;
    }

    boolean finite(int replica) {
        return finite[replica];
    }

    void mark(int replica) {
        markDue[replica] = true;
    }

    /** Notes that replicas have started, so that their marks are down. */
    void started(int[] replicas) {
        for (int replica : replicas) {
            markDue[replica] = false;
        }
    }

    /** Notes what the kernel found at its end. */
    void ended(int replica, boolean isFinite) {
        finite[replica] = isFinite;
    }

    void rollback(int replica) {
        if (!markDue[replica]) {
            context.copy(marks, (long) replica * stride, numbers, (long) replica * stride, stride);
        }
        finite[replica] = true;
    }

    void read(int replica, float[] parameters, float[][] slots) {
        float[] packed = new float[stride];
        context.read(numbers, (long) replica * stride, packed, stride);
        shape.unpack(layout, packed, 0, parameters);
        for (int k = 0; k < slots.length; k++) {
            shape.unpack(layout, packed, (1 + k) * shape.floats(), slots[k]);
        }
    }

    void write(int replica, float[] parameters, float[][] slots) {
        float[] packed = new float[stride];
        shape.pack(layout, parameters, packed, 0);
        for (int k = 0; k < slots.length; k++) {
            shape.pack(layout, slots[k], packed, (1 + k) * shape.floats());
        }
        context.write(numbers, (long) replica * stride, packed, stride);
        markDue[replica] = false;
        finite[replica] = true;
    }

    @Override
    public void close() {
        numbers.close();
        marks.close();
    }
}
