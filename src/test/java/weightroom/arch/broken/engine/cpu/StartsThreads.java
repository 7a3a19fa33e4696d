package weightroom.arch.broken.engine.cpu;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** Planted for {@code ArchitectureTest}. */
class StartsThreads {
    void byHand() {
        new Thread(() -> {}).start();
    }

    Object byExecutor() {
        return Executors.newCachedThreadPool();
    }

    Object byPool() {
        return new ForkJoinPool(2);
    }

    CompletableFuture<Integer> byFuture() {
        return CompletableFuture.supplyAsync(() -> 1);
    }

    Object byStream() {
        return List.of(1).parallelStream();
    }
}
