package weightroom.ui.learn;

import java.util.OptionalInt;
import org.kordamp.ikonli.feather.Feather;
import weightroom.lesson.Part;
import weightroom.ui.kit.Messages;

/** A question on what was learned; every answer says at once whether it is right and why. */
final class QuizCard extends Card {
    private final Place place;
    private final Part.Quiz quiz;
    private final ChoiceRows rows;

    QuizCard(Desk desk, Place place) {
        super(desk, "quiz");
        this.place = place;
        quiz = (Part.Quiz) desk.model().part(place);
        rows = new ChoiceRows(desk, place.id(), quiz.choices(), index -> model().answer(place, index));
        getChildren().addAll(head(Feather.HELP_CIRCLE, Messages.text("learn.quiz")), text(quiz.question()), rows);
        refresh();
    }

    @Override
    void refresh() {
        OptionalInt given = model().quiz(place);
        boolean judged = given.isPresent() && !model().hides(place);
        boolean right =
                given.isPresent() && quiz.choices().get(given.getAsInt()).right();
        rows.show(given, judged && right, judged, right);
    }
}
