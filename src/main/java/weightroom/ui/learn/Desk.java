package weightroom.ui.learn;

import javafx.scene.Node;
import weightroom.lesson.Course;

/**
 * What the cards of a lesson share.
 *
 * @param course that the lesson is of
 */
record Desk(LessonModel model, Course course) {
    Node text(String markdown) {
        return Texts.line(course, markdown);
    }
}
