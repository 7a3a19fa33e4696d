package weightroom.ui.learn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where a student is in each lesson, and which ones are done. */
final class Bookmarks {
    private final Map<String, Integer> steps = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    int step(String lesson) {
        return steps.getOrDefault(lesson, 0);
    }

    void visit(String lesson, int step) {
        steps.put(lesson, step);
    }

    void finish(String lesson) {
        done.add(lesson);
        steps.remove(lesson);
    }

    boolean begun(String lesson) {
        return steps.getOrDefault(lesson, 0) > 0;
    }

    boolean done(String lesson) {
        return done.contains(lesson);
    }

    String text() {
        return done + " " + steps;
    }

    void reset() {
        steps.clear();
        done.clear();
    }
}
