package weightroom.plot;

/** A straight line through a plane, from edge to edge. */
final class CutLine {
    private CutLine() {}

    static void draw(Pen pen, AxesFrame frame, CorrectionPlot.Line line) {
        draw(pen, frame, line, 0);
    }

    /** Where the line's value is {@code level}; nothing where it has no direction. */
    static void draw(Pen pen, AxesFrame frame, CorrectionPlot.Line line, double level) {
        double length = line.length();
        if (!(length > 0)) {
            return;
        }
        double cx = (frame.x().low() + frame.x().high()) / 2;
        double cy = (frame.y().low() + frame.y().high()) / 2;
        double off = (line.value(cx, cy) - level) / (length * length);
        double fx = cx - off * line.w1();
        double fy = cy - off * line.w2();
        double far = 2
                * Math.hypot(
                        frame.x().high() - frame.x().low(),
                        frame.y().high() - frame.y().low());
        double dx = -line.w2() / length * far;
        double dy = line.w1() / length * far;
        pen.line(
                frame.x().position(fx - dx),
                frame.y().position(fy - dy),
                frame.x().position(fx + dx),
                frame.y().position(fy + dy));
    }
}
