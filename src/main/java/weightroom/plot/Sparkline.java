package weightroom.plot;

/** A curve without axes, from its least to its greatest value, as for a row of a list. */
public final class Sparkline extends Plot {
    private static final double MARGIN = 2;

    private Curve curve = new Curve();
    private Ink ink = Ink.STRONG;
    private boolean logarithmic;

    public Sparkline() {
        getStyleClass().add("sparkline");
        setPrefSize(96, 24);
        setMinSize(24, 12);
    }

    /** Shows a curve. Whoever adds points to it then calls {@link #requestDraw}. */
    public void setCurve(Curve curve, Ink ink, boolean logarithmic) {
        this.curve = curve;
        this.ink = ink;
        this.logarithmic = logarithmic;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (curve.size() < 2) {
            return;
        }
        double low = curve.low(0, curve.size());
        double high = curve.high(0, curve.size());
        if (!(low <= high)) {
            return;
        }
        boolean log = logarithmic && low > 0;
        double room = high > low ? 0 : log ? low / 2 : 1;
        Span x = new Span(curve.x(0), Math.max(curve.x(curve.size() - 1), curve.x(0) + 1), false);
        Axis up = new Span(low - room, high + room, log).axis(height - MARGIN, MARGIN);
        Trace.of(curve, x.axis(MARGIN, width - MARGIN), up, pen.scale(), 1.5).draw(pen, ink(ink), 1.5);
    }

    @Override
    Table table() {
        Table table = new Table("x", "y");
        for (int i = 0; i < curve.size(); i++) {
            table.row(curve.x(i), curve.y(i));
        }
        return table;
    }
}
