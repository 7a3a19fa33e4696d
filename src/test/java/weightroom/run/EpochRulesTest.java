package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Optimizer;
import weightroom.engine.Replica;
import weightroom.engine.Schedule;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.StopSpec;

/** What the losses of one epoch after another decide. */
class EpochRulesTest {
    private static final Replica CONSTANT = new Replica(1, Optimizer.SGD, 0.1);
    private static final Replica PLATEAU = new Replica(
            1, 0, Optimizer.SGD, List.of(), 0.1, 1, Schedule.PLATEAU, List.of(0.5, 3.0), 0, 0, 0, 1e30, 1e30);

    private static Measurement losses(long epoch, double train, double validation) {
        return new Measurement(0, epoch, epoch, train, validation, Double.NaN);
    }

    private static EpochRules rules(StopSpec stop) {
        return new EpochRules(stop, Watch.NOTHING);
    }

    /** The epochs, from 1, after which the rate is cut. */
    private static List<Integer> cuts(EpochRules rules, int first, double... trainLosses) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < trainLosses.length; i++) {
            if (rules.look(losses(first + i, trainLosses[i], Double.NaN), PLATEAU)
                    .cutRate()) {
                cuts.add(first + i);
            }
        }
        return cuts;
    }

    @Test
    void onlyRulesThatLookAtEveryEpochAskForIt() {
        assertFalse(rules(StopSpec.NEVER).watching(CONSTANT));
        assertTrue(rules(StopSpec.NEVER).watching(PLATEAU));
        assertTrue(rules(StopSpec.NEVER.withPatience(1)).watching(CONSTANT));
    }

    @Test
    void eitherLossThatIsReachedEndsIt() {
        EpochRules rules = rules(StopSpec.NEVER.withTrainLoss(0.1).withValidationLoss(0.2));
        assertEquals(
                Optional.empty(), rules.look(losses(1, 0.11, 0.21), CONSTANT).end());
        assertEquals(
                Optional.of(Run.End.LOSS_REACHED),
                rules.look(losses(2, 0.11, 0.2), CONSTANT).end());
        assertEquals(
                Optional.of(Run.End.LOSS_REACHED),
                rules.look(losses(3, 0.1, 9), CONSTANT).end());
    }

    @Test
    void patienceCountsEpochsSinceTheBestValidationLoss() {
        EpochRules rules = rules(StopSpec.NEVER.withPatience(2));
        assertTrue(rules.look(losses(1, 9, 0.5), CONSTANT).better());
        assertTrue(rules.look(losses(2, 9, 0.4), CONSTANT).better());
        assertEquals(Optional.empty(), rules.look(losses(3, 1, 0.4), CONSTANT).end(), "as good is not better");
        assertEquals(
                Optional.of(Run.End.NO_BETTER),
                rules.look(losses(4, 0, 0.41), CONSTANT).end());
    }

    @Test
    void withoutValidationRowsTheTrainingLossCounts() {
        EpochRules rules = rules(StopSpec.NEVER.withPatience(1));
        assertTrue(rules.look(losses(1, 2, Double.NaN), CONSTANT).better());
        assertEquals(
                Optional.of(Run.End.NO_BETTER),
                rules.look(losses(2, 3, Double.NaN), CONSTANT).end());
    }

    @Test
    void aPlateauCutsTheRateAndThenWaitsAnew() {
        assertEquals(List.of(5, 8), cuts(rules(StopSpec.NEVER), 1, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3));
    }

    @Test
    void whatWasSeenGoesOnInAnotherRun() {
        double[] all = {5, 4, 6, 6, 6, 6, 3, 6, 6, 6, 6, 6, 6};
        List<Integer> expected = cuts(rules(StopSpec.NEVER), 1, all);
        assertEquals(List.of(5, 10, 13), expected);
        for (int pause = 0; pause <= all.length; pause++) {
            EpochRules before = rules(StopSpec.NEVER);
            double[] first = Arrays.copyOf(all, pause);
            double[] rest = Arrays.copyOfRange(all, pause, all.length);
            List<Integer> cuts = cuts(before, 1, first);
            cuts.addAll(cuts(new EpochRules(StopSpec.NEVER, before.seen()), 1 + pause, rest));
            assertEquals(expected, cuts, "paused after " + pause);
        }
    }
}
