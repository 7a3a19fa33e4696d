package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import weightroom.lesson.Lesson;
import weightroom.lesson.Part;
import weightroom.lesson.Progress;
import weightroom.lesson.Progress.OfLesson;

/** What a student has answered, reached and opened in a lesson, by the places of its parts. */
final class Answers {
    private final Map<Place, Prediction> predictions = new HashMap<>();
    private final Map<Place, Goal> goals = new HashMap<>();
    private final Map<Place, Integer> quizzes = new HashMap<>();
    private final Set<Place> opened = new HashSet<>();
    private final Set<Place> revealed = new HashSet<>();

    /** @param before what was answered and reached when the lesson was open last */
    Answers(Lesson lesson, OfLesson before) {
        prepare(lesson);
        before.predictions().forEach((at, given) -> {
            Prediction prediction = predictions.get(Place.of(at));
            if (prediction != null) {
                prediction.restore(given);
            }
        });
        before.goals().forEach((at, epoch) -> {
            Goal goal = goals.get(Place.of(at));
            if (goal != null) {
                goal.restore(epoch);
            }
        });
        before.quizzes().forEach((at, choice) -> {
            Place place = Place.of(at);
            if (places(lesson).contains(place)
                    && part(lesson, place) instanceof Part.Quiz quiz
                    && choice < quiz.choices().size()) {
                quizzes.put(place, choice);
            }
        });
    }

    /** What is to be remembered of them. */
    OfLesson kept(int step, boolean done) {
        OfLesson kept = new OfLesson(step, done, Map.of(), Map.of(), Map.of());
        for (Map.Entry<Place, Goal> goal : goals.entrySet()) {
            Optional<Goal.Reached> reached = goal.getValue().reached();
            if (reached.isPresent()) {
                kept = kept.reached(
                        goal.getKey().kept(), (long) reached.get().at().epoch());
            }
        }
        for (Map.Entry<Place, Prediction> prediction : predictions.entrySet()) {
            Optional<Progress.Prediction> locked = prediction.getValue().kept();
            if (locked.isPresent()) {
                kept = kept.predicted(prediction.getKey().kept(), locked.get());
            }
        }
        for (Map.Entry<Place, Integer> quiz : quizzes.entrySet()) {
            kept = kept.answered(quiz.getKey().kept(), quiz.getValue());
        }
        return kept;
    }

    /** The prediction at a place where one is asked for. */
    Prediction prediction(Place place) {
        return Objects.requireNonNull(predictions.get(place), "no prediction is asked for there");
    }

    /** The goal at a place where there is one. */
    Goal goal(Place place) {
        return Objects.requireNonNull(goals.get(place), "there is no goal");
    }

    List<Goal> goals() {
        return List.copyOf(goals.values());
    }

    /** The choice of a quiz that was made last. */
    OptionalInt quiz(Place place) {
        Integer chosen = quizzes.get(place);
        return chosen == null ? OptionalInt.empty() : OptionalInt.of(chosen);
    }

    void answer(Place place, int choice) {
        quizzes.put(place, choice);
    }

    /** Whether a hint or a reveal is open. */
    boolean isOpen(Place place) {
        return opened.contains(place);
    }

    void toggle(Place place) {
        if (!opened.remove(place)) {
            opened.add(place);
        }
    }

    /** Whether a teacher has shown the answer to a class. */
    boolean isRevealed(Place place) {
        return revealed.contains(place);
    }

    void reveal(Place place, Part part) {
        revealed.add(place);
        if (part instanceof Part.Reveal) {
            opened.add(place);
        }
    }

    /** Keeps what still answers the same questions in the edited lesson, and forgets the rest. */
    void follow(Lesson before, Lesson edited) {
        for (Place place : places(before)) {
            boolean there = place.step() < edited.steps().size()
                    && place.part() < edited.steps().get(place.step()).parts().size();
            if (!there || !Questions.same(part(before, place), part(edited, place))) {
                forget(place);
            }
        }
        prepare(edited);
    }

    static Part part(Lesson lesson, Place place) {
        return lesson.steps().get(place.step()).parts().get(place.part());
    }

    private void forget(Place place) {
        predictions.remove(place);
        goals.remove(place);
        quizzes.remove(place);
        opened.remove(place);
        revealed.remove(place);
    }

    private void prepare(Lesson lesson) {
        for (Place place : places(lesson)) {
            if (part(lesson, place) instanceof Part.Predict question) {
                predictions.computeIfAbsent(place, at -> new Prediction(question));
            } else if (part(lesson, place) instanceof Part.Goal wanted) {
                goals.computeIfAbsent(place, at -> new Goal(wanted));
            }
        }
    }

    private static List<Place> places(Lesson lesson) {
        List<Place> places = new ArrayList<>();
        for (int s = 0; s < lesson.steps().size(); s++) {
            for (int p = 0; p < lesson.steps().get(s).parts().size(); p++) {
                places.add(new Place(s, p));
            }
        }
        return places;
    }
}
