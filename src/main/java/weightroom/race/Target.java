package weightroom.race;

import weightroom.engine.Chunk.Measurement;

/**
 * What an entrant has to reach to count as having solved the task.
 *
 * @param figure what is looked at after every epoch
 * @param value the largest loss, or the smallest accuracy, that will do
 */
public record Target(Figure figure, double value) {
    /** Where nobody says anything else. */
    public static final Target USUAL = new Target(Figure.TRAIN_LOSS, 0.05);

    /** Whether these figures are good enough; never where the figure is NaN. */
    public boolean reachedBy(Measurement measured) {
        double found = figure.of(measured);
        return figure.lowerIsBetter() ? found <= value : found >= value;
    }
}
