package weightroom.ui.learn;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weightroom.lesson.Lesson;
import weightroom.lesson.Part;
import weightroom.lesson.View;

/**
 * What a lesson leaves to its reader at a step.
 *
 * @param step from 0
 */
record Unlocked(Lesson lesson, int step) {
    private static final int MOST_PLOTS = 4;

    /** The paths of the settings that are there by now. */
    List<String> settings() {
        Set<String> paths = new LinkedHashSet<>(lesson.settings());
        unlocks(step).forEach(unlock -> paths.addAll(unlock.settings()));
        return List.copyOf(paths);
    }

    /** How many more settings later steps bring. */
    int settingsToCome() {
        Set<String> later = new HashSet<>();
        unlocks(lesson.steps().size() - 1).forEach(unlock -> later.addAll(unlock.settings()));
        settings().forEach(later::remove);
        return later.size();
    }

    /** The large picture. */
    View view() {
        View view = lesson.view();
        for (Part.Unlock unlock : unlocks(step)) {
            view = unlock.view().orElse(view);
        }
        return view;
    }

    /** The pictures beside it: the newest ones, where there are too many. */
    List<View> plots() {
        Set<View> plots = new LinkedHashSet<>(lesson.plots());
        unlocks(step).forEach(unlock -> plots.addAll(unlock.plots()));
        plots.remove(view());
        List<View> all = List.copyOf(plots);
        return all.subList(Math.max(0, all.size() - MOST_PLOTS), all.size());
    }

    /** How far the pictures of a pass go; empty where no step up to here says it. */
    Optional<Part.Explain> explain() {
        return lesson.steps().subList(0, step + 1).stream()
                .flatMap(one -> one.parts(Part.Explain.class).stream())
                .reduce((before, after) -> after);
    }

    private List<Part.Unlock> unlocks(int upTo) {
        return lesson.steps().subList(0, upTo + 1).stream()
                .flatMap(one -> one.parts(Part.Unlock.class).stream())
                .toList();
    }
}
