package weightroom.cli;

import java.util.function.BooleanSupplier;
import weightroom.run.Run;

/** Takes a run to its end, measuring about two thousand epochs of it and telling how far it is. */
final class Training {
    /** How many epochs of a run are measured where no rule asks for each. */
    static final int MEASURED_EPOCHS = 2000;

    private static final long CHUNK_NANOS = 50_000_000L;

    private final Run run;
    private final Progress progress;
    private final BooleanSupplier stop;
    private long nanos;
    private long samples;

    /** @param stop asked between two chunks */
    Training(Run run, Progress progress, BooleanSupplier stop) {
        this.run = run;
        this.progress = progress;
        this.stop = stop;
    }

    /** Rows trained on per second of training, measuring included. */
    double samplesPerSecond() {
        return samples * 1e9 / Math.max(1, nanos);
    }

    void toTheEnd() {
        long epochs = run.setup().plan().epochs();
        int stride = (int) Math.max(1, (epochs + MEASURED_EPOCHS - 1) / MEASURED_EPOCHS);
        long first = run.epoch();
        try (progress) {
            advance(run.stepsPerEpoch() - run.step() % run.stepsPerEpoch(), 1);
            double chunk = 1;
            while (run.end().isEmpty() && !stop.getAsBoolean()) {
                long begin = System.nanoTime();
                long wanted = Math.max(1, (long) chunk);
                long done = advance(wanted, stride);
                double factor = (double) CHUNK_NANOS / Math.max(1, System.nanoTime() - begin);
                chunk = done < wanted && factor > 1 ? chunk : Math.max(1, chunk * Math.min(2, factor));
                progress.show(run, samplesPerSecond());
            }
        }
        boolean measured =
                run.history().size() > 0 && run.history().step(run.history().size() - 1) == run.step();
        if (!measured && (run.epoch() > first || run.history().size() == 0)) {
            run.measure();
        }
    }

    private long advance(long steps, int measureEvery) {
        long begin = System.nanoTime();
        long before = run.samples();
        long done = run.advance(steps, measureEvery);
        nanos += System.nanoTime() - begin;
        samples += Math.max(0, run.samples() - before);
        run.takeNotice().ifPresent(progress::say);
        return done;
    }
}
