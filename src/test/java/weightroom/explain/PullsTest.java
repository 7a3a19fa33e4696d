package weightroom.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;
import weightroom.engine.Plan;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.explain.Pulls.Pull;

class PullsTest {
    private static final Setup SPIRAL = Setup.of(
            Experiment.spiral().withTraining(Experiment.spiral().training().withBatch(Plan.FULL)), Path.of(""));

    private static Pulls of(Setup setup) {
        Pulls pulls = new Pulls(Subject.fresh(setup));
        while (!pulls.goOn(100_000)) {
            assertThat(pulls.share()).isBetween(0.0, 1.0);
        }
        return pulls;
    }

    @Test
    void pullsOfAllRowsAddUpToTheGradientOfTheBatchOfAllAndTheirSharesToOne() {
        Pulls pulls = of(SPIRAL);
        Pass batch = Pass.of(pulls.subject(), Sample.batch(pulls.subject()), true);
        int[] learned = SPIRAL.rows().parts().train();
        double[] sum = new double[batch.gradient().length];
        double shares = 0;
        for (int row : learned) {
            Pull pull = pulls.of(row);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += pull.part(i);
            }
            shares += pull.share();
        }
        assertThat(sum).containsExactly(batch.gradient(), within(1e-12));
        assertThat(pulls.of(learned[0]).all()).containsExactly(batch.gradient(), within(1e-12));
        assertThat(shares).isCloseTo(1, within(1e-9));
    }

    @Test
    void thePullOfARowIsTheGradientOfItsOwnLoss() {
        Pulls pulls = of(SPIRAL);
        int row = SPIRAL.rows().parts().train()[11];
        Pass alone = Pass.of(pulls.subject(), Sample.row(pulls.subject(), row), false);
        Pull pull = pulls.of(row);
        for (int i = 0; i < pull.own().length; i += 7) {
            assertThat(pull.own()[i]).isCloseTo(alone.finiteDifference(i), within(1e-6));
        }
        assertThat(pull.learned()).isTrue();
        assertThat(pull.cosine()).isBetween(-1.0, 1.0);
        assertThat(Math.signum(pull.share())).isEqualTo(Math.signum(pull.cosine()));
    }

    @Test
    void theLongestPullHasRankOneAndARowThatIsNotLearnedFromIsRankedAmongThoseThatAre() {
        Pulls pulls = of(SPIRAL);
        int[] learned = SPIRAL.rows().parts().train();
        double[] lengths = pulls.lengths();
        int longest = 0;
        for (int i = 1; i < lengths.length; i++) {
            longest = lengths[i] > lengths[longest] ? i : longest;
        }
        assertThat(pulls.of(learned[longest]).rank()).isEqualTo(1);
        Pull kept = pulls.of(SPIRAL.rows().parts().test()[0]);
        assertThat(kept.learned()).isFalse();
        assertThat(kept.rank()).isBetween(1, learned.length + 1);
    }

    @Test
    void nothingIsToldBeforeAllRowsWereLookedAtAndNothingOfRowsThereAreNot() {
        Pulls begun = new Pulls(Subject.fresh(SPIRAL));
        assertThatThrownBy(() -> begun.of(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> of(SPIRAL).of(-1)).isInstanceOf(InvalidInput.class);
    }
}
