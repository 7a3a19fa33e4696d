package weightroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.run.Background;
import weightroom.run.Devices;
import weightroom.run.Snapshot;
import weightroom.run.Trainer;

class TablesTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Background background = new Background(screen::add);
    private RunModel model;
    private Tables tables;

    @BeforeEach
    void open() {
        try (Devices devices = new Devices();
                Trainer trainer = new Trainer(devices, Experiment.spiral(), Path.of(""))) {
            model = new RunModel(command -> {}, trainer.latest());
        }
        tables = new Tables(model, background);
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void aFileIsReadAsideAndBecomesTheDataOnTheScreensTurn() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("table.csv"), "a,b,label\n1,2,0\n2,1,1\n3,3,1\n");
        tables.open(file);
        Runnable answer = answer();
        assertThat(model.experiment().get()).isEqualTo(Experiment.spiral());
        answer.run();
        assertThat(model.experiment().get().data().origin())
                .isInstanceOfSatisfying(
                        DataSpec.OwnFile.class, own -> assertThat(own.path()).isEqualTo(file.toString()));
    }

    @Test
    void aBadRowIsToldByFileLineAndColumnAndNothingIsTaken() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("table.csv"), "a,b,label\n1,2,0\n2,oops,1\n");
        tables.open(file);
        answer().run();
        assertThat(model.notice().get()).hasValueSatisfying(notice -> {
            assertThat(notice.kind()).isEqualTo(Snapshot.Notice.Kind.ERROR);
            assertThat(notice.text()).contains("table.csv", "line 3", "column 2", "oops");
        });
        assertThat(model.experiment().get()).isEqualTo(Experiment.spiral());
    }

    @Test
    void whatChangedWhileATableWasReadStaysChanged() throws InterruptedException {
        tables.paste("1,2,0\n2,1,1\n3,3,1\n");
        Runnable answer = answer();
        model.set("training.l2", 0.5);
        answer.run();
        assertThat(model.experiment().get().data().origin()).isInstanceOf(DataSpec.OwnRows.class);
        assertThat(model.get("training.l2")).isEqualTo(0.5);
    }

    private Runnable answer() throws InterruptedException {
        Runnable answer = screen.poll(30, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer;
    }
}
