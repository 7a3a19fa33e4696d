package weightroom.plot;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.TextAlignment;

/** The legend below a decision plot: the colour scale with its numbers and name, and what the marks mean. */
final class DecisionLegend {
    private static final double BAR_WIDTH = 120;
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

    void draw(GraphicsContext g, DecisionPlot.Scale scale, DecisionPlot.Points points, Rectangle2D box) {
        double upper = box.getMinY() + 10;
        double lower = box.getMinY() + 28;
        if (scale.severalClasses()) {
            drawClasses(g, scale.classes(), box, lower);
        } else {
            drawScale(g, scale, box.getMinX(), upper, lower);
        }
        int tests = points.tests();
        double x = box.getMaxX();
        if (tests > 0) {
            x = mark(g, x, upper, test + " " + Numbers.count(tests), true);
        }
        if (points.count() > tests) {
            mark(g, x, upper, train + " " + Numbers.count(points.count() - tests), false);
        }
        if (!scale.severalClasses() && !Double.isNaN(scale.contour())) {
            String words = Numbers.significant(scale.contour(), 3) + " " + contour;
            plot.text(g, words, box.getMaxX(), lower, TextAlignment.RIGHT, Ink.TEXT);
            double end = box.getMaxX() - plot.widthOf(words) - 8;
            g.setStroke(plot.ink(Ink.STRONG));
            g.setLineWidth(1.75);
            g.strokeLine(end - 16, plot.sharp(lower), end, plot.sharp(lower));
        }
    }

    String[] describe(DecisionPlot.Points points, int point, DecisionPlot.Scale scale) {
        double target = points.targets()[point];
        String value = scale.severalClasses() ? scale.classes().get((int) target) : Numbers.significant(target, 3);
        return new String[] {points.test()[point] ? test : train, value};
    }

    private double mark(GraphicsContext g, double right, double y, String words, boolean hollow) {
        plot.text(g, words, right, y, TextAlignment.RIGHT, Ink.TEXT);
        double x = right - plot.widthOf(words) - 12;
        g.setLineWidth(1.75);
        g.setStroke(plot.ink(Ink.MUTED));
        g.setFill(plot.ink(Ink.MUTED));
        if (hollow) {
            g.strokeOval(x - 3.5, y - 3.5, 7, 7);
        } else {
            g.fillOval(x - 4, y - 4, 8, 8);
        }
        return x - 20;
    }

    private void drawScale(GraphicsContext g, DecisionPlot.Scale scale, double x, double upper, double lower) {
        ColorTable table =
                new ColorTable(plot.ink(Ink.NEGATIVE), plot.ink(Ink.MIDDLE), plot.ink(Ink.POSITIVE), plot.reach());
        g.setFill(new LinearGradient(
                0,
                0,
                1,
                0,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, table.color(-1)),
                new Stop(0.5, table.color(0)),
                new Stop(1, table.color(1))));
        g.fillRoundRect(x, upper - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT, 4, 4);
        plot.text(g, scale.name(), x + BAR_WIDTH + 10, upper, TextAlignment.LEFT, Ink.TEXT);
        plot.text(g, Numbers.significant(scale.low(), 3), x, lower, TextAlignment.LEFT, Ink.MUTED);
        String middle = Numbers.significant((scale.low() + scale.high()) / 2, 3);
        plot.text(g, middle, x + BAR_WIDTH / 2, lower, TextAlignment.CENTER, Ink.MUTED);
        plot.text(g, Numbers.significant(scale.high(), 3), x + BAR_WIDTH, lower, TextAlignment.RIGHT, Ink.MUTED);
    }

    private void drawClasses(GraphicsContext g, List<String> classes, Rectangle2D box, double y) {
        double x = box.getMinX();
        for (int k = 0; k < classes.size(); k++) {
            double wide = plot.widthOf(classes.get(k)) + 30;
            if (x + wide > box.getMaxX()) {
                plot.text(g, "…", x, y, TextAlignment.LEFT, Ink.MUTED);
                return;
            }
            g.setFill(plot.ink(Ink.series(k)));
            g.fillRoundRect(x, y - 5, 10, 10, 4, 4);
            plot.text(g, classes.get(k), x + 15, y, TextAlignment.LEFT, Ink.TEXT);
            x += wide;
        }
    }
}
