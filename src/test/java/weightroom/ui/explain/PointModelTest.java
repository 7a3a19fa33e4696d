package weightroom.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weightroom.engine.Rows;
import weightroom.experiment.Experiment;
import weightroom.explain.Subject;
import weightroom.plot.Numbers;
import weightroom.run.Autopsy.Findings;
import weightroom.run.Background;
import weightroom.run.Command;
import weightroom.run.Devices;
import weightroom.run.Replay;
import weightroom.run.Trainer;
import weightroom.ui.explain.PointModel.Obstacle;
import weightroom.ui.model.RunModel;

class PointModelTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final Devices devices = new Devices();
    private Trainer trainer;
    private RunModel run;
    private ExplainModel explain;
    private Background background;
    private PointModel point;

    @BeforeEach
    void open() {
        trainer = new Trainer(devices, Experiment.spiral(), Path.of(""));
        run = new RunModel(trainer::send, trainer.latest());
        explain = new ExplainModel(run);
        background = new Background(screen::add);
        point = new PointModel(explain, background);
        explain.setSeen(true);
    }

    @AfterEach
    void close() {
        background.close();
        trainer.close();
        devices.close();
    }

    private void until(BooleanSupplier reached) {
        long begin = System.nanoTime();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime() - begin).isLessThan(PATIENCE_NANOS);
            pulse();
        }
    }

    private void pulse() {
        run.accept(trainer.latest());
        point.pulse();
        try {
            Runnable answer = screen.poll(10, TimeUnit.MILLISECONDS);
            if (answer != null) {
                answer.run();
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void train(long steps) {
        long goal = trainer.latest().state().step() + steps;
        trainer.send(new Command.Step(steps));
        until(() -> trainer.latest().state().step() == goal);
    }

    private Findings findings() {
        until(() -> point.finished() && !point.working());
        return point.found().findings().orElseThrow();
    }

    private int[] learned() {
        return run.snapshot().get().setup().rows().parts().train();
    }

    @Test
    void aPointsPullItsLossOverTheRunAndTheRunWithoutItAreFound() {
        train(700);
        int row = learned()[5];
        explain.choice().set(new Choice.Row(row));
        Findings all = findings();

        assertThat(all.row()).isEqualTo(row);
        assertThat(all.past().step()).isEqualTo(700);
        double[] losses = all.whole().losses();
        Subject subject = explain.subject();
        double now = explain.pass().get().orElseThrow().loss();
        assertThat(losses[losses.length - 1]).isCloseTo(now, within(1e-5));
        assertThat(point.found().pull().orElseThrow().row()).isEqualTo(row);
        assertThat(PullLine.of(subject, point.found().pull().orElseThrow()))
                .hasSize(subject.layout().trainable())
                .isSortedAccordingTo((one, other) -> Double.compare(Math.abs(other.own()), Math.abs(one.own())));
        assertThat(all.without().orElseThrow().losses()).hasSizeGreaterThan(10);

        assertThat(PointWords.loss(all)).contains(Numbers.loss(losses[losses.length - 1]));
        assertThat(PointWords.without(all)).contains("It is answered ");
        assertThat(PointWords.replay(all)).isEmpty();
        long version = point.version();
        pulse();
        assertThat(point.working()).isFalse();
        assertThat(point.version()).isEqualTo(version);
    }

    @Test
    void theMeanOfTheOthersLeavesThePointOut() {
        train(100);
        int row = learned()[0];
        explain.choice().set(new Choice.Row(row));
        Findings all = findings();
        double sum = 0;
        int last = all.whole().reading().size() - 1;
        for (int other : learned()) {
            sum += other == row ? 0 : all.whole().reading().rows()[other][last];
        }
        assertThat(PointCharts.others(all, last)).isCloseTo(sum / (learned().length - 1), within(1e-6));
    }

    @Test
    void aRowThatIsNotLearnedFromIsNotLeftOut() {
        train(50);
        int row = run.snapshot().get().setup().rows().parts().test()[0];
        explain.choice().set(new Choice.Row(row));
        Findings all = findings();
        assertThat(all.without()).isEmpty();
        assertThat(PointWords.without(all)).contains("no training row");
        assertThat(point.found().pull().orElseThrow().learned()).isFalse();
    }

    @Test
    void nothingIsDoneWhileTheRunPlaysNorOnceItWasCancelled() {
        run.togglePlay();
        until(() -> run.snapshot().get().playing());
        until(() -> !point.working() && point.found().obstacle() == Obstacle.PLAYS);
        pulse();
        assertThat(point.working()).isFalse();
        run.togglePlay();
        until(() -> !run.snapshot().get().playing() && point.found().findings().isPresent() && !point.working());
        if (!point.finished()) {
            point.toggle();
            assertThat(point.stopped()).isTrue();
            pulse();
            assertThat(point.working()).isFalse();
            point.toggle();
        }
        assertThat(findings().whole().finished()).isTrue();
    }

    @Test
    void whereTheRunGoesBackTheCurvesStayAndTheWordsFollow() {
        train(400);
        explain.choice().set(new Choice.Row(learned()[3]));
        int size = findings().whole().reading().size();
        trainer.send(new Command.Seek(200));
        until(() -> run.snapshot().get().state().step() == 200);
        Findings back = findings();
        assertThat(back.past().step()).isEqualTo(200);
        assertThat(back.whole().reading().size()).isEqualTo(size);
        int here = back.whole().reading().countUpTo(200) - 1;
        assertThat(back.whole().reading().steps()[here]).isLessThanOrEqualTo(200);
        Rows one = Replay.single(back.past().setup(), learned()[3]);
        assertThat(one.count()).isEqualTo(1);
        assertThat(PointWords.loss(back)).contains(Numbers.loss(back.whole().losses()[here]));
    }
}
