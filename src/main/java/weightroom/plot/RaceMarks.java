package weightroom.plot;

import java.util.List;
import javafx.scene.text.TextAlignment;

/** What stands in a race plot besides its curves: the target, where it was reached, who diverged, the playhead. */
final class RaceMarks {
    private static final double TICK = 5;
    private static final double CROSS = 5;

    private final Plot plot;
    private double target = Double.NaN;
    private double playhead = Double.NaN;
    private String label = "";

    RaceMarks(Plot plot) {
        this.plot = plot;
    }

    void setTarget(double value, String name) {
        target = value;
        label = name;
    }

    void setPlayhead(double x) {
        playhead = x;
    }

    double target() {
        return target;
    }

    void draw(Pen pen, AxesFrame frame, List<RacePlot.Line> lines) {
        double y = frame.y().position(target);
        if (y >= frame.y().end() && y <= frame.y().start()) {
            pen.stroke(plot.ink(Ink.OK), 1.25, 6, 4);
            pen.sharpLine(frame.x().start(), y, frame.x().end(), y);
            plot.text(pen, label, frame.x().start() + 6, y - 9, TextAlignment.LEFT, Ink.OK);
            for (RacePlot.Line line : lines) {
                if (line.reached() >= frame.x().low()
                        && line.reached() <= frame.x().high()) {
                    double x = pen.sharp(frame.x().position(line.reached()));
                    pen.stroke(plot.ink(line.style().ink()), 2.5);
                    pen.line(x, y - TICK, x, y + TICK);
                }
            }
        }
        for (RacePlot.Line line : lines) {
            if (line.diverged()) {
                drawEnd(pen, frame, line);
            }
        }
        if (playhead >= frame.x().low() && playhead < frame.x().high()) {
            pen.stroke(plot.ink(Ink.ACCENT), 2);
            double x = Math.round(frame.x().position(playhead) * pen.scale()) / pen.scale();
            pen.line(x, frame.y().start(), x, frame.y().end());
        }
    }

    /** A cross in a ring, in the colour of the lane, where it was last a number. */
    private void drawEnd(Pen pen, AxesFrame frame, RacePlot.Line line) {
        int last = line.ys().length - 1;
        while (last >= 0 && !Double.isFinite(line.ys()[last])) {
            last--;
        }
        if (last < 0
                || line.xs()[last] < frame.x().low()
                || line.xs()[last] > frame.x().high()) {
            return;
        }
        double x = frame.x().position(line.xs()[last]);
        double y = Math.max(frame.y().end() + 2 * CROSS, RaceLines.within(frame, line.ys()[last]));
        pen.fill(plot.ink(Ink.SURFACE));
        pen.fillCircle(x, y, CROSS + 3);
        pen.stroke(plot.ink(line.style().ink()), 1.75);
        pen.strokeCircle(x, y, CROSS + 3);
        pen.stroke(plot.ink(Ink.BAD), 2);
        double arm = CROSS - 1.5;
        pen.line(x - arm, y - arm, x + arm, y + arm);
        pen.line(x - arm, y + arm, x + arm, y - arm);
    }
}
