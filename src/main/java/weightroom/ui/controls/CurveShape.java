package weightroom.ui.controls;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A curve as a small picture: heights from 0 to 1, evenly from left to right. */
final class CurveShape extends Region {
    private static final double MARGIN = 1.5;

    private final Polyline line = new Polyline();
    private double[] heights = new double[0];

    CurveShape(double width, double height) {
        getStyleClass().add("curve-shape");
        line.getStyleClass().add("curve-line");
        line.setManaged(false);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxHeight(height);
        setMouseTransparent(true);
        getChildren().add(line);
    }

    void show(double[] shown) {
        heights = shown.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Double[] points = new Double[2 * heights.length];
        for (int i = 0; i < heights.length; i++) {
            points[2 * i] = MARGIN + (getWidth() - 2 * MARGIN) * i / (heights.length - 1);
            points[2 * i + 1] = MARGIN + (getHeight() - 2 * MARGIN) * (1 - heights[i]);
        }
        line.getPoints().setAll(points);
    }
}
