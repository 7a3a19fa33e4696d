package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.engine.Optimizer;
import weightroom.plot.LaneStyle;
import weightroom.plot.RacePlot;
import weightroom.surface.Surface;
import weightroom.surface.Verdict;
import weightroom.surface.Walk;
import weightroom.ui.kit.Messages;

/** How high each ball was after each step. */
final class HeightCurves extends VBox {
    private final SurfaceModel model;
    private final RacePlot plot = new RacePlot();

    HeightCurves(SurfaceModel model) {
        this.model = model;
        getStyleClass().add("surface-curves");
        plot.setId("surface-curves");
        plot.setMinSize(0, 0);
        plot.setEmptyText(Messages.text("surface.curves.empty"));
        plot.setAccessibleText(Messages.text("surface.curves") + ". " + Messages.text("surface.curves.help"));
        plot.setOnChosen(lane -> model.choose(SurfaceModel.OPTIMIZERS.get(lane)));
        setVgrow(plot, Priority.ALWAYS);
        getChildren().add(plot);
    }

    void show() {
        List<RacePlot.Line> lines = new ArrayList<>();
        double lowest = 0;
        for (Optimizer optimizer : model.shown()) {
            Walk walk = model.walk(optimizer);
            int count = Math.min(model.latest(), walk.known()) + 1;
            double[] xs = new double[count];
            double[] ys = new double[count];
            for (int i = 0; i < count; i++) {
                xs[i] = i;
                ys[i] = walk.at(i).value();
                lowest = Math.min(lowest, ys[i]);
            }
            Verdict verdict = model.verdict(optimizer);
            lines.add(new RacePlot.Line(
                    optimizer.label(),
                    LaneStyle.of(SurfaceModel.OPTIMIZERS.indexOf(optimizer)),
                    xs,
                    ys,
                    model.at(),
                    verdict.kind() == Verdict.Kind.REACHED ? verdict.step() : Double.NaN,
                    verdict.kind() == Verdict.Kind.DIVERGED));
        }
        plot.setNames(Messages.text("surface.curves.x"), model.surface().nameOfValue());
        plot.setLogarithmic(lowest >= 0 && positive(model.surface()));
        plot.setLines(model.latest() == 0 ? List.of() : lines);
        plot.setEmphasized(SurfaceModel.OPTIMIZERS.indexOf(model.chosen()));
        plot.setPlayhead(model.at() < model.latest() ? model.at() : Double.NaN);
    }

    /** Whether heights are above 0 everywhere but at minima. */
    private static boolean positive(Surface surface) {
        return surface != Surface.SADDLE
                && surface.minima().stream().allMatch(spot -> surface.value(spot.x(), spot.y()) >= -1e-6);
    }
}
