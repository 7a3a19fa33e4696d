package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weightroom.engine.Activation;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Schedule;
import weightroom.engine.State;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.SavedRun;
import weightroom.experiment.ScheduleSpec;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;
import weightroom.experiment.TrainingSpec;

class CourseTest {
    private static final Experiment SPIRAL =
            Experiment.spiral().withTraining(Experiment.spiral().training().withEpochs(1_000_000));

    private final Devices devices = new Devices();
    private final List<String> told = new ArrayList<>();
    private Session session = open(SPIRAL);

    @AfterEach
    void close() {
        session.close();
        devices.close();
    }

    private Session open(Experiment experiment) {
        return new Session(devices, experiment, Path.of(""), Course.BUDGET, (kind, text) -> told.add(text));
    }

    private Course course() {
        return session.course();
    }

    private void train(long steps) {
        long goal = session.run().step() + steps;
        while (session.run().step() < goal && session.run().end().isEmpty()) {
            course().advance(goal - session.run().step(), 1);
        }
    }

    private void seek(long step) {
        course().seek(step);
        arrive();
    }

    private void arrive() {
        while (course().travelling()) {
            course().travelOn(1_000_000);
        }
    }

    private Timeline.View view() {
        return session.view();
    }

    private static Experiment withRate(Experiment experiment, double rate) {
        OptimizerSpec optimizer = experiment.training().optimizer();
        return experiment.withTraining(
                experiment.training().withOptimizer(new OptimizerSpec(optimizer.optimizer(), rate)));
    }

    static Stream<Experiment> kindsOfTraining() {
        TrainingSpec training = SPIRAL.training();
        NetworkSpec dropout = new NetworkSpec(List.of(
                new LayerSpec(8, Activation.TANH, false, Double.NaN, 0.3, false),
                new LayerSpec(8, Activation.TANH, false, Double.NaN, 0.2, false),
                new LayerSpec(1, Activation.SIGMOID)));
        NetworkSpec norm = new NetworkSpec(List.of(
                new LayerSpec(6, Activation.RELU, false, Double.NaN, 0, true), new LayerSpec(1, Activation.SIGMOID)));
        ScheduleSpec plateau = new ScheduleSpec(Schedule.PLATEAU, List.of(0.5, 2.0), 3);
        return Stream.of(
                SPIRAL,
                SPIRAL.withNetwork(dropout)
                        .withTraining(training.withOptimizer(new OptimizerSpec(Optimizer.MOMENTUM, 0.02))),
                SPIRAL.withNetwork(norm)
                        .withTraining(training.withBatch(7).withOptimizer(new OptimizerSpec(Optimizer.ADAM, 0.01))),
                SPIRAL.withTraining(training.withSchedule(plateau)
                        .withStop(StopSpec.NEVER.withPatience(5000))
                        .withOptimizer(new OptimizerSpec(Optimizer.RMSPROP, 0.02))),
                SPIRAL.withTraining(training.withBatch(Plan.FULL).withShuffle(false)));
    }

    /** Trains in odd portions, turns knobs and edits on the way, and writes down every state it comes by. */
    private NavigableMap<Long, State> eventfulRun(Random random) {
        NavigableMap<Long, State> passed = new TreeMap<>();
        passed.put(0L, session.run().state());
        for (int i = 0; i < 60; i++) {
            train(1 + random.nextInt(40));
            if (i % 15 == 5) {
                session.change(withRate(session.run().setup().experiment(), 0.001 * (i + 1)));
            }
            if (i % 20 == 11) {
                session.edit(Map.of(random.nextInt(12), (float) random.nextGaussian()));
            }
            if (i == 40) {
                session.change(session.run()
                        .setup()
                        .experiment()
                        .withTraining(session.run()
                                .setup()
                                .experiment()
                                .training()
                                .withOptimizer(new OptimizerSpec(Optimizer.NADAM, 0.004))
                                .withBatch(16)));
            }
            passed.put(session.run().step(), session.run().state());
        }
        return passed;
    }

    @ParameterizedTest
    @MethodSource("kindsOfTraining")
    void goingToAnyStepGivesTheStateTheRunHadThereBitForBit(Experiment experiment) {
        session.close();
        session = open(experiment);
        Random random = new Random(17);
        NavigableMap<Long, State> passed = eventfulRun(random);
        List<Long> steps = new ArrayList<>(passed.keySet());
        long latest = passed.lastKey();
        for (int i = 0; i < 40; i++) {
            long step = steps.get(random.nextInt(steps.size()));
            seek(step);
            assertEquals(passed.get(step), session.run().state(), "at step " + step);
            assertEquals(latest, view().latest().step());
        }
        course().seekLatest();
        arrive();
        assertEquals(passed.get(latest), session.run().state());
    }

    @ParameterizedTest
    @MethodSource("kindsOfTraining")
    void playingOnFromThePastFollowsTheRecordedFutureAndRecordsNothingTwice(Experiment experiment) {
        session.close();
        session = open(experiment);
        NavigableMap<Long, State> passed = eventfulRun(new Random(4));
        train(500);
        State later = session.run().state();
        double[][] recorded = points(course().history());
        int marks = view().marks().size();
        seek(passed.firstKey());
        train(later.step());
        assertEquals(later, session.run().state());
        train(300);
        History history = course().history();
        assertTrue(history.size() > recorded.length, "and goes on recording beyond it");
        for (int i = 1; i < history.size(); i++) {
            assertTrue(history.step(i) >= history.step(i - 1));
            if (i < recorded.length) {
                assertEquals(recorded[i][1], history.train(i));
            }
        }
        assertEquals(marks, view().marks().size());
        assertTrue(view().branches().isEmpty());
        // The second time nothing is left of the first: the same is measured again.
        Session again = open(experiment);
        Session first = session;
        session = again;
        eventfulRun(new Random(4));
        train(500);
        assertEquals(later, session.run().state());
        double[][] measuredAgain = points(course().history());
        assertEquals(recorded.length, measuredAgain.length);
        for (int i = 0; i < recorded.length; i++) {
            assertEquals(recorded[i][1], measuredAgain[i][1]);
        }
        first.close();
    }

    private static Experiment withBatch(Experiment experiment, int batch) {
        return experiment.withTraining(experiment.training().withBatch(batch));
    }

    private void changeBatch(int batch) {
        long epoch = session.run().epoch();
        long samples = session.run().samples();
        session.change(withBatch(session.run().setup().experiment(), batch));
        assertEquals(epoch, session.run().epoch(), "no epoch begins or ends by a change of the batch");
        assertEquals(samples, session.run().samples(), "and no row is trained on");
    }

    @Test
    void epochsAndSamplesGoOnFromWhereTheyStoodWhenTheBatchChanges() {
        int rows = session.run().samplesPerEpoch();
        train(7L * session.run().stepsPerEpoch() + 4);
        long samples = session.run().samples();
        assertEquals(7L * rows + 40, samples);
        for (int batch : new int[] {1, 64, 7, Plan.FULL, 3}) {
            changeBatch(batch);
            train(2);
            samples += 2L * Math.min(batch, rows);
            assertTrue(session.run().samples() <= samples && session.run().samples() > samples - Math.min(batch, rows));
            samples = session.run().samples();
            long left = session.run().stepsToEpochEnd();
            long epoch = session.run().epoch();
            train(left);
            assertEquals(epoch + 1, session.run().epoch());
            assertEquals(epoch + 1, course().history().epoch(course().history().size() - 1));
            samples = session.run().samples();
        }
        History history = course().history();
        for (int i = 1; i < history.size(); i++) {
            assertEquals(history.epoch(i - 1) + 1, history.epoch(i), "every epoch ends once");
        }
    }

    @Test
    void aChangedBatchIsSeekedAcrossSavedAndUndone() {
        train(7L * session.run().stepsPerEpoch() + 4);
        long changedAt = session.run().step();
        changeBatch(3);
        train(100);
        State then = session.run().state();
        long epoch = session.run().epoch();
        long samples = session.run().samples();
        seek(changedAt - 1);
        assertEquals(7, session.run().epoch());
        train(101);
        assertEquals(then, session.run().state());
        assertEquals(
                List.of(epoch, samples),
                List.of(session.run().epoch(), session.run().samples()));
        SavedRun saved = session.run().saved(Path.of(""), 1000);
        train(90);
        State later = session.run().state();
        long laterSamples = session.run().samples();
        try (Run opened = new Run(saved.setup(), devices, devices.java(), saved)) {
            assertEquals(List.of(epoch, samples), List.of(opened.epoch(), opened.samples()));
            opened.advance(90, 0);
            assertEquals(later, opened.state());
            assertEquals(laterSamples, opened.samples());
        }
        Experiment larger = withBatch(saved.experiment(), 50);
        try (Run opened = new Run(saved.setup().with(larger, Path.of("")), devices, devices.java(), saved)) {
            assertEquals(List.of(epoch, samples), List.of(opened.epoch(), opened.samples()));
        }
        epoch = session.run().epoch();
        session.undo();
        assertEquals(SPIRAL.training().batch(), session.run().setup().plan().batch());
        assertEquals(
                List.of(epoch, laterSamples),
                List.of(session.run().epoch(), session.run().samples()));
    }

    @Test
    void aRunThatWentOnWithoutALimitStillDoesUnderSmallerBatches() {
        session.close();
        session =
                open(SPIRAL.withTraining(SPIRAL.training().withBatch(Plan.FULL).withEpochs(5)));
        train(5);
        course().continueBeyondEnd();
        changeBatch(1);
        train(500);
        assertEquals(505, session.run().step());
    }

    private static double[][] points(History history) {
        double[][] points = new double[history.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {history.step(i), history.train(i)};
        }
        return points;
    }

    @Test
    void steppingBackUndoesOneUpdateAtATimeToTheVeryStart() {
        List<State> passed = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            passed.add(session.run().state());
            train(1);
        }
        for (int i = 69; i >= 0; i--) {
            course().stepBack();
            arrive();
            assertEquals(passed.get(i), session.run().state());
        }
        course().stepBack();
        arrive();
        assertEquals(0, session.run().step());
    }

    @Test
    void aKnobTurnedInThePastMakesABranchAndKeepsTheOldCurve() {
        train(400);
        State old = session.run().state();
        History oldCurve = course().history();
        int points = oldCurve.size();
        seek(150);
        session.change(withRate(SPIRAL, 0.05));
        train(100);
        State onBranch = session.run().state();
        Timeline.Branch branch = view().branches().get(0);
        assertEquals("learning rate 0.3", branch.label());
        assertEquals(150, branch.first().step());
        assertEquals(400, branch.last().step());
        assertSame(oldCurve, branch.history());
        assertEquals(points, oldCurve.size(), "nothing is added to a curve that was left");
        assertEquals(250, view().latest().step());
        assertEquals("learning rate 0.3 → 0.05", view().marks().get(0).text());
        History newCurve = course().history();
        int common = newCurve.countUpTo(150);
        assertTrue(newCurve.size() > common && common > 0);
        for (int i = 0; i < common; i++) {
            assertEquals(oldCurve.train(i), newCurve.train(i));
        }
        assertTrue(session.goTo(branch.id()));
        arrive();
        assertEquals(old, session.run().state());
        assertSame(oldCurve, course().history());
        assertTrue(view().marks().isEmpty());
        Timeline.Branch other = view().branches().get(0);
        assertEquals("learning rate 0.05", other.label());
        assertEquals(1, view().branches().size());
        assertTrue(session.goTo(other.id()));
        arrive();
        assertEquals(onBranch, session.run().state());
        seek(200);
        assertFalse(session.goTo(branch.id()), "that number is no longer in use");
    }

    @Test
    void aBranchOfABranchIsStillThereAsItWas() {
        train(300);
        State first = session.run().state();
        seek(200);
        session.change(withRate(SPIRAL, 0.1));
        train(100);
        seek(100);
        session.edit(Map.of(3, 0.5f));
        train(20);
        assertEquals(2, view().branches().size());
        session.goTo(view().branches().get(0).id());
        arrive();
        assertEquals(first, session.run().state());
        seek(250);
        train(50);
        assertEquals(first, session.run().state());
    }

    @Test
    void undoingALiveChangeChangesItBackAndTheWeightsGoOn() {
        train(50);
        session.change(withRate(SPIRAL, 0.01));
        train(50);
        State before = session.run().state();
        assertEquals(Optional.of("learning rate 0.3 → 0.01"), view().undo());
        assertFalse(session.undo());
        assertEquals(before, session.run().state());
        assertEquals(0.3, rate());
        assertEquals(Optional.empty(), view().undo());
        train(50);
        session.redo();
        assertEquals(0.01, rate());
        assertEquals(150, session.run().step());
        assertEquals(Optional.empty(), view().redo());
    }

    private double rate() {
        return session.run().setup().plan().replicas().get(0).learningRate();
    }

    @Test
    void undoingAnEditPutsThoseParametersBackAndLeavesTheOthers() {
        train(50);
        float was = session.run().state().parameters()[5];
        session.edit(Map.of(5, 2f));
        assertEquals(2f, session.run().state().parameters()[5]);
        assertTrue(view().undo().orElseThrow().contains("2"), view().undo().get());
        train(30);
        float[] before = session.run().state().parameters();
        session.undo();
        float[] after = session.run().state().parameters();
        before[5] = was;
        assertEquals(new State(0, before, new float[0][]), new State(0, after, new float[0][]));
        session.redo();
        assertEquals(2f, session.run().state().parameters()[5]);
    }

    @Test
    void undoingAFreshStartBringsTheReplacedRunBackAsItStood() {
        train(300);
        State latest = session.run().state();
        seek(120);
        State stood = session.run().state();
        History curve = course().history();
        session.change(SPIRAL.withSeed(5));
        assertEquals(0, session.run().step());
        assertSame(curve, view().earlier().get(0).history());
        assertEquals("seed 1 → 5", view().earlier().get(0).label());
        train(40);
        State other = session.run().state();
        assertTrue(session.undo());
        assertEquals(stood, session.run().state());
        assertSame(curve, course().history());
        assertEquals(300, view().latest().step());
        course().seekLatest();
        arrive();
        assertEquals(latest, session.run().state());
        assertTrue(session.redo());
        assertEquals(other, session.run().state());
        assertEquals(5, session.run().setup().experiment().seed());
        session.undo();
        assertEquals(latest, session.run().state());
    }

    @Test
    void aResetCanBeUndoneAndOneThatChangesNothingIsNotListed() {
        session.reset();
        assertEquals(Optional.empty(), view().undo());
        train(10);
        session.reset();
        assertEquals(0, session.run().step());
        session.undo();
        assertEquals(10, session.run().step());
    }

    @Test
    void undoFromThePastGoesToWhereTheChangeWasMadeFirst() {
        train(100);
        session.change(withRate(SPIRAL, 0.01));
        train(50);
        seek(30);
        session.undo();
        assertEquals(150, session.run().step());
        assertEquals(0.3, rate());
        assertTrue(view().branches().isEmpty());
    }

    @Test
    void whatWasDoneOnABranchThatWasLeftCannotBeUndoneOnTheOther() {
        train(100);
        session.change(withRate(SPIRAL, 0.01));
        train(50);
        seek(60);
        session.edit(Map.of(0, 1f));
        assertTrue(session.undo() || rate() == 0.3);
        assertEquals(Optional.empty(), view().undo());
        assertEquals(0.3, rate());
    }

    @Test
    void aKnobBeingTurnedIsOneMarkAndOneUndo() {
        train(20);
        for (int i = 1; i <= 20; i++) {
            session.change(withRate(SPIRAL, 0.3 + 0.01 * i));
            train(1);
        }
        assertEquals(1, view().marks().size());
        assertEquals("learning rate 0.3 → 0.5", view().marks().get(0).text());
        session.undo();
        assertEquals(0.3, rate());
        assertEquals(Optional.empty(), view().undo());
    }

    @Test
    void onlyTheLatestEightReplacedRunsAreShownUntilTheyAreCleared() {
        for (int i = 0; i < 12; i++) {
            train(5 + i);
            session.reset();
        }
        List<Timeline.Earlier> earlier = view().earlier();
        assertEquals(8, earlier.size());
        session.clearEarlier();
        assertTrue(view().earlier().isEmpty());
        for (int i = 0; i < 8; i++) {
            assertTrue(session.undo());
        }
        assertEquals(9, session.run().step(), "the eighth from the end had made 5 + 4 steps");
        assertEquals(Optional.empty(), view().undo());
    }

    @Test
    void aDivergedRunStandsAtItsLastFiniteStepCanBeLeftAndFoundAgainAndRevived() {
        session.change(SPIRAL.withNetwork(new NetworkSpec(
                        List.of(new LayerSpec(4, Activation.RELU), new LayerSpec(1, Activation.LINEAR))))
                .withTraining(TrainingSpec.of(Loss.MSE, new OptimizerSpec(Optimizer.SGD, 0.001))));
        train(30);
        State calm = session.run().state();
        session.change(withRate(session.run().setup().experiment(), 40));
        train(100_000);
        assertEquals(Optional.of(Run.End.DIVERGED), session.run().end());
        State frozen = session.run().state();
        String why = session.run().divergence().orElseThrow().message();
        seek(0);
        assertTrue(session.run().divergence().isEmpty());
        course().seekLatest();
        arrive();
        assertEquals(frozen, session.run().state());
        assertEquals(why, session.run().divergence().orElseThrow().message());
        assertEquals(Optional.of(Run.End.DIVERGED), session.run().end());
        seek(30);
        assertEquals(calm.step(), session.run().step());
        course().seekLatest();
        arrive();
        session.change(withRate(session.run().setup().experiment(), 0));
        assertEquals(Optional.empty(), session.run().end());
        train(5);
        assertEquals(frozen.step() + 5, session.run().step());
        seek(frozen.step() + 2);
        assertEquals(frozen.step() + 2, session.run().step(), "a replay passes where it had diverged");
    }

    @Test
    void aRunThatWentOnBeyondItsEndCanBeReplayedAcrossIt() {
        session.close();
        session = open(
                SPIRAL.withTraining(SPIRAL.training().withEpochs(4).withStop(StopSpec.NEVER.withTrainLoss(0.001))));
        train(100_000);
        assertEquals(Optional.of(Run.End.EPOCHS_DONE), session.run().end());
        course().continueBeyondEnd();
        train(77);
        State beyond = session.run().state();
        seek(3);
        train(beyond.step() - 3);
        assertEquals(beyond, session.run().state());
    }

    @Test
    void anEditThatIsNoneIsRefusedAndNothingChanges() {
        train(20);
        State before = session.run().state();
        seek(10);
        assertThrows(InvalidInput.class, () -> session.edit(Map.of(0, Float.NaN)));
        assertThrows(InvalidInput.class, () -> session.edit(Map.of(-1, 1f)));
        assertThrows(InvalidInput.class, () -> session.edit(Map.of(0, 3f, before.parameters().length, 1f)));
        assertEquals(10, session.run().step());
        assertTrue(view().branches().isEmpty());
        assertEquals(Optional.empty(), view().undo());
        course().seekLatest();
        arrive();
        assertEquals(before, session.run().state());
    }

    @Test
    void keyframesStayWithinTheirBudgetAndStillLeadEverywhere() {
        session.close();
        long budget = 200_000;
        session = new Session(devices, SPIRAL, Path.of(""), budget, (kind, text) -> told.add(text));
        NavigableMap<Long, State> passed = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            train(17);
            // Going back and forth leaves keyframes everywhere.
            seek(session.run().step() / 2);
            course().seekLatest();
            arrive();
            passed.put(session.run().step(), session.run().state());
            assertTrue(course().keyframeBytes() <= budget, course().keyframeBytes() + " bytes");
        }
        for (long step : List.of(17L, 17L * 50, 17L * 151, 17L * 299)) {
            seek(step);
            assertEquals(passed.get(step), session.run().state());
        }
    }

    @Test
    void aLongJourneyIsMadeInPortionsAndCanEndAnywhere() {
        train(50_000);
        seek(0);
        course().seek(20_000);
        course().travelOn(1_000_000);
        assertTrue(course().travelling(), "20,000 steps do not fit into a millisecond");
        double share = view().travel().orElseThrow().share();
        assertTrue(share > 0 && share < 1, "share " + share);
        assertEquals(20_000, view().travel().get().to());
        course().stop();
        long there = session.run().step();
        State stopped = session.run().state();
        assertTrue(there > 0 && there < 20_000);
        assertTrue(view().travel().isEmpty());
        seek(0);
        seek(there);
        assertEquals(stopped, session.run().state());
    }

    @Test
    void aSavedRunHoldsWhatLiesBehindItAndGoesOnWithTheSameNumbers() {
        train(500);
        seek(230);
        SavedRun saved = session.run().saved(Path.of(""), 1000);
        assertEquals(230, saved.state().step());
        assertTrue(saved.history().stream().allMatch(point -> point.step() <= 230));
        train(100);
        State later = session.run().state();
        session.open(saved);
        assertEquals(230, session.run().step());
        assertEquals(230, view().earliest().step());
        train(100);
        assertEquals(later, session.run().state());
        seek(0);
        assertEquals(230, session.run().step(), "what lies before the file is not known");
        session.undo();
        assertEquals(330, session.run().step());
        assertEquals(500, view().latest().step());
    }

    @Test
    void aLostDeviceLeavesACourseThatCanStillBeTravelled() {
        Setup setup = Setup.of(SPIRAL, Path.of(""));
        FailingDevice failing = new FailingDevice(devices.java(), 40);
        Run run = new Run(setup, devices, failing);
        run.measure();
        try (Course course = new Course(run, Path.of(""), Course.BUDGET)) {
            for (int i = 0; i < 100; i++) {
                course.advance(30, 1);
            }
            long there = run.step();
            assertSame(devices.java(), run.device());
            assertSame(run.history(), course.history());
            State state = run.state();
            course.seek(there / 3);
            course.travelOn(Long.MAX_VALUE);
            assertEquals(there / 3, run.step());
            course.seekLatest();
            course.travelOn(Long.MAX_VALUE);
            assertEquals(state, run.state());
            for (int i = 1; i < run.history().size(); i++) {
                assertNotEquals(run.history().step(i - 1), run.history().step(i));
            }
        }
    }
}
