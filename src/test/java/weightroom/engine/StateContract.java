package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Loss.Targets;

/** The part of {@link ProgramContract} about state: the same bits again, saved and restored, and knobs turned live. */
abstract class StateContract extends AgreementContract {
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    /** Batch norm, dropout and a learned α, so that all kinds of state and randomness take part. */
    private Network everything(double dropout) {
        List<Layer> layers = List.of(
                firstLayer().withDropout(dropout),
                new Layer(5, Activation.TANH).withDropout(dropout),
                new Layer(1, Activation.SIGMOID));
        return new Network(2, layers, false);
    }

    private Layer firstLayer() {
        Layer plain = new Layer(7, Activation.PRELU);
        return trainsBatchNorm() ? plain.withBatchNorm() : plain;
    }

    private Plan plan(double dropout, Replica... replicas) {
        return new Plan(everything(dropout), Loss.BINARY_CROSS_ENTROPY, 6, true, 20, List.of(replicas));
    }

    private static Split rows() {
        return split(SampleRows.of(Targets.BITS, 20, 2, 1, 77));
    }

    private static Replica[] lanes() {
        return new Replica[] {
            replica(1, Optimizer.SGD),
            replica(2, Optimizer.ADAM),
            replica(3, Optimizer.ADADELTA),
            replica(4, Optimizer.MOMENTUM)
        };
    }

    @Test
    void theSameTwiceGivesTheSameBits() {
        try (Program first = program(plan(0.2, lanes()), rows());
                Program second = program(plan(0.2, lanes()), rows())) {
            first.train(60, 0);
            second.train(60, 0);
            sameBits(first, second);
        }
    }

    /** Cut anywhere, and measured or not: chunks are no part of the result. */
    @Test
    void chunksOfAnySizeGiveTheSameBits() {
        try (Program whole = program(plan(0.2, lanes()), rows());
                Program cut = program(plan(0.2, lanes()), rows())) {
            whole.train(60, 0);
            for (int steps : new int[] {1, 2, 30, 7, 20}) {
                assertEquals(steps, cut.train(steps, 1).steps());
            }
            assertEquals(60, cut.step());
            sameBits(whole, cut);
        }
    }

    @Test
    void aSavedRunGoesOnWithTheSameBits() {
        try (Program whole = program(plan(0.2, lanes()), rows());
                Program first = program(plan(0.2, lanes()), rows());
                Program second = program(plan(0.2, lanes()), rows())) {
            whole.train(60, 0);
            first.train(23, 0);
            for (int r = 0; r < lanes().length; r++) {
                State saved = first.save(r);
                assertEquals(23, saved.step());
                second.restore(r, saved);
                assertEquals(saved, second.save(r), "saving what was restored gives it back");
            }
            assertEquals(23, second.step());
            second.train(37, 0);
            sameBits(whole, second);
        }
    }

    @Test
    void aSavedStateIsACopy() {
        try (Program program = program(plan(0, lanes()), rows())) {
            State before = program.save(1);
            float[] parameters = before.parameters().clone();
            program.train(5, 0);
            assertArrayEquals(parameters, before.parameters());
            State after = program.save(1);
            assertNotEquals(before, after);
            after.parameters()[0] = 99;
            assertNotEquals(99, program.save(1).parameters()[0]);
        }
    }

    /** A lane of a race and the same lane alone are one and the same run. */
    @Test
    void aCopyAloneGivesTheSameBitsAsAmongOthers() {
        Replica[] lanes = lanes();
        try (Program race = program(plan(0.2, lanes), rows())) {
            race.train(60, 1);
            for (int r : new int[] {1, 2}) {
                try (Program alone = program(plan(0.2, lanes[r]), rows())) {
                    alone.train(60, 0);
                    assertEquals(
                            race.save(r), alone.save(0), lanes[r].optimizer().id());
                }
            }
        }
    }

    @Test
    void readingChangesNothing() {
        Split rows = rows();
        try (Program quiet = program(plan(0.2, lanes()), rows);
                Program asked = program(plan(0.2, lanes()), rows)) {
            quiet.train(20, 0);
            for (int i = 0; i < 20; i++) {
                asked.train(1, 0);
                asked.loss(i % 4, rows.train());
                outputs(asked, i % 4, rows.train());
                asked.probe(i % 4, new int[] {i, 3, 5});
            }
            sameBits(quiet, asked);
        }
    }

    @Test
    void lossesOfNoRowsAreNoNumber() {
        try (Program program = program(plan(0, lanes()), rows())) {
            assertTrue(Double.isNaN(program.loss(0, Rows.NONE)));
        }
    }

    /** From one row to more than any block: outputs do not depend on how many are asked for at once. */
    @Test
    void predictionsAgreeForAnyNumberOfRows() {
        Rows many = SampleRows.of(Targets.BITS, 1500, 2, 1, 78);
        Plan plan = plan(0.2, replica(1, Optimizer.SGD));
        try (Program mine = program(plan, rows());
                Program reference = reference(plan, rows())) {
            mine.train(3, 0);
            reference.train(3, 0);
            for (int n : new int[] {1, 2, 17, 1500}) {
                float[] wanted = new float[n];
                float[] found = new float[n];
                reference.predict(0, many.inputs(), n, wanted);
                mine.predict(0, many.inputs(), n, found);
                near("outputs of " + n, wanted, found, TWENTY_STEPS);
            }
            near("loss", reference.loss(0, many), mine.loss(0, many), TWENTY_STEPS);
        }
    }

    /** Rate, penalties, clipping, the rule's knobs and dropout rates, without a new program and without losing state. */
    @Test
    void knobsTurnedWhileTrainingAreHeardAtOnce() {
        Plan before = plan(0.2, turned(0.05, 0.9, 0, NO_CLIP), turned(0.02, 0.5, 0.01, NO_CLIP));
        Plan after = plan(0.5, turned(0.2, 0.6, 0.03, 0.5), turned(0.04, 0.7, 0, 0.2));
        try (Program mine = program(before, rows());
                Program reference = reference(before, rows())) {
            mine.train(4, 0);
            reference.train(4, 0);
            assertTrue(mine.adopt(after), "rates, penalties, clipping, knobs and dropout rates are taken over live");
            assertTrue(reference.adopt(after));
            assertEquals(after, mine.plan());
            assertEquals(4, mine.step());
            mine.train(8, 0);
            reference.train(8, 0);
            sameStates("after the change", reference, mine, TWENTY_STEPS);
        }
    }

    private static Replica turned(double rate, double momentum, double l2, double clipNorm) {
        return new Replica(
                4,
                0,
                Optimizer.MOMENTUM,
                List.of(momentum, 0.0),
                rate,
                1,
                Schedule.CONSTANT,
                List.of(),
                0,
                l2 / 2,
                l2,
                NO_CLIP,
                clipNorm);
    }

    /** Where a program cannot follow, a new one carries the state on; nobody sees the difference. */
    @Test
    void aChangedNetworkOrLossGoesOnFromTheSameState() {
        Plan before = plan(0, replica(4, Optimizer.MOMENTUM));
        List<Layer> layers = List.of(
                firstLayer().withDropout(0.3), new Layer(5, Activation.SOFTPLUS), new Layer(1, Activation.SIGMOID));
        Plan after = new Plan(new Network(2, layers, false), Loss.FOCAL, 6, true, 20, replica(4, Optimizer.MOMENTUM));
        try (Program reference = reference(before, rows());
                Program mine = program(before, rows())) {
            mine.train(4, 0);
            reference.train(4, 0);
            State state = mine.save(0);
            boolean follows = mine.adopt(after);
            assertEquals(follows ? after : before, mine.plan());
            assertEquals(state, mine.save(0), "a change of plan changes no number");
            try (Program next = follows ? program(before, rows()) : program(after, rows())) {
                Program going = follows ? mine : next;
                going.restore(0, state);
                assertTrue(reference.adopt(after));
                going.train(8, 0);
                reference.train(8, 0);
                sameStates("after the change", reference, going, TWENTY_STEPS);
            }
        }
    }

    @Test
    void aStateOfAnotherShapeIsRefused() {
        try (Program program = program(plan(0, lanes()), rows())) {
            State state = program.save(0);
            InvalidInput tooShort = assertThrows(
                    InvalidInput.class, () -> program.restore(0, new State(0, new float[3], state.slots())));
            assertTrue(tooShort.getMessage().contains("3 parameters"), tooShort.getMessage());
            assertThrows(InvalidInput.class, () -> program.restore(1, state), "Adam has two slots more than SGD");
        }
    }

    static void sameBits(Program expected, Program actual) {
        for (int r = 0; r < expected.plan().replicas().size(); r++) {
            State wanted = expected.save(r);
            assertTrue(GuardedProgram.finite(wanted.parameters()));
            assertEquals(wanted, actual.save(r), "replica " + r);
        }
    }
}
