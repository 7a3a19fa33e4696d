package weightroom.experiment;

import java.nio.file.Path;
import weightroom.engine.InvalidInput;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;

/**
 * Reads experiment files, strictly: an unknown field, a wrong type, a number out of its range, a field that stands twice or
 * a missing one is an error that names file, line, field and what was expected, and nothing is read in part. JSON, or YAML
 * where the name ends in {@code .yaml} or {@code .yml}; UTF-8; at most 16 MiB, 32 levels and 4 million values.
 */
public final class ExperimentReader {
    /** The version of the format that is read and written. */
    public static final int VERSION = 1;

    private static final Field FORMAT = Field.whole("weightroom", "", "", VERSION, VERSION, VERSION);

    private ExperimentReader() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInput naming the file and what is wrong with it
     */
    public static Experiment read(Path file) {
        return parse(file.toString(), TextFile.read(file));
    }

    /**
     * Reads text.
     *
     * @param name for messages; its ending tells YAML from JSON
     * @throws InvalidInput naming the place and what is wrong there
     */
    public static Experiment parse(String name, String text) {
        return read(Section.root(DocumentParser.parse(name, text)));
    }

    /**
     * Reads an experiment that is part of another document.
     *
     * @throws InvalidInput naming the place and what is wrong there
     */
    public static Experiment read(Section root) {
        root.only("weightroom", "title", "seed", "data", "network", "start", "training");
        root.required(FORMAT.id(), "the version of the format, 1");
        root.number(FORMAT);
        NetworkSpec network = NetworkFormat.read(root.requiredSection("network"));
        Experiment experiment = new Experiment(
                root.text("title", Experiment.MAX_TITLE).orElse(""),
                root.whole(Fields.SEED),
                DataFormat.read(root.requiredSection("data")),
                network,
                root.section("start").map(StartFormat::read).orElse(StartSpec.DEFAULT),
                TrainingFormat.read(root.requiredSection("training"), network));
        try {
            checkFit(experiment);
        } catch (InvalidInput e) {
            throw root.fault("training", String.valueOf(e.getMessage()));
        }
        return experiment;
    }

    /**
     * What can be said about the whole before there are rows: whether loss, optimizer and batch fit the network.
     *
     * @throws InvalidInput when they do not
     */
    public static void checkFit(Experiment experiment) {
        TrainingSpec training = experiment.training();
        Optimizer optimizer = training.optimizer().optimizer();
        try {
            new Plan(
                    experiment.network().over(1),
                    training.loss(),
                    training.batch(),
                    training.shuffle(),
                    training.epochs(),
                    new Replica(
                            experiment.seed(), optimizer, training.optimizer().learningRate()));
        } catch (InvalidInput e) {
            throw new InvalidInput("does not fit the network: " + e.getMessage(), e);
        }
    }
}
