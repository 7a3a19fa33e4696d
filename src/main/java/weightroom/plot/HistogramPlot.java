package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Histograms: one with both axes, or several below one another over a common horizontal axis, each as high as its own
 * greatest bar.
 */
public final class HistogramPlot extends AxesPlot {
    private static final double TOP = 26;
    private static final double GAP = 6;

    private List<Histogram> histograms = List.of();
    private String xName = "";
    private String yName = "";
    private boolean diverging;
    private boolean logarithmic;

    /**
     * One histogram.
     *
     * @param name of what is counted, such as a layer
     * @param ink colour of its bars
     */
    public record Histogram(String name, Bins bins, Ink ink) {}

    public HistogramPlot() {
        getStyleClass().add("histogram-plot");
    }

    /** Shows these, the first on top. */
    public void setHistograms(List<Histogram> histograms) {
        List<Histogram> shown = new ArrayList<>();
        for (Histogram one : histograms) {
            shown.add(new Histogram(one.name(), one.bins().drawable(), one.ink()));
        }
        this.histograms = List.copyOf(shown);
        requestDraw();
    }

    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** Whether bars take the colour of their value on the diverging scale, as weights do, instead of their ink. */
    public void setDiverging(boolean diverging) {
        this.diverging = diverging;
        requestDraw();
    }

    /** Whether equal ratios of counts are equally high, so that single values are seen beside thousands. */
    public void setLogarithmic(boolean logarithmic) {
        this.logarithmic = logarithmic;
        requestDraw();
    }

    public boolean isLogarithmic() {
        return logarithmic;
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (histograms.isEmpty()) {
            drawEmpty(pen, width / 2, height / 2);
            return;
        }
        Span x = view().x(reach());
        if (histograms.size() == 1) {
            drawOne(pen, x, histograms.get(0), width, height);
        } else {
            drawSeveral(pen, x, width, height);
        }
    }

    private Span reach() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Histogram one : histograms) {
            low = Math.min(low, one.bins().low());
            high = Math.max(high, one.bins().high());
        }
        return new Span(low, high, false);
    }

    private void drawOne(Pen pen, Span x, Histogram one, double width, double height) {
        AxesFrame frame = AxesFrame.fit(this, x, view().y(counts(one.bins(), logarithmic)), TOP, width, height, false);
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        frame.draw(this, pen, xName);
        text(pen, yName, 0, 10, TextAlignment.LEFT, Ink.MUTED);
        text(pen, one.name(), width - AxesFrame.RIGHT, 10, TextAlignment.RIGHT, Ink.TEXT);
        frame.clip(pen);
        drawBars(pen, frame.x(), frame.y(), one);
        pen.unclip();
    }

    private void drawSeveral(Pen pen, Span x, double width, double height) {
        double names = 0;
        for (Histogram one : histograms) {
            names = Math.max(names, widthOf(one.name()));
        }
        double left = Math.ceil(Math.min(names + 12, width / 3));
        Axis across = x.axis(left, width - AxesFrame.RIGHT);
        Span all = view().y(new Span(0, histograms.size(), false));
        AxesFrame frame = new AxesFrame(
                across,
                all.axis(height - AxesFrame.BOTTOM, TOP),
                across.ticks((int) Math.max(2, (across.end() - across.start()) / 64)),
                new Ticks(List.of()));
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        frame.draw(this, pen, xName);
        text(pen, yName, 0, 10, TextAlignment.LEFT, Ink.MUTED);
        int count = histograms.size();
        for (int i = 0; i < count; i++) {
            Histogram one = histograms.get(i);
            double bottom = frame.y().position(count - 1.0 - i);
            double top = frame.y().position(count - i) + GAP;
            if (bottom <= frame.y().start() + 1 && top >= frame.y().end() - 1) {
                text(pen, one.name(), left - 8, (top + bottom) / 2, TextAlignment.RIGHT, Ink.TEXT);
                pen.clip(frame.x().start(), top, frame.width(), bottom - top + 1);
                drawBars(pen, across, counts(one.bins(), logarithmic).axis(bottom, top), one);
                pen.unclip();
                pen.stroke(ink(Ink.AXIS), 1);
                pen.sharpLine(frame.x().start(), bottom, frame.x().end(), bottom);
            }
        }
    }

    private static Span counts(Bins bins, boolean logarithmic) {
        double most = bins.most();
        if (!(most > 0)) {
            return new Span(0, 1, false);
        }
        return logarithmic ? new Span(Math.min(0.5, most / 10), most * 1.25, true) : new Span(0, most * 1.05, false);
    }

    private void drawBars(Pen pen, Axis x, Axis y, Histogram one) {
        Bins bins = one.bins();
        double largest = Math.max(Math.abs(bins.low()), Math.abs(bins.high()));
        double gap = (x.position(bins.edge(1)) - x.position(bins.low())) > 4 ? 1 : 0;
        ColorTable table = new ColorTable(ink(Ink.NEGATIVE), ink(Ink.MIDDLE), ink(Ink.POSITIVE), 1);
        for (int i = 0; i < bins.size(); i++) {
            double count = bins.counts()[i];
            if (count > 0) {
                double left = x.position(bins.edge(i));
                double right = x.position(bins.edge(i + 1));
                double top = Math.min(y.position(count), y.start() - 1);
                Color color = ink(one.ink());
                if (diverging && largest > 0) {
                    color = table.color((bins.edge(i) + bins.edge(i + 1)) / 2 / largest);
                }
                pen.fill(color);
                pen.fillRect(left, top, Math.max(0.5, right - left - gap), y.start() - top, 0);
            }
        }
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        double x = frame.x().value(at.getX());
        Note note = new Note(this).heading(xName + " " + Numbers.significant(x, 3));
        for (Histogram one : histograms) {
            Bins bins = one.bins();
            int bin = bins.indexOf(x);
            double count = bin < 0 ? 0 : bins.counts()[bin];
            double share = bins.total() > 0 ? 100 * count / bins.total() : 0;
            String text = Numbers.significant(count, 4) + " · " + Numbers.fixed(share, 1) + "\u2009%";
            note.row(one.name().isEmpty() ? yName : one.name(), text);
        }
        pen.stroke(ink(Ink.MUTED), 1, 2, 3);
        pen.sharpLine(at.getX(), frame.y().start(), at.getX(), frame.y().end());
        note.draw(pen, at, width, height);
    }

    @Override
    Table table() {
        Table table = new Table("name", "from", "to", "count");
        for (Histogram one : histograms) {
            for (int i = 0; i < one.bins().size(); i++) {
                Bins bins = one.bins();
                table.row(one.name(), bins.edge(i), bins.edge(i + 1), bins.counts()[i]);
            }
        }
        return table;
    }
}
