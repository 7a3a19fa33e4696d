package weightroom.ui.learn;

import javafx.scene.Node;
import weightroom.lesson.Course;
import weightroom.lesson.Lesson;
import weightroom.ui.prose.Prose;
import weightroom.ui.prose.Terms;

/** The texts of a lesson as nodes. */
final class Texts {
    private Texts() {}

    /** Paragraphs, lists, tables, pictures. */
    static Node block(Course course, Lesson lesson, String markdown) {
        return Prose.of(markdown, terms(course), path -> course.picture(lesson, path));
    }

    /** One paragraph within a card. */
    static Node line(Course course, String markdown) {
        return Prose.line(markdown, terms(course));
    }

    private static Terms terms(Course course) {
        return id -> course.glossary()
                .find(id)
                .map(entry -> new Terms.Explanation(entry.title(), entry.formula(), entry.text()));
    }
}
