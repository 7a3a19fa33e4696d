package weightroom.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.explain.Quantity;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Transport.Stride;

/**
 * Measures what it costs the screen's thread to explain something else: another weight, another row, another phase, of a
 * network of about a thousand weights.
 */
public final class ExplainBenchApp extends Application {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    /** Units of the first hidden layer, of the second likewise. */
    private static final int UNITS = 30;

    private static final String NETWORK =
            """
            { "weightroom": 1, "seed": 7, "data": { "source": "spiral" },
              "network": { "layers": [{ "units": 30, "activation": "tanh" }, { "units": 30, "activation": "tanh" },
                                      { "units": 1, "activation": "sigmoid" }] },
              "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "adam" } } }
            """;

    private static final int WARM_UP = 120;
    /** Changes of one kind in a round. */
    private static final int CHANGES = 60;

    private static volatile @Nullable Request request;

    private @Nullable Window window;

    private record Request(int rounds, Consumer<List<Figures>> receiver) {}

    /** What is changed. */
    public enum Change {
        WEIGHT,
        ROW,
        PHASE
    }

    /**
     * What was measured of one kind of change.
     *
     * @param medianMillis processor time of the screen's thread until it is drawn, layout included
     * @param millis95 the same, not exceeded in 95 of 100 changes
     */
    public record Figures(Change change, double medianMillis, double millis95) {}

    /**
     * Measures, and returns when it is done. Once per process.
     *
     * @param rounds of sixty changes of each kind
     * @param headless whether to draw on a screen in memory
     */
    public static List<Figures> measure(int rounds, boolean headless) {
        if (headless) {
            Headless.prepare(WIDTH, HEIGHT);
        }
        List<Figures> measured = new ArrayList<>();
        request = new Request(rounds, measured::addAll);
        launch(ExplainBenchApp.class);
        if (measured.isEmpty()) {
            throw new IllegalStateException("the window was closed before it was measured");
        }
        return measured;
    }

    @Override
    public void start(Stage stage) {
        Request wanted = request;
        if (wanted == null) {
            throw new IllegalStateException("there is nothing to measure");
        }
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        Experiment experiment = ExperimentReader.parse("bench.json", NETWORK);
        Window opened = new Window(stage, experiment, Path.of(""), Theme.DARK);
        window = opened;
        stage.show();
        opened.model().explanations().ask(Quantity.weight(0, 0, 0));
        Changes changes = new Changes(opened, wanted.rounds(), figures -> {
            wanted.receiver().accept(figures);
            Platform.exit();
        });
        changes.start();
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }

    /** Makes a change, waits for pulses in which it is drawn, and makes the next. */
    private static final class Changes extends AnimationTimer {
        private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

        private final Window window;
        private final int changes;
        private final Consumer<List<Figures>> done;
        private final List<List<Double>> work = new ArrayList<>();
        private int made = -WARM_UP;
        private int pulse;
        private long begun;

        Changes(Window window, int rounds, Consumer<List<Figures>> done) {
            this.window = window;
            this.changes = rounds * CHANGES * Change.values().length;
            this.done = done;
            for (int i = 0; i < Change.values().length; i++) {
                work.add(new ArrayList<>());
            }
        }

        @Override
        public void handle(long now) {
            pulse++;
            if (pulse % 3 != 0 || !window.ready()) {
                return;
            }
            if (made > 0) {
                work.get(kind(made - 1).ordinal()).add((TIMES.getCurrentThreadCpuTime() - begun) * 1e-6);
            }
            if (made == changes) {
                stop();
                done.accept(figures());
                return;
            }
            begun = TIMES.getCurrentThreadCpuTime();
            change(kind(made), made);
            made++;
        }

        private static Change kind(int change) {
            return Change.values()[Math.floorMod(change, Change.values().length)];
        }

        private void change(Change kind, int number) {
            IntConsumer how =
                    switch (kind) {
                        case WEIGHT ->
                            i -> window.model()
                                    .explanations()
                                    .ask(Quantity.weight(1, Math.floorMod(7 * i, UNITS), Math.floorMod(11 * i, UNITS)));
                        case ROW -> i -> window.playback().step(Stride.SAMPLE);
                        case PHASE -> i -> window.playback().stepBack();
                    };
            how.accept(number);
        }

        private List<Figures> figures() {
            List<Figures> figures = new ArrayList<>();
            for (Change change : Change.values()) {
                double[] sorted = work.get(change.ordinal()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                Arrays.sort(sorted);
                figures.add(new Figures(change, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)]));
            }
            return figures;
        }
    }
}
