package weightroom.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.History;
import weightroom.run.Trainer;
import weightroom.ui.kit.Theme;

/**
 * Measures the window while it trains a spiral at full speed with everything visible: what its own code costs the screen's
 * thread in a pulse, how many pulses a second it keeps, and how much of the training speed that it has without a window.
 */
public final class BenchApp extends Application {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final double WARM_UP_SECONDS = 15;
    private static final double TURN_SECONDS = 3;

    /** Epochs between two points of the history of an hour at full speed. */
    private static final int HOUR_STRIDE = 32;

    private static volatile @Nullable Request request;

    private @Nullable Window window;

    private record Request(int rounds, boolean hour, Consumer<Figures> receiver) {}

    /**
     * What was measured.
     *
     * @param medianMillis our own work on the screen's thread per pulse, layout and drawing included
     * @param millis95 the same, not exceeded in 95 of 100 pulses
     * @param pulsesPerSecond of the screen
     * @param training rows trained on per second with the window
     * @param trainingAlone the same without
     * @param heapMebibytes memory in use by Java afterwards
     */
    public record Figures(
            double medianMillis,
            double millis95,
            double pulsesPerSecond,
            double training,
            double trainingAlone,
            double heapMebibytes) {}

    /**
     * Measures, and returns when it is done. Once per process.
     *
     * @param rounds turns with and without the window
     * @param hour whether to begin with what a run keeps after an hour of play
     * @param headless whether to draw on a screen in memory
     */
    public static Figures measure(int rounds, boolean hour, boolean headless) {
        if (headless) {
            Headless.prepare(WIDTH, HEIGHT);
        }
        List<Figures> measured = new ArrayList<>();
        request = new Request(rounds, hour, measured::add);
        launch(BenchApp.class);
        if (measured.isEmpty()) {
            throw new IllegalStateException("the window was closed before it was measured");
        }
        return measured.get(0);
    }

    @Override
    public void start(Stage stage) {
        Request wanted = request;
        if (wanted == null) {
            throw new IllegalStateException("there is nothing to measure");
        }
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        Window opened = new Window(stage, Experiment.opening(), Path.of(""), Theme.DARK);
        window = opened;
        stage.show();
        Devices devices = new Devices();
        Trainer alone = new Trainer(devices, Experiment.opening(), Path.of(""));
        opened.send(new Command.Speed(Double.POSITIVE_INFINITY));
        alone.send(new Command.Speed(Double.POSITIVE_INFINITY));
        if (wanted.hour()) {
            opened.send(new Command.Open(hour()));
        }
        Turns turns = new Turns(opened, alone, wanted.rounds());
        stage.getScene().addPreLayoutPulseListener(turns::beforeLayout);
        stage.getScene().addPostLayoutPulseListener(turns::afterLayout);
        turns.whenDone(figures -> {
            wanted.receiver().accept(figures);
            alone.close();
            devices.close();
            Platform.exit();
        });
        turns.start();
    }

    /**
     * A spiral that was played for an hour at ten thousand epochs a second: a history with nearly all the points that there
     * may be, which is thinned out for the next time while it is measured.
     */
    private static SavedRun hour() {
        Setup setup = Setup.of(Experiment.opening(), Path.of(""));
        int stepsPerEpoch =
                setup.plan().stepsPerEpoch(setup.rows().split().train().count());
        List<Measurement> history = new ArrayList<>();
        for (int i = 0; i < History.MOST_POINTS - 1000; i++) {
            long epoch = (long) i * HOUR_STRIDE;
            double loss = 0.7 / (1 + 1e-5 * i) + 0.01 * Math.sin(i);
            history.add(new Measurement(
                    0,
                    epoch,
                    epoch * stepsPerEpoch,
                    loss,
                    Double.NaN,
                    1.1 * loss,
                    new Accuracy(1 - loss, Double.NaN, 1 - 1.1 * loss),
                    0.1));
        }
        long step = history.get(history.size() - 1).step();
        State state = new State(step, setup.start().parameters(), setup.start().slots());
        return SavedRun.of(setup, Path.of(""), state, 1, Watch.NOTHING, Optional.empty(), history);
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }

    /** Warms up, then trains in turns with the window and without. */
    private static final class Turns extends AnimationTimer {
        private final Window window;
        private final Trainer alone;
        private final int rounds;
        private final List<Double> work = new ArrayList<>();
        private final double[] with;
        private final double[] without;
        private final double[] pulses;
        private Consumer<Figures> done = figures -> {};
        private long begun;
        private long samplesThen;
        private int counted;
        private int turn = -1;
        private long layoutBegun;
        private long layout;

        Turns(Window window, Trainer alone, int rounds) {
            this.window = window;
            this.alone = alone;
            this.rounds = rounds;
            with = new double[rounds];
            without = new double[rounds];
            pulses = new double[rounds];
        }

        void whenDone(Consumer<Figures> receiver) {
            done = receiver;
        }

        void beforeLayout() {
            layoutBegun = System.nanoTime();
        }

        void afterLayout() {
            layout = System.nanoTime() - layoutBegun;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            if (begun == 0) {
                begin(time);
                return;
            }
            double worked = (window.takeWorked() + layout) * 1e-6;
            if (turn >= 0 && turn % 2 == 0) {
                work.add(worked);
                counted++;
            }
            double seconds = (time - begun) * 1e-9;
            if (seconds > (turn < 0 ? WARM_UP_SECONDS : TURN_SECONDS)) {
                end(seconds);
                turn++;
                if (turn == 2 * rounds) {
                    stop();
                    done.accept(figures());
                } else {
                    begin(time);
                }
            }
        }

        private void begin(long time) {
            begun = time;
            counted = 0;
            boolean ours = turn % 2 == 0 || turn < 0;
            window.send(ours ? new Command.Play() : new Command.Pause());
            alone.send(ours ? new Command.Pause() : new Command.Play());
            samplesThen = samples(ours);
        }

        private void end(double seconds) {
            if (turn < 0) {
                return;
            }
            boolean ours = turn % 2 == 0;
            double rate = (samples(ours) - samplesThen) / seconds;
            (ours ? with : without)[turn / 2] = rate;
            if (ours) {
                pulses[turn / 2] = counted / seconds;
            }
        }

        private long samples(boolean ours) {
            return (ours ? window.model().snapshot().get() : alone.latest()).samples();
        }

        private Figures figures() {
            double[] sorted =
                    work.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Figures(
                    sorted[sorted.length / 2],
                    sorted[(int) (sorted.length * 0.95)],
                    median(pulses),
                    median(with),
                    median(without),
                    usedBytes() / (double) (1 << 20));
        }

        /** What Java uses when it has cleaned up; it skips that while native code holds on to an array, so more than once. */
        private static long usedBytes() {
            Runtime memory = Runtime.getRuntime();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                System.gc();
                least = Math.min(least, memory.totalMemory() - memory.freeMemory());
            }
            return least;
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
