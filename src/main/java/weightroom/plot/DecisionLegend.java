package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/** The legend below a decision plot: the colour scale with its numbers and name, and what the marks mean. */
final class DecisionLegend {
    private static final double BAR_WIDTH = 120;
    private static final double LEAST_BAR_WIDTH = 56;
    private static final double BAR_HEIGHT = 8;
    private static final double HEIGHT = 40;
    private static final double ROOMY = 272;
    private static final double CLASS_ROW = 16;
    private static final double CLASS_MARK = 15;
    private static final double CLASS_RADIUS = 5;
    private static final double CLASS_GAP = 12;
    private static final int MOST_CLASS_ROWS = 3;

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

    /** How high it is where it may be so wide: classes that find no room in one row stand in several. */
    double height(DecisionPlot.Scale scale, double width) {
        int rows = Math.min(MOST_CLASS_ROWS, rows(scale.classes(), width).size());
        return HEIGHT + Math.max(0, rows - 1) * CLASS_ROW;
    }

    /**
     * @param below the plane, as wide as it; the legend of a small one takes more of the plot's width
     * @param width of the whole plot
     */
    void draw(Pen pen, DecisionPlot.Scale scale, DecisionPlot.Points points, Rectangle2D below, double width) {
        double wide = Math.max(below.getWidth(), Math.min(ROOMY, width));
        double left = Math.max(0, Math.min(width - wide, below.getMinX() - (wide - below.getWidth()) / 2));
        Rectangle2D box = new Rectangle2D(left, below.getMinY(), wide, below.getHeight());
        double upper = box.getMinY() + 10;
        double lower = box.getMinY() + 28;
        boolean contoured = !scale.severalClasses() && !Double.isNaN(scale.contour());
        double end = drawMarks(pen, scale, points, box, contoured);
        if (scale.severalClasses()) {
            drawClasses(pen, scale.classes(), below.getMinX(), lower, width);
        } else {
            drawScale(pen, scale, box, upper, lower, end);
        }
        if (contoured) {
            String words = Numbers.significant(scale.contour(), 3) + " " + contour;
            plot.text(pen, words, box.getMaxX(), lower, TextAlignment.RIGHT, Ink.TEXT);
            double x = box.getMaxX() - plot.widthOf(words) - 8;
            pen.stroke(plot.ink(Ink.STRONG), 1.75);
            pen.line(x - 16, pen.sharp(lower), x, pen.sharp(lower));
        }
    }

    String[] describe(DecisionPlot.Points points, int point, DecisionPlot.Scale scale) {
        double target = points.targets()[point];
        String value = scale.severalClasses() ? scale.classes().get((int) target) : Numbers.significant(target, 3);
        return new String[] {points.test()[point] ? test : train, value};
    }

    /**
     * In the upper row; where its name leaves no room there, in the lower one or without the counts.
     *
     * @return how far the upper row is free
     */
    private double drawMarks(
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
            x = mark(pen, x, y, fits || !contoured ? filled : train, false);
        }
        return fits || contoured ? x : box.getMaxX();
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

    private void drawScale(Pen pen, DecisionPlot.Scale scale, Rectangle2D box, double upper, double lower, double end) {
        double x = box.getMinX();
        // Beside a short bar there is still room for the names in a small plot.
        double others = plot.widthOf(scale.name()) + plot.widthOf(train) + plot.widthOf(test) + 90;
        String low = Numbers.significant(scale.low(), 3);
        String middle = Numbers.significant((scale.low() + scale.high()) / 2, 3);
        String high = Numbers.significant(scale.high(), 3);
        double ends = plot.widthOf(low) + plot.widthOf(high);
        double least = Math.max(LEAST_BAR_WIDTH, ends + 8);
        double wide = Math.max(least, Math.min(BAR_WIDTH, box.getWidth() - others));
        ColorTable table = new ColorTable(
                plot.ink(Ink.NEGATIVE),
                plot.ink(Ink.MIDDLE),
                plot.ink(Ink.POSITIVE),
                plot.style().reach());
        double top = upper - BAR_HEIGHT / 2;
        pen.fillGradient(x, top, wide, BAR_HEIGHT, table.color(-1), table.color(0), table.color(1));
        String name = plot.fitted(scale.name(), end - x - wide - 10);
        plot.text(pen, name, x + wide + 10, upper, TextAlignment.LEFT, Ink.TEXT);
        plot.text(pen, low, x, lower, TextAlignment.LEFT, Ink.MUTED);
        double beside = wide / 2 - Math.max(plot.widthOf(low), plot.widthOf(high));
        if (plot.widthOf(middle) / 2 + 4 <= beside) {
            plot.text(pen, middle, x + wide / 2, lower, TextAlignment.CENTER, Ink.MUTED);
        }
        plot.text(pen, high, x + wide, lower, TextAlignment.RIGHT, Ink.MUTED);
    }

    private double wide(String name) {
        return CLASS_MARK + plot.widthOf(name) + CLASS_GAP;
    }

    /** The indices of the classes that stand in each row: equally many in each where they have the room. */
    private List<List<Integer>> rows(List<String> classes, double width) {
        List<List<Integer>> rows = filled(classes, width, classes.size());
        int most = (classes.size() + rows.size() - 1) / Math.max(1, rows.size());
        List<List<Integer>> even = filled(classes, width, most);
        return even.size() == rows.size() ? even : rows;
    }

    private List<List<Integer>> filled(List<String> classes, double width, int most) {
        List<List<Integer>> rows = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        double x = 0;
        for (int k = 0; k < classes.size(); k++) {
            double wide = wide(classes.get(k));
            if (row.isEmpty() || row.size() == most || x + wide - CLASS_GAP > width) {
                row = new ArrayList<>();
                rows.add(row);
                x = 0;
            }
            row.add(k);
            x += wide;
        }
        return rows;
    }

    /** Below the plane, or from further left where they need more room than it has. */
    private void drawClasses(Pen pen, List<String> classes, double left, double top, double width) {
        List<List<Integer>> rows = rows(classes, width);
        double widest = 0;
        for (List<Integer> row : rows) {
            widest = Math.max(
                    widest, row.stream().mapToDouble(k -> wide(classes.get(k))).sum() - CLASS_GAP);
        }
        double start = Math.max(0, Math.min(left, width - widest));
        for (int r = 0; r < Math.min(rows.size(), MOST_CLASS_ROWS); r++) {
            double x = start;
            double y = top + r * CLASS_ROW;
            for (int k : rows.get(r)) {
                pen.fill(plot.ink(Ink.ofClass(k)));
                PointShape.ofClass(k).fill(pen, x + 5, y, CLASS_RADIUS);
                String name = plot.fitted(classes.get(k), width - x - CLASS_MARK);
                plot.text(pen, name, x + CLASS_MARK, y, TextAlignment.LEFT, Ink.TEXT);
                x += wide(classes.get(k));
            }
        }
        if (rows.size() > MOST_CLASS_ROWS) {
            plot.text(pen, "…", width, top + (MOST_CLASS_ROWS - 1) * CLASS_ROW, TextAlignment.RIGHT, Ink.MUTED);
        }
    }
}
