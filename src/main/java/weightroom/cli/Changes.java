package weightroom.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Settings;

/** The options that change what a file says before it is trained. */
final class Changes {
    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "train.epochs")
    private Optional<Long> epochs = Optional.empty();

    @Mixin
    private Sets sets = new Sets();

    /**
     * The experiment with what the command line changes.
     *
     * @throws InvalidInput naming the option that does not fit
     */
    Experiment applyTo(Experiment experiment) {
        Experiment adjusted = sets.applyTo(experiment);
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
