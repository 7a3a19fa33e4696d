package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What stands in a line plot besides its lines: the healthy band, the marks of what was changed when, the playhead. */
final class LineMarks {
    private static final double REACHABLE = 6;
    private static final double FLAG = 4;

    private final Plot plot;
    private List<LinePlot.Mark> marks = List.of();
    private LinePlot.@Nullable Band band;
    private double playhead = Double.NaN;

    LineMarks(Plot plot) {
        this.plot = plot;
    }

    void setMarks(List<LinePlot.Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    void setBand(LinePlot.@Nullable Band band) {
        this.band = band;
    }

    void setPlayhead(double x) {
        playhead = x;
    }

    /** The playhead's place, when it is between the axes. */
    Optional<Double> playhead(AxesFrame frame) {
        boolean seen = playhead >= frame.x().low() && playhead <= frame.x().high();
        return seen ? Optional.of(frame.x().position(playhead)) : Optional.empty();
    }

    double playhead() {
        return playhead;
    }

    /** Where the future starts that is drawn faintly; the right end when there is none. */
    double present(AxesFrame frame) {
        if (Double.isNaN(playhead) || playhead >= frame.x().high()) {
            return frame.x().end();
        }
        return Math.max(frame.x().start(), frame.x().position(playhead));
    }

    void drawBehind(Pen pen, AxesFrame frame) {
        LinePlot.Band shown = band;
        if (shown != null) {
            drawBand(pen, frame, shown);
        }
        pen.stroke(plot.ink(Ink.MUTED), 1, 2, 4);
        for (LinePlot.Mark mark : marks) {
            if (visible(frame, mark)) {
                double at = frame.x().position(mark.x());
                pen.sharpLine(at, frame.y().start(), at, frame.y().end());
            }
        }
    }

    /** The flags on top of the marks, each with its text as far as there is room up to the next. */
    void drawFlags(Pen pen, AxesFrame frame) {
        double y = frame.y().end() + 5;
        double free = Double.NEGATIVE_INFINITY;
        List<LinePlot.Mark> shown = new ArrayList<>(marks);
        shown.removeIf(mark -> !visible(frame, mark));
        for (int i = 0; i < shown.size(); i++) {
            double at = frame.x().position(shown.get(i).x());
            pen.fill(plot.ink(Ink.MUTED));
            double top = y - FLAG;
            pen.fillPolygon(new double[] {at - FLAG, at + FLAG, at}, new double[] {top, top, y + 3}, 3);
            String text = shown.get(i).text();
            double wide = plot.widthOf(text) + FLAG + 6;
            double next =
                    i + 1 < shown.size() ? frame.x().position(shown.get(i + 1).x()) - FLAG : Double.MAX_VALUE;
            if (at + wide <= frame.x().end() && at + wide < next && at > free) {
                plot.text(pen, text, at + FLAG + 4, y, TextAlignment.LEFT, Ink.TEXT);
                free = at + wide;
            } else if (at - wide >= frame.x().start() && at - wide > free) {
                plot.text(pen, text, at - FLAG - 4, y, TextAlignment.RIGHT, Ink.TEXT);
                free = at + FLAG;
            } else {
                free = Math.max(free, at + FLAG);
            }
        }
    }

    void drawPlayhead(Pen pen, AxesFrame frame, List<LinePlot.Line> lines) {
        playhead(frame).ifPresent(at -> {
            pen.stroke(plot.ink(Ink.ACCENT), 2);
            double x = Math.round(at * pen.scale()) / pen.scale();
            pen.line(x, frame.y().start(), x, frame.y().end());
            for (LinePlot.Line line : lines) {
                if (!line.background() && line.curve().size() > 0) {
                    double y = line.curve().y(line.curve().nearest(playhead));
                    drawDot(pen, frame, line, x, y);
                }
            }
        });
    }

    private void drawDot(Pen pen, AxesFrame frame, LinePlot.Line line, double x, double value) {
        double y = frame.y().position(value);
        if (!(y >= frame.y().end() && y <= frame.y().start())) {
            return;
        }
        boolean hollow = line.dashes().length > 0;
        pen.fill(plot.ink(hollow ? Ink.SURFACE : line.ink()));
        pen.fillCircle(x, y, 4);
        pen.stroke(plot.ink(hollow ? line.ink() : Ink.SURFACE), hollow ? 2 : 1);
        pen.strokeCircle(x, y, 4);
    }

    /** The texts of the marks that a place of the screen touches. */
    List<String> textsAt(AxesFrame frame, double x) {
        List<String> texts = new ArrayList<>();
        for (LinePlot.Mark mark : marks) {
            if (visible(frame, mark) && Math.abs(frame.x().position(mark.x()) - x) <= REACHABLE) {
                texts.add(mark.text());
            }
        }
        return texts;
    }

    private void drawBand(Pen pen, AxesFrame frame, LinePlot.Band shown) {
        double top =
                Math.max(frame.y().end(), Math.min(frame.y().start(), frame.y().position(shown.high())));
        double lowest = frame.y().logarithmic() && shown.low() <= 0 ? frame.y().low() : shown.low();
        double bottom =
                Math.max(frame.y().end(), Math.min(frame.y().start(), frame.y().position(lowest)));
        pen.fill(plot.ink(Ink.OK));
        pen.opacity(0.16);
        pen.fillRect(frame.x().start(), top, frame.width(), bottom - top, 0);
        pen.opacity(1);
        if (shown.mark() >= frame.y().low() && shown.mark() <= frame.y().high()) {
            pen.stroke(plot.ink(Ink.OK), 1, 6, 4);
            double at = frame.y().position(shown.mark());
            pen.sharpLine(frame.x().start(), at, frame.x().end(), at);
        }
        if (bottom - top > 12) {
            plot.text(pen, shown.text(), frame.x().start() + 6, bottom - 8, TextAlignment.LEFT, Ink.OK);
        }
    }

    private static boolean visible(AxesFrame frame, LinePlot.Mark mark) {
        return mark.x() >= frame.x().low() && mark.x() <= frame.x().high();
    }
}
