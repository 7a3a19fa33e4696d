package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.plot.ActivationPlot.Zone;
import weightroom.ui.kit.Messages;

/** Where along its function a unit learns next to nothing: saturated, or off. */
final class Zones {
    /** A unit is saturated where its slope is below this share of the steepest, as in the figures of the health strip. */
    private static final double FADED = 0.05;

    private static final double FAR = 20;
    private static final double STEP = 0.01;

    private Zones() {}

    static List<Zone> of(Activation function, double alpha) {
        List<Zone> zones = new ArrayList<>();
        if (function.shape().saturating()) {
            double steepest = 0;
            for (double z = -FAR; z <= FAR; z += STEP) {
                steepest = Math.max(steepest, slope(function, z, alpha));
            }
            String text = Messages.text("functions.saturated");
            double left = faded(function, alpha, FADED * steepest, -1);
            double right = faded(function, alpha, FADED * steepest, 1);
            if (left > -FAR) {
                zones.add(new Zone(Double.NEGATIVE_INFINITY, left, text));
            }
            if (right < FAR) {
                zones.add(new Zone(right, Double.POSITIVE_INFINITY, text));
            }
        } else if (function.value(-FAR, alpha) == 0 && slope(function, -FAR, alpha) == 0) {
            zones.add(new Zone(Double.NEGATIVE_INFINITY, 0, Messages.text("functions.off")));
        }
        return zones;
    }

    /** Where the slope has faded for good on one side; beyond {@link #FAR} where it does not. */
    private static double faded(Activation function, double alpha, double least, int side) {
        double z = side * FAR;
        while (side * z > 0 && slope(function, z, alpha) < least) {
            z -= side * STEP;
        }
        return side * z >= FAR ? side * (FAR + 1) : z;
    }

    private static double slope(Activation function, double z, double alpha) {
        return Math.abs(function.slope(z, function.value(z, alpha), alpha));
    }
}
