package weightroom.cli;

import java.util.List;
import picocli.CommandLine.Option;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;

/** The option that changes any setting of an experiment. */
final class Sets {
    @Option(names = "--set", paramLabel = "PATH=VALUE", descriptionKey = "train.set")
    private List<String> settings = List.of();

    /**
     * The experiment with what the command line changes.
     *
     * @throws InvalidInput naming the setting that does not fit
     */
    Experiment applyTo(Experiment experiment) {
        Experiment adjusted = experiment;
        for (String assignment : settings) {
            try {
                adjusted = Settings.apply(adjusted, assignment);
            } catch (InvalidInput e) {
                throw new InvalidInput(Text.of("set.wrong", assignment, String.valueOf(e.getMessage())), e);
            }
        }
        return adjusted;
    }
}
