package weightroom.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import weightroom.engine.InvalidInput;

class BackgroundTest {
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void answersComeInOrderAndOnTheScreensThread() throws InterruptedException {
        try (Background background = new Background(screen::add)) {
            background.run(() -> Thread.currentThread().getName(), heard::add, heard::add);
            background.run(() -> "second", heard::add, heard::add);
            Runnable first = take();
            Runnable second = take();
            assertThat(heard).isEmpty();
            first.run();
            second.run();
        }
        assertThat(heard).containsExactly("background", "second");
    }

    @Test
    void whatIsWrongWithAFileIsToldInItsOwnWords() throws InterruptedException {
        try (Background background = new Background(screen::add)) {
            background.run(
                    () -> {
                        throw new InvalidInput("a.json, line 3: expected a number");
                    },
                    answer -> heard.add("done"),
                    message -> heard.add("failed: " + message));
            take().run();
        }
        assertThat(heard).containsExactly("failed: a.json, line 3: expected a number");
    }

    @Test
    void anyOtherErrorIsToldWithoutItsStackTraceAndWorkGoesOn() throws InterruptedException {
        try (Background background = new Background(screen::add)) {
            background.run(
                    () -> {
                        throw new IOException("disk full");
                    },
                    answer -> heard.add("done"),
                    heard::add);
            background.run(() -> "next", heard::add, heard::add);
            take().run();
            take().run();
        }
        assertThat(heard).hasSize(2).last().isEqualTo("next");
        assertThat(heard.get(0))
                .contains("disk full")
                .doesNotContain("IOException")
                .doesNotContain("\n");
    }

    @Test
    void closingWaitsForWhatWasAskedAndDropsItsAnswer() {
        Thread closing = Thread.currentThread();
        Background background = new Background(screen::add);
        background.run(
                () -> {
                    while (closing.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    heard.add("written");
                    return "answer";
                },
                heard::add,
                heard::add);
        background.close();
        background.run(() -> "too late", heard::add, heard::add);
        assertThat(heard).containsExactly("written");
        assertThat(screen).isEmpty();
    }

    @Test
    void whatIsDoneNowAndThenSurvivesAnErrorAndEndsWithTheWindow() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        AtomicReference<Thread> worker = new AtomicReference<>(Thread.currentThread());
        Background background = new Background(screen::add);
        background.every(Duration.ofMillis(5), () -> {
            worker.set(Thread.currentThread());
            three.countDown();
            throw new IllegalStateException("once more");
        });
        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        background.close();
        worker.get().join(TimeUnit.SECONDS.toMillis(20));
        assertThat(worker.get().isAlive()).isFalse();
    }

    private Runnable take() throws InterruptedException {
        Runnable next = screen.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
