package weightroom.lesson;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a student has done so far, of every lesson that was opened. Never changed: whatever is done gives another one.
 *
 * @param lessons by the id of the lesson
 */
public record Progress(SortedMap<String, OfLesson> lessons) {
    /** Nothing was done yet. */
    public static final Progress NONE = new Progress(new TreeMap<>());

    public Progress {
        lessons = Collections.unmodifiableSortedMap(new TreeMap<>(lessons));
    }

    /** What was done of a lesson; nothing where it was never opened. */
    public OfLesson of(String lesson) {
        return lessons.getOrDefault(lesson, OfLesson.NONE);
    }

    /** The same after more was done of a lesson. */
    public Progress with(String lesson, OfLesson done) {
        SortedMap<String, OfLesson> changed = new TreeMap<>(lessons);
        changed.put(lesson, done);
        return new Progress(changed);
    }

    /** The same as if a lesson had never been opened. */
    public Progress without(String lesson) {
        SortedMap<String, OfLesson> changed = new TreeMap<>(lessons);
        changed.remove(lesson);
        return new Progress(changed);
    }

    /**
     * Where a part stands in its lesson.
     *
     * @param step from 0
     * @param part within the step, from 0
     */
    public record Place(int step, int part) implements Comparable<Place> {
        /** Short: {@code 2-0}. */
        @Override
        public String toString() {
            return step + "-" + part;
        }

        static Optional<Place> parse(String text) {
            if (!text.matches("[0-9]{1,4}-[0-9]{1,4}")) {
                return Optional.empty();
            }
            String[] numbers = text.split("-", 2);
            return Optional.of(new Place(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        }

        @Override
        public int compareTo(Place other) {
            return step != other.step ? Integer.compare(step, other.step) : Integer.compare(part, other.part);
        }
    }

    /** What somebody predicted. */
    public sealed interface Prediction {
        /** @param index from 0 */
        record Choice(int index) implements Prediction {}

        record Amount(double value) implements Prediction {}

        /**
         * A curve over epochs.
         *
         * @param points pairs of epoch and value, from left to right; not to be written
         * @param truth the same of what came out; none where that is not known
         */
        record Curve(double[][] points, double[][] truth) implements Prediction {}
    }

    /**
     * What was done of one lesson.
     *
     * @param step the one that was read last, from 0
     * @param done whether it was gone through to its end
     * @param goals those that were reached, with the epoch
     * @param predictions those that are locked in
     * @param quizzes the choice made last, from 0
     */
    public record OfLesson(
            int step,
            boolean done,
            Map<Place, Long> goals,
            Map<Place, Prediction> predictions,
            Map<Place, Integer> quizzes) {
        /** Nothing was done yet. */
        public static final OfLesson NONE = new OfLesson(0, false, Map.of(), Map.of(), Map.of());

        public OfLesson {
            goals = Map.copyOf(goals);
            predictions = Map.copyOf(predictions);
            quizzes = Map.copyOf(quizzes);
        }

        /** At another step. */
        public OfLesson at(int changed) {
            return new OfLesson(changed, done, goals, predictions, quizzes);
        }

        /** Gone through to its end, or no longer so. */
        public OfLesson done(boolean changed) {
            return new OfLesson(step, changed, goals, predictions, quizzes);
        }

        /** With a goal reached. */
        public OfLesson reached(Place goal, long epoch) {
            return new OfLesson(step, done, plus(goals, goal, epoch), predictions, quizzes);
        }

        /** With a prediction locked in. */
        public OfLesson predicted(Place at, Prediction prediction) {
            return new OfLesson(step, done, goals, plus(predictions, at, prediction), quizzes);
        }

        /** With a question of a quiz answered. */
        public OfLesson answered(Place quiz, int choice) {
            return new OfLesson(step, done, goals, predictions, plus(quizzes, quiz, choice));
        }

        private static <T> Map<Place, T> plus(Map<Place, T> map, Place place, T value) {
            Map<Place, T> changed = new HashMap<>(map);
            changed.put(place, value);
            return changed;
        }
    }
}
