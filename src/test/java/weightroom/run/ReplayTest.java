package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.Setup;
import weightroom.run.Replay.Origin;
import weightroom.run.Replay.Reading;

class ReplayTest {
    private static final Path HERE = Path.of("");
    private static final Experiment SPIRAL =
            Experiment.spiral().withTraining(Experiment.spiral().training().withEpochs(1_000_000));

    private final Devices devices = new Devices();
    private Session session = open(SPIRAL);

    @AfterEach
    void close() {
        session.close();
        devices.close();
    }

    private Session open(Experiment experiment) {
        return new Session(devices, experiment, HERE, Course.BUDGET, (kind, text) -> {});
    }

    private void train(long steps) {
        long goal = session.run().step() + steps;
        while (session.run().step() < goal && session.run().end().isEmpty()) {
            session.course().advance(goal - session.run().step(), 1);
        }
    }

    private void seek(long step) {
        session.course().seek(step);
        while (session.course().travelling()) {
            session.course().travelOn(1_000_000);
        }
    }

    private static Reading finished(Replay replay) {
        while (!replay.goOn(1_000_000)) {
            assertTrue(replay.share() <= 1);
        }
        return replay.reading();
    }

    private static Experiment withRate(Experiment experiment, double rate) {
        OptimizerSpec optimizer = experiment.training().optimizer();
        return experiment.withTraining(
                experiment.training().withOptimizer(new OptimizerSpec(optimizer.optimizer(), rate)));
    }

    /** Turns knobs and edits on the way, but once all that is done looks at no keyframe but the first. */
    private void eventfulRun() {
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            train(1 + random.nextInt(40));
            Experiment now = session.run().setup().experiment();
            if (i % 12 == 5) {
                session.change(withRate(now, 0.002 * (i + 1)));
            }
            if (i % 10 == 7) {
                session.edit(Map.of(random.nextInt(12), (float) random.nextGaussian()));
            }
            if (i == 20) {
                session.change(now.withTraining(now.training()
                        .withOptimizer(new OptimizerSpec(Optimizer.NADAM, 0.004))
                        .withBatch(16)));
            }
        }
    }

    private static int[] all(Setup setup) {
        return IntStream.range(0, setup.rows().dataset().count()).toArray();
    }

    private static Measured at(History history, long step) {
        int last = history.countUpTo(step) - 1;
        return new Measured(history.step(last), history.train(last), history.test(last));
    }

    private record Measured(long step, double train, double test) {}

    @ParameterizedTest
    @MethodSource("weightroom.run.CourseTest#kindsOfTraining")
    void lossesAreThoseThatTheRunMeasuredBitForBitWhateverWasDoneOnTheWay(Experiment experiment) {
        session.close();
        session = open(experiment);
        eventfulRun();
        Past past = session.course().past();
        // Without the keyframes, so that it has to be trained again indeed.
        Keyframes<Keyframe> onlyFirst = new Keyframes<>(Course.BUDGET);
        onlyFirst.add(past.keyframes().first());
        State here = session.run().state();
        Past bare = new Past(session.run().keyframe(), onlyFirst, past.events(), past.history(), past.device());

        try (Replay replay = Replay.asItWas(bare, all(past.setup()))) {
            Reading reading = finished(replay);

            assertEquals(here, replay.state());
            assertEquals(Origin.START, replay.origin());
            assertEquals(0, reading.steps()[0]);
            assertEquals(past.step(), reading.steps()[reading.size() - 1]);
            int compared = 0;
            int[] learned = past.setup().rows().parts().train();
            for (int i = 0; i < reading.size(); i++) {
                int point = i;
                Measured measured = at(past.history(), reading.steps()[i]);
                if (measured.step() == reading.steps()[i]) {
                    compared++;
                    assertEquals(measured.train(), reading.train()[i]);
                    assertEquals(measured.test(), reading.test()[i]);
                }
                double mean = Arrays.stream(learned)
                        .mapToDouble(row -> reading.rows()[row][point])
                        .average()
                        .orElseThrow();
                assertEquals(reading.train()[i], mean, 1e-6 * (1 + mean));
            }
            assertTrue(compared > 20, "points compared: " + compared);
        }
    }

    @Test
    void goesOnWhereTheRunGoesOnAndStaysThatOfItsLine() {
        train(300);
        try (Replay replay = Replay.asItWas(session.course().past(), 0)) {
            finished(replay);
            session.edit(Map.of(0, 1f));
            train(200);
            Past later = session.course().past();
            assertTrue(replay.extend(later));
            Reading extended = finished(replay);
            assertEquals(session.run().state(), replay.state());
            try (Replay fresh = Replay.asItWas(later, 0)) {
                Reading whole = finished(fresh);
                for (int i = 0; i < extended.size(); i++) {
                    int same = Arrays.binarySearch(whole.steps(), extended.steps()[i]);
                    if (same >= 0) {
                        assertEquals(whole.rows()[0][same], extended.rows()[0][i]);
                    }
                }
            }
            seek(250);
            assertFalse(replay.extend(session.course().past()), "it has been further");
            session.change(withRate(SPIRAL, 0.2));
            train(400);
            assertFalse(replay.extend(session.course().past()), "that is another line");
        }
    }

    @Test
    void whatIsEditedWhereTheReplayEndedIsReadAnew() {
        train(100);
        try (Replay replay = Replay.asItWas(session.course().past(), 0)) {
            double before = last(finished(replay).rows()[0]);
            session.edit(Map.of(0, 3f));
            assertTrue(replay.extend(session.course().past()));
            Reading after = finished(replay);
            assertEquals(session.run().state(), replay.state());
            assertNotEquals(before, last(after.rows()[0]));
            assertEquals(session.run().loss(Replay.single(session.run().setup(), 0)), last(after.rows()[0]));
        }
    }

    private static double last(double[] numbers) {
        return numbers[numbers.length - 1];
    }

    @Test
    void aRunThatWasOpenedIsTrainedFromItsFirstWeightsWhereThatLeadsToTheSameNumbers() {
        train(500);
        session.open(session.run().saved(HERE));
        train(100);
        try (Replay replay = Replay.asItWas(session.course().past(), 0)) {
            Reading reading = finished(replay);
            assertEquals(Origin.START_OF_OPENED, replay.origin());
            assertEquals(0, reading.steps()[0]);
            assertEquals(session.run().state(), replay.state());
        }
        session.open(changedOnTheWay());
        train(100);
        Past past = session.course().past();
        try (Replay replay = Replay.asItWas(past, 0)) {
            Reading reading = finished(replay);
            assertEquals(Origin.OPENED, replay.origin());
            assertEquals(past.opened(), reading.steps()[0]);
            assertEquals(session.run().state(), replay.state());
        }
    }

    private SavedRun changedOnTheWay() {
        session.edit(Map.of(0, 5f));
        train(50);
        return session.run().saved(HERE);
    }

    // ---- without a row

    private static Experiment ownRows(String rows, String training) {
        return ExperimentReader.parse(
                "own.json",
                """
                { "weightroom": 1, "seed": 5, "data": { "rows": [%s], "inputs": 2 },
                  "network": { "layers": [{ "units": 4, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" }] },
                  "training": { "loss": "binary-cross-entropy", "epochs": 400, %s } }
                """
                        .formatted(rows, training));
    }

    private static final String[] ROWS = {
        "[0, 0.1, 0]", "[0.2, 1, 1]", "[1, 0.3, 1]", "[1, 1, 0]", "[0.5, 0.4, 1]", "[0.1, 0.6, 0]", "[0.9, 0.2, 1]"
    };

    private static String rowsWithout(int row) {
        return String.join(
                ", ",
                IntStream.range(0, ROWS.length)
                        .filter(i -> i != row)
                        .mapToObj(i -> ROWS[i])
                        .toList());
    }

    @Test
    void withoutARowOfAFullBatchItIsTheTrainingOfAFileWithoutThatRow() {
        String training = "\"batch\": \"full\", \"optimizer\": { \"id\": \"adam\", \"learning-rate\": 0.05 }";
        session.close();
        session = open(ownRows(String.join(", ", ROWS), training));
        train(400);
        Past past = session.course().past();
        for (int row = 0; row < ROWS.length; row++) {
            Setup other = Setup.of(ownRows(rowsWithout(row), training), HERE);
            try (Replay replay = Replay.without(past, row, Origin.START);
                    Run direct = new Run(other, devices, devices.java())) {
                Reading reading = finished(replay);
                direct.measure();
                direct.advance(400, 1);
                assertArrayEquals(
                        direct.state().parameters(), replay.state().parameters(), 1e-6f, "without row " + row);
                for (int i = 0; i < reading.size(); i++) {
                    assertEquals(at(direct.history(), reading.steps()[i]).train(), reading.train()[i], 1e-6);
                }
                assertEquals(last(reading.rows()[0]), direct.loss(Replay.single(past.setup(), row)), 1e-6);
            }
        }
    }

    @Test
    void withSmallBatchesTheOtherRowsMeetInTheSameBatches() {
        String training = "\"batch\": 3, \"shuffle\": true, \"optimizer\": { \"id\": \"sgd\", \"learning-rate\": 0.5 }";
        Setup setup = Setup.of(ownRows(String.join(", ", ROWS), training), HERE);
        for (int row = 0; row < ROWS.length; row++) {
            Split without = setup.data().get(0).without(row);
            try (Program java = devices.java().compile(setup.plan(), List.of(without));
                    Program reference = devices.byId("reference").compile(setup.plan(), List.of(without))) {
                java.restore(0, setup.start());
                reference.restore(0, setup.start());
                java.train(60, 0);
                reference.train(60, 0);
                float[] byHand = batchByBatch(setup, row, 60);
                assertArrayEquals(byHand, java.save(0).parameters(), 1e-4f, "without row " + row);
                assertArrayEquals(byHand, reference.save(0).parameters(), 1e-4f, "without row " + row);
            }
        }
    }

    /** Each batch as a program of its own that makes one update with all of its rows. */
    private float[] batchByBatch(Setup setup, int row, int steps) {
        Rows all = setup.data().get(0).train();
        Plan plan = setup.plan();
        float[] parameters = setup.start().parameters();
        int n = all.count();
        int[] order = new int[n];
        for (int step = 0; step < steps; step++) {
            plan.order(5, plan.epochOf(step, n), order);
            int start = plan.batchStart(step, n);
            int[] batch = Arrays.stream(order, start, start + plan.batchSize(step, n))
                    .filter(one -> one != row)
                    .toArray();
            if (batch.length == 0) {
                continue;
            }
            Plan one = new Plan(
                    plan.network(), plan.loss(), Plan.FULL, false, plan.epochs(), plan.replicas(), plan.task());
            try (Program program = devices.java().compile(one, List.of(new Split(some(all, batch))))) {
                program.restore(0, new State(0, parameters, new float[0][]));
                program.train(1, 0);
                parameters = program.save(0).parameters();
            }
        }
        return parameters;
    }

    private static Rows some(Rows all, int... rows) {
        float[] inputs = new float[rows.length * 2];
        float[] targets = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all.inputs(), rows[i] * 2, inputs, i * 2, 2);
            targets[i] = all.targets()[rows[i]];
        }
        return new Rows(rows.length, inputs, targets);
    }

    @ParameterizedTest
    @MethodSource("weightroom.run.CourseTest#kindsOfTraining")
    void withoutARowItIsTrainedForAsManyStepsAndNeverSeesTheRow(Experiment experiment) {
        session.close();
        session = open(experiment);
        eventfulRun();
        Past past = session.course().past();
        int row = past.setup().rows().parts().train()[7];
        try (Replay replay = Replay.without(past, row, Origin.START)) {
            Reading reading = finished(replay);
            assertEquals(past.step(), replay.state().step());
            assertEquals(past.step(), reading.steps()[reading.size() - 1]);
            assertNotEquals(session.run().state(), replay.state());
        }
    }

    @Test
    void aRowOfOneBatchAloneMakesNoUpdate() {
        String training =
                "\"batch\": 1, \"shuffle\": false, \"optimizer\": { \"id\": \"sgd\", \"learning-rate\": 0.5 }";
        Setup setup = Setup.of(ownRows(String.join(", ", ROWS), training), HERE);
        Split without = setup.data().get(0).without(0);
        for (String device : List.of("java", "reference")) {
            try (Program program = devices.byId(device).compile(setup.plan(), List.of(without))) {
                program.restore(0, setup.start());
                program.train(1, 0);
                assertArrayEquals(setup.start().parameters(), program.save(0).parameters(), device);
                program.train(1, 0);
                assertFalse(Arrays.equals(
                        setup.start().parameters(), program.save(0).parameters()));
            }
        }
    }

    @Test
    void onlyRowsThatAreLearnedFromCanBeLeftOut() {
        train(10);
        Past past = session.course().past();
        int kept = past.setup().rows().parts().test()[0];
        assertThrows(IllegalArgumentException.class, () -> Replay.without(past, kept, Origin.START));
        assertTrue(Replay.place(past.setup(), kept).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Split(Rows.NONE).without(0));
    }
}
