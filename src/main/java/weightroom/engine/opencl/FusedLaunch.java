package weightroom.engine.opencl;

import java.nio.ByteBuffer;
import org.jocl.cl_event;
import org.jspecify.annotations.Nullable;

/**
 * What one launch of the fused kernel reads and reports. Two of them take turns, so that one is prepared while the other
 * is at work.
 */
final class FusedLaunch implements AutoCloseable {
    /** Numbers in the report per measurement of a group: three sums of losses, three counts of right rows, the penalty. */
    static final int MEASURED = 7;

    private final ClContext context;
    private final FusedScript script = new FusedScript();
    private ClBuffer scriptBuffer;
    private ClBuffer reportBuffer;
    private ByteBuffer report = FusedScript.direct(64);
    private @Nullable cl_event written;
    private @Nullable cl_event done;
    private int[] groups = {};
    private int measurements;
    private long begun;

    FusedLaunch(ClContext context) {
        this.context = context;
        scriptBuffer = context.buffer(script.memory().capacity() / 4);
        reportBuffer = context.buffer(report.capacity() / 4);
    }

    FusedScript script() {
        return script;
    }

    ClBuffer scriptBuffer() {
        return scriptBuffer;
    }

    ClBuffer reportBuffer() {
        return reportBuffer;
    }

    /** Hands the written script to the device and makes room for the report. */
    void send(int[] groups, int measurements) {
        this.groups = groups;
        this.measurements = measurements;
        if (scriptBuffer.bytes() < script.memory().capacity()) {
            scriptBuffer.close();
            scriptBuffer = context.buffer(script.memory().capacity() / 4);
        }
        if (report.capacity() < reportBytes()) {
            report = FusedScript.direct(2 * reportBytes());
            reportBuffer.close();
            reportBuffer = context.buffer(report.capacity() / 4);
        }
        written = context.writeLater(scriptBuffer, script.memory(), 4L * script.length());
    }

    /** Queues the kernel, whose arguments are set, and the way back of its report. */
    void start(ClKernel kernel) {
        begun = System.nanoTime();
        context.launch(kernel, new long[] {groups.length}, new long[] {1});
        done = context.readLater(reportBuffer, report, reportBytes());
        context.flush();
    }

    /** Waits for the report. */
    void await() {
        if (written != null) {
            context.await(written);
            written = null;
        }
        if (done != null) {
            context.await(done);
            done = null;
        }
    }

    boolean pending() {
        return done != null;
    }

    /** The replicas that took part. */
    int[] groups() {
        return groups;
    }

    int measurements() {
        return measurements;
    }

    /** When the kernel was queued. */
    long begun() {
        return begun;
    }

    /** Whether the numbers of the group's replica were finite at the end. */
    boolean finite(int group) {
        return report.getFloat(4 * group) == 0f;
    }

    /** A measured sum of losses; part 0 is training, 1 validation, 2 test. */
    float sum(int measurement, int group, int part) {
        return measured(measurement, group, part);
    }

    /** How many rows of a part were answered right. */
    int right(int measurement, int group, int part) {
        return (int) measured(measurement, group, 3 + part);
    }

    /** The penalty. */
    float penalty(int measurement, int group) {
        return measured(measurement, group, 6);
    }

    private float measured(int measurement, int group, int number) {
        return report.getFloat(4 * (groups.length + (measurement * groups.length + group) * MEASURED + number));
    }

    private int reportBytes() {
        return 4 * groups.length * (1 + MEASURED * measurements);
    }

    @Override
    public void close() {
        scriptBuffer.close();
        reportBuffer.close();
    }
}
