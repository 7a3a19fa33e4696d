package weightroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.experiment.Experiment;
import weightroom.experiment.SavedRun;
import weightroom.experiment.Setup;
import weightroom.ui.files.Session;

class LastRunTest {
    private static final long PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void whatWasLeftIsReadElsewhereAndThereWhenItIsWaitedFor() {
        Setup setup = Setup.of(Experiment.spiral().withSeed(41), folder);
        try (Session before = Session.begin(folder).orElseThrow()) {
            before.keep(
                    SavedRun.of(setup, folder, setup.start(), 1, SavedRun.Watch.NOTHING, Optional.empty(), List.of()));
        }
        try (Session now = Session.begin(folder).orElseThrow();
                LastRun last = new LastRun(now)) {
            last.await(PATIENCE_MILLIS);
            assertThat(last.isRead()).isTrue();
            assertThat(last.now().orElseThrow().experiment().seed()).isEqualTo(41);
        }
    }

    @Test
    void whereNothingWasLeftThereIsNothing() {
        try (Session now = Session.begin(folder).orElseThrow();
                LastRun last = new LastRun(now)) {
            last.await(PATIENCE_MILLIS);
            assertThat(last.isRead()).isTrue();
            assertThat(last.now()).isEmpty();
        }
    }
}
