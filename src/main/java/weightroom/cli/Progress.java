package weightroom.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import weightroom.experiment.Setup;
import weightroom.run.Run;

/** How far a training run is: a bar with rate and remaining time on a terminal, a plain line now and then elsewhere. */
abstract class Progress implements AutoCloseable {
    private static final ResourceBundle TEXT = ResourceBundle.getBundle("weightroom.cli.messages");

    /** Tells how far the run is. */
    abstract void show(Run run, double samplesPerSecond);

    /** Tells something in between. */
    abstract void say(String text);

    @Override
    public abstract void close();

    /** The form that suits the place it is shown on. */
    static Progress on(PrintWriter err, Setup setup) {
        String title = setup.experiment().title();
        return onTerminal() ? new Bar(title, setup.plan().epochs(), err) : new Lines(err);
    }

    /** Since Java 22 there is a console even where nobody looks; the method that tells is newer than our floor. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    private static String rate(double samplesPerSecond) {
        if (samplesPerSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", samplesPerSecond / 1e6);
        }
        return samplesPerSecond >= 1e3
                ? String.format(Locale.ROOT, "%.0f k", samplesPerSecond / 1e3)
                : String.format(Locale.ROOT, "%.0f ", samplesPerSecond);
    }

    private static double lastLoss(Run run) {
        int size = run.history().size();
        return size == 0 ? Double.NaN : run.history().train(size - 1);
    }

    private static final class Bar extends Progress {
        private final ProgressBar bar;
        private final PrintWriter err;

        Bar(String title, long epochs, PrintWriter err) {
            this.err = err;
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(epochs)
                    .setUnit(" " + TEXT.getString("epochs"), 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        void show(Run run, double samplesPerSecond) {
            bar.stepTo(run.epoch());
            bar.setExtraMessage(MessageFormat.format(
                    TEXT.getString("progress.extra"),
                    rate(samplesPerSecond),
                    String.format(Locale.ROOT, "%.4g", lastLoss(run))));
        }

        @Override
        void say(String text) {
            err.println();
            err.println(text);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

        private final PrintWriter err;
        private final long start = System.nanoTime();
        private long last = start;

        Lines(PrintWriter err) {
            this.err = err;
        }

        @Override
        void show(Run run, double samplesPerSecond) {
            long now = System.nanoTime();
            if (now - last < INTERVAL_NANOS) {
                return;
            }
            last = now;
            long epochs = run.setup().plan().epochs();
            double share = (double) run.epoch() / epochs;
            double left = (now - start) * 1e-9 * (1 - share) / Math.max(1e-9, share);
            err.println(MessageFormat.format(
                    TEXT.getString("progress.line"),
                    run.epoch(),
                    epochs,
                    String.format(Locale.ROOT, "%.4g", lastLoss(run)),
                    rate(samplesPerSecond),
                    String.format(Locale.ROOT, "%.0f", left)));
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
