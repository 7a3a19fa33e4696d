package weightroom.ui.charts;

import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.experiment.Setup;
import weightroom.plot.DecisionPlot;
import weightroom.run.Tiles;
import weightroom.ui.model.RunModel;

/** The colours of one unit's activation: over the range of its function where that is bounded, else as far as it goes. */
final class UnitScale {
    private UnitScale() {}

    static DecisionPlot.Scale of(Setup setup, Tiles tiles, RunModel.Unit unit, String name) {
        Tiles.LayerTiles layer = tiles.layers().get(unit.layer() + 1);
        double reach = Math.max(Math.abs(layer.low()[unit.index()]), Math.abs(layer.high()[unit.index()]));
        double most = reach > 0 ? reach : 1;
        if (unit.layer() < 0) {
            return new DecisionPlot.Scale(name, -most, most, 0, List.of());
        }
        Layer described = setup.plan().network().layers().get(unit.layer());
        Activation.Shape shape = described.activation().shape();
        boolean bounded = !Double.isInfinite(shape.low()) && !Double.isInfinite(shape.high());
        double low = bounded ? shape.low() : -most;
        double high = bounded ? shape.high() : most;
        // A unit that is cut off at 0 is 0 over a whole region, around which there is no line.
        double contour = bounded || Double.isInfinite(shape.low()) ? (low + high) / 2 : Double.NaN;
        return new DecisionPlot.Scale(name, low, high, contour, List.of());
    }
}
