package weightroom.cli;

import java.util.function.BooleanSupplier;
import weightroom.run.History;
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
        try (progress) {
            advanceTo(Long.MAX_VALUE);
        }
    }

    /** So many epochs on, beyond those of the experiment if need be, but not past a rule that stops it. */
    void epochs(long count) {
        long target = run.stepAt(run.epoch() + count);
        try (progress) {
            while (run.step() < target && mayGoOn() && !stop.getAsBoolean()) {
                run.continueBeyondEpochs();
                advanceTo(target);
            }
        }
    }

    private boolean mayGoOn() {
        return run.end().isEmpty() || run.end().get() == Run.End.EPOCHS_DONE;
    }

    /** @param target a step; training stands still there at the latest */
    private void advanceTo(long target) {
        long epochs = run.setup().plan().epochs();
        int stride = (int) Math.max(1, (epochs + MEASURED_EPOCHS - 1) / MEASURED_EPOCHS);
        double chunk = 1;
        while (run.end().isEmpty() && run.step() < target && !stop.getAsBoolean()) {
            long begin = System.nanoTime();
            long wanted = Math.min(target - run.step(), Math.max(1, (long) chunk));
            boolean firstEpoch = run.epoch() == 0;
            long done = firstEpoch ? advance(Math.min(wanted, run.stepsToEpochEnd()), 1) : advance(wanted, stride);
            double factor = (double) CHUNK_NANOS / Math.max(1, System.nanoTime() - begin);
            chunk = done < wanted && factor > 1 ? chunk : Math.max(1, chunk * Math.min(2, factor));
            progress.show(run.epoch(), samplesPerSecond(), loss());
        }
    }

    private double loss() {
        int size = run.history().size();
        return size == 0 ? Double.NaN : run.history().train(size - 1);
    }

    /** Measures where the run stands, so that the last epoch is in the history whatever the distance between two. */
    void measureLast() {
        History history = run.history();
        int last = history.size() - 1;
        boolean missing =
                last < 0 || (run.stepsToEpochEnd() == run.stepsPerEpoch() && history.step(last) != run.step());
        if (missing) {
            run.measure();
        }
        run.takeNotice().ifPresent(progress::say);
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
