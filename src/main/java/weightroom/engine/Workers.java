package weightroom.engine;

import java.util.function.IntConsumer;

/**
 * Threads lent to a device. The engine starts none itself: who runs it decides how many there are.
 */
public interface Workers {
    /** Only the calling thread. */
    Workers NONE = new Workers() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void run(int parts, IntConsumer work) {
            for (int part = 0; part < parts; part++) {
                work.accept(part);
            }
        }
    };

    /** How many parts can run at the same time, the calling thread's included. */
    int count();

    /**
     * Runs {@code work} for every part 0 … parts−1, each once, on any thread, and returns when all are done. Which thread
     * does which part must not matter to the result.
     */
    void run(int parts, IntConsumer work);
}
