package weightroom.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;

/** The crosshair of a race plot: it stands on the curve nearest to the pointer, and names it. */
final class RacePointer {
    private static final double SAME = 0.5;

    private final Plot plot;
    private final RaceLines lines;
    private String unsmoothed = "";

    /** A curve at the pointer. */
    record Near(RacePlot.Line line, String name, Curve curve, int index, boolean main, double y) {
        RacePlot.Pointed pointed() {
            return new RacePlot.Pointed(line.style().lane(), curve.x(index), curve.y(index));
        }
    }

    RacePointer(Plot plot, RaceLines lines) {
        this.plot = plot;
        this.lines = lines;
    }

    void setWords(String unsmoothed) {
        this.unsmoothed = unsmoothed;
    }

    /** The curve whose line is the nearest above or below a place. */
    Optional<Near> nearest(AxesFrame frame, Point2D at) {
        return all(frame, frame.x().value(at.getX())).stream()
                .min(Comparator.comparingDouble((Near near) -> Math.abs(near.y() - at.getY())));
    }

    /** Every curve that has a value at an x, with its place there. */
    private List<Near> all(AxesFrame frame, double x) {
        List<Near> all = new ArrayList<>();
        for (RacePlot.Line line : lines.lines()) {
            add(all, frame, x, line, line.name(), lines.smooth(line), true);
            if (line.style().lane() == lines.seedLane()) {
                for (LinePlot.Line seed : lines.seeds()) {
                    add(all, frame, x, line, line.name() + ", " + seed.name(), seed.curve(), false);
                }
            }
        }
        return all;
    }

    private static void add(
            List<Near> all, AxesFrame frame, double x, RacePlot.Line line, String name, Curve curve, boolean main) {
        int last = RaceCurve.last(curve);
        if (last < 0) {
            return;
        }
        int index = Math.min(last, curve.nearest(x));
        if (!Double.isNaN(curve.y(index))) {
            all.add(new Near(line, name, curve, index, main, RaceLines.within(frame, curve.y(index))));
        }
    }

    /** The place of the point so many further along the curve nearest to a place, as far as it is shown. */
    Point2D along(AxesFrame frame, Point2D at, int steps) {
        return nearest(frame, at)
                .map(near -> {
                    Curve curve = near.curve();
                    int next = Math.max(0, Math.min(RaceCurve.last(curve), near.index() + steps));
                    double x = curve.x(next);
                    boolean shown = x >= frame.x().low() && x <= frame.x().high() && !Double.isNaN(curve.y(next));
                    return shown ? new Point2D(frame.x().position(x), RaceLines.within(frame, curve.y(next))) : at;
                })
                .orElse(at);
    }

    /** A place on the curve so many above, or below, the one nearest to a place. */
    Point2D up(AxesFrame frame, Point2D at, int steps) {
        List<Near> order = all(frame, frame.x().value(at.getX())).stream()
                .sorted(Comparator.comparingDouble(Near::y).reversed())
                .toList();
        if (order.isEmpty()) {
            return at;
        }
        int nearest = 0;
        for (int i = 1; i < order.size(); i++) {
            boolean closer = Math.abs(order.get(i).y() - at.getY())
                    < Math.abs(order.get(nearest).y() - at.getY());
            nearest = closer ? i : nearest;
        }
        int next = nearest + steps;
        // Of curves that lie on one another only one is the nearest to any place.
        while (next > 0
                && next < order.size() - 1
                && Math.abs(order.get(next).y() - order.get(nearest).y()) < SAME) {
            next += Integer.signum(steps);
        }
        return new Point2D(
                at.getX(),
                order.get(Math.max(0, Math.min(order.size() - 1, next))).y());
    }

    void draw(
            Pen pen,
            AxesFrame frame,
            Point2D at,
            Point2D size,
            DoubleFunction<String> format,
            DoubleFunction<String> heading) {
        nearest(frame, at).ifPresent(near -> {
            double x = near.curve().x(near.index());
            double place = frame.x().position(x);
            pen.stroke(plot.ink(Ink.MUTED), 1, 2, 3);
            pen.sharpLine(place, frame.y().start(), place, frame.y().end());
            pen.sharpLine(frame.x().start(), near.y(), frame.x().end(), near.y());
            pen.fill(plot.ink(near.line().style().ink()));
            pen.fillCircle(place, near.y(), 4.5);
            pen.stroke(plot.ink(Ink.STRONG), 1.5);
            pen.strokeCircle(place, near.y(), 4.5);
            Note note = new Note(plot).heading(heading.apply(x));
            note.row(near.line().style(), near.name(), format.apply(near.curve().y(near.index())));
            if (near.main() && lines.smoothed()) {
                note.row(unsmoothed, format.apply(lines.raw(near.line()).y(near.index())));
            }
            note.draw(pen, at, size.getX(), size.getY());
        });
    }
}
