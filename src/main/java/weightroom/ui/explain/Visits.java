package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.explain.Quantity;

/** The numbers that were explained one after the other, and which of them is now: to go back, and forward again. */
final class Visits {
    /** Further back nobody goes step by step. */
    private static final int MOST = 200;

    private final List<Quantity> visited = new ArrayList<>();
    private int at = -1;

    /** Goes to a number. What was forward of the present one is forgotten. */
    void go(Quantity number) {
        if (at >= 0 && visited.get(at).equals(number)) {
            return;
        }
        visited.subList(at + 1, visited.size()).clear();
        visited.add(number);
        if (visited.size() > MOST) {
            visited.remove(0);
        }
        at = visited.size() - 1;
    }

    /** What is one step before, if anything; goes there. */
    Optional<Quantity> back() {
        return step(-1);
    }

    /** What is one step on, if anything; goes there. */
    Optional<Quantity> forward() {
        return step(1);
    }

    boolean hasBack() {
        return at > 0;
    }

    boolean hasForward() {
        return at + 1 < visited.size();
    }

    private Optional<Quantity> step(int by) {
        int wanted = at + by;
        if (wanted < 0 || wanted >= visited.size()) {
            return Optional.empty();
        }
        at = wanted;
        return Optional.of(visited.get(at));
    }
}
