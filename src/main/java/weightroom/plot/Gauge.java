package weightroom.plot;

/** One number on a logarithmic scale, small enough for a row of a table. */
public final class Gauge extends Plot {
    private static final double BAR = 8;
    private static final double TRACK = 4;
    private static final double DOT = 5;

    private final double low;
    private final double high;
    private final Ink ink;
    private final double bandLow;
    private final double bandHigh;
    private final double mark;
    private double value = Double.NaN;

    private Gauge(double low, double high, Ink ink, double bandLow, double bandHigh, double mark) {
        this.low = low;
        this.high = high;
        this.ink = ink;
        this.bandLow = bandLow;
        this.bandHigh = bandHigh;
        this.mark = mark;
        getStyleClass().add("gauge");
        setPrefSize(114, 14);
        setMinSize(40, 14);
    }

    /** A bar that fills from the left, parted at every power of ten, as for gradients. */
    public static Gauge decades(double low, double high, Ink ink) {
        return new Gauge(low, high, ink, Double.NaN, Double.NaN, Double.NaN);
    }

    /** A dot on a track with a healthy band and its middle marked, as for the ratio of update to weight. */
    public static Gauge band(double low, double high, double bandLow, double bandHigh, double mark) {
        return new Gauge(low, high, Ink.STRONG, bandLow, bandHigh, mark);
    }

    /** Shows a number; what lies beyond the scale stands at its end, NaN and what is not above 0 leaves it empty. */
    public void setValue(double value) {
        if (Double.compare(this.value, value) != 0) {
            this.value = value;
            requestDraw();
        }
    }

    @Override
    void draw(Pen pen, double width, double height) {
        double middle = Math.round(height / 2);
        if (Double.isNaN(bandLow)) {
            drawDecades(pen, new Span(low, high, true).axis(0, width), middle - BAR / 2);
        } else {
            drawBand(pen, new Span(low, high, true).axis(DOT, width - DOT), middle);
        }
    }

    private void drawDecades(Pen pen, Axis axis, double top) {
        int decades = (int) Math.round(Math.log10(high / low));
        double end = value > 0 ? place(axis, value) : axis.start();
        for (int i = 0; i < decades; i++) {
            double left = axis.position(low * Math.pow(10, i)) + (i == 0 ? 0 : 0.5);
            double right = axis.position(low * Math.pow(10, i + 1)) - (i == decades - 1 ? 0 : 0.5);
            double radius = i == 0 || i == decades - 1 ? 2 : 0;
            pen.fill(ink(Ink.EMPTY));
            pen.fillRect(left, top, right - left, BAR, radius);
            if (end > left) {
                pen.fill(ink(ink));
                pen.fillRect(left, top, Math.min(end, right) - left, BAR, radius);
            }
        }
    }

    private void drawBand(Pen pen, Axis axis, double middle) {
        pen.fill(ink(Ink.EMPTY));
        pen.fillRect(axis.start() - DOT, middle - TRACK / 2, axis.end() - axis.start() + 2 * DOT, TRACK, 2);
        double left = place(axis, bandLow);
        pen.fill(ink(Ink.OK));
        pen.opacity(0.45);
        pen.fillRect(left, middle - DOT, place(axis, bandHigh) - left, 2 * DOT, 2);
        pen.opacity(1);
        pen.stroke(ink(Ink.OK), 1.5);
        double at = pen.sharp(place(axis, mark));
        pen.line(at, middle - DOT, at, middle + DOT);
        if (value > 0) {
            double x = place(axis, value);
            pen.fill(ink(ink));
            pen.fillCircle(x, middle, DOT - 0.5);
            pen.stroke(ink(Ink.SURFACE), 1);
            pen.strokeCircle(x, middle, DOT - 0.5);
        }
    }

    private double place(Axis axis, double number) {
        return axis.position(Math.max(low, Math.min(high, number)));
    }

    @Override
    Table table() {
        return new Table("value").row(value);
    }
}
