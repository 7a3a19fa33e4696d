package weightroom.ui.charts;

import java.util.List;
import java.util.Optional;
import weightroom.plot.LinePlot;

/**
 * What a plot of the loss shows besides the run.
 *
 * @param goal the values that are wanted
 * @param marks moments worth seeing
 * @param lines curves to compare with
 */
public record LossOverlay(Optional<LinePlot.Band> goal, List<LinePlot.Mark> marks, List<LinePlot.Line> lines) {
    public static final LossOverlay NONE = new LossOverlay(Optional.empty(), List.of(), List.of());

    public LossOverlay {
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
    }
}
