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
import java.util.concurrent.atomic.AtomicInteger;
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
        CountDownLatch begun = new CountDownLatch(1);
        Background background = new Background(screen::add);
        background.run(
                () -> {
                    begun.countDown();
                    Thread.sleep(200);
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
        AtomicInteger times = new AtomicInteger();
        Background background = new Background(screen::add);
        background.every(Duration.ofMillis(5), () -> {
            times.incrementAndGet();
            three.countDown();
            throw new IllegalStateException("once more");
        });
        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        background.close();
        int then = times.get();
        Thread.sleep(50);
        assertThat(times).hasValue(then);
    }

    private Runnable take() throws InterruptedException {
        Runnable next = screen.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
