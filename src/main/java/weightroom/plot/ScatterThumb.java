package weightroom.plot;

import java.util.List;

/** The picture of a cloud of points on a tile that stands for a set of data. */
public final class ScatterThumb extends Plot {
    private static final double RADIUS = 1.9;
    private static final double MARGIN = 3;

    private DecisionPlot.Points points = DecisionPlot.Points.NONE;
    private DecisionPlot.Scale scale = new DecisionPlot.Scale("", -1, 1, 0, List.of());

    public ScatterThumb() {
        getStyleClass().add("scatter-thumb");
        setPrefSize(48, 40);
        setMinSize(24, 24);
        setMouseTransparent(true);
    }

    /** Shows points in the colours that a decision plot with this scale gives them. */
    public void setPoints(DecisionPlot.Points points, DecisionPlot.Scale scale) {
        this.points = points;
        this.scale = scale;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        double lowX = Double.POSITIVE_INFINITY;
        double highX = Double.NEGATIVE_INFINITY;
        double lowY = Double.POSITIVE_INFINITY;
        double highY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.count(); i++) {
            lowX = Math.min(lowX, points.xs()[i]);
            highX = Math.max(highX, points.xs()[i]);
            lowY = Math.min(lowY, points.ys()[i]);
            highY = Math.max(highY, points.ys()[i]);
        }
        // The same number of pixels per unit in both directions, so that a circle stays one.
        double reach = Math.max(highX - lowX, highY - lowY);
        double perUnit = (Math.min(width, height) - 2 * MARGIN) / (reach > 0 ? reach : 1);
        for (int i = 0; i < points.count(); i++) {
            double x = width / 2 + (points.xs()[i] - (lowX + highX) / 2) * perUnit;
            double y = height / 2 - (points.ys()[i] - (lowY + highY) / 2) * perUnit;
            pen.fill(PointColors.of(this, scale, points.targets()[i]));
            PointShape.of(scale, points.targets()[i]).fill(pen, x, y, RADIUS);
        }
    }

    @Override
    Table table() {
        return DecisionTable.of("x", "y", scale, points, null);
    }
}
