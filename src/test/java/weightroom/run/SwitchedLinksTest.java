package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.engine.Optimizer;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.Link;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.SavedRunReader;
import weightroom.experiment.SavedRunWriter;
import weightroom.experiment.Setup;

/** Links locked, switched off and on again while a run goes on. Of 2-8-8-1, weight 3 is the link 0/1/1. */
class SwitchedLinksTest {
    private static final Link LINK = new Link(0, 1, 1);
    private static final int INDEX = 3;

    @TempDir
    Path folder;

    private final Devices devices = new Devices();

    @AfterEach
    void closeDevices() {
        devices.close();
    }

    private static Experiment spiral() {
        Experiment spiral = Experiment.spiral();
        return spiral.withTraining(
                spiral.training().withOptimizer(spiral.training().optimizer().withOptimizer(Optimizer.ADAM)));
    }

    private Run run(Experiment experiment) {
        return new Run(Setup.of(experiment, folder), devices, devices.java());
    }

    private void change(Run run, NetworkSpec network) {
        Setup next = run.setup().with(run.setup().experiment().withNetwork(network), folder);
        assertTrue(Run.keepsWeights(run.setup(), next));
        run.change(next);
    }

    private static float weight(Run run) {
        return run.state().parameters()[INDEX];
    }

    @Test
    void aLinkIsZeroWhileItIsOffAndThenComesBackAsItWas() {
        NetworkSpec on = spiral().network();
        try (Run run = run(spiral())) {
            run.advance(20, 0);
            State before = run.state();
            float kept = weight(run);
            change(run, on.withOff(Map.of(LINK, (double) kept)));
            assertEquals(0f, weight(run), "at once, not only after a step");
            assertEquals(20, run.step());
            run.advance(20, 0);
            assertEquals(0f, weight(run));
            State off = run.state();
            assertNotEquals(before.parameters()[0], off.parameters()[0], "the others go on");
            assertEquals(before.slots()[0][INDEX], off.slots()[0][INDEX]);
            change(run, on);
            assertEquals(kept, weight(run));
            run.advance(20, 0);
            assertNotEquals(kept, weight(run), "it is trained again");
            assertEquals(60, run.step());
        }
    }

    @Test
    void aLockedLinkStaysWhereItIsUntilItIsFree() {
        NetworkSpec on = spiral().network();
        try (Run run = run(spiral())) {
            run.advance(20, 0);
            float kept = weight(run);
            change(run, on.withLocked(List.of(LINK)));
            run.advance(20, 0);
            assertEquals(kept, weight(run));
            change(run, on);
            run.advance(20, 0);
            assertNotEquals(kept, weight(run));
        }
    }

    /** Another optimizer is a new program with new state; the switch is thrown all the same. */
    @Test
    void aLinkCanBeSwitchedTogetherWithTheOptimizer() {
        try (Run run = run(spiral())) {
            run.advance(5, 0);
            Experiment off = spiral().withNetwork(spiral().network().withOff(Map.of(LINK, 1.0)));
            Experiment other = off.withTraining(
                    off.training().withOptimizer(off.training().optimizer().withOptimizer(Optimizer.MOMENTUM)));
            run.change(run.setup().with(other, folder));
            assertEquals(0f, weight(run));
            run.advance(5, 0);
            assertEquals(0f, weight(run));
        }
    }

    @Test
    void aSavedRunKeepsWhatIsLockedAndOff() {
        NetworkSpec network =
                spiral().network().withLocked(List.of(Link.bias(1, 4))).withOff(Map.of(LINK, 0.53));
        Path file = folder.resolve("links.run");
        try (Run run = run(spiral().withNetwork(network))) {
            run.advance(20, 0);
            SavedRunWriter.write(run.saved(folder), file);
            run.advance(20, 0);
            SavedRun saved = SavedRunReader.read(file);
            assertEquals(network, saved.experiment().network());
            try (Run opened = new Run(saved.setup(), devices, devices.java(), saved)) {
                opened.advance(20, 0);
                assertEquals(run.state(), opened.state());
                assertEquals(0f, weight(opened));
            }
            Setup on = saved.setup().with(spiral(), folder);
            try (Run opened = new Run(on, devices, devices.java(), saved)) {
                assertEquals(0.53f, weight(opened), "opened with the link switched on again");
            }
        }
    }
}
