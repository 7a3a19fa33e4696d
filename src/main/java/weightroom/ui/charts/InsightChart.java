package weightroom.ui.charts;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import weightroom.run.Insight;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Cadence;
import weightroom.ui.model.RunModel;

/** A chart of what the layers are like: over epochs, and now. */
abstract class InsightChart extends ViewChart {
    private static final int CURVES_PER_SECOND = 15;

    private final Cadence cadence = Cadence.inTurn(CURVES_PER_SECOND);
    private Optional<Insight> shown = Optional.empty();
    private boolean outdated = true;

    @Override
    final Set<RunModel.Part> parts() {
        return EnumSet.of(RunModel.Part.INSIGHT);
    }

    @Override
    final void viewChanged() {
        outdated = true;
    }

    @Override
    final void show(Snapshot now, long nanos) {
        if (!cadence.due(nanos, outdated || !now.playing())) {
            return;
        }
        showCourse(now);
        boolean same = now.insight().equals(shown);
        if (now.insight().isPresent() && (outdated || !same)) {
            shown = now.insight();
            showInsight(now, now.insight().get());
        }
        outdated = false;
    }

    /** Shows in the view that is seen what has become of the layers. */
    abstract void showCourse(Snapshot now);

    /** Shows in the view that is seen what the layers are like now. */
    abstract void showInsight(Snapshot now, Insight insight);
}
