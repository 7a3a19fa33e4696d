package weightroom.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;

/** The options that change what a file says before it is trained. */
final class Changes {
    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "train.epochs")
    private Optional<Long> epochs = Optional.empty();

    @Option(names = "--set", paramLabel = "PATH=VALUE", descriptionKey = "train.set")
    private List<String> settings = List.of();

    /**
     * The experiment with what the command line changes.
     *
     * @throws InvalidInput naming the option that does not fit
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
        if (epochs.isEmpty()) {
            return adjusted;
        }
        try {
            return Settings.apply(adjusted, "training.epochs=" + epochs.get());
        } catch (InvalidInput e) {
            throw new InvalidInput(Text.of("epochs.wrong", Long.toString(epochs.get())), e);
        }
    }
}
