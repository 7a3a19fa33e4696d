package weightroom.experiment;

import java.util.List;
import java.util.Set;
import weightroom.engine.InvalidInput;

/**
 * One change to an experiment, written down before it is known what it is made to: a setting, or a whole part such as
 * {@code network.layers} or {@code start}, whose value is then an object or a list as in the experiment file.
 *
 * @param file how messages call where it is written; empty for nowhere
 * @param path of the setting or the part
 * @param value what it becomes
 */
public record Assignment(String file, String path, Node value) {
    private static final Set<String> SECTIONS = Set.of("data", "network", "start", "training");
    /** Parts whose value may be a single word as well. */
    public static final Set<String> WORDED =
            Set.of("start.weights", "start.biases", "training.optimizer", "training.schedule");

    /**
     * The experiment with this change.
     *
     * @throws InvalidInput where it has no such setting, or the value does not fit, naming the place
     */
    public Experiment applyTo(Experiment experiment) {
        return isPart() ? withPart(experiment) : withSetting(experiment);
    }

    /**
     * The same with one change after the other.
     *
     * @throws InvalidInput as {@link #applyTo}, and where what comes out does not fit together
     */
    public static Experiment applyAll(List<Assignment> changes, Experiment experiment) {
        Experiment changed = experiment;
        for (Assignment change : changes) {
            changed = change.applyTo(changed);
        }
        if (!changes.isEmpty()) {
            try {
                ExperimentReader.checkFit(changed);
            } catch (InvalidInput e) {
                throw changes.get(changes.size() - 1).wrong("training " + e.getMessage());
            }
        }
        return changed;
    }

    /**
     * Whether the experiment has this value there already. What else the change would bring along, such as the number of
     * rows that belongs to another source of data, does not count.
     */
    public boolean holdsIn(Experiment experiment) {
        try {
            Experiment changed = applyTo(experiment);
            return isPart() ? changed.equals(experiment) : textIn(changed).equals(textIn(experiment));
        } catch (InvalidInput noSuchSetting) {
            return false;
        }
    }

    /** The value on one line, as a person would write it. */
    public String text() {
        return value instanceof Node.Text text
                ? text.value()
                : JsonPrinter.print(value).strip().replaceAll("\\s+", " ");
    }

    private boolean isPart() {
        return value instanceof Node.Entries || value instanceof Node.Items || WORDED.contains(path);
    }

    private String textIn(Experiment experiment) {
        return Settings.find(experiment, path).text(experiment);
    }

    private Experiment withSetting(Experiment experiment) {
        String text = value instanceof Node.Text word
                ? word.value()
                : value instanceof Node.Nothing ? Setting.NONE : value.found();
        try {
            return Settings.find(experiment, path).with(experiment, text);
        } catch (InvalidInput e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Experiment withPart(Experiment experiment) {
        String section = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        if (!SECTIONS.contains(section)) {
            throw wrong(
                    "%s is no part of an experiment; %sexpected one that begins with data, network, start or training"
                            .formatted(new Node.Text(0, 0, path).found(), Nearest.suggestion(section, SECTIONS)));
        }
        return ExperimentTree.withPart(experiment, path, new Document(file, value));
    }

    private InvalidInput wrong(String problem) {
        return new InvalidInput(Document.place(file, value.line(), value.column()) + problem);
    }
}
