package weightroom.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Assignment;
import weightroom.experiment.DocumentParser;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Nearest;
import weightroom.experiment.Node;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;

/**
 * What differs between lanes: a setting, or a whole part of the experiment, and the values that it takes in turn. Beside the
 * paths of {@link Settings} and {@link Assignment} there are those of {@link Shorthand}, for all hidden layers at once.
 *
 * <p>Where the choice of an optimizer, a schedule or a start differs, the numbers that belong to the old choice go with it and
 * the learning rate stays; a lane whose value is the one that is set already keeps everything.
 *
 * @param path as on the command line: {@code training.optimizer.id}
 * @param values at least one; words and numbers as texts, parts as objects or lists
 */
public record Variation(String path, List<Node> values) {
    private static final String SEED = "seed";

    /** @throws InvalidInput when it has no path or no values, or is about the seed, which all lanes share */
    public Variation {
        values = List.copyOf(values);
        if (path.isBlank() || values.isEmpty()) {
            throw new InvalidInput(Text.of("variation.empty", path));
        }
        if (path.equals(SEED)) {
            throw new InvalidInput(Text.of("variation.seed"));
        }
    }

    /** One with values that are words or numbers. */
    public static Variation of(String path, List<String> words) {
        return new Variation(
                path,
                words.stream()
                        .map(word -> (Node) new Node.Text(0, 0, word.strip()))
                        .toList());
    }

    /**
     * Reads one as it is written on the command line: {@code training.optimizer.id=sgd,adam}. A value that begins with a
     * bracket or a brace is a list or an object as in the experiment file, in which quotes may be left out:
     * {@code network.layers=[{units: 4, activation: tanh}, {units: 1, activation: sigmoid}],[…]}.
     *
     * @throws InvalidInput saying what was found and what was expected
     */
    public static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InvalidInput(Text.of("variation.equals", text));
        }
        String path = text.substring(0, equals).strip();
        List<Node> values = new ArrayList<>();
        for (String word : split(text.substring(equals + 1))) {
            if (word.isEmpty()) {
                throw new InvalidInput(Text.of("variation.blank", path));
            }
            boolean part = word.startsWith("[") || word.startsWith("{");
            values.add(part ? DocumentParser.yaml(path, word, 1, path).root() : new Node.Text(0, 0, word));
        }
        return new Variation(path, values);
    }

    /** At commas that stand in no bracket, brace or quotation. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            quoted ^= sign == '"';
            depth += quoted ? 0 : sign == '[' || sign == '{' ? 1 : sign == ']' || sign == '}' ? -1 : 0;
            if (sign == ',' && depth <= 0 && !quoted) {
                words.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        words.add(text.substring(from).strip());
        return words;
    }

    /**
     * The experiment with one of the values.
     *
     * @throws InvalidInput when it has no such setting, naming the nearest, or the value does not fit
     */
    public Experiment apply(Experiment experiment, Node value) {
        Shorthand shorthand = Shorthand.byPath(path).orElse(null);
        if (shorthand != null) {
            return shorthand.apply(experiment, assignment(value).text());
        }
        Assignment change = assignment(value);
        if (value instanceof Node.Text) {
            checkPath(experiment);
        }
        return change.holdsIn(experiment) ? experiment : change.applyTo(experiment);
    }

    /** @throws InvalidInput where settings of the experiment do not fit each other, as where a loss and an output do not */
    static void checkFit(Experiment experiment) {
        try {
            ExperimentReader.checkFit(experiment);
        } catch (InvalidInput e) {
            throw new InvalidInput("training " + e.getMessage(), e);
        }
    }

    /** The value as a person writes it. */
    String text(Node value) {
        return assignment(value).text();
    }

    private Assignment assignment(Node value) {
        return new Assignment("", path, value);
    }

    private void checkPath(Experiment experiment) {
        Set<String> known = Stream.concat(
                        Settings.of(experiment).stream().map(Setting::path),
                        Stream.concat(
                                Arrays.stream(Shorthand.values()).map(Shorthand::path), Assignment.WORDED.stream()))
                .filter(one -> !one.equals(SEED) && !one.equals("title"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(path)) {
            throw new InvalidInput(
                    Text.of("variation.path", path, Nearest.suggestion(path, known), String.join(", ", known)));
        }
    }
}
