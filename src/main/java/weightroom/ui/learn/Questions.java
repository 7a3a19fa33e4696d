package weightroom.ui.learn;

import weightroom.lesson.Part;
import weightroom.ui.kit.Messages;

/** Which parts of a lesson ask the same, whatever line they stand on. */
final class Questions {
    private Questions() {}

    /** What is said to somebody who plays before having answered. */
    static String holdBack() {
        return Messages.text("learn.hold");
    }

    /** Whether what was answered to one part is an answer to the other as well. */
    static boolean same(Part one, Part other) {
        if (one instanceof Part.Predict before && other instanceof Part.Predict after) {
            return before.question().equals(after.question()) && before.answer().equals(after.answer());
        } else if (one instanceof Part.Goal before && other instanceof Part.Goal after) {
            return before.reach().equals(after.reach())
                    && before.within() == after.within()
                    && before.when().equals(after.when());
        } else if (one instanceof Part.Quiz before && other instanceof Part.Quiz after) {
            return before.question().equals(after.question())
                    && before.choices().equals(after.choices());
        }
        return one.getClass() == other.getClass();
    }
}
