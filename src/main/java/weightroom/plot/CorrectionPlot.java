package weightroom.plot;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A line that divides the plane, w₁x₁ + w₂x₂ + b = 0, with its weights as the arrow that stands upright on it, the points on
 * either side, the strip up to the nearest of them, and the correction that one point asks for: the arrow that is added, what
 * comes of it, and the line after it.
 */
public final class CorrectionPlot extends AxesPlot {
    private static final double LONGEST = 0.36;
    private static final double SHORTEST = 0.12;

    private Words words = new Words("", "", "", "", "");
    private String xName = "";
    private String yName = "";
    private Region region = new Region(-1, 1, -1, 1);
    private @Nullable Situation situation;
    private boolean covered;

    /** The part of the plane that is drawn. */
    public record Region(double xLow, double xHigh, double yLow, double yHigh) {}

    /**
     * w₁x + w₂y + b = 0.
     *
     * @param w1 both weights may be 0; then there is no line
     */
    public record Line(double w1, double w2, double bias) {
        double length() {
            return Math.hypot(w1, w2);
        }

        double value(double x, double y) {
            return w1 * x + w2 * y + bias;
        }
    }

    /**
     * All points and the line, before and after the correction.
     *
     * @param positive whether a point belongs on the arrow's side
     * @param wrong whether it lies on the other one
     * @param turn the point in turn; −1 for none
     * @param after the same as {@code before} where nothing is corrected
     * @param nearest distance of the nearest point from the line; NaN for none
     */
    public record Situation(
            float[] xs,
            float[] ys,
            boolean[] positive,
            boolean[] wrong,
            int turn,
            Line before,
            Line after,
            double nearest) {
        boolean corrects() {
            return !before.equals(after);
        }

        boolean allRight() {
            for (boolean one : wrong) {
                if (one) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * What things are called.
     *
     * @param nearest the strip while points are wrong
     * @param margin the strip once all are right
     */
    public record Words(String weights, String correction, String after, String nearest, String margin) {}

    public CorrectionPlot() {
        getStyleClass().add("correction-plot");
    }

    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    public void setWords(Words words) {
        this.words = words;
        requestDraw();
    }

    public void setRegion(Region region) {
        this.region = region;
        requestDraw();
    }

    /** Whether the sides of the line are not told apart. */
    public void setCovered(boolean covered) {
        this.covered = covered;
        requestDraw();
    }

    public void setSituation(Situation situation) {
        this.situation = situation;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Situation now = situation;
        Span x = view().x(new Span(region.xLow(), region.xHigh(), false));
        Span y = view().y(new Span(region.yLow(), region.yHigh(), false));
        AxesFrame frame = PlaneFrame.fit(this, x, y, xName, yName, width, height, 2.2 * font().getSize());
        if (now == null || !PlaneFrame.usable(frame)) {
            return;
        }
        setFrame(frame);
        frame.clip(pen);
        if (!covered) {
            Sides.draw(this, pen, frame, now.before());
        }
        drawStrip(pen, frame, now);
        pen.stroke(ink(Ink.STRONG), 2.25);
        CutLine.draw(pen, frame, now.before());
        if (now.corrects()) {
            pen.stroke(ink(Ink.ACCENT), 1.75, 7, 5);
            CutLine.draw(pen, frame, now.after());
        }
        drawPoints(pen, frame, now);
        drawArrows(pen, frame, now);
        pen.unclip();
        PlaneFrame.draw(frame, this, pen, xName, yName);
        drawLegend(pen, frame, now);
    }

    /** Two lines beside the line, as far off as the nearest point. */
    private void drawStrip(Pen pen, AxesFrame frame, Situation now) {
        if (!(now.nearest() > 0)) {
            return;
        }
        pen.stroke(ink(now.allRight() ? Ink.OK : Ink.MUTED), 1.25, 3, 4);
        double shift = now.nearest() * now.before().length();
        CutLine.draw(pen, frame, now.before(), shift);
        CutLine.draw(pen, frame, now.before(), -shift);
    }

    private void drawPoints(Pen pen, AxesFrame frame, Situation now) {
        double radius = SignedPoint.radius(now.xs().length);
        for (int i = 0; i < now.xs().length; i++) {
            double x = frame.x().position(now.xs()[i]);
            double y = frame.y().position(now.ys()[i]);
            SignedPoint.draw(this, pen, x, y, radius, now.positive()[i], now.wrong()[i]);
        }
        if (now.turn() >= 0 && now.turn() < now.xs().length) {
            double x = frame.x().position(now.xs()[now.turn()]);
            double y = frame.y().position(now.ys()[now.turn()]);
            pen.stroke(ink(Ink.POINT_RING), 4.5);
            pen.strokeCircle(x, y, radius + 7);
            pen.stroke(ink(Ink.ACCENT), 2.5);
            pen.strokeCircle(x, y, radius + 7);
        }
    }

    /** Pixels that an arrow of length 1 has: as in the plane, or less where arrows would not find room. */
    private static double scale(AxesFrame frame, Situation now, Point2D foot) {
        double plane = frame.width() / (frame.x().high() - frame.x().low());
        double longest = Math.max(now.before().length(), now.after().length());
        longest = Math.max(longest, change(now).length());
        double most = Math.min(plane, LONGEST * frame.width() / longest);
        double fitting = Math.min(most, Math.min(room(frame, foot, now.before()), room(frame, foot, now.after())));
        return Math.max(fitting, Math.min(most, SHORTEST * frame.width() / longest));
    }

    /** How many pixels long an arrow of length 1 may be for one along a line's weights to end within the picture. */
    private static double room(AxesFrame frame, Point2D foot, Line line) {
        double toSide = line.w1() > 0
                ? frame.x().end() - foot.getX()
                : foot.getX() - frame.x().start();
        double toEnd = line.w2() > 0 ? foot.getY() - frame.y().end() : frame.y().start() - foot.getY();
        return Math.min((toSide - 3) / Math.abs(line.w1()), (toEnd - 3) / Math.abs(line.w2()));
    }

    private static Line change(Situation now) {
        return new Line(
                now.after().w1() - now.before().w1(),
                now.after().w2() - now.before().w2(),
                now.after().bias() - now.before().bias());
    }

    private void drawArrows(Pen pen, AxesFrame frame, Situation now) {
        Point2D foot = foot(frame, now.before());
        double scale = scale(frame, now, foot);
        double tipX = foot.getX() + scale * now.before().w1();
        double tipY = foot.getY() - scale * now.before().w2();
        Strokes.arrow(pen, ink(Ink.STRONG), 3, foot.getX(), foot.getY(), tipX, tipY);
        if (now.corrects()) {
            double newX = foot.getX() + scale * now.after().w1();
            double newY = foot.getY() - scale * now.after().w2();
            Strokes.arrow(pen, ink(Ink.BACKWARD), 3, tipX, tipY, newX, newY);
            Strokes.arrow(pen, ink(Ink.ACCENT), 2.5, foot.getX(), foot.getY(), newX, newY, 7, 5);
        }
        pen.fill(ink(Ink.STRONG));
        pen.fillCircle(foot.getX(), foot.getY(), 3.5);
    }

    /** The place of the line nearest to the middle of the picture; the middle itself where the line is not in sight. */
    private static Point2D foot(AxesFrame frame, Line line) {
        double cx = (frame.x().low() + frame.x().high()) / 2;
        double cy = (frame.y().low() + frame.y().high()) / 2;
        double off = line.value(cx, cy) / (line.length() * line.length());
        Point2D foot =
                new Point2D(frame.x().position(cx - off * line.w1()), frame.y().position(cy - off * line.w2()));
        boolean seen = Double.isFinite(foot.getX()) && Double.isFinite(foot.getY()) && frame.contains(foot);
        return seen ? foot : new Point2D(frame.x().position(cx), frame.y().position(cy));
    }

    private void drawLegend(Pen pen, AxesFrame frame, Situation now) {
        double em = font().getSize();
        double y = frame.y().start() + PlaneFrame.bottom(this, xName) + 1.2 * em;
        double x = frame.x().start();
        x = sample(pen, words.weights(), Ink.STRONG, x, y);
        if (now.corrects()) {
            x = sample(pen, words.correction(), Ink.BACKWARD, x, y);
            x = sample(pen, words.after(), Ink.ACCENT, x, y, 7, 5);
        }
        if (now.nearest() > 0) {
            String strip = now.allRight() ? words.margin() : words.nearest();
            sample(
                    pen,
                    strip + " " + Numbers.significant(now.nearest(), 3),
                    now.allRight() ? Ink.OK : Ink.MUTED,
                    x,
                    y,
                    3,
                    4);
        }
    }

    private double sample(Pen pen, String text, Ink ink, double x, double y, double... dashes) {
        double em = font().getSize();
        pen.stroke(ink(ink), 2.5, dashes);
        pen.line(x, y, x + 1.6 * em, y);
        text(pen, text, x + 2 * em, y, TextAlignment.LEFT, Ink.TEXT);
        return x + 3.2 * em + widthOf(text);
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        Situation now = situation;
        if (now == null || !PlaneFrame.usable(frame)) {
            return;
        }
        double x = frame.x().value(at.getX());
        double y = frame.y().value(at.getY());
        new Note(this)
                .row(xName, Numbers.significant(x, 3))
                .row(yName, Numbers.significant(y, 3))
                .row("z", Numbers.significant(now.before().value(x, y), 3))
                .draw(pen, at, width, height);
    }

    /** Every point, then the weights and the bias before and after. */
    @Override
    Table table() {
        Table table = new Table("kind", xName, yName, "positive", "wrong");
        Situation now = situation;
        if (now != null) {
            for (int i = 0; i < now.xs().length; i++) {
                table.row("point", now.xs()[i], now.ys()[i], now.positive()[i], now.wrong()[i]);
            }
            for (Line line : List.of(now.before(), now.after())) {
                table.row("weights and bias", line.w1(), line.w2(), line.bias(), "");
            }
        }
        return table;
    }
}
