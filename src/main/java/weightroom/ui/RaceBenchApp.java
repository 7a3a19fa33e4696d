package weightroom.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import weightroom.experiment.Experiment;
import weightroom.plot.BoundaryThumb;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Speed;

/**
 * Measures the window while it shows a race at full speed: six optimizers under 32 seeds on a spiral, with the boundaries of
 * all seeds of a lane beside those of all lanes under one seed.
 */
public final class RaceBenchApp extends Application {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final String SEEDS = "32";
    /** More than there is time for, so that the race goes on while it is measured. */
    private static final String EPOCHS = "1000000";

    private static final double WARM_UP_SECONDS = 12;
    private static final double ROUND_SECONDS = 3;

    private static volatile @Nullable Request request;

    private @Nullable Window window;

    private record Request(int rounds, Consumer<Figures> receiver) {}

    /**
     * What was measured.
     *
     * @param medianMillis our own work on the screen's thread per pulse, layout and drawing included
     * @param millis95 the same, not exceeded in 95 of 100 pulses
     * @param pulsesPerSecond of the screen
     * @param boundaries that are seen
     * @param picturesPerSecond of each boundary, on average
     */
    public record Figures(
            double medianMillis,
            double millis95,
            double pulsesPerSecond,
            double boundaries,
            double picturesPerSecond) {}

    /**
     * Measures, and returns when it is done. Once per process.
     *
     * @param rounds of three seconds
     * @param headless whether to draw on a screen in memory
     */
    public static Figures measure(int rounds, boolean headless) {
        if (headless) {
            Headless.prepare(WIDTH, HEIGHT);
        }
        List<Figures> measured = new ArrayList<>();
        request = new Request(rounds, measured::add);
        launch(RaceBenchApp.class);
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
        opened.model().options().view().set("compare");
        Rounds rounds = new Rounds(opened, stage.getScene(), wanted.rounds(), figures -> {
            wanted.receiver().accept(figures);
            Platform.exit();
        });
        stage.getScene().addPreLayoutPulseListener(rounds::beforeLayout);
        stage.getScene().addPostLayoutPulseListener(rounds::afterLayout);
        rounds.start();
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }

    /** Asks for the race, warms up, then measures in rounds. */
    private static final class Rounds extends AnimationTimer {
        private final Window window;
        private final Scene scene;
        private final double[] pulses;
        private final double[] pictures;
        private final Consumer<Figures> done;
        private final List<Double> work = new ArrayList<>();
        private boolean asked;
        private int round = -1;
        private long begun;
        private long drawnThen;
        private int counted;
        private long layoutBegun;
        private long layout;

        Rounds(Window window, Scene scene, int rounds, Consumer<Figures> done) {
            this.window = window;
            this.scene = scene;
            this.done = done;
            pulses = new double[rounds];
            pictures = new double[rounds];
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
            double worked = (window.takeWorked() + layout) * 1e-6;
            if (begun == 0) {
                prepare(time);
                return;
            }
            if (round >= 0) {
                work.add(worked);
                counted++;
            }
            double seconds = (time - begun) * 1e-9;
            if (seconds > (round < 0 ? WARM_UP_SECONDS : ROUND_SECONDS)) {
                end(seconds);
                round++;
                begin(time);
                if (round == pulses.length) {
                    stop();
                    done.accept(figures());
                }
            }
        }

        /** First the question, as somebody would ask it; once its race stands there, the way to its seeds, and off. */
        private void prepare(long time) {
            boolean made = scene.getRoot().lookup(".lane-card") != null;
            if (made && !asked) {
                asked = true;
                ((ComboBox<?>) node("#compare-rate")).getSelectionModel().select(0);
                type("#compare-epochs", EPOCHS);
                type("#compare-seeds", SEEDS);
                window.playback().setSpeed(Speed.FASTEST);
            } else if (made
                    && window.ready()
                    && ((Labeled) node("#compare-finish")).getText().contains(SEEDS)) {
                ((ToggleButton) node("#compare-page-seeds")).setSelected(true);
                window.playback().togglePlay();
                begin(time);
            }
        }

        private void type(String field, String text) {
            TextField typed = (TextField) node(field);
            typed.setText(text);
            typed.fireEvent(new ActionEvent());
        }

        private Node node(String id) {
            return scene.getRoot().lookup(id);
        }

        private List<BoundaryThumb> seen() {
            return scene.getRoot().lookupAll(".boundary-thumb").stream()
                    .map(BoundaryThumb.class::cast)
                    .filter(thumb -> thumb.pictures() > 0)
                    .toList();
        }

        private void begin(long time) {
            begun = time;
            counted = 0;
            drawnThen = drawn();
        }

        private long drawn() {
            return seen().stream().mapToLong(BoundaryThumb::pictures).sum();
        }

        private void end(double seconds) {
            if (round >= 0) {
                pulses[round] = counted / seconds;
                pictures[round] = (drawn() - drawnThen) / seconds / Math.max(1, seen().size());
            }
        }

        private Figures figures() {
            double[] sorted =
                    work.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Figures(
                    sorted[sorted.length / 2],
                    sorted[(int) (sorted.length * 0.95)],
                    median(pulses),
                    seen().size(),
                    median(pictures));
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
