package weightroom.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
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
 * <p>Part p of every job is meant for the same thread, p modulo their number, so that what the part works on is still in
 * the cache of its core the next time. A thread that has done its own takes from those that are at work on theirs at
 * once, and from one that has not begun after a moment.
 *
 * <p>For each thread one number says which job is on and which of its parts is next: {@code job << 32 | part}. A part
 * belongs to the thread that counts it up, and a late thread that still holds the number of an old job cannot.
 */
public final class WorkerPool implements Workers, AutoCloseable {
    /** How long to look out before going to sleep. */
    private static final long SPIN_NANOS = 50_000;
    /** The part that tickets show between jobs: beyond the last of any. */
    private static final long NO_PART = Integer.MAX_VALUE;
    /** How long a thread may take to begin with its parts. */
    private static final long PATIENCE_NANOS = 20_000;
    /** Longs from one thread's number to the next, so that each has a cache line of its own. */
    private static final int APART = 16;
    /** Looks between two glances at the clock. */
    private static final int LOOKS = 64;

    private final Thread[] threads;
    private final AtomicLongArray tickets;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final AtomicInteger sleepers = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;
    private volatile @Nullable Thread caller;

    // Changed only while the tickets say NO_PART, so that whoever counts up a part has read those of its job.
    private volatile IntConsumer work = part -> {};
    private volatile int parts;

    /** @param count threads at work at the same time, the calling one included; at least 1 */
    public WorkerPool(int count) {
        threads = new Thread[Math.max(0, count - 1)];
        tickets = new AtomicLongArray(APART * (threads.length + 2));
        announce(0, false);
        for (int i = 0; i < threads.length; i++) {
            int own = i + 1;
            threads[i] = new Thread(() -> lookForWork(own), "weightroom-worker-" + (i + 1));
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
            announce(job(0) + 1, true);
            wake();
            takeParts(0);
            awaitOthers();
        } finally {
            announce(job(0), false);
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

    private void announce(long job, boolean on) {
        for (int thread = 0; thread < count(); thread++) {
            tickets.set(place(thread), job << 32 | (on ? thread : NO_PART));
        }
    }

    /** The job that this thread was last told of. */
    private long job(int thread) {
        return tickets.get(place(thread)) >>> 32;
    }

    private static int place(int thread) {
        return APART * (thread + 1);
    }

    /** Does parts of the job that is on until none is left: its own, then those of others. */
    private void takeParts(int own) {
        takePartsOf(own);
        long start = System.nanoTime();
        boolean late = false;
        for (boolean open = true; open; ) {
            open = false;
            for (int i = 1; i < count(); i++) {
                int other = (own + i) % count();
                int next = (int) tickets.get(place(other));
                if (next < parts && (late || next != other)) {
                    takePartsOf(other);
                } else {
                    open |= next < parts;
                }
            }
            if (open) {
                Thread.onSpinWait();
                late = System.nanoTime() - start > PATIENCE_NANOS;
            }
        }
    }

    private void takePartsOf(int thread) {
        while (true) {
            long seen = tickets.get(place(thread));
            int part = (int) seen;
            IntConsumer job = work;
            if (part >= parts) {
                return;
            }
            if (tickets.compareAndSet(place(thread), seen, seen + count())) {
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

    private void lookForWork(int own) {
        long done = 0;
        long start = System.nanoTime();
        while (!closed) {
            for (int i = 0; i < LOOKS && job(own) == done; i++) {
                Thread.onSpinWait();
            }
            long seen = job(own);
            if (seen != done) {
                takeParts(own);
                done = seen;
                start = System.nanoTime();
            } else if (System.nanoTime() - start > SPIN_NANOS) {
                sleep(own, done);
                start = System.nanoTime();
            }
        }
    }

    private void sleep(int own, long done) {
        sleepers.incrementAndGet();
        // Between the last look and here a job may have come whose caller saw nobody asleep.
        if (!closed && job(own) == done) {
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
