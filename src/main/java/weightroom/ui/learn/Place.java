package weightroom.ui.learn;

import weightroom.lesson.Progress;

/**
 * Where a part stands in a lesson.
 *
 * @param step from 0
 * @param part within the step, from 0
 */
record Place(int step, int part) {
    static Place of(Progress.Place kept) {
        return new Place(kept.step(), kept.part());
    }

    /** Short, for ids of controls: {@code 2-0}. */
    String id() {
        return step + "-" + part;
    }

    Progress.Place kept() {
        return new Progress.Place(step, part);
    }
}
