package weightroom.ui.charts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Network;
import weightroom.engine.Rows;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.Grid;
import weightroom.run.Health;
import weightroom.run.Histogram;
import weightroom.run.History;
import weightroom.run.Insight;
import weightroom.run.InsightHistory;
import weightroom.run.LayerInsight;
import weightroom.run.Slice;
import weightroom.run.Snapshot;
import weightroom.run.Tiles;
import weightroom.run.Timeline;
import weightroom.run.Verdict;

/** Snapshots with known numbers, as a trainer would publish them, made one after the other. */
final class Snapshots {
    static final Setup SPIRAL = Setup.of(Experiment.spiral(), Path.of(""));

    private final Setup setup;
    private final History history = new History();
    private final InsightHistory insights;
    private Timeline.View timeline = Timeline.View.START;
    private boolean playing;
    private long serial;

    Snapshots(Setup setup) {
        this.setup = setup;
        insights = new InsightHistory(setup.plan().network().layers().size());
    }

    History history() {
        return history;
    }

    InsightHistory insights() {
        return insights;
    }

    void setTimeline(Timeline.View timeline) {
        this.timeline = timeline;
    }

    /** The run after so many epochs, with the loss 1 / (epoch + 1) after each. */
    Snapshot at(int epoch) {
        while (history.size() <= epoch) {
            int next = history.size();
            history.add(next, steps(next), 1.0 / (next + 1), Double.NaN, 2.0 / (next + 1));
        }
        return at(epoch, Optional.of(insight(epoch, Verdict.Kind.HEALTHY)));
    }

    Snapshot at(int epoch, Optional<Insight> insight) {
        insight.ifPresent(insights::add);
        State start = setup.start();
        State state = new State(steps(epoch), start.parameters(), start.slots());
        Rows train = setup.rows().split().train();
        return new Snapshot(
                setup,
                state,
                Snapshot.Progress.of(epoch, (long) epoch * train.count(), playing, 0),
                new Snapshot.Used("java", "Java"),
                history,
                timeline,
                new Snapshot.Watched(
                        Optional.of(field(0.25f)),
                        Optional.of(new Snapshot.Answers(
                                outputs(train, 0.8f),
                                outputs(setup.rows().split().test(), 0.3f))),
                        insight,
                        insights,
                        Optional.of(tiles())),
                Optional.empty(),
                Optional.empty(),
                Command.Desk.FIRST,
                ++serial);
    }

    /** What the layers are like; the first one fares as told, the others well. */
    Insight insight(int epoch, Verdict.Kind kind) {
        Network network = setup.plan().network();
        int layers = network.layers().size();
        List<LayerInsight> seen = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            seen.add(layer(epoch, l == layers - 1));
            verdicts.add(verdict(l == 0 ? kind : Verdict.Kind.HEALTHY));
        }
        return new Insight(steps(epoch), epoch, 100, seen, new Health(verdict(kind), verdicts));
    }

    private static Verdict verdict(Verdict.Kind kind) {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        boolean good = kind == Verdict.Kind.HEALTHY;
        return new Verdict(kind, word, good ? "All is well." : "The layer is " + word + ".", good ? "" : "Try less.");
    }

    private static LayerInsight layer(int epoch, boolean output) {
        Histogram histogram = new Histogram(-2, 2, new int[] {1, 4, 6, 2});
        return new LayerInsight(
                0.0093 / (epoch + 1),
                0.001,
                histogram,
                new float[] {0.01f, -0.02f},
                9.1e-4,
                new float[] {0.001f},
                output ? Double.NaN : 0.52,
                new int[0],
                output ? Double.NaN : 0.25,
                new int[] {1},
                List.of(),
                histogram,
                0.1,
                histogram,
                0.2,
                0.5,
                histogram,
                new double[] {-2, -1, 0, 1, 2});
    }

    private Snapshot.Field field(float value) {
        float[] values = new float[16 * setup.plan().network().outputs()];
        Arrays.fill(values, value);
        return new Snapshot.Field(
                new Grid(4, 4, -6, 6, -6, 6), setup.plan().network().outputs(), values);
    }

    private Tiles tiles() {
        List<Tiles.LayerTiles> layers = new ArrayList<>();
        layers.add(tile(setup.plan().network().inputs()));
        setup.plan().network().layers().forEach(layer -> layers.add(tile(layer.units())));
        return new Tiles(Slice.FIRST_TWO, new Grid(2, 2, -6, 6, -6, 6), layers);
    }

    private static Tiles.LayerTiles tile(int units) {
        float[][] values = new float[units][];
        float[] low = new float[units];
        float[] high = new float[units];
        for (int u = 0; u < units; u++) {
            values[u] = new float[] {-0.5f, 0, 0.25f, 0.75f};
            low[u] = -0.5f;
            high[u] = 0.75f;
        }
        return new Tiles.LayerTiles(values, low, high);
    }

    /** The same output everywhere. */
    private float[] outputs(Rows rows, float value) {
        float[] outputs = new float[rows.count() * setup.plan().network().outputs()];
        Arrays.fill(outputs, value);
        return outputs;
    }

    private long steps(long epoch) {
        return epoch * 24;
    }
}
