package weightroom.ui.charts;

import java.util.function.Function;
import weightroom.engine.Task;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Messages;

/** The views that there are of a run. */
public enum ChartKind {
    BOUNDARY("boundary", BoundaryChart::new),
    LOSS("loss", LossChart::new),
    GRADIENTS("gradients", GradientsChart::new),
    ACTIVATIONS("activations", ActivationsChart::new),
    WEIGHTS("weights", WeightsChart::new),
    ANSWERS("answers", AnswersChart::new);

    private final String id;
    private final Function<ChartSources, Chart> maker;

    ChartKind(String id, Function<ChartSources, Chart> maker) {
        this.id = id;
        this.maker = maker;
    }

    /** Its name in style sheets, files and tests. */
    String id() {
        return id;
    }

    Chart make(ChartSources sources) {
        Chart chart = maker.apply(sources);
        chart.setBackground(sources.background());
        return chart;
    }

    /** What its tab and its window are called, for a run. */
    String title(Snapshot now) {
        if (this == ANSWERS) {
            return Messages.text(now.setup().task() instanceof Task.Regression ? "residuals" : "confusion");
        }
        return Messages.text(id);
    }

    /** What it shows, in a sentence. */
    String help() {
        return Messages.text(id + ".help");
    }
}
