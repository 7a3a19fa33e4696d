package weightroom.plot;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/** The legend below a decision plot: the colour scale with its numbers and name, and what the marks mean. */
final class DecisionLegend {
    private static final double BAR_WIDTH = 120;
    private static final double LEAST_BAR_WIDTH = 56;
    private static final double BAR_HEIGHT = 8;

    private final Plot plot;
    private String train = "train";
    private String test = "test";
    private String contour = "contour";

    DecisionLegend(Plot plot) {
        this.plot = plot;
    }

    void setWords(String train, String test, String contour) {
        this.train = train;
        this.test = test;
        this.contour = contour;
    }

    void draw(Pen pen, DecisionPlot.Scale scale, DecisionPlot.Points points, Rectangle2D box) {
        double upper = box.getMinY() + 10;
        double lower = box.getMinY() + 28;
        if (scale.severalClasses()) {
            drawClasses(pen, scale.classes(), box, lower);
        } else {
            drawScale(pen, scale, box, upper, lower);
        }
        boolean contoured = !scale.severalClasses() && !Double.isNaN(scale.contour());
        drawMarks(pen, scale, points, box, contoured);
        if (contoured) {
            String words = Numbers.significant(scale.contour(), 3) + " " + contour;
            plot.text(pen, words, box.getMaxX(), lower, TextAlignment.RIGHT, Ink.TEXT);
            double end = box.getMaxX() - plot.widthOf(words) - 8;
            pen.stroke(plot.ink(Ink.STRONG), 1.75);
            pen.line(end - 16, pen.sharp(lower), end, pen.sharp(lower));
        }
    }

    String[] describe(DecisionPlot.Points points, int point, DecisionPlot.Scale scale) {
        double target = points.targets()[point];
        String value = scale.severalClasses() ? scale.classes().get((int) target) : Numbers.significant(target, 3);
        return new String[] {points.test()[point] ? test : train, value};
    }

    /** In the upper row; where its name leaves no room there, in the lower one or without the counts. */
    private void drawMarks(
            Pen pen, DecisionPlot.Scale scale, DecisionPlot.Points points, Rectangle2D box, boolean contoured) {
        int tests = points.tests();
        String hollow = tests > 0 ? test + " " + Numbers.count(tests) : "";
        String filled = points.count() > tests ? train + " " + Numbers.count(points.count() - tests) : "";
        double named = scale.severalClasses() ? 0 : BAR_WIDTH + plot.widthOf(scale.name()) + 30;
        boolean fits = plot.widthOf(hollow) + plot.widthOf(filled) + 60 <= box.getWidth() - named;
        double y = box.getMinY() + (fits || contoured ? 10 : 28);
        double x = box.getMaxX();
        if (tests > 0) {
            x = mark(pen, x, y, fits || !contoured ? hollow : test, true);
        }
        if (!filled.isEmpty()) {
            mark(pen, x, y, fits || !contoured ? filled : train, false);
        }
    }

    private double mark(Pen pen, double right, double y, String words, boolean hollow) {
        plot.text(pen, words, right, y, TextAlignment.RIGHT, Ink.TEXT);
        double x = right - plot.widthOf(words) - 12;
        pen.stroke(plot.ink(Ink.MUTED), 1.75);
        pen.fill(plot.ink(Ink.MUTED));
        if (hollow) {
            pen.strokeCircle(x, y, 3.5);
        } else {
            pen.fillCircle(x, y, 4);
        }
        return x - 20;
    }

    private void drawScale(Pen pen, DecisionPlot.Scale scale, Rectangle2D box, double upper, double lower) {
        double x = box.getMinX();
        // Beside a short bar there is still room for the names in a small plot.
        double others = plot.widthOf(scale.name()) + plot.widthOf(train) + plot.widthOf(test) + 90;
        double wide = Math.max(LEAST_BAR_WIDTH, Math.min(BAR_WIDTH, box.getWidth() - others));
        ColorTable table = new ColorTable(
                plot.ink(Ink.NEGATIVE),
                plot.ink(Ink.MIDDLE),
                plot.ink(Ink.POSITIVE),
                plot.style().reach());
        double top = upper - BAR_HEIGHT / 2;
        pen.fillGradient(x, top, wide, BAR_HEIGHT, table.color(-1), table.color(0), table.color(1));
        plot.text(pen, scale.name(), x + wide + 10, upper, TextAlignment.LEFT, Ink.TEXT);
        plot.text(pen, Numbers.significant(scale.low(), 3), x, lower, TextAlignment.LEFT, Ink.MUTED);
        String middle = Numbers.significant((scale.low() + scale.high()) / 2, 3);
        plot.text(pen, middle, x + wide / 2, lower, TextAlignment.CENTER, Ink.MUTED);
        plot.text(pen, Numbers.significant(scale.high(), 3), x + wide, lower, TextAlignment.RIGHT, Ink.MUTED);
    }

    private void drawClasses(Pen pen, List<String> classes, Rectangle2D box, double y) {
        double x = box.getMinX();
        for (int k = 0; k < classes.size(); k++) {
            double wide = plot.widthOf(classes.get(k)) + 30;
            if (x + wide > box.getMaxX()) {
                plot.text(pen, "…", x, y, TextAlignment.LEFT, Ink.MUTED);
                return;
            }
            pen.fill(plot.ink(Ink.series(k)));
            pen.fillRect(x, y - 5, 10, 10, 2);
            plot.text(pen, classes.get(k), x + 15, y, TextAlignment.LEFT, Ink.TEXT);
            x += wide;
        }
    }
}
