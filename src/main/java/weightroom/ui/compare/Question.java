package weightroom.ui.compare;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weightroom.race.Figure;
import weightroom.race.Target;

/**
 * What a race is to find out, as the controls ask for it.
 *
 * @param difference what the lanes differ in
 * @param path of the setting, where the difference is one that has to be named; else empty
 * @param values one per lane, as they are written: {@code adam}, {@code 0.03}, {@code 8-8}, the path of a file
 * @param seeds how many each lane is trained from
 * @param target what counts as solved
 * @param trials how many learning rates each lane may try for itself before the race; 0 for racing as set
 * @param epochs that the lanes are trained for
 */
public record Question(
        Difference difference, String path, List<String> values, int seeds, Target target, int trials, long epochs) {
    private static final String BETWEEN = ";";
    private static final String COMMA = ",";
    private static final int PARTS = 8;

    public Question {
        values = List.copyOf(values);
    }

    /** The path of the setting that differs; empty where it is no single one. */
    String settingPath() {
        return path.isEmpty() ? difference.path() : path;
    }

    /** The trials that there are: none where the learning rate itself differs. */
    int trialsOfLanes() {
        return settingPath().equals(Difference.LEARNING_RATE.path()) ? 0 : trials;
    }

    Question withDifference(Difference changed, String changedPath, List<String> changedValues) {
        return new Question(changed, changedPath, changedValues, seeds, target, trials, epochs);
    }

    Question withValues(List<String> changed) {
        return new Question(difference, path, changed, seeds, target, trials, epochs);
    }

    Question withSeeds(int changed) {
        return new Question(difference, path, values, changed, target, trials, epochs);
    }

    Question withTarget(Target changed) {
        return new Question(difference, path, values, seeds, changed, trials, epochs);
    }

    Question withTrials(int changed) {
        return new Question(difference, path, values, seeds, target, changed, epochs);
    }

    Question withEpochs(long changed) {
        return new Question(difference, path, values, seeds, target, trials, changed);
    }

    /** One line to remember it by. */
    String text() {
        return String.join(
                BETWEEN,
                difference.id(),
                path,
                values.stream()
                        .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(COMMA)),
                Integer.toString(seeds),
                target.figure().id(),
                Double.toString(target.value()),
                Integer.toString(trials),
                Long.toString(epochs));
    }

    /** What was remembered; empty where the line is none of {@link #text()}. */
    static Optional<Question> read(String line) {
        List<String> parts = new ArrayList<>(Arrays.asList(line.split(BETWEEN, -1)));
        Optional<Figure> figure = parts.size() == PARTS ? Figure.byId(parts.get(4)) : Optional.empty();
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> values = parts.get(2).isEmpty()
                    ? List.of()
                    : Arrays.stream(parts.get(2).split(COMMA, -1))
                            .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                            .toList();
            Target target = new Target(figure.get(), Double.parseDouble(parts.get(5)));
            return Optional.of(new Question(
                    Difference.byId(parts.get(0)),
                    parts.get(1),
                    values,
                    Integer.parseInt(parts.get(3)),
                    target,
                    Integer.parseInt(parts.get(6)),
                    Long.parseLong(parts.get(7))));
        } catch (IllegalArgumentException written) {
            return Optional.empty();
        }
    }
}
