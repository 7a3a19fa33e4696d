package weightroom.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import weightroom.experiment.SavedRun;
import weightroom.run.Background;
import weightroom.ui.files.Session;

/**
 * The run that was open when the last window was closed. Its file is read while the toolkit starts, so that the window neither
 * waits for it nor shows another run first; a file that takes longer comes later.
 */
final class LastRun implements AutoCloseable {
    private final Background reader = new Background(Runnable::run);
    private final CompletableFuture<Optional<SavedRun>> read = new CompletableFuture<>();

    private final Session session;

    /** Begins to read. */
    LastRun(Session session) {
        this.session = session;
        reader.run(session::last, read::complete, message -> read.complete(Optional.empty()));
    }

    /** Waits until it was read, for at most so long; not for the screen's thread. */
    void await(long millis) {
        try {
            read.get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException later) {
            // Whoever asks for it then is told that there is none yet.
            return;
        }
    }

    /** What keeps the run of the window that opens now. */
    Session session() {
        return session;
    }

    boolean isRead() {
        return read.isDone();
    }

    /** The run that was read; empty for none, or none yet. */
    Optional<SavedRun> now() {
        return read.getNow(Optional.empty());
    }

    /** Hands the run over on the screen's thread as soon as it was read. */
    void whenRead(Consumer<SavedRun> receiver) {
        // The reader does one thing after the other.
        reader.run(
                this::now,
                found -> found.ifPresent(run -> FrameLoop.onScreen(() -> receiver.accept(run))),
                message -> {});
    }

    @Override
    public void close() {
        reader.close();
    }
}
