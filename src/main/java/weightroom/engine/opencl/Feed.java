package weightroom.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.jocl.cl_event;
import org.jspecify.annotations.Nullable;

/**
 * The table that tells the kernels of a pass what is different in each step, as {@code layered.cl} describes it. It is
 * filled here while the device still works on the one before.
 */
final class Feed implements AutoCloseable {
    static final int ACTIVE = 1;
    static final int CONSECUTIVE = 2;
    static final int TRAINING = 4;
    static final int STATISTICS = 8;
    static final int LOSS = 16;
    static final int GRADIENT = 32;

    /** Arguments that {@link #bind} sets. */
    static final int ARGUMENTS = 5;

    private static final int HEADER = 16;
    private static final int RECORD = 8;
    private static final int MAX_STEPS = 512;
    private static final int MAX_NUMBERS = 1 << 18;

    private final ClContext context;
    private final int copies;
    private final int batch;
    private final int steps;
    private final ClBuffer table;
    private final ByteBuffer[] staging;
    private final IntBuffer[] numbers;
    private final @Nullable cl_event[] uploads = new cl_event[2];
    private int turn;

    /**
     * @param batch rows per step, padding included
     * @param atMost the most steps that one table needs to hold
     */
    Feed(ClContext context, int copies, int batch, int atMost) {
        this.context = context;
        this.copies = copies;
        this.batch = batch;
        steps = Math.max(1, Math.min(Math.min(atMost, MAX_STEPS), MAX_NUMBERS / (copies * (RECORD + batch))));
        int size = HEADER + steps * copies * (RECORD + batch);
        table = context.buffer(size);
        staging = new ByteBuffer[] {direct(size), direct(size)};
        numbers = new IntBuffer[] {staging[0].asIntBuffer(), staging[1].asIntBuffer()};
    }

    private static ByteBuffer direct(int numbers) {
        return ByteBuffer.allocateDirect(Integer.BYTES * numbers).order(ByteOrder.nativeOrder());
    }

    /** Steps that one table holds. */
    int steps() {
        return steps;
    }

    /** The first arguments of every kernel that reads the feed. */
    ClKernel bind(ClKernel kernel) {
        return kernel.args().arg(table).arg(copies).arg(steps).arg(batch).arg(0);
    }

    /** The kernel that goes on to the next step. */
    ClKernel bindAdvance(ClKernel kernel) {
        return kernel.args().arg(table);
    }

    /** Starts a new table, waiting until the device has taken the one before the last. */
    void begin() {
        turn = 1 - turn;
        cl_event upload = uploads[turn];
        if (upload != null) {
            uploads[turn] = null;
            context.await(upload);
        }
    }

    /** Fills the record of one copy in one step of the table; {@code c} are the rule's coefficients. */
    void record(int step, int copy, int count, int key, float eta, double[] c, int base, int flags) {
        IntBuffer table = numbers[turn];
        int at = HEADER + (step * copies + copy) * RECORD;
        table.put(at, count);
        table.put(at + 1, key);
        table.put(at + 2, Float.floatToRawIntBits(eta));
        for (int i = 0; i < 3; i++) {
            table.put(at + 3 + i, Float.floatToRawIntBits((float) c[i]));
        }
        table.put(at + 6, base);
        table.put(at + 7, flags);
    }

    /** The rows of one copy in one step of the table. */
    void rows(int step, int copy, int[] order, int from, int count) {
        int at = HEADER + steps * copies * RECORD + (step * copies + copy) * batch;
        numbers[turn].put(at, order, from, count);
    }

    /** Queues the table for the device, which begins with its first step. */
    void upload(int filled) {
        long size = HEADER + (long) steps * copies * RECORD + (long) filled * copies * batch;
        uploads[turn] = context.writeLater(table, staging[turn], size * Integer.BYTES);
    }

    /** Host memory must outlive the device's reading of it. */
    @Override
    public void close() {
        for (int i = 0; i < uploads.length; i++) {
            cl_event upload = uploads[i];
            if (upload != null) {
                uploads[i] = null;
                ClFailure.quietly(() -> context.await(upload));
            }
        }
        table.close();
    }
}
