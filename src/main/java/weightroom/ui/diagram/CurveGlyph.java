package weightroom.ui.diagram;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import weightroom.engine.Activation;

/** The little curve of an activation: a(z) for z from −3 to 3, fitted into its box. */
final class CurveGlyph extends Region {
    private static final double WIDTH = 22;
    private static final double HEIGHT = 14;
    private static final int POINTS = 33;
    private static final double REACH = 3;

    CurveGlyph(Activation activation) {
        getStyleClass().add("curve-glyph");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        double[] values = new double[POINTS];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double alpha = Double.isNaN(activation.defaultAlpha()) ? 0 : activation.defaultAlpha();
        for (int i = 0; i < POINTS; i++) {
            values[i] = activation.value(REACH * (2.0 * i / (POINTS - 1) - 1), alpha);
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        Polyline axis = line("axis");
        axis.getPoints().setAll(0.0, y(0, low, high), WIDTH, y(0, low, high));
        Polyline curve = line("curve");
        for (int i = 0; i < POINTS; i++) {
            curve.getPoints().addAll(WIDTH * i / (POINTS - 1), y(values[i], low, high));
        }
        getChildren().addAll(axis, curve);
    }

    private static Polyline line(String style) {
        Polyline line = new Polyline();
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        return line;
    }

    private static double y(double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return HEIGHT - 1 - share * (HEIGHT - 2);
    }
}
