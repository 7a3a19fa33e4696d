package weightroom.run;

import java.util.Arrays;
import java.util.List;

/**
 * The course of every layer's figures over a run. One thread appends; any other takes {@link #series()} without a lock and
 * has a view that never changes.
 *
 * <p>It stays below {@value #MOST_BYTES} bytes: when it is full, every other entry is dropped, and from then on only every
 * second entry that is offered is kept, every fourth after the next time, and so on.
 */
public final class InsightHistory {
    /** What the numbers may take. */
    static final int MOST_BYTES = 4 << 20;

    private static final int FIRST_CAPACITY = 256;

    private final int capacity;
    private long offered;
    private int stride = 1;
    private volatile Series series;

    /** An empty history of so many layers. */
    public InsightHistory(int layers) {
        this(layers, Math.max(2, MOST_BYTES / (16 + Float.BYTES * Figure.values().length * Math.max(1, layers))));
    }

    /** The same with another limit of entries, at least 2. */
    InsightHistory(int layers, int capacity) {
        this.capacity = capacity;
        int first = Math.min(FIRST_CAPACITY, capacity);
        series = new Series(
                layers, 0, new long[first], new double[first], new float[layers * Figure.values().length][first]);
    }

    /** What is remembered of a layer; the fields of {@link LayerInsight} say what each is. */
    public enum Figure {
        GRADIENT,
        UPDATE_RATIO,
        SATURATED,
        DEAD,
        ACTIVATION_MEAN,
        ACTIVATION_DEVIATION,
        WEIGHT_MIN,
        WEIGHT_LOWER_QUARTILE,
        WEIGHT_MEDIAN,
        WEIGHT_UPPER_QUARTILE,
        WEIGHT_MAX
    }

    /** The entries so far; a view that stays as it is. */
    public Series series() {
        return series;
    }

    /** A new history of the entries up to this step, to go on from there on a branch. */
    public InsightHistory upTo(long step) {
        Series all = series;
        InsightHistory kept = new InsightHistory(all.layers(), capacity);
        int size = 0;
        while (size < all.size() && all.step(size) <= step) {
            size++;
        }
        kept.series = all.first(size);
        kept.stride = stride;
        return kept;
    }

    /** Appends what was seen, unless it has been thinned out to fewer entries. Called by the one writing thread. */
    public void add(Insight insight) {
        if (offered++ % stride != 0) {
            return;
        }
        Series grown = series;
        if (grown.size() == capacity) {
            grown = grown.halved();
            stride *= 2;
            offered = 1;
        }
        series = grown.with(insight, capacity);
    }

    /** Appends what was seen where it is of a later step than the last entry, as it is not while a recorded future repeats. */
    void addLater(Insight insight) {
        Series all = series;
        if (all.size() == 0 || insight.step() > all.step(all.size() - 1)) {
            add(insight);
        }
    }

    /** Entries in the order of their steps. */
    public static final class Series {
        private final int layers;
        private final int size;
        private final long[] steps;
        private final double[] epochs;
        private final float[][] figures; // [layer · figures + figure][entry]

        private Series(int layers, int size, long[] steps, double[] epochs, float[][] figures) {
            this.layers = layers;
            this.size = size;
            this.steps = steps;
            this.epochs = epochs;
            this.figures = figures;
        }

        /** How many entries there are. */
        public int size() {
            return size;
        }

        /** How many layers each entry tells of. */
        public int layers() {
            return layers;
        }

        /** Updates made before an entry. */
        public long step(int entry) {
            return steps[checked(entry)];
        }

        /** Passes over the training rows before an entry, with the part of the current one. */
        public double epoch(int entry) {
            return epochs[checked(entry)];
        }

        /** A number of an entry; NaN where it does not apply to the layer or was not known. */
        public double value(int entry, int layer, Figure figure) {
            return figures[column(layer, figure)][checked(entry)];
        }

        private int checked(int entry) {
            if (entry >= size) {
                throw new IndexOutOfBoundsException("entry %d of %d".formatted(entry, size));
            }
            return entry;
        }

        private static int column(int layer, Figure figure) {
            return layer * Figure.values().length + figure.ordinal();
        }

        /** Beyond {@code size} nobody reads, so that arrays with room are shared with the series before. */
        private Series with(Insight insight, int capacity) {
            Series wide = size < steps.length ? this : resized(Math.min(capacity, 2 * steps.length));
            wide.steps[size] = insight.step();
            // Smaller batches make the same step an earlier epoch.
            wide.epochs[size] = size == 0 ? insight.epoch() : Math.max(insight.epoch(), epochs[size - 1]);
            List<LayerInsight> seen = insight.layers();
            for (int l = 0; l < layers; l++) {
                wide.put(l, seen.get(l));
            }
            return new Series(layers, size + 1, wide.steps, wide.epochs, wide.figures);
        }

        private void put(int layer, LayerInsight seen) {
            put(layer, Figure.GRADIENT, seen.gradient());
            put(layer, Figure.UPDATE_RATIO, seen.updateRatio());
            put(layer, Figure.SATURATED, seen.saturated());
            put(layer, Figure.DEAD, seen.dead());
            put(layer, Figure.ACTIVATION_MEAN, seen.activationMean());
            put(layer, Figure.ACTIVATION_DEVIATION, seen.activationDeviation());
            for (int q = 0; q < 5; q++) {
                figures[column(layer, Figure.WEIGHT_MIN) + q][size] = (float) seen.weightQuantiles()[q];
            }
        }

        private void put(int layer, Figure figure, double value) {
            figures[column(layer, figure)][size] = (float) value;
        }

        private Series first(int count) {
            return new Series(layers, count, steps, epochs, figures).resized(Math.max(FIRST_CAPACITY, count));
        }

        private Series resized(int length) {
            float[][] copies = new float[figures.length][];
            Arrays.setAll(copies, i -> Arrays.copyOf(figures[i], length));
            return new Series(layers, size, Arrays.copyOf(steps, length), Arrays.copyOf(epochs, length), copies);
        }

        private Series halved() {
            Series copy = resized(steps.length);
            int kept = (size + 1) / 2;
            for (int i = 0; i < kept; i++) {
                copy.steps[i] = steps[2 * i];
                copy.epochs[i] = epochs[2 * i];
                for (int f = 0; f < figures.length; f++) {
                    copy.figures[f][i] = figures[f][2 * i];
                }
            }
            return new Series(layers, kept, copy.steps, copy.epochs, copy.figures);
        }
    }
}
