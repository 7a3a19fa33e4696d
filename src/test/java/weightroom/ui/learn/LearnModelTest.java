package weightroom.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weightroom.experiment.Experiment;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.Trainer;
import weightroom.ui.learn.Prediction.Given;
import weightroom.ui.learn.Prediction.State;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Speed;

/** A course and its lessons with the real trainer, without a screen. */
class LearnModelTest {
    private static final Path LESSONS = Path.of("src", "test", "resources", "lessons");
    private static final String XOR = "01-two/01-xor";

    @TempDir
    private Path folder;

    @TempDir
    private Path kept;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Background background = new Background(screen::add);
    private final Devices devices = new Devices();
    private final Trainer trainer = new Trainer(devices, Experiment.spiral(), Path.of(""));
    private final RunModel run = new RunModel(trainer::send, trainer.latest());
    private LearnModel learn = new LearnModel(run, background, Optional.empty(), new Readings());

    @BeforeEach
    void open() throws IOException {
        Path chapter = Files.createDirectories(folder.resolve("01-two"));
        for (String name : new String[] {"01-xor.md", "02-curve.md"}) {
            Files.copy(LESSONS.resolve("01-two").resolve(name), chapter.resolve(name));
        }
        run.transport().setSpeed(Speed.ALL.get(Speed.ALL.size() - 1));
        run.options().lessonFolder().set(folder.toString());
        learn = new LearnModel(run, background, Optional.of(kept), new Readings());
        learn.setSeen(true);
        until(() -> learn.course().get().isPresent());
    }

    @AfterEach
    void close() {
        background.close();
        trainer.close();
        devices.close();
    }

    private void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            for (Runnable answer = screen.poll(); answer != null; answer = screen.poll()) {
                answer.run();
            }
            run.accept(trainer.latest());
            learn.accept(run.snapshot().get());
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
        fail("waited 30 s in vain; the latest snapshot is " + trainer.latest());
    }

    private void settled() {
        until(() -> run.caughtUp() && !run.playing().get());
    }

    private LessonModel opened(String id) {
        learn.open(id);
        settled();
        return learn.open().get().orElseThrow();
    }

    private static Place at(int step, int part) {
        return new Place(step, part);
    }

    @Test
    void aLessonRunsOnADeskOfItsOwnAndTheRunThatWasThereComesBackAsItStood() {
        learn.setSeen(false);
        run.transport().playTo(3);
        until(() -> run.caughtUp() && run.snapshot().get().epoch() == 3);
        var stood = run.snapshot().get().state();
        learn.setSeen(true);
        LessonModel lesson = opened(XOR);
        assertThat(run.experiment().get().title()).isEqualTo("XOR, 2-2-1");
        lesson.goTo(1);
        run.transport().playTo(10);
        until(() -> run.caughtUp() && run.snapshot().get().epoch() == 10);
        learn.setSeen(false);
        settled();
        assertThat(run.snapshot().get().desk()).isEqualTo(Command.Desk.FIRST);
        assertThat(run.snapshot().get().state()).isEqualTo(stood);
        learn.setSeen(true);
        settled();
        assertThat(run.snapshot().get().epoch()).isEqualTo(10);
        assertThat(lesson.step().get()).isEqualTo(1);
    }

    @Test
    void nothingIsPlayedBeforeThePredictionIsLockedInAndThenTheTruthIsKnown() {
        LessonModel lesson = opened(XOR);
        Place place = at(0, 1);
        run.togglePlay();
        settled();
        assertThat(run.snapshot().get().state().step()).isZero();
        assertThat(run.notice().get().orElseThrow().text()).startsWith("First predict");
        assertThat(lesson.ready()).isFalse();

        lesson.lockIn(place);
        assertThat(lesson.prediction(place).state()).isEqualTo(State.OPEN);
        lesson.give(place, new Given.Choice(1));
        lesson.give(place, new Given.Choice(0));
        lesson.lockIn(place);
        lesson.give(place, new Given.Choice(1));
        until(() -> lesson.prediction(place).state() == State.KNOWN);
        assertThat(run.snapshot().get().epoch()).isEqualTo(300);
        assertThat(run.experiment().get().network().layers().get(0).units()).isEqualTo(1);
        assertThat(lesson.prediction(place).given()).contains(new Given.Choice(0));
        assertThat(lesson.prediction(place).right()).contains(false);
        assertThat(lesson.ready()).isTrue();
        assertThat(run.hold().reason().get()).isEmpty();
    }

    @Test
    void aGoalIsReachedWhereTheHistorySaysAndOnlyWithItsSettingsAndWithinItsEpochs() {
        LessonModel lesson = opened(XOR);
        lesson.goTo(1);
        Place place = at(1, 1);
        Goal goal = lesson.goal(place);
        run.set("network.layers.0.units", 4);
        run.set("training.optimizer.learning-rate", 3);
        run.transport().playTo(400);
        until(() -> run.caughtUp() && run.snapshot().get().epoch() == 400);
        assertThat(run.snapshot().get().history().train(400)).isLessThan(0.05);
        assertThat(goal.met()).isFalse();
        assertThat(goal.failed()).isFalse();

        run.set("network.layers.0.units", 2);
        run.set("training.optimizer.learning-rate", 0.01);
        until(() -> run.caughtUp() && run.snapshot().get().state().step() == 0);
        run.transport().playTo(310);
        until(goal::failed);
        assertThat(lesson.ready()).isFalse();

        run.set("training.optimizer.learning-rate", 3);
        run.reset();
        until(() -> !goal.failed());
        run.transport().playTo(300);
        until(goal::met);
        settled();
        Goal.Reached reached = goal.reached().orElseThrow();
        int epoch = (int) reached.at().epoch();
        assertThat(reached.history().train(epoch)).isLessThan(0.05);
        assertThat(reached.history().train(epoch - 1)).isGreaterThanOrEqualTo(0.05);
        assertThat(run.transport().milestones().get()).hasSize(1);
        assertThat(lesson.ready()).isTrue();
        run.reset();
        settled();
        assertThat(run.transport().milestones().get()).isEmpty();
        assertThat(goal.met()).isTrue();
    }

    @Test
    void numbersAreRightWithinTheirTolerance() {
        LessonModel lesson = opened(XOR);
        lesson.goTo(2);
        Place place = at(2, 1);
        lesson.give(place, new Given.Amount(0.7));
        lesson.lockIn(place);
        assertThat(lesson.prediction(place).right()).contains(true);
        Prediction other = new Prediction(lesson.prediction(place).question());
        other.give(new Given.Amount(0.71));
        other.lockIn();
        other.know(java.util.List.of());
        assertThat(other.right()).contains(false);
    }

    @Test
    void aDrawnCurveIsComparedWithTheOneThatCameOut() {
        LessonModel lesson = opened("01-two/02-curve");
        Place place = at(0, 0);
        double first = run.snapshot().get().history().train(0);
        lesson.give(
                place,
                new Given.Curve(java.util.List.of(
                        new Prediction.Point(0, first + 0.1), new Prediction.Point(120, first + 0.1))));
        lesson.lockIn(place);
        until(() -> lesson.prediction(place).state() == State.KNOWN);
        assertThat(lesson.prediction(place).truth()).hasSize(121);
        double last = run.snapshot().get().history().train(120);
        assertThat(lesson.prediction(place).meanDistance())
                .isCloseTo((0.1 + first + 0.1 - last) / 2, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(lesson.prediction(place).right()).isEmpty();
        assertThat(Overlays.of(lesson).lines())
                .as("the run itself shows the truth")
                .hasSize(1);
        double distance = lesson.prediction(place).meanDistance();
        startAgain();
        LessonModel again = learn.open().get().orElseThrow();
        assertThat(again.prediction(place).truth()).hasSize(121);
        assertThat(again.prediction(place).meanDistance()).isEqualTo(distance);
        assertThat(Overlays.of(again).lines())
                .extracting(line -> line.name())
                .containsExactly("you expected", "as it came out");
    }

    @Test
    void stepsUnlockSettingsAndSayHowManyAreToCome() {
        LessonModel lesson = opened(XOR);
        assertThat(lesson.unlocked().settings()).containsExactly("network.layers.0.units");
        assertThat(lesson.unlocked().settingsToCome()).isEqualTo(2);
        lesson.goTo(1);
        assertThat(lesson.unlocked().settings())
                .containsExactly("network.layers.0.units", "training.optimizer.learning-rate", "seed");
        assertThat(lesson.unlocked().settingsToCome()).isZero();
    }

    @Test
    void aPresentationHidesAnswersUntilTheTeacherRevealsThem() {
        run.options().presentation().set(true);
        LessonModel lesson = opened(XOR);
        lesson.goTo(2);
        Place quiz = at(2, 0);
        Place reveal = at(2, 2);
        lesson.answer(quiz, 1);
        lesson.toggle(reveal);
        assertThat(lesson.hides(quiz)).isTrue();
        assertThat(lesson.isOpen(reveal)).isFalse();
        lesson.revealNext();
        assertThat(lesson.hides(quiz)).isFalse();
        assertThat(lesson.isOpen(reveal)).isFalse();
        lesson.revealNext();
        assertThat(lesson.isOpen(reveal)).isTrue();
        assertThat(lesson.hides(reveal)).isFalse();
    }

    @Test
    void aLessonEditedOnDiskIsShownAnewAndKeepsItsAnswersAndAFaultyOneStaysAsItWas() throws IOException {
        LessonModel lesson = opened(XOR);
        Path file = folder.resolve("01-two").resolve("01-xor.md");
        String text = Files.readString(file);
        lesson.goTo(2);
        lesson.answer(at(2, 0), 0);
        Files.writeString(file, text.replace("title: \"XOR with two neurons\"", "title: \"Edited\""));
        until(() -> lesson.lesson().title().equals("Edited"));
        assertThat(lesson.step().get()).isEqualTo(2);
        assertThat(lesson.quiz(at(2, 0))).hasValue(0);

        Files.writeString(file, text.replace("minutes: 6", "minutes: many"));
        until(() -> learn.faultOfOpen().isPresent());
        assertThat(learn.faultOfOpen().orElseThrow()).contains("01-xor.md, line 3");
        assertThat(lesson.lesson().title()).isEqualTo("Edited");

        Files.writeString(file, text.replace("What does the second", "What on earth does the second"));
        until(() -> learn.faultOfOpen().isEmpty());
        assertThat(lesson.quiz(at(2, 0))).isEmpty();
    }

    private void startAgain() {
        LearnModel next = new LearnModel(run, background, Optional.of(kept), new Readings());
        learn.setSeen(false);
        learn = next;
        learn.setSeen(true);
        until(() -> learn.open().get().isPresent());
    }

    @Test
    void whatWasDoneIsThereAgainAfterTheNextStart() {
        LessonModel lesson = opened(XOR);
        lesson.give(at(0, 1), new Given.Choice(0));
        lesson.lockIn(at(0, 1));
        lesson.goTo(2);
        lesson.answer(at(2, 0), 1);
        lesson.give(at(2, 1), new Given.Amount(0.5));
        startAgain();
        LessonModel again = learn.open().get().orElseThrow();
        assertThat(again.step().get()).isEqualTo(2);
        assertThat(again.prediction(at(0, 1)).given()).contains(new Given.Choice(0));
        assertThat(again.prediction(at(0, 1)).right()).contains(false);
        assertThat(again.quiz(at(2, 0))).hasValue(1);
        assertThat(again.prediction(at(2, 1)).state()).isEqualTo(State.OPEN);
    }

    @Test
    void theLastStepEndsTheLessonAndTheContentsKnowThatItIsDone() {
        LessonModel lesson = opened(XOR);
        lesson.goTo(2);
        learn.next();
        assertThat(learn.open().get()).isEmpty();
        assertThat(learn.progress().done(XOR)).isTrue();
        settled();
        assertThat(run.snapshot().get().desk()).isEqualTo(Command.Desk.FIRST);
        learn.resetProgress();
        assertThat(learn.progress().done(XOR)).isFalse();
    }
}
