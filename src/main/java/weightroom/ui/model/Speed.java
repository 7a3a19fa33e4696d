package weightroom.ui.model;

import java.util.List;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/**
 * How fast the run plays.
 *
 * @param amount so many a second; infinity for as fast as it goes
 * @param unit so many of what
 */
public record Speed(double amount, Unit unit) {
    public static final Speed FASTEST = new Speed(Double.POSITIVE_INFINITY, Unit.EPOCHS);
    /** Fast enough that something happens, slow enough to see what. */
    public static final Speed USUAL = new Speed(100, Unit.EPOCHS);

    public static final List<Speed> ALL = List.of(
            new Speed(1, Unit.STEPS),
            new Speed(5, Unit.STEPS),
            new Speed(20, Unit.STEPS),
            new Speed(1, Unit.EPOCHS),
            new Speed(5, Unit.EPOCHS),
            new Speed(20, Unit.EPOCHS),
            USUAL,
            new Speed(1000, Unit.EPOCHS),
            FASTEST);

    /** What is counted. */
    public enum Unit {
        /** Updates of the weights. */
        STEPS,
        /** Passes over the training rows. */
        EPOCHS
    }

    /** Epochs in a second where an epoch has so many steps. */
    public double epochsPerSecond(int stepsPerEpoch) {
        return unit == Unit.STEPS ? amount / Math.max(1, stepsPerEpoch) : amount;
    }

    /** As the list shows it. */
    public String label() {
        if (this.equals(FASTEST)) {
            return Messages.text("speed.fastest");
        }
        return Messages.text(unit == Unit.STEPS ? "speed.steps" : "speed.epochs", Numbers.significant(amount, 4));
    }

    /** Names it where it is remembered. */
    public String id() {
        return unit + " " + amount;
    }

    /** The speed of the list with this id; the usual one for any other. */
    public static Speed byId(String id) {
        return ALL.stream().filter(speed -> speed.id().equals(id)).findFirst().orElse(USUAL);
    }
}
