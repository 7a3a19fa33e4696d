package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weightroom.engine.Loss.Targets;

/** The part of {@link ProgramContract} about numbers that stop being finite: found, named, undone, and nobody else hurt. */
abstract class DivergenceContract extends FrozenContract {
    private static final Network SMALL = network(2, Activation.RELU, Activation.LINEAR, 6, 1);

    /** Single precision overflows a step or two before or after the double precision that the reference computes in. */
    private static final long STEPS_APART = 2;

    private static Plan plan(Network network, Replica... replicas) {
        return new Plan(network, Loss.MSE, 4, true, 20, List.of(replicas));
    }

    private static Split rows() {
        return split(SampleRows.of(Targets.REAL, 12, 2, 1, 55));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one layer", "two layers"})
    void aRateThatIsTooHighIsFoundAtItsStepAndLayer(String depth) {
        Network network = "one layer".equals(depth) ? network(2, Activation.LINEAR, Activation.LINEAR, 1) : SMALL;
        Plan plan = plan(network, new Replica(1, Optimizer.SGD, 40));
        try (Program mine = program(plan, rows());
                Program reference = reference(plan, rows())) {
            Chunk chunk = mine.train(500, 0);
            Divergence wanted = reference.train(500, 0).divergences().get(0);
            Divergence found = chunk.divergences().get(0);
            assertEquals(Optional.of(found), mine.divergence(0));
            assertEquals(0, found.replica());
            assertTrue(Math.abs(wanted.step() - found.step()) <= STEPS_APART, wanted + " but was " + found);
            assertTrue(found.layer() >= 0 && found.layer() < network.layers().size(), found.message());
            assertTrue(found.message().contains("step " + found.step()), found.message());
            standsAtTheLastGoodStep(mine, 0, found);
        }
    }

    /** A squared error overflows single precision when the weights are only half the way there. */
    @Test
    void noLossIsReportedFromTheBadStepOn() {
        Plan plan = plan(SMALL, new Replica(1, Optimizer.SGD, 40));
        try (Program program = program(plan, rows())) {
            Chunk chunk = program.train(500, 1);
            Divergence found = chunk.divergences().get(0);
            standsAtTheLastGoodStep(program, 0, found);
            assertTrue(
                    chunk.measurements().stream().allMatch(m -> m.step() < found.step() && Double.isFinite(m.train())));
        }
    }

    /** Absolute error has a slope of one size, so weights grow to where the answers overflow and they themselves do not. */
    @Test
    void answersThatOverflowAreFoundThoughTheWeightsAreFinite() {
        Rows far = new Rows(2, new float[] {1e6f, -1e6f}, new float[] {1, 2});
        Plan plan = new Plan(
                network(1, Activation.LINEAR, Activation.LINEAR, 1),
                Loss.MAE,
                Plan.FULL,
                false,
                20,
                List.of(new Replica(1, Optimizer.SGD, 1e27)));
        try (Program program = program(plan, new Split(far))) {
            Chunk chunk = program.train(20, 1);
            assertTrue(
                    chunk.measurements().stream().allMatch(m -> Double.isFinite(m.train())),
                    "no loss that is not finite is reported");
            for (Divergence found : chunk.divergences()) {
                standsAtTheLastGoodStep(program, 0, found);
            }
        }
    }

    private static void standsAtTheLastGoodStep(Program program, int replica, Divergence found) {
        State state = program.save(replica);
        assertEquals(found.step() - 1, state.step());
        assertTrue(GuardedProgram.finite(state.parameters()), "the last good parameters are kept");
        for (float[] slot : state.slots()) {
            assertTrue(GuardedProgram.finite(slot), "the last good state is kept");
        }
    }

    /** The kept numbers are those of a run that was stopped just before. */
    @Test
    void theKeptNumbersAreThoseBeforeTheBadStep() {
        Plan plan = plan(SMALL, new Replica(1, Optimizer.MOMENTUM, 40));
        try (Program diverging = program(plan, rows());
                Program stopped = program(plan, rows())) {
            Divergence found = diverging.train(500, 0).divergences().get(0);
            stopped.train(found.step() - 1, 0);
            assertEquals(stopped.save(0), diverging.save(0));
            assertEquals(1, stopped.train(1, 0).divergences().size(), "and the next step is the bad one");
        }
    }

    @Test
    void theOtherCopiesDoNotNotice() {
        Replica good = replica(1, Optimizer.SGD);
        Replica better = replica(2, Optimizer.ADAM);
        Replica wild = new Replica(3, Optimizer.SGD, 40);
        try (Program among = program(plan(SMALL, good, wild, better), rows());
                Program without = program(plan(SMALL, good, better), rows())) {
            assertEquals(200, among.train(200, 0).steps());
            without.train(200, 0);
            assertTrue(among.divergence(1).isPresent());
            assertTrue(among.divergence(0).isEmpty() && among.divergence(2).isEmpty());
            long at = among.save(1).step();
            among.train(50, 1);
            without.train(50, 0);
            assertEquals(without.save(0), among.save(0));
            assertEquals(without.save(1), among.save(2));
            assertEquals(at, among.save(1).step(), "it stays where it is");
            assertEquals(250, among.step());
        }
    }

    @Test
    void aCopyThatIsHeldStandsUntilItIsRestoredAndTheOthersDoNotNotice() {
        Replica one = replica(1, Optimizer.SGD);
        Replica two = replica(2, Optimizer.ADAM);
        try (Program program = program(plan(SMALL, one, two), rows());
                Program free = program(plan(SMALL, one, two), rows())) {
            program.train(7, 0);
            free.train(7, 0);
            program.hold(1);
            assertTrue(program.stands(1) && !program.stands(0));
            Chunk chunk = program.train(20, 1);
            assertTrue(chunk.measurements().stream().allMatch(measured -> measured.replica() == 0));
            assertEquals(free.save(1), program.save(1));
            assertEquals(7, program.measure(1).step());
            free.train(20, 1);
            assertEquals(free.save(0), program.save(0));
            program.restore(1, free.save(1));
            assertEquals(3, program.train(3, 0).steps());
            free.train(3, 0);
            assertEquals(free.save(1), program.save(1));
            program.hold(0);
            program.hold(1);
            assertEquals(0, program.train(1, 0).steps());
        }
    }

    /** Where numbers stop being finite does not depend on how training is cut into chunks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 50})
    void theBadStepIsTheSameHoweverTrainingIsCut(int steps) {
        Plan plan = plan(SMALL, new Replica(1, Optimizer.SGD, 40));
        try (Program whole = program(plan, rows());
                Program cut = program(plan, rows())) {
            Divergence found = whole.train(500, 1).divergences().get(0);
            while (cut.divergence(0).isEmpty()) {
                cut.train(steps, 1);
            }
            assertEquals(found.step(), cut.divergence(0).get().step());
            assertEquals(whole.save(0), cut.save(0));
        }
    }

    /** Whoever trains beside others is measured as one alone. */
    @Test
    void copiesThatAreMeasuredTogetherGiveTheirNumbersInOrderAndAsAlone() {
        List<Replica> all =
                List.of(replica(1, Optimizer.SGD), new Replica(3, Optimizer.SGD, 40), replica(2, Optimizer.ADAM));
        try (Program together = program(plan(SMALL, all.toArray(Replica[]::new)), rows())) {
            List<Chunk.Measurement> found = together.train(90, 2).measurements();
            for (int r = 0; r < 3; r++) {
                int replica = r;
                try (Program alone = program(plan(SMALL, all.get(r)), rows())) {
                    assertEquals(
                            alone.train(90, 2).measurements().stream()
                                    .map(DivergenceContract::text)
                                    .toList(),
                            found.stream()
                                    .filter(one -> one.replica() == replica)
                                    .map(DivergenceContract::text)
                                    .toList());
                }
            }
            for (int i = 1; i < found.size(); i++) {
                long before = 3 * found.get(i - 1).epoch() + found.get(i - 1).replica();
                assertTrue(before < 3 * found.get(i).epoch() + found.get(i).replica());
            }
        }
    }

    private static String text(Chunk.Measurement measured) {
        return measured.epoch() + " " + measured.step() + " " + measured.train() + " " + measured.accuracy();
    }

    @Test
    void aProgramWhoseCopiesAllDivergedStops() {
        try (Program program = program(plan(SMALL, new Replica(3, Optimizer.SGD, 40)), rows())) {
            program.train(500, 0);
            assertEquals(0, program.train(10, 1).steps());
        }
    }

    @Test
    void restoringEndsADivergence() {
        Plan wild = plan(SMALL, new Replica(3, Optimizer.SGD, 40));
        try (Program program = program(wild, rows())) {
            State start = program.save(0);
            program.train(500, 0);
            assertTrue(program.divergence(0).isPresent());
            assertTrue(program.adopt(plan(SMALL, new Replica(3, Optimizer.SGD, 0.01))));
            program.restore(0, start);
            assertTrue(program.divergence(0).isEmpty());
            assertEquals(30, program.train(30, 0).steps());
            assertEquals(30, program.save(0).step());
        }
    }

    /** Row 9 is in the third batch of four, of an epoch that is not shuffled. */
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aBadNumberInTheDataIsFoundWithTheBatchThatHoldsIt(float bad) {
        Rows good = rows().train();
        float[] inputs = good.inputs().clone();
        inputs[9 * 2 + 1] = bad;
        Split spoilt = split(new Rows(12, inputs, good.targets()));
        List<Replica> replicas = List.of(replica(1, Optimizer.SGD), replica(2, Optimizer.ADAM));
        Plan plan = new Plan(SMALL, Loss.MSE, 4, false, 20, replicas);
        try (Program mine = program(plan, spoilt)) {
            List<Divergence> found = new ArrayList<>(mine.train(100, 0).divergences());
            assertEquals(2, found.size());
            for (int r = 0; r < 2; r++) {
                assertEquals(r, found.get(r).replica());
                assertEquals(3, found.get(r).step());
                assertEquals(0, found.get(r).layer());
                assertEquals("activations", found.get(r).what());
                standsAtTheLastGoodStep(mine, r, found.get(r));
            }
        }
    }
}
