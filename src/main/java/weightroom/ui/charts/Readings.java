package weightroom.ui.charts;

import weightroom.engine.Layout;
import weightroom.engine.Replica;
import weightroom.run.Snapshot;

/** Numbers that follow from a snapshot. */
final class Readings {
    private Readings() {}

    /** Passes over the training rows, with the part of the current one. */
    static double epoch(Snapshot now) {
        int rows = Math.max(1, now.setup().rows().split().train().count());
        return (double) now.samples() / rows;
    }

    /** The penalty as it is. */
    static double penalty(Snapshot now) {
        Replica knobs = now.setup().plan().replicas().get(0);
        return Layout.of(now.setup().plan().network()).penalty(now.state().parameters(), knobs.l1(), knobs.l2());
    }
}
