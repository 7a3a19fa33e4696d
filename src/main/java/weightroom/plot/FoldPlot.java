package weightroom.plot;

import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A sheet that is bent from one plane into another: a grid with its answers as colours and points on it, at any stage in
 * between, and at the end the straight line that cuts it.
 */
public final class FoldPlot extends AxesPlot {
    /** Of the lines of the sheet that bound its cells, every so many one is drawn. */
    private static final int EVERY = 3;

    /** From the middle of a point to its name. */
    private static final double ASIDE = 11;

    private Sheet sheet = new Sheet(0, new float[0], new float[0], new float[0], new float[0], new float[0]);
    private Points points = new Points(
            new float[0], new float[0], new float[0], new float[0], new boolean[0], new boolean[0], new String[0]);
    private Frame from = new Frame("", "", -1, 1, -1, 1);
    private Frame to = from;
    private Words words = new Words("", "");
    private CorrectionPlot.Line cut = new CorrectionPlot.Line(0, 0, 0);
    private double stage;

    /**
     * The corners of a grid of cells, row by row from below, in both planes.
     *
     * @param side corners along each side
     * @param answers at each corner, from −1 to 1; 0 is where the answer tips
     */
    public record Sheet(int side, float[] xs, float[] ys, float[] toXs, float[] toYs, float[] answers) {}

    /**
     * Points of the sheet in both planes.
     *
     * @param positive whether the answer should be above 0
     * @param names as they stand beside few points
     */
    public record Points(
            float[] xs, float[] ys, float[] toXs, float[] toYs, boolean[] positive, boolean[] wrong, String[] names) {}

    /** A plane: the names of its axes, and the part of it that is drawn. */
    public record Frame(String xName, String yName, double xLow, double xHigh, double yLow, double yHigh) {}

    /** What the cut and the rings around wrong points are called. */
    public record Words(String cut, String wrong) {}

    public FoldPlot() {
        getStyleClass().add("fold-plot");
    }

    /** Shows a sheet with its points, and the line that cuts it at the end; one without direction is not drawn. */
    public void setSheet(Sheet sheet, Points points, CorrectionPlot.Line cut) {
        this.sheet = sheet;
        this.points = points;
        this.cut = cut;
        requestDraw();
    }

    public void setFrames(Frame from, Frame to) {
        this.from = from;
        this.to = to;
        requestDraw();
    }

    public void setWords(Words words) {
        this.words = words;
        requestDraw();
    }

    /** @param stage from 0, as it was, to 1, bent */
    public void setStage(double stage) {
        this.stage = Math.max(0, Math.min(1, stage));
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Span x = view().x(new Span(mix(from.xLow(), to.xLow()), mix(from.xHigh(), to.xHigh()), false));
        Span y = view().y(new Span(mix(from.yLow(), to.yLow()), mix(from.yHigh(), to.yHigh()), false));
        AxesFrame frame = PlaneFrame.fit(this, x, y, xName(), yName(), width, height, 2.2 * font().getSize());
        if (!PlaneFrame.usable(frame)) {
            return;
        }
        setFrame(frame);
        frame.clip(pen);
        Bent bent = new Bent(frame);
        drawCells(pen, bent);
        drawLines(pen, bent);
        pen.stroke(ink(Ink.STRONG), 2.25);
        if (stage == 1) {
            CutLine.draw(pen, frame, cut);
        } else {
            drawTip(pen, bent);
        }
        drawPoints(pen, frame);
        pen.unclip();
        PlaneFrame.draw(frame, this, pen, xName(), yName());
        drawLegend(pen, frame);
    }

    private String xName() {
        return stage < 0.5 ? from.xName() : to.xName();
    }

    private String yName() {
        return stage < 0.5 ? from.yName() : to.yName();
    }

    private double mix(double a, double b) {
        return a + stage * (b - a);
    }

    /** Where the corners of the sheet are on the screen now. */
    private final class Bent {
        final double[] xs = new double[sheet.xs().length];
        final double[] ys = new double[sheet.xs().length];

        Bent(AxesFrame frame) {
            for (int i = 0; i < xs.length; i++) {
                xs[i] = frame.x().position(mix(sheet.xs()[i], sheet.toXs()[i]));
                ys[i] = frame.y().position(mix(sheet.ys()[i], sheet.toYs()[i]));
            }
        }
    }

    private void drawCells(Pen pen, Bent bent) {
        int side = sheet.side();
        double[] xs = new double[4];
        double[] ys = new double[4];
        pen.opacity(0.5);
        for (int r = 0; r + 1 < side; r++) {
            for (int c = 0; c + 1 < side; c++) {
                int[] corners = {r * side + c, r * side + c + 1, (r + 1) * side + c + 1, (r + 1) * side + c};
                double answer = 0;
                for (int k = 0; k < 4; k++) {
                    xs[k] = bent.xs[corners[k]];
                    ys[k] = bent.ys[corners[k]];
                    answer += sheet.answers()[corners[k]] / 4;
                }
                pen.fill(color(answer));
                pen.fillPolygon(xs, ys, 4);
            }
        }
        pen.opacity(1);
    }

    private Color color(double answer) {
        Color end = ink(answer < 0 ? Ink.NEGATIVE : Ink.POSITIVE);
        return ink(Ink.MIDDLE).interpolate(end, Math.min(1, Math.abs(answer)));
    }

    private void drawLines(Pen pen, Bent bent) {
        int side = sheet.side();
        pen.stroke(ink(Ink.MUTED), 0.75);
        pen.opacity(0.7);
        double[] xs = new double[side];
        double[] ys = new double[side];
        for (int line = 0; line < side; line += EVERY) {
            for (int k = 0; k < side; k++) {
                xs[k] = bent.xs[line * side + k];
                ys[k] = bent.ys[line * side + k];
            }
            pen.polyline(xs, ys, side);
            for (int k = 0; k < side; k++) {
                xs[k] = bent.xs[k * side + line];
                ys[k] = bent.ys[k * side + line];
            }
            pen.polyline(xs, ys, side);
        }
        pen.opacity(1);
    }

    /** Where the answer tips, on the sheet: across each cell from edge to edge. */
    private void drawTip(Pen pen, Bent bent) {
        int side = sheet.side();
        if (side < 2) {
            return;
        }
        double[] piece = new double[4];
        for (int cell = 0; cell < (side - 1) * (side - 1); cell++) {
            int sw = Math.floorDiv(cell, side - 1) * side + cell % (side - 1);
            int[] corners = {sw, sw + 1, sw + side + 1, sw + side};
            int found = 0;
            for (int k = 0; k < 4 && found < 4; k++) {
                int a = corners[k];
                int b = corners[(k + 1) % 4];
                double va = sheet.answers()[a];
                double vb = sheet.answers()[b];
                if (va > 0 != vb > 0) {
                    double t = va / (va - vb);
                    piece[found++] = bent.xs[a] + t * (bent.xs[b] - bent.xs[a]);
                    piece[found++] = bent.ys[a] + t * (bent.ys[b] - bent.ys[a]);
                }
            }
            if (found == 4) {
                pen.segments(piece, 4);
            }
        }
    }

    private void drawPoints(Pen pen, AxesFrame frame) {
        int n = points.xs().length;
        double radius = SignedPoint.radius(n);
        for (int i = 0; i < n; i++) {
            double x = frame.x().position(mix(points.xs()[i], points.toXs()[i]));
            double y = frame.y().position(mix(points.ys()[i], points.toYs()[i]));
            SignedPoint.draw(this, pen, x, y, radius, points.positive()[i], points.wrong()[i]);
            if (i < points.names().length) {
                drawName(pen, frame, i, x, y);
            }
        }
    }

    /** Beside its point, on the side where there is room; points that lie on one another are named one below the other. */
    private void drawName(Pen pen, AxesFrame frame, int point, double x, double y) {
        double em = font().getSize();
        int above = 0;
        for (int i = 0; i < point; i++) {
            double otherX = frame.x().position(mix(points.xs()[i], points.toXs()[i]));
            double otherY = frame.y().position(mix(points.ys()[i], points.toYs()[i]));
            above += Math.hypot(otherX - x, otherY - y) < 1.5 * em ? 1 : 0;
        }
        String name = points.names()[point];
        double w = widthOf(name) + 0.8 * em;
        boolean left = x > (frame.x().start() + frame.x().end()) / 2;
        double boxX = left ? x - ASIDE - w : x + ASIDE;
        boolean up = y > (frame.y().start() + frame.y().end()) / 2;
        double boxY = y - 0.8 * em + (up ? -1 : 1) * above * 1.8 * em;
        pen.fill(ink(Ink.SURFACE));
        pen.fillRect(boxX, boxY, w, 1.6 * em, 4);
        pen.stroke(ink(Ink.NOTE_BORDER), 1);
        pen.strokeRect(boxX, boxY, w, 1.6 * em, 4);
        text(pen, name, boxX + w / 2, boxY + 0.8 * em, TextAlignment.CENTER, Ink.TEXT);
    }

    private void drawLegend(Pen pen, AxesFrame frame) {
        double em = font().getSize();
        double y = frame.y().start() + PlaneFrame.bottom(this, xName()) + 1.2 * em;
        double x = frame.x().start();
        pen.stroke(ink(Ink.STRONG), 2.25);
        pen.line(x, y, x + 1.6 * em, y);
        text(pen, words.cut(), x + 2 * em, y, TextAlignment.LEFT, Ink.TEXT);
        x += 3.6 * em + widthOf(words.cut());
        pen.stroke(ink(Ink.BAD), 2);
        pen.strokeCircle(x, y, 0.5 * em);
        text(pen, words.wrong(), x + em, y, TextAlignment.LEFT, Ink.TEXT);
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        if (!PlaneFrame.usable(frame) || stage > 0 && stage < 1) {
            return;
        }
        new Note(this)
                .row(xName(), Numbers.significant(frame.x().value(at.getX()), 3))
                .row(yName(), Numbers.significant(frame.y().value(at.getY()), 3))
                .draw(pen, at, width, height);
    }

    /** Every point in both planes. */
    @Override
    Table table() {
        Table table = new Table(from.xName(), from.yName(), to.xName(), to.yName(), "positive", "wrong");
        for (int i = 0; i < points.xs().length; i++) {
            table.row(
                    points.xs()[i],
                    points.ys()[i],
                    points.toXs()[i],
                    points.toYs()[i],
                    points.positive()[i],
                    points.wrong()[i]);
        }
        return table;
    }
}
