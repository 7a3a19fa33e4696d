package weightroom.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import weightroom.experiment.Setup;
import weightroom.run.Run;

/** How far a training run is: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere. */
abstract class Progress implements AutoCloseable {
    /** Tells how far the run is. */
    abstract void show(Run run, double samplesPerSecond);

    /** Tells something in between. */
    abstract void say(String text);

    @Override
    public abstract void close();

    /** The form that suits the place it is shown on, for a run that begins at this epoch. */
    static Progress on(PrintWriter err, boolean terminal, Setup setup, long epoch) {
        return terminal ? new Bar(setup, epoch, err) : new Lines(err, epoch);
    }

    private static String rate(double samplesPerSecond) {
        if (samplesPerSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", samplesPerSecond / 1e6);
        }
        return samplesPerSecond >= 1e3
                ? String.format(Locale.ROOT, "%.0f k", samplesPerSecond / 1e3)
                : String.format(Locale.ROOT, "%.0f ", samplesPerSecond);
    }

    private static String loss(Run run) {
        int size = run.history().size();
        return String.format(
                Locale.ROOT, "%.3g", size == 0 ? Double.NaN : run.history().train(size - 1));
    }

    private static final class Bar extends Progress {
        private static final int UPDATE_MILLIS = 200;

        private final ProgressBar bar;
        private final PrintWriter err;
        private boolean closed;

        Bar(Setup setup, long epoch, PrintWriter err) {
            this.err = err;
            bar = new ProgressBarBuilder()
                    .setInitialMax(setup.plan().epochs())
                    .startsFrom(epoch, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .build();
        }

        @Override
        void show(Run run, double samplesPerSecond) {
            bar.stepTo(run.epoch());
            bar.setExtraMessage(Text.of("progress.extra", rate(samplesPerSecond), loss(run)));
        }

        @Override
        void say(String text) {
            if (closed) {
                err.println(text);
            } else {
                // The bar is drawn one line above the cursor, so the text needs an empty line for it below.
                err.printf("%n%s%n%n", text);
            }
        }

        @Override
        public void close() {
            closed = true;
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

        private final PrintWriter err;
        private final long firstEpoch;
        private final long start = System.nanoTime();
        private long last = start;

        Lines(PrintWriter err, long firstEpoch) {
            this.err = err;
            this.firstEpoch = firstEpoch;
        }

        @Override
        void show(Run run, double samplesPerSecond) {
            long now = System.nanoTime();
            if (now - last < INTERVAL_NANOS) {
                return;
            }
            last = now;
            long epochs = run.setup().plan().epochs();
            double done = Math.max(1e-9, run.epoch() - firstEpoch);
            double left = (now - start) * 1e-9 * (epochs - run.epoch()) / done;
            err.println(
                    Text.of("progress.line", run.epoch(), epochs, loss(run), rate(samplesPerSecond), Math.round(left)));
        }

        @Override
        void say(String text) {
            err.println(text);
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
