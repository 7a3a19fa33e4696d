package weightroom.ui.model;

import java.util.ArrayList;
import java.util.List;
import weightroom.data.DataSource;
import weightroom.data.Dataset;
import weightroom.data.Target;

/**
 * What a data source looks like: some of its own rows as marks in a unit square.
 *
 * @param kind what the tones of the marks mean
 * @param marks in no particular order
 */
public record Thumbnail(Kind kind, List<Mark> marks) {
    /** Tones of amounts and pixels: from 0, the least, to one less than this. */
    public static final int TONES = 5;

    private static final int ROWS = 110;
    private static final double NOISE = 0.03;
    private static final int DIGITS_SIDE = 8;
    private static final double DARKEST = 16;
    private static final long SEED = 1;

    public Thumbnail {
        marks = List.copyOf(marks);
    }

    /** What the tones of the marks mean. */
    public enum Kind {
        /** Points; the tone is the class, from 0. */
        CLASSES,
        /** Points; the tone runs from the least to the greatest amount. */
        AMOUNTS,
        /** The squares of a picture; the tone runs from white to black. */
        PIXELS
    }

    /**
     * One point or square.
     *
     * @param x of its centre, from 0 at the left to 1
     * @param y of its centre, from 0 at the bottom to 1
     */
    public record Mark(double x, double y, int tone) {}

    /** The thumbnail of a source: the same every time. */
    public static Thumbnail of(DataSource source) {
        DataSource.Options own = source.defaults();
        boolean gate = own.samples() <= 4;
        int rows = gate ? own.samples() : Math.min(ROWS, source.maxSamples());
        boolean generated = source.maxSamples() == DataSource.MAX_SAMPLES;
        double noise = gate || !generated ? 0 : Math.max(NOISE, own.noise());
        Dataset data = source.generate(new DataSource.Options(rows, noise, own.classes()), SEED);
        if (source.inputCount() == DIGITS_SIDE * DIGITS_SIDE) {
            return pixels(data.inputs()[0]);
        }
        return data.target() instanceof Target.Labels labels
                ? classes(data, labels)
                : amounts(data, (Target.Amounts) data.target());
    }

    /** Classes over the last two inputs: both of a plane, and the two that tell iris flowers apart best. */
    private static Thumbnail classes(Dataset data, Target.Labels labels) {
        int first = Math.max(0, data.inputCount() - 2);
        List<double[]> points = new ArrayList<>();
        for (double[] row : data.inputs()) {
            points.add(new double[] {row[first], row[first + 1]});
        }
        return new Thumbnail(Kind.CLASSES, marks(points, labels.labels()));
    }

    /** Amounts over the plane, or as the height of a curve. */
    private static Thumbnail amounts(Dataset data, Target.Amounts amounts) {
        List<double[]> points = new ArrayList<>();
        double[] values = new double[data.count()];
        for (int i = 0; i < values.length; i++) {
            double[] row = data.inputs()[i];
            values[i] = amounts.values()[i][0];
            points.add(new double[] {row[0], row.length > 1 ? row[1] : values[i]});
        }
        Span span = Span.of(values);
        int[] tones = new int[values.length];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = tone(span.share(values[i]));
        }
        return new Thumbnail(Kind.AMOUNTS, marks(points, tones));
    }

    private static Thumbnail pixels(double[] darkness) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < darkness.length; i++) {
            int line = i / DIGITS_SIDE;
            double x = (i % DIGITS_SIDE + 0.5) / DIGITS_SIDE;
            double y = 1 - (line + 0.5) / DIGITS_SIDE;
            marks.add(new Mark(x, y, tone(darkness[i] / DARKEST)));
        }
        return new Thumbnail(Kind.PIXELS, marks);
    }

    private static List<Mark> marks(List<double[]> points, int[] tones) {
        Span across = Span.of(points.stream().mapToDouble(point -> point[0]).toArray());
        Span up = Span.of(points.stream().mapToDouble(point -> point[1]).toArray());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < tones.length; i++) {
            double[] point = points.get(i);
            marks.add(new Mark(across.share(point[0]), up.share(point[1]), tones[i]));
        }
        return marks;
    }

    private static int tone(double share) {
        return (int) Math.min(TONES - 1, Math.max(0, Math.floor(share * TONES)));
    }

    private record Span(double low, double high) {
        static Span of(double[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return new Span(low, high);
        }

        double share(double value) {
            return high > low ? (value - low) / (high - low) : 0.5;
        }
    }
}
