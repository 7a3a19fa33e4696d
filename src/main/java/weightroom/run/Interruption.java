package weightroom.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a command works: the work is asked to stop, and the program ends once it has, so that what was reached can
 * be kept.
 */
public final class Interruption implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Interruption.class.getName());
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    public Interruption() {
        hook = new Thread(this::stopAndWait, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the user wants it to end. */
    public boolean asked() {
        return asked;
    }

    /** The work is over; a waiting end of the program goes on. */
    @Override
    public void close() {
        done.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                LOG.log(System.Logger.Level.DEBUG, "asked to stop when all was done", endingAlready);
            }
        }
    }

    private void stopAndWait() {
        asked = true;
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the work did not stop in time; what was not yet saved is lost");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
