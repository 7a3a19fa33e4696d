package weightroom.race;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Experiment;
import weightroom.experiment.Nearest;

/**
 * What an entrant has to reach to count as having solved the task.
 *
 * @param figure what is looked at after every epoch
 * @param value the largest loss, or the smallest accuracy, that will do
 */
public record Target(Figure figure, double value) {
    /** Where nobody says anything else. */
    public static final Target USUAL = new Target(Figure.TRAIN_LOSS, 0.05);

    private static final double LARGEST = 1e9;

    /** Where nobody says what it is: the training loss at which the experiment itself stops, or else the usual one. */
    public static Target of(Experiment experiment) {
        double stop = experiment.training().stop().trainLoss();
        return Double.isNaN(stop) ? USUAL : new Target(Figure.TRAIN_LOSS, stop);
    }

    /**
     * Reads one as it is written on the command line: {@code train-loss=0.05}, {@code test-accuracy=0.95}.
     *
     * @throws InvalidInput saying what was found and what was expected
     */
    public static Target parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InvalidInput(Text.of("target.equals", text));
        }
        String id = text.substring(0, equals).strip();
        List<String> ids = Arrays.stream(Figure.values()).map(Figure::id).toList();
        Figure figure = Figure.byId(id)
                .orElseThrow(() -> new InvalidInput(
                        Text.of("target.figure", id, Nearest.suggestion(id, ids), String.join(", ", ids))));
        return new Target(figure, value(figure, text.substring(equals + 1).strip()));
    }

    private static double value(Figure figure, String text) {
        double low = figure.lowerIsBetter() ? -LARGEST : 0;
        double high = figure.lowerIsBetter() ? LARGEST : 1;
        double value = text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                ? Double.parseDouble(text)
                : Double.NaN;
        if (value >= low && value <= high) {
            return value;
        }
        throw new InvalidInput(Text.of(figure.lowerIsBetter() ? "target.loss" : "target.accuracy", figure.id(), text));
    }

    /** Whether these figures are good enough; never where the figure is NaN. */
    public boolean reachedBy(Measurement measured) {
        double found = figure.of(measured);
        return figure.lowerIsBetter() ? found <= value : found >= value;
    }
}
