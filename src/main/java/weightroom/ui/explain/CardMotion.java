package weightroom.ui.explain;

import java.util.Optional;
import weightroom.explain.Phase;

/** The dash that runs along the links once when a phase begins. */
final class CardMotion {
    private static final double NANOS = 320e6;

    private Optional<Phase> phase = Optional.empty();
    private long since = Long.MIN_VALUE;
    private double share = 1;

    /** Begins with a phase, at the next {@link #at}. */
    void begin(Phase next) {
        phase = Optional.of(next);
        since = Long.MIN_VALUE;
        share = 0;
    }

    void stop() {
        phase = Optional.empty();
    }

    boolean moving() {
        return phase.isPresent();
    }

    /** Takes note of the time. */
    void at(long nanos) {
        if (phase.isEmpty()) {
            return;
        }
        since = since == Long.MIN_VALUE ? nanos : since;
        share = (nanos - since) / NANOS;
        if (share >= 1) {
            phase = Optional.empty();
        }
    }

    Optional<Phase> phase() {
        return phase;
    }

    /** Of its time that has gone by, from 0 to 1. */
    double share() {
        return share;
    }
}
