package weightroom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
    /** More threads than processors, jobs of changing size, and pauses in which the threads fall asleep. */
    @Test
    void everyPartIsDoneOnceAndBeforeRunReturns() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        try (WorkerPool pool = new WorkerPool(6)) {
            for (int job = 0; job < 20_000; job++) {
                int parts = 1 + job % 9;
                AtomicIntegerArray done = new AtomicIntegerArray(9);
                pool.run(parts, part -> {
                    workers.add(Thread.currentThread());
                    done.incrementAndGet(part);
                });
                for (int part = 0; part < 9; part++) {
                    assertEquals(part < parts ? 1 : 0, done.get(part), "part " + part + " of job " + job);
                }
                if (job % 5000 == 0) {
                    workers.forEach(WorkerPoolTest::awaitSleep);
                }
            }
        }
    }

    @Test
    void partsRunAtTheSameTime() {
        try (WorkerPool pool = new WorkerPool(3)) {
            CyclicBarrier barrier = new CyclicBarrier(3);
            for (int job = 0; job < 50; job++) {
                pool.run(3, part -> {
                    try {
                        barrier.await(10, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
    }

    /** Both parts of a job wait for each other, so that both threads take one; that part stays the same. */
    @Test
    void aPartIsDoneByTheSameThreadInEveryJob() {
        try (WorkerPool pool = new WorkerPool(2)) {
            CyclicBarrier barrier = new CyclicBarrier(2);
            Thread caller = Thread.currentThread();
            AtomicLong faithful = new AtomicLong();
            for (int job = 0; job < 200; job++) {
                pool.run(2, part -> {
                    if (part == 0 && Thread.currentThread() == caller) {
                        faithful.incrementAndGet();
                    }
                    try {
                        barrier.await(10, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            assertTrue(faithful.get() > 150, faithful + " of 200");
        }
    }

    @Test
    void theFirstFailureOfAPartReachesTheCallerAfterAllPartsHaveEnded() {
        try (WorkerPool pool = new WorkerPool(3)) {
            AtomicLong ended = new AtomicLong();
            IllegalStateException failure = new IllegalStateException("planted");
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> pool.run(8, part -> {
                        ended.incrementAndGet();
                        if (part == 5) {
                            throw failure;
                        }
                    }));
            assertSame(failure, thrown);
            assertEquals(8, ended.get());
            pool.run(4, part -> ended.incrementAndGet());
            assertEquals(12, ended.get(), "the pool goes on after a failure");
        }
    }

    @Test
    void aJobWithinAJobIsDoneByItsCaller() {
        try (WorkerPool pool = new WorkerPool(2)) {
            AtomicLong count = new AtomicLong();
            pool.run(4, part -> pool.run(3, inner -> count.incrementAndGet()));
            assertEquals(12, count.get());
        }
    }

    @Test
    void twoCallersAtATimeBothGetAllPartsDone() throws InterruptedException {
        try (WorkerPool pool = new WorkerPool(3)) {
            AtomicLong count = new AtomicLong();
            Runnable caller = () -> {
                for (int i = 0; i < 5000; i++) {
                    pool.run(4, part -> count.incrementAndGet());
                }
            };
            Thread other = new Thread(caller);
            other.start();
            caller.run();
            other.join();
            assertEquals(40_000, count.get());
        }
    }

    @Test
    void idleThreadsSleepUntilTheyAreWoken() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        try (WorkerPool pool = new WorkerPool(2)) {
            CyclicBarrier barrier = new CyclicBarrier(2);
            pool.run(2, part -> {
                workers.add(Thread.currentThread());
                try {
                    barrier.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertEquals(2, workers.size());
            workers.forEach(WorkerPoolTest::awaitSleep);
        }
    }

    /** Until a thread of the pool waits without a limit of time, which costs no processor time; not for the caller. */
    private static void awaitSleep(Thread worker) {
        while (worker != Thread.currentThread() && worker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aClosedPoolLetsCallersDoTheWork() {
        WorkerPool pool = new WorkerPool(3);
        pool.close();
        AtomicLong count = new AtomicLong();
        pool.run(5, part -> count.incrementAndGet());
        assertEquals(5, count.get());
    }
}
