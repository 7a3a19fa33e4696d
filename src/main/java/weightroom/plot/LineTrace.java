package weightroom.plot;

import java.util.ArrayList;
import java.util.List;

/** What of a curve, or of the area between two, is to be drawn: worked out once, drawn before and after the playhead. */
record LineTrace(Ink ink, double width, double opacity, double[] dashes, List<Trace.Part> parts, boolean area) {
    private static final double AREA = 0.18;

    static LineTrace of(LinePlot.Line line, AxesFrame frame, double scale) {
        Trace trace = Trace.of(line.curve(), frame.x(), frame.y(), scale, line.dashes());
        double[] dashes = trace.dense() ? new double[0] : line.dashes();
        return new LineTrace(line.ink(), line.width(), line.opacity(), dashes, trace.parts(), false);
    }

    /** The area between the pieces of both curves that belong together. */
    static LineTrace of(LinePlot.Fan fan, AxesFrame frame, double scale) {
        List<Trace.Part> low = Trace.of(fan.low(), frame.x(), frame.y(), scale).parts();
        List<Trace.Part> high =
                Trace.of(fan.high(), frame.x(), frame.y(), scale).parts();
        List<Trace.Part> areas = new ArrayList<>();
        for (int i = 0; i < Math.min(low.size(), high.size()); i++) {
            areas.add(between(low.get(i), high.get(i)));
        }
        return new LineTrace(fan.ink(), 0, AREA, new double[0], areas, true);
    }

    private static Trace.Part between(Trace.Part low, Trace.Part high) {
        int count = low.length() + high.length();
        double[] xs = new double[count];
        double[] ys = new double[count];
        System.arraycopy(high.xs(), 0, xs, 0, high.length());
        System.arraycopy(high.ys(), 0, ys, 0, high.length());
        for (int i = 0; i < low.length(); i++) {
            xs[count - 1 - i] = low.xs()[i];
            ys[count - 1 - i] = low.ys()[i];
        }
        return new Trace.Part(xs, ys, count);
    }

    void draw(Plot plot, Pen pen, double share) {
        pen.opacity(opacity * share);
        if (area) {
            pen.fill(plot.ink(ink));
            parts.forEach(part -> pen.fillPolygon(part.xs(), part.ys(), part.length()));
            return;
        }
        pen.stroke(plot.ink(ink), width, dashes);
        for (Trace.Part part : parts) {
            if (part.length() == 1) {
                pen.fill(plot.ink(ink));
                pen.fillCircle(part.xs()[0], part.ys()[0], Math.max(1, width / 2));
            } else {
                pen.polyline(part.xs(), part.ys(), part.length());
            }
        }
    }
}
