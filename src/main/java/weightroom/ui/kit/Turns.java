package weightroom.ui.kit;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** One turn in each pulse, given to whoever has waited longest for it. On one thread. */
class Turns {
    /** No need to wait for anybody. */
    static final Turns FOR_ALL = new Turns() {
        @Override
        boolean mayHave(Object who, long now) {
            return true;
        }
    };

    private final Queue<Object> waiting = new ArrayDeque<>();
    private final Map<Object, Long> asked = new HashMap<>();
    private long pulse = Long.MIN_VALUE;
    private boolean taken;

    /** Whether somebody may have the turn of this pulse; if not, they are to ask again in the next one, or lose their place. */
    boolean mayHave(Object who, long now) {
        if (now != pulse) {
            begin(now);
        }
        boolean first = waiting.isEmpty() || waiting.peek() == who;
        if (taken || !first) {
            if (asked.put(who, now) == null) {
                waiting.add(who);
            }
            return false;
        }
        waiting.remove(who);
        asked.remove(who);
        taken = true;
        return true;
    }

    /** Those who did not ask in the pulse before have gone. */
    private void begin(long now) {
        waiting.removeIf(who -> asked.getOrDefault(who, Long.MIN_VALUE) != pulse);
        asked.keySet().retainAll(waiting);
        pulse = now;
        taken = false;
    }
}
