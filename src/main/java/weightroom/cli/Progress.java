package weightroom.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far training is: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere. */
abstract class Progress implements AutoCloseable {
    /**
     * Tells how far it is.
     *
     * @param epoch epochs done, of all runs together
     * @param loss the last that was measured; NaN before
     */
    abstract void show(long epoch, double samplesPerSecond, double loss);

    /** Tells something in between. */
    abstract void say(String text);

    @Override
    public abstract void close();

    /** The form that suits the place it is shown on, for so many epochs of which some are done. */
    static Progress on(PrintWriter err, boolean terminal, long epochs, long done) {
        return terminal ? new Bar(epochs, done, err) : new Lines(epochs, done, err);
    }

    private static String rate(double samplesPerSecond) {
        if (samplesPerSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", samplesPerSecond / 1e6);
        }
        return samplesPerSecond >= 1e3
                ? String.format(Locale.ROOT, "%.0f k", samplesPerSecond / 1e3)
                : String.format(Locale.ROOT, "%.0f ", samplesPerSecond);
    }

    private static String shown(double loss) {
        return Double.isNaN(loss) ? Text.of("progress.none") : String.format(Locale.ROOT, "%.3g", loss);
    }

    private static final class Bar extends Progress {
        private static final int UPDATE_MILLIS = 200;

        private final ProgressBar bar;
        private final PrintWriter err;
        private boolean closed;

        Bar(long epochs, long done, PrintWriter err) {
            this.err = err;
            bar = new ProgressBarBuilder()
                    .setInitialMax(epochs)
                    .startsFrom(done, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .build();
        }

        @Override
        void show(long epoch, double samplesPerSecond, double loss) {
            bar.stepTo(epoch);
            bar.setExtraMessage(Text.of("progress.extra", rate(samplesPerSecond), shown(loss)));
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
        private final long epochs;
        private final long firstEpoch;
        private final long start = System.nanoTime();
        private long last = start;

        Lines(long epochs, long firstEpoch, PrintWriter err) {
            this.err = err;
            this.epochs = epochs;
            this.firstEpoch = firstEpoch;
        }

        @Override
        void show(long epoch, double samplesPerSecond, double loss) {
            long now = System.nanoTime();
            if (now - last < INTERVAL_NANOS) {
                return;
            }
            last = now;
            err.println(Text.of("progress.line", epoch, epochs, shown(loss), rate(samplesPerSecond), left(now, epoch)));
        }

        /** Seconds to the end; nothing can be said before an epoch is done. */
        private Object left(long now, long epoch) {
            return epoch == firstEpoch
                    ? Text.of("progress.none")
                    : Math.round((now - start) * 1e-9 * (epochs - epoch) / (epoch - firstEpoch));
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
