package weightroom.ui.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import weightroom.data.Dataset;
import weightroom.data.Plane;
import weightroom.engine.cpu.Batch;
import weightroom.engine.cpu.ReferencePass;
import weightroom.explain.Subject;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.plot.Touch;
import weightroom.run.Slice;
import weightroom.ui.charts.Points;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Switch;

/** The answer over the plane of two inputs, where a click takes the nearest row of the data or the place itself. */
final class PointPicker extends VBox {
    /** Cells of the field per side: computed once, in the reference. */
    private static final int CELLS = 48;

    private static final double SIDE = 380;

    private final ExplainModel model;
    private final Subject subject;
    private final Runnable done;
    private final Switch free = new Switch(Messages.text("explain.plot.free"));

    /** @param done is run when a point was taken */
    PointPicker(ExplainModel model, Subject subject, Runnable done) {
        this.model = model;
        this.subject = subject;
        this.done = done;
        getStyleClass().add("point-picker");
        DecisionPlot plot = new DecisionPlot();
        plot.setId("sample-plot");
        plot.setAccessibleText(Messages.text("explain.plot.accessible"));
        plot.setWords(Messages.text("part.train"), Messages.text("part.test"), Messages.text("contour"));
        plot.setPrefSize(SIDE, SIDE);
        List<String> names = subject.setup().rows().dataset().inputNames();
        plot.setNames(FeatureLabel.of(names.get(0)), FeatureLabel.of(names.get(1)));
        plot.setScale(Points.scale(subject.setup()));
        plot.setField(field(subject));
        plot.setPoints(Points.of(subject.setup(), Optional.empty(), Slice.FIRST_TWO, true));
        plot.setOnTouch(this::touch);
        free.setId("sample-free");
        free.setMaxWidth(USE_PREF_SIZE);
        Controls.explain(free, Messages.text("explain.plot.free.help"));
        Label about = Controls.label(Messages.text("explain.plot.about"), "hint");
        about.setWrapText(true);
        about.setMaxWidth(SIDE);
        getChildren().addAll(about, plot, free);
    }

    /** Whether the data lie in a plane. */
    static boolean fits(Subject subject) {
        return subject.setup().rows().dataset().plane().isPresent();
    }

    /** What the network answers over the plane. */
    static Field field(Subject subject) {
        Plane plane = subject.setup().rows().dataset().plane().orElseThrow();
        double[][] raw = new double[CELLS * CELLS][];
        for (int r = 0; r < CELLS; r++) {
            for (int c = 0; c < CELLS; c++) {
                raw[r * CELLS + c] = new double[] {
                    plane.low1() + (c + 0.5) * (plane.high1() - plane.low1()) / CELLS,
                    plane.low2() + (r + 0.5) * (plane.high2() - plane.low2()) / CELLS
                };
            }
        }
        float[] inputs = subject.setup().rows().map().apply(raw);
        double[] x = new double[inputs.length];
        Arrays.setAll(x, i -> inputs[i]);
        ReferencePass pass = ReferencePass.evaluation(
                subject.network(), subject.parameters(), new Batch(raw.length, x, new double[0]));
        double[] outputs = pass.output().activations();
        float[] values = new float[outputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) outputs[i];
        }
        return new Field(CELLS, CELLS, plane.low1(), plane.high1(), plane.low2(), plane.high2(), values);
    }

    private boolean touch(Touch touch) {
        if (touch.phase() == Touch.Phase.PRESS) {
            take(touch.x(), touch.y(), free.isSelected() != touch.shift());
        }
        return true;
    }

    /** Takes the row nearest to a place, or the place itself with that row's target. */
    void take(double x1, double x2, boolean place) {
        int row = nearest(x1, x2);
        if (place) {
            double[] raw = {x1, x2};
            model.choice().set(new Choice.Typed(raw, Targets.ofRow(subject, row)));
        } else {
            model.choice().set(new Choice.Row(row));
        }
        done.run();
    }

    private int nearest(double x1, double x2) {
        Dataset data = subject.setup().rows().dataset();
        Plane plane = data.plane().orElseThrow();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < data.count(); row++) {
            double[] at = data.inputs()[row];
            double distance = Math.hypot(
                    (at[0] - x1) / (plane.high1() - plane.low1()), (at[1] - x2) / (plane.high2() - plane.low2()));
            if (distance < least) {
                least = distance;
                best = row;
            }
        }
        return best;
    }
}
