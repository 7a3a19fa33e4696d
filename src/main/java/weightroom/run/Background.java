package weightroom.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import weightroom.engine.InvalidInput;

/**
 * One thread for what may take a while and must not hold up the screen: reading and writing files. What is asked for is
 * done in order; each answer is handed to the screen, or dropped once this is closed.
 */
public final class Background implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    private static final long PATIENCE_SECONDS = 5;

    private final ScheduledExecutorService thread;
    private final Executor screen;
    private final List<Future<?>> repeated = new CopyOnWriteArrayList<>();

    /** @param screen runs what it is given on the screen's thread, in order */
    public Background(Executor screen) {
        this.screen = screen;
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "background");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Does something on the background's thread.
     *
     * @param work gives the answer; may throw {@link InvalidInput}, whose message is for the user
     * @param done receives the answer on the screen's thread
     * @param failed receives what to tell the user, on the screen's thread
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        try {
            thread.execute(() -> {
                Runnable answer = answer(work, done, failed);
                if (!thread.isShutdown()) {
                    screen.execute(answer);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.log(System.Logger.Level.DEBUG, "asked for after the window was closed", closed);
        }
    }

    /** Does something again and again, for the first time after one {@code pause}; until this is closed. */
    public void every(Duration pause, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException error) {
                LOG.log(System.Logger.Level.WARNING, "what is done now and then failed", error);
            }
        };
        long millis = pause.toMillis();
        repeated.add(thread.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Takes nothing more, and waits up to five seconds for what was asked before. */
    @Override
    public void close() {
        repeated.forEach(work -> work.cancel(false));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "a file was not done in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Runnable answer(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (InvalidInput refused) {
            return () -> failed.accept(String.valueOf(refused.getMessage()));
        } catch (Exception error) {
            LOG.log(System.Logger.Level.ERROR, "work in the background failed", error);
            return () -> failed.accept(Text.of("background.failed", String.valueOf(error.getMessage())));
        }
    }
}
