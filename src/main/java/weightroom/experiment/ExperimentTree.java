package weightroom.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import weightroom.data.DataSource;
import weightroom.engine.InvalidInput;

/**
 * Single values of an experiment by their path. A change goes through the same reader as a file, so it is checked as
 * strictly; only the section that it touches is written and read again.
 */
final class ExperimentTree {
    private static final Document NO_FILE = new Document("", Node.Entries.of());
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    /** What stays when the choice beside it changes; all else beside it are knobs of the old choice. */
    private static final Set<String> BESIDE_ANY_CHOICE =
            Set.of("learning-rate", "warm-up", "units", "dropout", "batch-norm");

    private ExperimentTree() {}

    static String text(Experiment experiment, String path) {
        Node node = find(experiment, path);
        if (node instanceof Node.Nothing) {
            return path.equals("data.features") ? "" : Setting.NONE;
        }
        if (node instanceof Node.Items items) {
            return String.join(
                    ",", items.values().stream().map(ExperimentTree::plain).toList());
        }
        return plain(node);
    }

    static double number(Experiment experiment, String path) {
        Node node = find(experiment, path);
        if (node instanceof Node.Flag flag) {
            return flag.value() ? 1 : 0;
        }
        return node instanceof Node.Amount amount ? amount.value() : Double.NaN;
    }

    static Experiment with(Experiment experiment, Setting setting, String text) {
        String path = setting.path();
        Node value = parse(setting, text.strip());
        if (path.equals("title")) {
            return experiment.withTitle(text);
        }
        if (path.equals("seed")) {
            Node.Entries top = Node.Entries.of().with("seed", value);
            return experiment.withSeed(Section.of(NO_FILE, "", top).whole(Fields.SEED));
        }
        String section = path.substring(0, path.indexOf('.'));
        Node.Entries tree = write(experiment, section);
        String[] steps = path.substring(section.length() + 1).split("\\.");
        if (path.equals("data.source")) {
            tree = data(experiment, tree, value);
        } else {
            put(tree, steps, value);
        }
        return read(experiment, section, Section.of(NO_FILE, section, tree));
    }

    /**
     * The experiment with another value of a whole section, or of a part within one.
     *
     * @param value the document that holds the value, for messages
     * @throws InvalidInput naming the place and what is wrong there
     */
    static Experiment withPart(Experiment experiment, String path, Document value) {
        List<String> steps = List.of(path.split("\\.", -1));
        String section = steps.get(0);
        boolean links = section.equals("network") && !path.startsWith("network.layers");
        Node before = links ? NetworkFormat.write(experiment.network()) : write(experiment, section);
        Node after = replaced(before, steps, 1, value);
        Section whole = Section.of(value, section, after);
        return links ? experiment.withNetwork(NetworkFormat.read(whole)) : read(experiment, section, whole);
    }

    private static Node replaced(Node tree, List<String> steps, int next, Document value) {
        if (next == steps.size()) {
            return value.root();
        }
        String step = steps.get(next);
        if (tree instanceof Node.Entries entries) {
            Node.Entries copy = Node.Entries.of();
            copy.values().putAll(entries.values());
            return copy.with(step, replaced(child(entries, step), steps, next + 1, value));
        }
        if (tree instanceof Node.Items items && step.matches("[0-9]{1,4}")) {
            int index = Integer.parseInt(step);
            if (index < items.values().size()) {
                List<Node> copy = new ArrayList<>(items.values());
                copy.set(index, replaced(items.values().get(index), steps, next + 1, value));
                return new Node.Items(0, 0, copy);
            }
        }
        if (tree instanceof Node.Nothing && next + 1 == steps.size()) {
            return Node.Entries.of().with(step, value.root());
        }
        String parent = String.join(".", steps.subList(0, next));
        throw value.error(
                value.root(), String.join(".", steps), "is not there: %s has no \"%s\"".formatted(parent, step));
    }

    private static Node.Entries write(Experiment experiment, String section) {
        return switch (section) {
            case "data" -> DataFormat.write(experiment.data());
            case "network" ->
                NetworkFormat.write(new NetworkSpec(experiment.network().layers()));
            case "start" -> StartFormat.write(experiment.start());
            case "training" -> TrainingFormat.write(experiment.training());
            default -> throw new IllegalArgumentException(section);
        };
    }

    private static Experiment read(Experiment experiment, String name, Section section) {
        return switch (name) {
            case "data" -> experiment.withData(DataFormat.read(section));
            case "network" ->
                experiment.withNetwork(experiment
                        .network()
                        .withLayers(NetworkFormat.read(section).layers()));
            case "start" -> experiment.withStart(StartFormat.read(section));
            case "training" -> experiment.withTraining(TrainingFormat.read(section, experiment.network()));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void put(Node.Entries tree, String[] steps, Node value) {
        String last = steps[steps.length - 1];
        Node.Entries parent = tree;
        for (int i = 0; i < steps.length - 1; i++) {
            Node child = child(parent, steps[i]);
            if (child instanceof Node.Items items && i + 1 < steps.length - 1) {
                child = items.values().get(Integer.parseInt(steps[++i]));
            }
            if (!(child instanceof Node.Entries)) {
                child = Node.Entries.of();
                parent.with(steps[i], child);
            }
            parent = (Node.Entries) child;
        }
        if (last.equals("id") || last.equals("activation")) {
            parent.values().keySet().retainAll(BESIDE_ANY_CHOICE);
        }
        if (value instanceof Node.Nothing) {
            parent.values().remove(last);
        } else {
            parent.with(last, value);
        }
    }

    /** Another source gives its own rows; formulas stay where its inputs have the same names. */
    private static Node.Entries data(Experiment experiment, Node.Entries tree, Node value) {
        DataSource next = Section.of(NO_FILE, "data", Node.Entries.of().with("source", value))
                .term("source", DataSource.class)
                .orElseThrow();
        tree.values().keySet().retainAll(Set.of("train", "validation", "features", "standardize", "noise"));
        boolean sameInputs = experiment.data().origin() instanceof DataSpec.Source source
                && source.source().inputCount() == next.inputCount();
        if (!sameInputs) {
            tree.values().remove("features");
        }
        return tree.with("source", value);
    }

    private static Node parse(Setting setting, String text) {
        boolean word = setting.words().contains(text);
        if (word && text.equals(Setting.NONE) && setting.kind() != Setting.Kind.CHOICE) {
            return new Node.Nothing(0, 0);
        }
        return switch (setting.kind()) {
            case NUMBER, WHOLE -> {
                if (word) {
                    yield new Node.Text(0, 0, text);
                }
                if (!NUMBER.matcher(text).matches() || !Double.isFinite(Double.parseDouble(text))) {
                    throw wrong(setting, text);
                }
                yield new Node.Amount(0, 0, Double.parseDouble(text));
            }
            case FLAG -> {
                if (!text.equals("true") && !text.equals("false")) {
                    throw wrong(setting, text);
                }
                yield new Node.Flag(0, 0, text.equals("true"));
            }
            case LIST -> text.isEmpty() ? new Node.Nothing(0, 0) : list(text);
            case CHOICE, TEXT -> new Node.Text(0, 0, text);
        };
    }

    private static Node list(String text) {
        List<Node> items = new ArrayList<>();
        Arrays.stream(text.split(",", -1)).map(String::strip).forEach(item -> items.add(new Node.Text(0, 0, item)));
        return new Node.Items(0, 0, items);
    }

    private static InvalidInput wrong(Setting setting, String text) {
        String found = new Node.Text(0, 0, text).found();
        return new InvalidInput("%s is %s; expected %s".formatted(setting.path(), found, setting.expected()));
    }

    private static Node find(Experiment experiment, String path) {
        if (path.equals("title")) {
            return new Node.Text(0, 0, experiment.title());
        }
        if (path.equals("seed")) {
            return new Node.Amount(0, 0, experiment.seed());
        }
        String section = path.substring(0, path.indexOf('.'));
        Node node = write(experiment, section);
        for (String step : path.substring(section.length() + 1).split("\\.")) {
            node = child(node, step);
        }
        return node;
    }

    private static Node child(Node parent, String step) {
        if (parent instanceof Node.Entries entries) {
            return entries.values().getOrDefault(step, new Node.Nothing(0, 0));
        }
        return parent instanceof Node.Items items && step.matches("[0-9]{1,4}")
                ? items.values().get(Integer.parseInt(step))
                : new Node.Nothing(0, 0);
    }

    private static String plain(Node node) {
        return node instanceof Node.Text text ? text.value() : node.found();
    }
}
