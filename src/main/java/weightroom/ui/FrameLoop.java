package weightroom.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import weightroom.run.Snapshot;
import weightroom.ui.model.RunModel;

/**
 * Takes the newest snapshot once per pulse and has it shown. Sleeps while nothing moves, until it is {@linkplain #wake
 * woken}; that is the one place where another thread reaches the screen's.
 */
final class FrameLoop extends AnimationTimer {
    /** Pulses without a change before it sleeps: long enough for everything that is shown less often than each pulse. */
    private static final int PATIENCE = 12;

    private final Supplier<Snapshot> newest;
    private final RunModel model;
    private final LongConsumer show;
    private final BooleanSupplier moving;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AtomicLong woken = new AtomicLong();
    private long heard;
    private int still;
    private long frames;
    private long worked;

    /**
     * @param newest the trainer's newest snapshot
     * @param model takes it over
     * @param show has the view show it; receives the time in nanoseconds
     * @param moving whether anything else than the run moves by itself
     */
    FrameLoop(Supplier<Snapshot> newest, RunModel model, LongConsumer show, BooleanSupplier moving) {
        this.newest = newest;
        this.model = model;
        this.show = show;
        this.moving = moving;
    }

    /** Has the loop run again; may be called on any thread, as often as one likes. */
    void wake() {
        woken.incrementAndGet();
        if (awake.compareAndSet(false, true)) {
            onScreen(() -> {
                still = 0;
                start();
            });
        }
    }

    /** Does something on the screen's thread, after what was asked for before. */
    static void onScreen(Runnable what) {
        Platform.runLater(what);
    }

    /** Pulses in which something new was shown. */
    long frames() {
        return frames;
    }

    /** Nanoseconds spent in pulses since this was last asked. */
    long takeWorked() {
        long nanos = worked;
        worked = 0;
        return nanos;
    }

    @Override
    public void handle(long now) {
        long begin = System.nanoTime();
        pulse(now);
        worked += System.nanoTime() - begin;
    }

    private void pulse(long now) {
        long calls = woken.get();
        Snapshot next = newest.get();
        boolean moved = calls != heard || next.playing() || moving.getAsBoolean();
        heard = calls;
        frames += moved ? 1 : 0;
        model.accept(next);
        show.accept(now);
        still = moved ? 0 : still + 1;
        if (still > PATIENCE) {
            stop();
            awake.set(false);
            // What came between the look above and here has found the loop awake, and woke nobody.
            if (woken.get() != calls) {
                wake();
            }
        }
    }
}
