package weightroom.engine;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the approximations of {@link FastMath} gain over {@link Math}, in nanoseconds per number of a row of 1,024. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FastMathBenchmark {
    private static final int N = 1024;

    private final float[] from = new float[N];
    private final float[] to = new float[N];

    public FastMathBenchmark() {
        Random random = new Random(7);
        for (int i = 0; i < N; i++) {
            from[i] = (float) (4 * random.nextGaussian());
        }
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public float[] tanhFast() {
        for (int i = 0; i < N; i++) {
            to[i] = FastMath.tanh(from[i]);
        }
        return to;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public float[] tanhExact() {
        for (int i = 0; i < N; i++) {
            to[i] = (float) Math.tanh(from[i]);
        }
        return to;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public float[] expFast() {
        for (int i = 0; i < N; i++) {
            to[i] = FastMath.exp(from[i]);
        }
        return to;
    }

    @Benchmark
    @OperationsPerInvocation(N)
    public float[] expExact() {
        for (int i = 0; i < N; i++) {
            to[i] = (float) Math.exp(from[i]);
        }
        return to;
    }
}
