package weightroom.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Workers;

/**
 * Daemon threads that take parts of a job as small as 20 µs. Waking a thread takes longer than that, so idle threads look
 * out for the next job for a moment before they go to sleep; asleep they cost nothing. The calling thread works too, and
 * if all others are held up it does every part itself.
 *
 * <p>One number says which job is on and which part is next: {@code job << 32 | part}. A part belongs to the thread that
 * counts it up, and a late thread that still holds the number of an old job cannot.
 */
public final class WorkerPool implements Workers, AutoCloseable {
    /** How long to look out before going to sleep. */
    private static final long SPIN_NANOS = 50_000;
    /** The part that a ticket shows between jobs: beyond the last of any. */
    private static final long NO_PART = Integer.MAX_VALUE;
    /** Looks between two glances at the clock. */
    private static final int LOOKS = 64;

    private final Thread[] threads;
    private final AtomicLong ticket = new AtomicLong(NO_PART);
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger sleepers = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;
    private volatile @Nullable Thread caller;

    // Changed only while the ticket says NO_PART, so that whoever counts up a part has read those of its job.
    private volatile IntConsumer work = part -> {};
    private volatile int parts;

    /** @param count threads at work at the same time, the calling one included; at least 1 */
    public WorkerPool(int count) {
        threads = new Thread[Math.max(0, count - 1)];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(this::lookForWork, "weightroom-worker-" + (i + 1));
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    /** As many as the machine has processors. */
    public static WorkerPool ofAllProcessors() {
        return new WorkerPool(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public int count() {
        return threads.length + 1;
    }

    /**
     * A job within a job, or beside another thread's, is done by the calling thread alone.
     *
     * @throws RuntimeException or Error the first that a part threw, once all parts have ended
     */
    @Override
    public void run(int jobParts, IntConsumer jobWork) {
        if (jobParts <= 1 || threads.length == 0 || closed || !busy.compareAndSet(false, true)) {
            Workers.NONE.run(jobParts, jobWork);
            return;
        }
        try {
            failure.set(null);
            work = jobWork;
            parts = jobParts;
            unfinished.set(jobParts);
            caller = Thread.currentThread();
            ticket.set(((ticket.get() >>> 32) + 1) << 32);
            wake();
            takeParts();
            awaitOthers();
        } finally {
            ticket.set(ticket.get() >>> 32 << 32 | NO_PART);
            caller = null;
            work = part -> {};
            busy.set(false);
        }
        rethrow(failure.get());
    }

    private void wake() {
        if (sleepers.get() > 0) {
            for (Thread thread : threads) {
                LockSupport.unpark(thread);
            }
        }
    }

    /** Does parts of the job that is on until none is left. */
    private void takeParts() {
        while (true) {
            long seen = ticket.get();
            int part = (int) seen;
            IntConsumer job = work;
            if (part >= parts) {
                return;
            }
            if (ticket.compareAndSet(seen, seen + 1)) {
                doPart(job, part);
            }
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void doPart(IntConsumer job, int part) {
        try {
            job.accept(part);
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
        } finally {
            if (unfinished.decrementAndGet() == 0) {
                Thread waiting = caller;
                if (waiting != null && waiting != Thread.currentThread()) {
                    LockSupport.unpark(waiting);
                }
            }
        }
    }

    private void awaitOthers() {
        long start = System.nanoTime();
        boolean interrupted = false;
        while (unfinished.get() > 0) {
            for (int i = 0; i < LOOKS && unfinished.get() > 0; i++) {
                Thread.onSpinWait();
            }
            if (unfinished.get() > 0 && System.nanoTime() - start > SPIN_NANOS) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookForWork() {
        long done = NO_PART;
        long start = System.nanoTime();
        while (!closed) {
            for (int i = 0; i < LOOKS && ticket.get() >>> 32 == done >>> 32; i++) {
                Thread.onSpinWait();
            }
            long seen = ticket.get();
            if (seen >>> 32 != done >>> 32) {
                takeParts();
                done = seen;
                start = System.nanoTime();
            } else if (System.nanoTime() - start > SPIN_NANOS) {
                sleep(done);
                start = System.nanoTime();
            }
        }
    }

    private void sleep(long done) {
        sleepers.incrementAndGet();
        // Between the last look and here a job may have come whose caller saw nobody asleep.
        if (!closed && ticket.get() >>> 32 == done >>> 32) {
            LockSupport.park(this);
        }
        sleepers.decrementAndGet();
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    /** Ends the threads; jobs from now on are done by their callers. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
