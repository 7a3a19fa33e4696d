package weightroom.plot;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * How a distribution changes over time: time to the right, values upwards, the darker the more of them, with lines at the
 * 5 %, 50 % and 95 % quantiles. However many moments there are, at most one per column of pixels is looked at.
 */
public final class HistoryPlot extends AxesPlot {
    private static final double TOP = 26;
    private static final double[] QUANTILES = {0.05, 0.5, 0.95};

    private final Raster raster = new Raster();
    private List<Moment> moments = List.of();
    private Ink ink = Ink.POSITIVE;
    private String name = "";
    private String xName = "";
    private String yName = "";
    private String emptyText = "";
    private boolean outdated = true;
    private @Nullable AxesFrame painted;

    /** The distribution at a time. */
    public record Moment(double x, Bins bins) {}

    public HistoryPlot() {
        getStyleClass().add("history-plot");
    }

    /**
     * Shows a history.
     *
     * @param name of what it is the history of
     * @param moments from early to late; may grow, which is shown after the next call
     */
    public void setMoments(String name, List<Moment> moments) {
        this.name = name;
        this.moments = moments;
        inkChanged();
    }

    /** The colour of the most frequent values. */
    public void setInk(Ink ink) {
        this.ink = ink;
        inkChanged();
    }

    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** What stands in the middle while there are fewer than two moments. */
    public void setEmptyText(String text) {
        emptyText = text;
        requestDraw();
    }

    @Override
    void inkChanged() {
        outdated = true;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (moments.size() < 2) {
            text(pen, emptyText, width / 2, height / 2, TextAlignment.CENTER, Ink.MUTED);
            return;
        }
        double first = moments.get(0).x();
        double last = moments.get(moments.size() - 1).x();
        Span x = view().x(new Span(first, Math.max(last, first + 1), false));
        int columns = (int) Math.max(2, Math.min(512, width - AxesFrame.RIGHT - 30));
        AxesFrame frame = AxesFrame.fit(this, x, view().y(values(x, columns)), TOP, width, height, true);
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        if (outdated || !Objects.equals(painted, frame)) {
            outdated = false;
            painted = frame;
            repaint(frame, columns);
        }
        frame.draw(this, pen, xName);
        pen.image(raster.image(), 0, false, frame.x().start(), frame.y().end(), frame.width(), frame.height());
        text(pen, yName, 0, 10, TextAlignment.LEFT, Ink.MUTED);
        text(pen, name, width - AxesFrame.RIGHT, 10, TextAlignment.RIGHT, Ink.TEXT);
        frame.clip(pen);
        drawQuantiles(pen, frame, columns);
        pen.unclip();
    }

    /** The values of the moments looked at. */
    private Span values(Span x, int columns) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < columns; column++) {
            Bins bins =
                    moments.get(index(x.at((column + 1.0) / columns))).bins().drawable();
            low = Math.min(low, bins.low());
            high = Math.max(high, bins.high());
        }
        return new Span(low, high, false);
    }

    /** The last moment up to a time, or the first one. */
    private int index(double x) {
        int low = 0;
        int high = moments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (moments.get(middle).x() <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void repaint(AxesFrame frame, int columns) {
        int rows = (int) Math.max(2, Math.min(256, frame.height()));
        Color full = ink(ink);
        raster.paint(columns, rows, argb -> {
            Axis across = new Axis(frame.x().low(), frame.x().high(), false, 0, columns);
            Axis up = new Axis(frame.y().low(), frame.y().high(), false, rows, 0);
            for (int column = 0; column < columns; column++) {
                Bins bins = moments.get(index(across.value(column + 1))).bins().drawable();
                double most = bins.most();
                for (int row = 0; row < rows; row++) {
                    int bin = bins.indexOf(up.value(row + 0.5));
                    double share = bin < 0 || !(most > 0) ? 0 : bins.counts()[bin] / most;
                    argb[row * columns + column] = veil(full, Math.sqrt(share));
                }
            }
        });
    }

    /** A colour that lets so much of the grid behind it through, premultiplied. */
    private static int veil(Color color, double opacity) {
        int argb = (int) Math.round(255 * opacity) << 24;
        argb |= (int) Math.round(255 * opacity * color.getRed()) << 16;
        argb |= (int) Math.round(255 * opacity * color.getGreen()) << 8;
        return argb | (int) Math.round(255 * opacity * color.getBlue());
    }

    private void drawQuantiles(Pen pen, AxesFrame frame, int columns) {
        double[] xs = new double[columns];
        double[] ys = new double[columns];
        for (double quantile : QUANTILES) {
            int count = 0;
            for (int column = 0; column < columns; column++) {
                double place = frame.x().start() + frame.width() * (column + 0.5) / columns;
                double value = moments.get(index(frame.x().value(place)))
                        .bins()
                        .drawable()
                        .quantile(quantile);
                if (!Double.isNaN(value)) {
                    xs[count] = place;
                    ys[count++] = frame.y().position(value);
                }
            }
            if (quantile == 0.5) {
                pen.stroke(ink(Ink.STRONG), 1.75);
            } else {
                pen.stroke(ink(Ink.STRONG), 1, 4, 3);
            }
            pen.polyline(xs, ys, count);
        }
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        if (moments.isEmpty()) {
            return;
        }
        Moment moment = moments.get(index(frame.x().value(at.getX())));
        Bins bins = moment.bins();
        Note note = new Note(this).heading(xName + " " + Numbers.count(Math.round(moment.x())));
        for (int i = QUANTILES.length - 1; i >= 0; i--) {
            String label = Numbers.fixed(100 * QUANTILES[i], 0) + "\u2009%";
            note.row(label, Numbers.significant(bins.quantile(QUANTILES[i]), 3));
        }
        pen.stroke(ink(Ink.MUTED), 1, 2, 3);
        double place = Math.max(frame.x().start(), frame.x().position(moment.x()));
        pen.sharpLine(place, frame.y().start(), place, frame.y().end());
        note.draw(pen, at, width, height);
    }

    @Override
    Table table() {
        Table table = new Table(xName, "from", "to", "count");
        for (Moment moment : moments) {
            Bins bins = moment.bins();
            for (int i = 0; i < bins.size(); i++) {
                table.row(moment.x(), bins.edge(i), bins.edge(i + 1), bins.counts()[i]);
            }
        }
        return table;
    }
}
