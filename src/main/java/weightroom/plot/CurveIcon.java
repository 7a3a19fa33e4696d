package weightroom.plot;

import java.util.function.DoubleUnaryOperator;

/** The tiny curve of a function, as of an activation or a schedule, for a button or the entry of a menu. */
public final class CurveIcon extends Plot {
    private static final double MARGIN = 2;
    private static final int SAMPLES = 64;

    private final double[] values = new double[SAMPLES + 1];
    private final double low;
    private final double high;

    /**
     * Draws a function once.
     *
     * @param low left end
     * @param high right end, more than {@code low}
     */
    @SuppressWarnings("this-escape")
    public CurveIcon(DoubleUnaryOperator function, double low, double high) {
        this.low = low;
        this.high = high;
        for (int i = 0; i <= SAMPLES; i++) {
            values[i] = function.applyAsDouble(place(i));
        }
        getStyleClass().add("curve-icon");
        setMinSize(24, 16);
        setPrefSize(24, 16);
        setMaxSize(24, 16);
        setMouseTransparent(true);
    }

    private double place(int sample) {
        return low + (high - low) * sample / SAMPLES;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        double least = 0;
        double most = 0;
        for (double value : values) {
            least = Double.isFinite(value) ? Math.min(least, value) : least;
            most = Double.isFinite(value) ? Math.max(most, value) : most;
        }
        Axis x = new Axis(low, high, false, MARGIN, width - MARGIN);
        Axis y = new Axis(least, most > least ? most : least + 1, false, height - MARGIN, MARGIN);
        pen.stroke(ink(Ink.AXIS), 1);
        pen.sharpLine(x.start(), y.position(0), x.end(), y.position(0));
        double upright = low < 0 && high > 0 ? x.position(0) : x.start();
        pen.sharpLine(upright, y.start(), upright, y.end());
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                xs[count] = x.position(place(i));
                ys[count++] = y.position(values[i]);
            }
        }
        pen.stroke(ink(Ink.ACCENT), 1.5);
        pen.polyline(xs, ys, count);
    }

    @Override
    Table table() {
        Table table = new Table("x", "y");
        for (int i = 0; i <= SAMPLES; i++) {
            table.row(place(i), values[i]);
        }
        return table;
    }
}
