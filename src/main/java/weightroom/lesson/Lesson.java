package weightroom.lesson;

import java.util.List;
import weightroom.experiment.Experiment;

/**
 * One lesson, as its file says it.
 *
 * @param id path within the course without the ending, {@code 02-perceptron/05-xor}
 * @param minutes how long it takes, 1 to 60
 * @param needs ids of lessons to take before
 * @param experiment what it starts with
 * @param settings paths of the knobs that are there from the first step on
 * @param view the large picture
 * @param plots the pictures beside it, at most four
 * @param steps at least one
 */
public record Lesson(
        String id,
        String title,
        int minutes,
        List<String> needs,
        Experiment experiment,
        List<String> settings,
        View view,
        List<View> plots,
        List<Step> steps) {
    public Lesson {
        needs = List.copyOf(needs);
        settings = List.copyOf(settings);
        plots = List.copyOf(plots);
        steps = List.copyOf(steps);
    }

    /** The folder that it is in: {@code 02-perceptron}. */
    public String chapter() {
        return id.substring(0, id.indexOf('/'));
    }

    /**
     * What is read and done before going on.
     *
     * @param title plain text
     * @param line where its heading stands in the file, from 1
     * @param parts prose and blocks in the order of the file
     */
    public record Step(String title, int line, List<Part> parts) {
        public Step {
            parts = List.copyOf(parts);
        }

        /** The blocks of one kind, in order. */
        public <T extends Part> List<T> parts(Class<T> kind) {
            return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }
}
