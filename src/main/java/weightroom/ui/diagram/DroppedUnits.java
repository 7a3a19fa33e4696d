package weightroom.ui.diagram;

import java.util.List;
import weightroom.engine.DropoutMask;
import weightroom.engine.Layer;
import weightroom.engine.Plan;
import weightroom.run.Snapshot;

/**
 * Which units dropout silences in the next update. The mask differs from row to row of the batch, so it is shown for one of
 * them: the row at the cursor, or the first one.
 *
 * @param rates dropout of each layer, in [0, 1)
 * @param key of the step that comes next
 * @param row looked at, from 0
 * @param rows of the batch; 0 where it is not known
 */
record DroppedUnits(List<Double> rates, int key, int row, int rows) {
    /** Where nothing is dropped. */
    static final DroppedUnits NONE = new DroppedUnits(List.of(), 0, 0, 0);

    DroppedUnits {
        rates = List.copyOf(rates);
    }

    static DroppedUnits of(Snapshot now) {
        Plan plan = now.setup().plan();
        if (!plan.network().hasDropout()) {
            return NONE;
        }
        return new DroppedUnits(
                plan.network().layers().stream().map(Layer::dropout).toList(),
                DropoutMask.key(plan.replicas().get(0).seed(), now.state().step()),
                Math.max(0, now.cursor()),
                now.batchRows().length);
    }

    /** Whether there is a batch of which units may be silent. */
    boolean any() {
        return rows > 0;
    }

    /** Whether a unit is silent for the row looked at. */
    boolean contains(int layer, int unit) {
        return row < rows && dropped(layer, unit, row);
    }

    /** For how many rows of the batch a unit is silent. */
    int times(int layer, int unit) {
        int times = 0;
        for (int r = 0; r < rows; r++) {
            times += dropped(layer, unit, r) ? 1 : 0;
        }
        return times;
    }

    private boolean dropped(int layer, int unit, int sample) {
        return layer >= 0
                && layer < rates.size()
                && DropoutMask.draw(key, layer, unit, sample) < rates.get(layer).floatValue();
    }
}
