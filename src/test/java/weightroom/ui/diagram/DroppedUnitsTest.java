package weightroom.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weightroom.engine.Probe;
import weightroom.engine.Program;
import weightroom.engine.State;
import weightroom.engine.Workers;
import weightroom.engine.cpu.JavaDevice;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Command;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Timeline;
import weightroom.ui.model.Changes;
import weightroom.ui.model.RunModel;

/** Which units are drawn as dropped out, without a toolkit. */
class DroppedUnitsTest {
    private static final int STEP = 17;
    private static final int[] BATCH = IntStream.range(20, 30).toArray();

    @Test
    void theUnitsThatTheNextUpdateSilencesForTheRowAtTheCursorAreDropped() {
        Setup setup = Setup.of(Changes.withDropout(Experiment.spiral(), 0.4), Path.of(""));
        Probe probe = probe(setup);
        for (int cursor : new int[] {-1, 0, 7}) {
            DroppedUnits dropped = dropped(setup, BATCH, cursor);
            int silent = 0;
            for (int layer = 0; layer < 2; layer++) {
                for (int unit = 0; unit < 8; unit++) {
                    boolean isSilent = activation(probe, layer, unit, Math.max(0, cursor)) == 0;
                    assertThat(dropped.contains(layer, unit)).isEqualTo(isSilent);
                    silent += isSilent ? 1 : 0;
                }
            }
            assertThat(silent).isBetween(1, 15);
            assertThat(dropped.contains(2, 0)).isFalse();
            assertThat(dropped.contains(-1, 0)).isFalse();
        }
    }

    @Test
    void theRowsAUnitIsSilentForAreCounted() {
        Setup setup = Setup.of(Changes.withDropout(Experiment.spiral(), 0.4), Path.of(""));
        Probe probe = probe(setup);
        long silent = IntStream.range(0, BATCH.length)
                .filter(row -> activation(probe, 0, 3, row) == 0)
                .count();
        assertThat(dropped(setup, BATCH, -1).times(0, 3))
                .isEqualTo((int) silent)
                .isPositive();
    }

    @Test
    void nothingIsDroppedWithoutDropoutOrWithoutABatch() {
        Setup without = Setup.of(Experiment.spiral(), Path.of(""));
        assertThat(dropped(without, BATCH, 0)).isEqualTo(DroppedUnits.NONE);
        Setup with = Setup.of(Changes.withDropout(Experiment.spiral(), 0.9), Path.of(""));
        DroppedUnits unknown = dropped(with, new int[0], -1);
        assertThat(IntStream.range(0, 8)).noneMatch(unit -> unknown.contains(0, unit));
    }

    /** What the diagram of a paused run shows. */
    private static DroppedUnits dropped(Setup setup, int[] batch, int cursor) {
        State start = setup.start();
        Snapshot now = new Snapshot(
                setup,
                new State(STEP, start.parameters(), start.slots()),
                new Snapshot.Progress(0, 0, false, 0, batch, cursor, 0),
                new Snapshot.Used("java", "Java"),
                new History(),
                Timeline.View.START,
                Snapshot.Watched.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Command.Desk.FIRST,
                1);
        return new DiagramModel(new RunModel(command -> {}, now), false).marks().dropped();
    }

    /** The batch goes through the network itself, with the mask of that step. */
    private static Probe probe(Setup setup) {
        Program program = new JavaDevice(Workers.NONE).compile(setup.plan(), setup.data());
        try {
            State start = setup.start();
            program.restore(0, new State(STEP, start.parameters(), start.slots()));
            return program.probe(0, BATCH);
        } finally {
            program.close();
        }
    }

    private static float activation(Probe probe, int layer, int unit, int row) {
        return probe.layers().get(layer).activations()[row * 8 + unit];
    }
}
