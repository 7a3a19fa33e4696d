package weightroom.lesson;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Task;
import weightroom.experiment.Assignment;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Node;
import weightroom.experiment.Section;
import weightroom.experiment.Setup;

/**
 * The experiments of one lesson while it is read: the one that it starts with, the one that is open after what was done so
 * far, and whether each can be trained.
 */
final class Workbench {
    /** A lesson is played while somebody waits, and names many networks. */
    static final int MOST_PARAMETERS = 250_000;

    private static final int MOST_READY = 16;
    private static final Path NOWHERE = Path.of("");

    private final String file;
    private final Experiment first;
    private final Map<Experiment, Setup> ready = new LinkedHashMap<>(MOST_READY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Experiment, Setup> eldest) {
            return size() > MOST_READY;
        }
    };
    private Experiment open;

    /** @param file for messages */
    Workbench(String file, Experiment first) {
        this.file = file;
        this.first = first;
        this.open = first;
    }

    /** What the lesson starts with. */
    Experiment first() {
        return first;
    }

    /** What is open after all that was done so far. */
    Experiment open() {
        return open;
    }

    void open(Experiment experiment) {
        open = experiment;
    }

    /** The changes in the field {@code set}, in its order. */
    List<Assignment> changes(Section section, String field) {
        return section.section(field).map(Section::fields).orElse(Map.of()).entrySet().stream()
                .map(entry -> new Assignment(file, entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * The experiment that a section asks for: that of the lesson with the section's {@code set}, or its own.
     *
     * @throws InvalidInput naming the place, where it cannot be trained
     */
    Experiment asked(Section section) {
        if (section.has("set") && section.has("experiment")) {
            throw section.fault("experiment", "stands beside set; expected one of the two");
        }
        Experiment experiment = section.section("experiment")
                .map(ExperimentReader::read)
                .orElseGet(() -> Assignment.applyAll(changes(section, "set"), first));
        check(section, section.has("experiment") ? "experiment" : "set", experiment);
        return experiment;
    }

    /** @throws InvalidInput naming the place, where the experiment cannot be trained */
    void check(Section section, String field, Experiment experiment) {
        try {
            setup(experiment);
        } catch (InvalidInput e) {
            throw section.fault(field, "makes an experiment that cannot be trained: " + e.getMessage());
        }
    }

    /** The experiment made ready. */
    Setup setup(Experiment experiment) {
        if (experiment.data().origin() instanceof DataSpec.OwnFile) {
            throw new InvalidInput("data.file is not read in lessons; expected data.source or data.rows");
        }
        Setup setup = ready.get(experiment);
        if (setup == null) {
            setup = Setup.of(experiment, NOWHERE);
            int parameters = Layout.of(setup.plan().network()).trainable();
            if (parameters > MOST_PARAMETERS) {
                throw new InvalidInput("the network has %d parameters; in lessons at most %d are supported"
                        .formatted(parameters, MOST_PARAMETERS));
            }
            ready.put(experiment, setup);
        }
        return setup;
    }

    /** A condition on a run of this experiment, checked against its network and rows. */
    Condition condition(Section section, Node value, String path, Experiment experiment) {
        return condition(section, value, path, Map.of("", experiment));
    }

    /** A condition on runs of these experiments by the names of their lanes. */
    Condition condition(Section section, Node value, String path, Map<String, Experiment> lanes) {
        if (!(value instanceof Node.Text text)) {
            throw section.fault(
                    value, path, "is %s; expected a condition such as train-loss < 0.05".formatted(value.found()));
        }
        try {
            List<String> names = lanes.containsKey("") ? List.of() : List.copyOf(lanes.keySet());
            Condition condition = new ConditionParser(names).condition(text.value());
            for (Condition.Side.Measured measured : condition.measured()) {
                checkFits(measured.metric(), setup(lanes.getOrDefault(measured.lane(), first)));
            }
            return condition;
        } catch (InvalidInput e) {
            throw section.fault(value, path, "is wrong: " + e.getMessage());
        }
    }

    /** @throws InvalidInput when this network or these rows do not have what is asked for */
    static void checkFits(Metric metric, Setup setup) {
        switch (metric.kind()) {
            case TRAIN_ACCURACY, VALIDATION_ACCURACY, TEST_ACCURACY, RIGHT -> {
                if (setup.rows().task() instanceof Task.Regression) {
                    throw new InvalidInput("%s is for classes, but this data has amounts".formatted(metric));
                }
            }
            default -> {}
        }
        switch (metric.kind()) {
            case VALIDATION_LOSS, VALIDATION_ACCURACY ->
                rows(metric, "validation", setup.data().get(0).validation().count());
            case TEST_LOSS, TEST_ACCURACY ->
                rows(metric, "test", setup.data().get(0).test().count());
            case OUTPUT -> {
                index(metric, "row", 0, setup.data().get(0).train().count());
                index(metric, "output", 1, setup.plan().network().outputs());
            }
            case SUM, ACTIVATION, WEIGHT, LARGEST_WEIGHT, GRADIENT, SATURATED, DEAD -> checkLayer(metric, setup);
            default -> {}
        }
    }

    private static void checkLayer(Metric metric, Setup setup) {
        Network network = setup.plan().network();
        index(metric, "layer", 0, network.layers().size());
        int layer = metric.at().get(0);
        index(metric, "unit", 1, network.layers().get(layer).units());
        boolean bias = metric.kind() == Metric.Kind.WEIGHT && metric.at().get(2) == Metric.BIAS;
        if (bias && network.layers().get(layer).batchNorm()) {
            throw new InvalidInput(
                    "%s asks for a bias, but layer %d has batch norm in its place".formatted(metric, layer));
        }
        boolean row = metric.kind() == Metric.Kind.SUM || metric.kind() == Metric.Kind.ACTIVATION;
        int rows = setup.data().get(0).train().count();
        index(metric, row ? "row" : "input", 2, row ? rows : network.fanIn(layer));
    }

    private static void rows(Metric metric, String part, int count) {
        if (count == 0) {
            throw new InvalidInput("%s needs %s rows, and there are none".formatted(metric, part));
        }
    }

    private static void index(Metric metric, String what, int place, int count) {
        if (place < metric.at().size() && metric.at().get(place) >= count) {
            throw new InvalidInput("%s asks for %s %d; expected %s"
                    .formatted(metric, what, metric.at().get(place), count == 1 ? "0" : "0 to " + (count - 1)));
        }
    }
}
