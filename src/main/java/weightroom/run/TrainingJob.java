package weightroom.run;

import weightroom.engine.Program;
import weightroom.engine.Rows;

/** Trains on and on. */
final class TrainingJob implements Workload.Job {
    private static final long CHUNK_NANOS = 20_000_000L;

    private final Program program;
    private final Rows rows;
    private final double unitsPerStep;
    private final int measureEvery;
    private final Pace pace = new Pace(CHUNK_NANOS);

    /**
     * @param unitsPerStep what an update counts for
     * @param measureEvery epochs; 0 for never
     */
    TrainingJob(Program program, Rows rows, double unitsPerStep, int measureEvery) {
        this.measureEvery = measureEvery;
        this.program = program;
        this.rows = rows;
        this.unitsPerStep = unitsPerStep;
    }

    @Override
    public double work(long nanos) {
        long begin = System.nanoTime();
        long steps = 0;
        long now = begin;
        while (now - begin < nanos) {
            long chunk = pace.due(now, 1);
            steps += program.train(chunk, measureEvery).steps();
            long after = System.nanoTime();
            pace.made(chunk, after - now, after - now);
            now = after;
        }
        return steps * unitsPerStep;
    }

    /** The training loss of the last replica but one: the only one, or Adam's among eight. */
    @Override
    public double check() {
        int replica = Math.max(0, program.plan().replicas().size() - 2);
        return program.loss(replica, rows);
    }

    @Override
    public void close() {
        program.close();
    }
}
