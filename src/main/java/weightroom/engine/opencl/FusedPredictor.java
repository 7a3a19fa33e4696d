package weightroom.engine.opencl;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jocl.cl_event;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Network;

/** The predicting half of the fused program: inputs in, outputs back, in memory that is kept from call to call. */
final class FusedPredictor implements AutoCloseable {
    /** Rows that are under way at the same time, so that memory does not grow with what is asked for. */
    private static final int BLOCK = 1 << 18;

    /** Numbers in or out that are under way at the same time. */
    private static final int BLOCK_NUMBERS = 1 << 22;

    /** Rows that the kernel takes at a time; it runs over the end of its input up to a multiple of this. */
    private static final int LANES = 16;

    private final ClContext context;
    private final ClBuffer numbers;
    private final int in;
    private final int c;
    private @Nullable ClKernel kernel;
    private @Nullable ClBuffer inputBuffer;
    private @Nullable ClBuffer outputBuffer;
    private ByteBuffer staged = FusedScript.direct(4);

    FusedPredictor(ClContext context, ClBuffer numbers, Network network) {
        this.context = context;
        this.numbers = numbers;
        in = network.inputs();
        c = network.outputs();
    }

    /** Takes a kernel in place of the one before. */
    void use(ClKernel predict) {
        if (kernel != null) {
            kernel.close();
        }
        kernel = predict;
    }

    void predict(int replica, float[] inputs, int n, float[] outputs) {
        int most = Math.min(BLOCK, BLOCK_NUMBERS / Math.max(in, c));
        for (int from = 0; from < n; from += most) {
            block(replica, inputs, from, Math.min(most, n - from), outputs);
        }
    }

    private void block(int replica, float[] inputs, int from, int n, float[] outputs) {
        int room = (n + LANES - 1) / LANES * LANES;
        inputBuffer = atLeast(inputBuffer, room * in);
        outputBuffer = atLeast(outputBuffer, room * c);
        if (staged.capacity() < 4 * n * in) {
            staged = FusedScript.direct(4 * n * in);
        }
        FloatBuffer floats = staged.asFloatBuffer();
        floats.put(inputs, from * in, n * in);
        cl_event written = context.writeLater(inputBuffer, staged, 4L * n * in);
        ClKernel predict = Objects.requireNonNull(kernel);
        predict.args()
                .arg(numbers)
                .arg(replica)
                .arg(inputBuffer)
                .arg(outputBuffer)
                .arg(n);
        int groups = (n + FusedProgram.POINTS - 1) / FusedProgram.POINTS;
        context.launch(predict, new long[] {groups}, new long[] {1});
        if (from == 0 && n * c == outputs.length) {
            context.read(outputBuffer, 0, outputs, n * c);
        } else {
            float[] part = new float[n * c];
            context.read(outputBuffer, 0, part, n * c);
            System.arraycopy(part, 0, outputs, from * c, n * c);
        }
        context.await(written);
    }

    private ClBuffer atLeast(@Nullable ClBuffer buffer, int numbers) {
        if (buffer != null && buffer.bytes() >= 4L * numbers) {
            return buffer;
        }
        if (buffer != null) {
            buffer.close();
        }
        return context.buffer(numbers);
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.close();
        }
        if (inputBuffer != null) {
            inputBuffer.close();
        }
        if (outputBuffer != null) {
            outputBuffer.close();
        }
    }
}
