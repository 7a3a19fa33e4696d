package weightroom.ui.learn;

import weightroom.engine.InvalidInput;
import weightroom.engine.cpu.ReferenceDevice;
import weightroom.lesson.Measure;
import weightroom.lesson.Metric;
import weightroom.lesson.Moment;
import weightroom.run.Snapshot;

/** Reads numbers off a run as it stands. */
final class Readings implements Goal.Reader {
    private final Measure measure = new Measure(new ReferenceDevice());

    @Override
    public double now(Metric metric, Snapshot snapshot) {
        try {
            return measure.of(metric, Moment.of(snapshot));
        } catch (InvalidInput missing) {
            // A layer that the present network does not have has no number; the goal waits for a network that has it.
            return Double.NaN;
        }
    }
}
