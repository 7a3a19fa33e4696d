package weightroom.plot;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Point2D;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * An activation's curve and slope, with the distribution of the pre-activations z that meet it standing below, and shaded
 * where the unit is saturated or dead.
 */
public final class ActivationPlot extends AxesPlot {
    private static final double LEAST_REACH = 4;
    private static final double MOST_REACH = 1e4;
    private static final double SHARE_OF_HEIGHT = 0.4;
    private static final Curve NONE = new Curve();

    private String functionName = "";
    private String slopeName = "";
    private String xName = "";
    private String yName = "";
    private String countName = "";
    private DoubleUnaryOperator function = z -> z;
    private DoubleUnaryOperator slope = z -> 1;
    private List<Zone> zones = List.of();
    private @Nullable Bins distribution;

    /**
     * A stretch of z in which the unit learns little.
     *
     * @param low may be −∞
     * @param high may be +∞
     * @param text what is the matter there
     */
    public record Zone(double low, double high, String text) {}

    public ActivationPlot() {
        getStyleClass().add("activation-plot");
    }

    /**
     * Shows a function of z and its derivative.
     *
     * @param functionName as in the legend
     * @param slopeName as in the legend
     */
    public void setFunction(
            String functionName, DoubleUnaryOperator function, String slopeName, DoubleUnaryOperator slope) {
        this.functionName = functionName;
        this.function = function;
        this.slopeName = slopeName;
        this.slope = slope;
        requestDraw();
    }

    /** Shows how often which z occurs now. */
    public void setDistribution(Optional<Bins> distribution) {
        this.distribution = distribution.map(Bins::drawable).orElse(null);
        requestDraw();
    }

    public void setZones(List<Zone> zones) {
        this.zones = List.copyOf(zones);
        requestDraw();
    }

    /**
     * @param xName name of the horizontal axis
     * @param yName name of the vertical axis
     * @param countName what the bars show, as the share of rows
     */
    public void setNames(String xName, String yName, String countName) {
        this.xName = xName;
        this.yName = yName;
        this.countName = countName;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Span x = view().x(reach());
        Span y = view().y(values(x));
        LinePlot.Line curve = new LinePlot.Line(functionName, NONE, Ink.STRONG, 2, 1, false);
        LinePlot.Line derivative = new LinePlot.Line(slopeName, NONE, Ink.ACCENT, 1.5, 1, false, 6, 4);
        LineLegend legend = new LineLegend(this, yName, List.of(curve, derivative), width - AxesFrame.RIGHT);
        AxesFrame frame = AxesFrame.fit(this, x, y, legend.height(), width, height, false);
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        frame.draw(this, pen, xName);
        legend.draw(pen, width - AxesFrame.RIGHT);
        frame.clip(pen);
        zones.forEach(zone -> drawZone(pen, frame, zone));
        drawDistribution(pen, frame);
        pen.stroke(ink(Ink.AXIS), 1);
        pen.sharpLine(
                frame.x().position(0),
                frame.y().start(),
                frame.x().position(0),
                frame.y().end());
        pen.sharpLine(
                frame.x().start(),
                frame.y().position(0),
                frame.x().end(),
                frame.y().position(0));
        pen.stroke(ink(derivative.ink()), derivative.width(), derivative.dashes());
        drawFunction(pen, frame, slope);
        pen.stroke(ink(curve.ink()), curve.width());
        drawFunction(pen, frame, function);
        pen.unclip();
    }

    private Span reach() {
        double far = LEAST_REACH;
        if (distribution != null) {
            far = Math.max(far, Math.max(-distribution.low(), distribution.high()));
        }
        far = Math.min(MOST_REACH, far);
        return new Span(-far, far, false);
    }

    private Span values(Span x) {
        double low = 0;
        double high = 1;
        for (int i = 0; i <= 100; i++) {
            double z = x.at(i / 100.0);
            for (double value : new double[] {function.applyAsDouble(z), slope.applyAsDouble(z)}) {
                low = Math.abs(value) < MOST_REACH ? Math.min(low, value) : low;
                high = Math.abs(value) < MOST_REACH ? Math.max(high, value) : high;
            }
        }
        double room = 0.06 * (high - low);
        return new Span(low - room, high + room, false);
    }

    private void drawFunction(Pen pen, AxesFrame frame, DoubleUnaryOperator shown) {
        int count = (int) frame.width() + 1;
        double[] xs = new double[count];
        double[] ys = new double[count];
        int length = 0;
        for (int i = 0; i < count; i++) {
            double value = shown.applyAsDouble(frame.x().value(frame.x().start() + i));
            if (!Double.isNaN(value)) {
                xs[length] = frame.x().start() + i;
                ys[length++] = Math.max(-1e5, Math.min(1e5, frame.y().position(value)));
            }
        }
        pen.polyline(xs, ys, length);
    }

    private void drawZone(Pen pen, AxesFrame frame, Zone zone) {
        double left = Math.max(
                frame.x().start(),
                frame.x().position(Math.max(zone.low(), frame.x().low())));
        double right = Math.min(
                frame.x().end(),
                frame.x().position(Math.min(zone.high(), frame.x().high())));
        if (right <= left) {
            return;
        }
        pen.fill(ink(Ink.WARN));
        pen.opacity(0.14);
        pen.fillRect(left, frame.y().end(), right - left, frame.height(), 0);
        pen.opacity(1);
        if (widthOf(zone.text()) + 8 <= right - left) {
            text(pen, zone.text(), (left + right) / 2, frame.y().end() + 9, TextAlignment.CENTER, Ink.WARN);
        }
    }

    private void drawDistribution(Pen pen, AxesFrame frame) {
        Bins bins = distribution;
        if (bins == null || !(bins.most() > 0)) {
            return;
        }
        double tall = SHARE_OF_HEIGHT * frame.height() / bins.most();
        pen.fill(ink(Ink.FORWARD));
        pen.opacity(0.5);
        for (int i = 0; i < bins.size(); i++) {
            double left = frame.x().position(bins.edge(i));
            double right = frame.x().position(bins.edge(i + 1));
            double high = tall * bins.counts()[i];
            if (high > 0) {
                double gap = right - left > 4 ? 1 : 0;
                pen.fillRect(left, frame.y().start() - high, Math.max(0.5, right - left - gap), high, 0);
            }
        }
        pen.opacity(1);
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        double z = frame.x().value(at.getX());
        Note note = new Note(this).heading(xName + " " + Numbers.fixed(z, 2));
        note.row(functionName, Numbers.fixed(function.applyAsDouble(z), 3));
        note.row(slopeName, Numbers.fixed(slope.applyAsDouble(z), 3));
        Bins bins = distribution;
        if (bins != null && bins.total() > 0) {
            int bin = bins.indexOf(z);
            double share = bin < 0 ? 0 : 100 * bins.counts()[bin] / bins.total();
            note.row(countName, Numbers.fixed(share, 1) + "\u2009%");
        }
        for (Zone zone : zones) {
            if (z >= zone.low() && z <= zone.high()) {
                note.heading(zone.text());
            }
        }
        pen.stroke(ink(Ink.MUTED), 1, 2, 3);
        pen.sharpLine(at.getX(), frame.y().start(), at.getX(), frame.y().end());
        note.draw(pen, at, width, height);
    }

    /** Function and slope at 201 places, and what the bars count there. */
    @Override
    Table table() {
        Table table = new Table(xName, functionName, slopeName, countName);
        Span x = frame().map(AxesFrame::x)
                .map(axis -> new Span(axis.low(), axis.high(), false))
                .orElseGet(this::reach);
        Bins bins = distribution;
        for (int i = 0; i <= 200; i++) {
            double z = x.at(i / 200.0);
            int bin = bins == null ? -1 : bins.indexOf(z);
            double count = bins == null || bin < 0 ? 0 : bins.counts()[bin];
            table.row(z, function.applyAsDouble(z), slope.applyAsDouble(z), count);
        }
        return table;
    }
}
