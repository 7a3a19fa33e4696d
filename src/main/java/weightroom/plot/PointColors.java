package weightroom.plot;

import javafx.scene.paint.Color;

/** The colour of a point by its target. */
final class PointColors {
    private PointColors() {}

    /** One of two where there is a contour, one per class where there are several, else a place on the colour scale. */
    static Color of(Plot plot, DecisionPlot.Scale scale, double target) {
        if (scale.severalClasses()) {
            return plot.ink(Ink.ofClass((int) target));
        }
        double t = scale.t(target);
        if (!Double.isNaN(scale.contour())) {
            return plot.ink(t > 0 ? Ink.POINT_POSITIVE : Ink.POINT_NEGATIVE);
        }
        Color end = plot.ink(t < 0 ? Ink.NEGATIVE : Ink.POSITIVE);
        return plot.ink(Ink.MIDDLE).interpolate(end, Math.min(1, Math.abs(t)));
    }
}
