package weightroom.race;

import java.util.List;
import java.util.Optional;
import weightroom.engine.State;
import weightroom.race.Member.Moment;
import weightroom.run.Keyframes;

/** All members at one tick; whoever is put back to it goes on as if nothing had happened since. */
public final class PackFrame implements Keyframes.Frame<PackFrame> {
    private static final long OVERHEAD_BYTES = 120;
    private final long tick;
    private final List<Moment> moments;

    PackFrame(long tick, List<Moment> moments) {
        this.tick = tick;
        this.moments = moments;
    }

    public long tick() {
        return tick;
    }

    /** Of one member. */
    Moment moment(int member) {
        return moments.get(member);
    }

    @Override
    public long step() {
        return tick;
    }

    @Override
    public long bytes(Optional<PackFrame> before) {
        long bytes = 0;
        for (int m = 0; m < moments.size(); m++) {
            int index = m;
            bytes += bytes(moments.get(m), before.map(frame -> frame.moments.get(index)));
        }
        return bytes;
    }

    @SuppressWarnings("ReferenceEquality")
    private static long bytes(Moment one, Optional<Moment> before) {
        if (before.map(other -> other == one).orElse(false)) {
            return Long.BYTES;
        }
        boolean sameBest = before.map(Moment::best).map(one.best()::equals).orElse(false);
        return OVERHEAD_BYTES
                + bytes(one.state())
                + (sameBest ? 0 : one.best().map(PackFrame::bytes).orElse(0L));
    }

    private static long bytes(State state) {
        long numbers = state.parameters().length;
        for (float[] slot : state.slots()) {
            numbers += slot.length;
        }
        return Float.BYTES * numbers;
    }
}
