package weightroom.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Schedule;
import weightroom.engine.Term;
import weightroom.experiment.Document;
import weightroom.experiment.DocumentParser;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Nearest;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;

/**
 * What every term means: the vocabulary in its own words, the settings in those of their help, and what a course adds in
 * {@code glossary.yaml}.
 */
public final class Glossary {
    private static final int MOST_TEXT = 1_000;
    private static final String LAYER = "network.layers.";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A term explained.
     *
     * @param title as it stands on screen
     * @param formula in plain Unicode; empty where there is none, or more than one meaning
     * @param text plain text; one line for each meaning
     */
    public record Entry(String id, String title, String formula, String text) {}

    /** The vocabulary and the settings. */
    public Glossary() {
        addAll("Activation", Activation.values());
        addAll("Loss", Loss.values());
        addAll("Optimizer", Optimizer.values());
        addAll("Start", Initializer.values());
        addAll("Schedule", Schedule.values());
        addAll("Data", DataSource.values());
        add(new Entry(
                LayerSpec.SOFTMAX,
                "Softmax",
                "pᵢ = e^zᵢ / Σⱼ e^zⱼ",
                "Turns the output layer's sums into shares that add up to 1, one for each class."));
        addSettings();
    }

    /**
     * The same with the terms of a course, which explain what is not in the vocabulary, or in other words what is.
     *
     * @param name of the file, for messages
     * @throws InvalidInput naming the place and what is wrong there
     */
    static Glossary of(String name, String yaml) {
        Glossary glossary = new Glossary();
        if (yaml.isBlank()) {
            return glossary;
        }
        Document document = DocumentParser.yaml(name, yaml, 1, "terms: neuron: \"what it is\"");
        for (Map.Entry<String, Node> term : Section.root(document).fields().entrySet()) {
            glossary.entries.put(term.getKey(), entry(document, term.getKey(), term.getValue()));
        }
        return glossary;
    }

    /** What is said of a term; empty where nothing is. A layer's settings are those of every layer. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id)).or(() -> Optional.ofNullable(entries.get(ofFirstLayer(id))));
    }

    /** All terms in the order of the vocabulary, the settings and the course. */
    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** {@code did you mean "relu"? }, or nothing where no term is near. */
    String suggestion(String id) {
        return Nearest.suggestion(id, entries.keySet());
    }

    private static Entry entry(Document document, String id, Node value) {
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,60}")) {
            throw document.error(value, id, "is no name for a term; expected lower-case letters, digits and hyphens");
        }
        if (value instanceof Node.Text text
                && !text.value().isBlank()
                && text.value().length() <= MOST_TEXT) {
            return new Entry(id, title(id), "", text.value().strip());
        }
        if (value instanceof Node.Entries) {
            Section section = Section.of(document, id, value).only("title", "formula", "text");
            section.required("text", "what the term means");
            return new Entry(
                    id,
                    section.text("title", MOST_TEXT).orElse(title(id)),
                    section.text("formula", MOST_TEXT).orElse(""),
                    section.text("text", MOST_TEXT).orElseThrow().strip());
        }
        throw document.error(
                value,
                id,
                "is %s; expected what the term means, a text of at most %d characters"
                        .formatted(value.found(), MOST_TEXT));
    }

    private static String title(String id) {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void addAll(String kind, Term... terms) {
        for (Term term : terms) {
            Entry entry = new Entry(term.id(), term.label(), term.formula(), term.help());
            Entry other = entries.get(term.id());
            add(other == null ? entry : both(other, kind, entry));
        }
    }

    /** A word with several meanings says each on a line of its own. */
    private static Entry both(Entry one, String kind, Entry other) {
        String before = one.formula().isEmpty() ? one.text() : one.formula() + ". " + one.text();
        return new Entry(
                one.id(), one.title(), "", "%s\n%s: %s. %s".formatted(before, kind, other.formula(), other.text()));
    }

    private void add(Entry entry) {
        entries.put(entry.id(), entry);
    }

    /** Which settings there are depends on what is chosen, so that every choice is made once. */
    private void addSettings() {
        Experiment experiment = Experiment.spiral();
        addSettings(experiment);
        choices(experiment, "training.optimizer.id", Optimizer.values());
        choices(experiment, "training.schedule.id", Schedule.values());
        choices(experiment, "start.weights.id", Initializer.values());
        choices(experiment, "start.biases.id", Initializer.values());
        choices(experiment, "data.source", DataSource.values());
        choices(experiment, "network.layers.0.activation", Activation.values());
    }

    private void choices(Experiment experiment, String path, Term... terms) {
        Setting setting = Settings.find(experiment, path);
        for (Term term : terms) {
            addSettings(setting.with(experiment, term.id()));
        }
    }

    private void addSettings(Experiment experiment) {
        for (Setting setting : Settings.of(experiment)) {
            String path = setting.path();
            String text = setting.help();
            entries.putIfAbsent(ofFirstLayer(path), new Entry(ofFirstLayer(path), setting.label(), "", text));
            String last = path.substring(path.lastIndexOf('.') + 1);
            if (!last.equals("id")) {
                entries.putIfAbsent(last, new Entry(last, setting.label(), "", text));
            }
        }
    }

    private static String ofFirstLayer(String path) {
        if (!path.startsWith(LAYER)) {
            return path;
        }
        String[] steps = path.substring(LAYER.length()).split("\\.", 2);
        return steps.length == 2 && steps[0].matches("[0-9]{1,2}") ? LAYER + "0." + steps[1] : path;
    }
}
