package weightroom.ui.learn;

/**
 * Where a part stands in a lesson.
 *
 * @param step from 0
 * @param part within the step, from 0
 */
record Place(int step, int part) {
    /** Short, for ids of controls: {@code 2-0}. */
    String id() {
        return step + "-" + part;
    }
}
