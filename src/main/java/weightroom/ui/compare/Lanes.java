package weightroom.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.Activation;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.engine.Term;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.Setting;
import weightroom.experiment.Settings;
import weightroom.race.Contest;
import weightroom.race.Lane;
import weightroom.ui.kit.Messages;

/** Makes the contest that answers a question. */
final class Lanes {
    private static final int MOST_HIDDEN = 16;

    private Lanes() {}

    /**
     * The contest that answers a question.
     *
     * @param base what all lanes are but for what differs
     * @param files experiments that were read, by their paths
     * @throws InvalidInput saying which value cannot be, and why
     */
    static Contest contest(Question question, Base base, Map<String, Lane> files) {
        List<Lane> lanes = new ArrayList<>();
        for (String value : question.values()) {
            lanes.add(lane(question, value, base, files));
        }
        if (lanes.isEmpty()) {
            throw new InvalidInput(
                    Messages.text("compare.none." + question.difference().id()));
        }
        return new Contest(lanes, question.seeds(), question.target(), question.trialsOfLanes());
    }

    /** What a value is called: the name of its lane. */
    static String name(Question question, String value, Base base, Map<String, Lane> files) {
        try {
            return lane(question, value, base, files).name();
        } catch (InvalidInput wrong) {
            return value;
        }
    }

    private static Lane lane(Question question, String value, Base base, Map<String, Lane> files) {
        if (question.difference() == Difference.FILES) {
            Lane read = Optional.ofNullable(files.get(value))
                    .orElseThrow(() -> new InvalidInput(Messages.text("compare.unread", value)));
            Experiment same = read.experiment().withSeed(base.experiment().seed());
            return new Lane(read.name(), read.setting(), same, read.folder());
        }
        Lane lane =
                switch (question.difference()) {
                    case ACTIVATION -> activation(value, base);
                    case LAYERS -> layers(value, base);
                    default -> setting(question, value, base);
                };
        boolean epochsDiffer = question.settingPath().equals("training.epochs");
        return epochsDiffer ? lane : trained(lane, question.epochs());
    }

    private static Lane trained(Lane lane, long epochs) {
        Experiment experiment = lane.experiment();
        return new Lane(
                lane.name(),
                lane.setting(),
                experiment.withTraining(experiment.training().withEpochs(epochs)),
                lane.folder());
    }

    private static Lane setting(Question question, String value, Base base) {
        String path = question.settingPath();
        Setting setting = Settings.find(base.experiment(), path);
        Experiment changed = setting.with(base.experiment(), value);
        String text = setting.text(changed);
        return new Lane(name(question.difference(), setting, text), path + "=" + text, changed, base.folder());
    }

    private static String name(Difference difference, Setting setting, String text) {
        return switch (difference) {
            case OPTIMIZER -> Term.byId(Optimizer.class, "optimizer", text).label();
            case INITIALIZATION ->
                Term.byId(Initializer.class, "initializer", text).label();
            case LEARNING_RATE -> Messages.text("compare.lane.rate", text);
            case BATCH -> Messages.text("compare.lane.batch", text);
            default -> Messages.text("compare.lane.setting", setting.label(), text);
        };
    }

    private static Lane activation(String id, Base base) {
        Activation activation = Term.byId(Activation.class, "activation", id);
        List<LayerSpec> layers = new ArrayList<>(base.experiment().network().layers());
        if (layers.size() < 2) {
            throw new InvalidInput(Messages.text("compare.no-hidden"));
        }
        List<String> changes = new ArrayList<>();
        for (int l = 0; l < layers.size() - 1; l++) {
            layers.set(l, layers.get(l).withActivation(id));
            changes.add("network.layers.%d.activation=%s".formatted(l, id));
        }
        return new Lane(activation.label(), String.join(" ", changes), withLayers(base, layers), base.folder());
    }

    private static Lane layers(String units, Base base) {
        List<LayerSpec> before = base.experiment().network().layers();
        LayerSpec usual = before.size() > 1 ? before.get(0) : new LayerSpec(1, Activation.TANH);
        List<LayerSpec> layers = new ArrayList<>();
        String[] parts = units.isBlank() ? new String[0] : units.strip().split("\\s*[-–, ]\\s*", -1);
        if (parts.length > MOST_HIDDEN) {
            throw new InvalidInput(Messages.text("compare.layers.many", parts.length, MOST_HIDDEN));
        }
        for (String part : parts) {
            layers.add(usual.withUnits(units(part, units)));
        }
        layers.add(base.experiment().network().output());
        String name = parts.length == 0
                ? Messages.text("compare.lane.flat")
                : Messages.text("compare.lane.layers", String.join("-", parts));
        return new Lane(name, "hidden=" + String.join("-", parts), withLayers(base, layers), base.folder());
    }

    private static int units(String part, String whole) {
        boolean counts = part.matches("[0-9]{1,5}") && Integer.parseInt(part) >= 1;
        if (!counts || Integer.parseInt(part) > LayerSpec.MAX_UNITS) {
            throw new InvalidInput(Messages.text("compare.layers.wrong", whole));
        }
        return Integer.parseInt(part);
    }

    private static Experiment withLayers(Base base, List<LayerSpec> layers) {
        Experiment experiment = base.experiment();
        return experiment.withNetwork(experiment.network().withLayers(layers));
    }

    /** The lane that a file is. */
    static Lane file(Path file, Experiment experiment) {
        Path full = file.toAbsolutePath().normalize();
        String name = String.valueOf(full.getFileName());
        Path folder = Optional.ofNullable(full.getParent()).orElse(Path.of(""));
        return new Lane(name, name, experiment, folder);
    }
}
