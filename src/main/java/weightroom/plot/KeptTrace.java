package weightroom.plot;

import org.jspecify.annotations.Nullable;

/** What of a curve is to be drawn, kept until the curve, the axes or the width of the line are others. */
final class KeptTrace {
    private @Nullable Key key;
    private @Nullable LineTrace trace;

    /** What a trace depends on. */
    private record Key(int version, Axis x, Axis y, double scale, double width) {}

    /** @param version of the curve: another one when its points are others */
    LineTrace of(LinePlot.Line line, int version, AxesFrame frame, double scale) {
        Key now = new Key(version, frame.x(), frame.y(), scale, line.width());
        LineTrace kept = trace;
        if (kept == null || !now.equals(key)) {
            kept = LineTrace.of(line, frame, scale);
            key = now;
            trace = kept;
        }
        return kept;
    }
}
