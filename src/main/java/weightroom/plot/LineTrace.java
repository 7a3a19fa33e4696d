package weightroom.plot;

import java.util.ArrayList;
import java.util.List;

/** What of a curve, or of the area between two, is to be drawn: worked out once, drawn before and after the playhead. */
record LineTrace(Ink ink, double width, double opacity, double[] dashes, Trace trace) {
    private static final double AREA = 0.18;

    static LineTrace of(LinePlot.Line line, AxesFrame frame, double scale) {
        Trace trace = Trace.of(line.curve(), frame.x(), frame.y(), scale, line.width(), line.dashes());
        return new LineTrace(line.ink(), line.width(), line.opacity(), line.dashes(), trace);
    }

    /** The area between the pieces of both curves that belong together. */
    static LineTrace of(LinePlot.Fan fan, AxesFrame frame, double scale) {
        Trace low = Trace.of(fan.low(), frame.x(), frame.y(), scale, 0);
        Trace high = Trace.of(fan.high(), frame.x(), frame.y(), scale, 0);
        List<Trace.Part> areas = new ArrayList<>();
        for (int i = 0; i < Math.min(low.parts().size(), high.parts().size()); i++) {
            Trace.Part below = low.parts().get(i);
            Trace.Part above = high.parts().get(i);
            areas.add(between(below, low.upper(below), above, high.upper(above)));
        }
        return new LineTrace(fan.ink(), 0, AREA, new double[0], new Trace(areas, true));
    }

    private static Trace.Part between(Trace.Part low, int lows, Trace.Part high, int highs) {
        int count = lows + highs;
        double[] xs = new double[count];
        double[] ys = new double[count];
        System.arraycopy(high.xs(), 0, xs, 0, highs);
        System.arraycopy(high.ys(), 0, ys, 0, highs);
        for (int i = 0; i < lows; i++) {
            xs[count - 1 - i] = low.xs()[i];
            ys[count - 1 - i] = low.ys()[i];
        }
        return new Trace.Part(xs, ys, count);
    }

    LineTrace between(double left, double right) {
        return new LineTrace(ink, width, opacity, dashes, trace.between(left, right));
    }

    void draw(Plot plot, Pen pen, double share) {
        pen.opacity(opacity * share);
        trace.draw(pen, plot.ink(ink), width, dashes);
    }
}
