package weightroom.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.data.DataSource;
import weightroom.engine.Initializer;
import weightroom.engine.InvalidInput;
import weightroom.engine.Knob;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Schedule;
import weightroom.engine.Term;
import weightroom.experiment.Setting.Effect;
import weightroom.experiment.Setting.Kind;

/** The settings of an experiment: which there are depends on its layers and on what it has chosen. */
public final class Settings {
    private final List<Setting> list = new ArrayList<>();

    private Settings() {}

    /** Every setting that this experiment has, in the order of the file. */
    public static List<Setting> of(Experiment experiment) {
        Settings settings = new Settings();
        settings.list.add(text("title", "Title", "What this experiment is about.", Kind.TEXT, Effect.LIVE));
        settings.add("", Fields.SEED);
        settings.addData(experiment.data());
        for (int l = 0; l < experiment.network().layers().size(); l++) {
            settings.addLayer("network.layers.%d.".formatted(l), experiment.network(), l);
        }
        settings.addStart(experiment.start());
        settings.addTraining(experiment.training());
        return List.copyOf(settings.list);
    }

    /**
     * The setting at this path.
     *
     * @throws InvalidInput naming the nearest path and all there are
     */
    public static Setting find(Experiment experiment, String path) {
        List<Setting> all = of(experiment);
        for (Setting setting : all) {
            if (setting.path().equals(path)) {
                return setting;
            }
        }
        List<String> paths = all.stream().map(Setting::path).toList();
        throw new InvalidInput("%s is not a setting of this experiment; %sexpected one of: %s"
                .formatted(
                        new Node.Text(0, 0, path).found(), Nearest.suggestion(path, paths), String.join(", ", paths)));
    }

    /**
     * Carries out one change written as {@code training.l2=0.01}.
     *
     * @throws InvalidInput when there is no such setting, or it cannot take the value
     */
    public static Experiment apply(Experiment experiment, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new InvalidInput("%s has no \"=\"; expected a path and a value, such as training.l2=0.01"
                    .formatted(new Node.Text(0, 0, assignment).found()));
        }
        String path = assignment.substring(0, equals).strip();
        return find(experiment, path).with(experiment, assignment.substring(equals + 1));
    }

    private void addData(DataSpec data) {
        String source =
                data.origin() instanceof DataSpec.Source own ? own.source().id() : DataSource.SPIRAL.id();
        list.add(choice(
                "data.source", "Data", "Where the rows come from.", DataSource.class, source, Effect.FRESH_START));
        if (data.origin() instanceof DataSpec.Source own) {
            DataSource.Options initial = own.source().defaults();
            add(
                    "data.",
                    Fields.SAMPLES.from(initial.samples()).upTo(own.source().maxSamples()));
            add("data.", Fields.NOISE.from(initial.noise()));
            if (own.source().choosesClasses()) {
                add("data.", Fields.CLASSES.from(initial.classes()));
            }
        }
        add("data.", Fields.TRAIN);
        add("data.", Fields.VALIDATION);
        list.add(text(
                "data.features",
                "Features",
                "What the network is shown of each row; none for all inputs as they are.",
                Kind.LIST,
                Effect.FRESH_START));
        add("data.", Fields.STANDARDIZE);
    }

    private void addLayer(String prefix, NetworkSpec network, int l) {
        LayerSpec layer = network.layers().get(l);
        boolean last = l == network.layers().size() - 1;
        List<String> activations = new ArrayList<>(LayerSpec.activationIds());
        if (!last) {
            activations.remove(LayerSpec.SOFTMAX);
        }
        String help = layer.softmax()
                ? "Turns a layer's sums into shares that add up to 1."
                : layer.activation().help();
        add(prefix, Fields.UNITS);
        list.add(new Setting(
                prefix + "activation",
                "Activation",
                help,
                Kind.CHOICE,
                "linear",
                Double.NaN,
                Double.NaN,
                false,
                activations,
                Effect.LIVE));
        if (!Double.isNaN(layer.alpha())) {
            Field alpha = Fields.ALPHA.from(layer.activation().defaultAlpha());
            add(prefix, layer.activation().learnsAlpha() ? alpha.fresh() : alpha);
        }
        if (!last) {
            add(prefix, Fields.DROPOUT);
        }
        add(prefix, Fields.BATCH_NORM);
    }

    private void addStart(StartSpec start) {
        addDrawn("start.weights.", "Weights", start.weights(), StartSpec.DEFAULT.weights());
        addDrawn("start.biases.", "Biases", start.biases(), StartSpec.DEFAULT.biases());
    }

    private void addDrawn(String prefix, String label, Object chosen, Object usual) {
        String initial = ((StartSpec.Drawn) usual).initializer().id();
        list.add(choice(prefix + "id", label, "How they are drawn.", Initializer.class, initial, Effect.FRESH_START));
        if (chosen instanceof StartSpec.Drawn drawn) {
            for (Knob knob : drawn.initializer().knobs()) {
                add(prefix, Field.of(knob).fresh());
            }
        }
    }

    private void addTraining(TrainingSpec training) {
        Optimizer optimizer = training.optimizer().optimizer();
        Schedule schedule = training.schedule().schedule();
        String rule = "training.optimizer.";
        list.add(choice("training.loss", "Loss", training.loss().help(), Loss.class, "mse", Effect.LIVE));
        list.add(choice(rule + "id", "Optimizer", optimizer.help(), Optimizer.class, "sgd", Effect.LIVE));
        add(rule, Fields.LEARNING_RATE.from(optimizer.defaultLearningRate()));
        optimizer.knobs().forEach(knob -> add(rule, Field.of(knob)));
        String rate = "training.schedule.";
        list.add(choice(rate + "id", "Schedule", schedule.help(), Schedule.class, "constant", Effect.LIVE));
        schedule.knobs().forEach(knob -> add(rate, Field.of(knob)));
        add(rate, Fields.WARM_UP);
        add("training.", Fields.BATCH, TrainingFormat.FULL);
        add("training.", Fields.SHUFFLE);
        add("training.", Fields.L1);
        add("training.", Fields.L2);
        add("training.clip.", Fields.CLIP_VALUE);
        add("training.clip.", Fields.CLIP_NORM);
        add("training.", Fields.EPOCHS);
        add("training.stop.", Fields.STOP_TRAIN_LOSS);
        add("training.stop.", Fields.STOP_VALIDATION_LOSS);
        add("training.stop.", Fields.STOP_PATIENCE);
    }

    private void add(String prefix, Field field, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        if (field.optional()) {
            all.add(Setting.NONE);
        }
        String initial = field.optional()
                ? Setting.NONE
                : field.kind() == Kind.FLAG ? Boolean.toString(field.initial() == 1) : Decimal.text(field.initial());
        list.add(new Setting(
                prefix + field.id(),
                field.label(),
                field.help(),
                field.kind(),
                initial,
                field.low(),
                field.high(),
                field.logarithmic(),
                all,
                field.effect()));
    }

    private static <T extends Enum<T> & Term> Setting choice(
            String path, String label, String help, Class<T> vocabulary, String initial, Effect effect) {
        return new Setting(
                path,
                label,
                help,
                Kind.CHOICE,
                initial,
                Double.NaN,
                Double.NaN,
                false,
                Section.ids(vocabulary),
                effect);
    }

    private static Setting text(String path, String label, String help, Kind kind, Effect effect) {
        return new Setting(path, label, help, kind, "", Double.NaN, Double.NaN, false, List.of(), effect);
    }
}
