package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.data.CsvOptions;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;

/** Runs side by side on one trainer. */
class DesksTest extends TrainerHarness {
    private static final Experiment SPIRAL = Experiment.spiral();
    private static final Experiment XOR = Settings.apply(SPIRAL, "data.source=xor");
    private static final Path HERE = Path.of("");

    DesksTest() {
        super(SPIRAL);
    }

    private static Command.Desk desk(String name) {
        return new Command.Desk(name, XOR, HERE);
    }

    @Test
    void aRunPutAsideComesBackWithItsPastItsBranchesAndItsUndo() {
        Experiment slower = Settings.apply(SPIRAL, "training.optimizer.learning-rate=0.001");
        Snapshot left =
                after(new Command.Step(400), new Command.Seek(200), new Command.Change(slower), new Command.Step(50));
        Snapshot other = after(desk("xor"), new Command.Step(10));
        assertThat(other.desk()).isEqualTo("xor");
        assertThat(other.setup().experiment()).isEqualTo(XOR);
        assertThat(other.state().step()).isEqualTo(10);
        assertThat(other.timeline().undo()).isEmpty();

        Snapshot back = after(desk(Command.Desk.FIRST));
        assertThat(back.desk()).isEqualTo(Command.Desk.FIRST);
        assertThat(back.state()).isEqualTo(left.state());
        assertThat(back.timeline()).isEqualTo(left.timeline());
        assertThat(back.history()).isSameAs(left.history());
        assertThat(after(new Command.Seek(100)).state().step()).isEqualTo(100);
        assertThat(after(new Command.Latest(), new Command.Undo()).setup().experiment())
                .isEqualTo(SPIRAL);

        assertThat(after(desk("xor")).state()).isEqualTo(other.state());
    }

    @Test
    void aRunThatPlaysIsPutAsidePaused() {
        send(new Command.Play());
        await(now -> now.state().step() > 0);
        assertThat(after(desk("xor")).state().step()).isZero();
        Snapshot back = after(desk(Command.Desk.FIRST));
        assertThat(back.state().step()).isPositive();
        assertThat(back.playing()).isFalse();
    }

    @Test
    void anExperimentThatCannotBeTrainedLeavesTheDeskAsItIs() {
        Experiment missing = Settings.apply(SPIRAL, "title=nothing");
        missing = missing.withData(missing.data()
                .withOrigin(new DataSpec.OwnFile("no-such-file.csv", CsvOptions.DEFAULT, Optional.empty())));
        // What comes before the steps are made cuts them short.
        after(new Command.Step(3));
        Snapshot refused = after(new Command.Desk("broken", missing, HERE));
        assertThat(refused.desk()).isEqualTo(Command.Desk.FIRST);
        assertThat(refused.state().step()).isEqualTo(3);
        assertThat(refused.notice().orElseThrow().text()).contains("no-such-file.csv");
    }

    @Test
    void onlyTheLastDesksAreKeptAndTheFirstAlways() {
        after(new Command.Step(5));
        after(desk("oldest"), new Command.Step(7));
        for (int i = 0; i < Desks.MOST_ASIDE; i++) {
            after(desk("desk " + i));
        }
        assertThat(after(desk(Command.Desk.FIRST)).state().step()).isEqualTo(5);
        assertThat(after(desk("oldest")).state().step()).isZero();
    }

    @Test
    void playingToAnEpochStopsExactlyThereAndMovesNothingThatIsAsFar() {
        after(desk("xor"));
        Snapshot there = after(new Command.PlayTo(25));
        assertThat(there.epoch()).isEqualTo(25);
        assertThat(after(new Command.PlayTo(20)).epoch()).isEqualTo(25);
        assertThat(after(new Command.PlayTo(26)).epoch()).isEqualTo(26);
    }
}
