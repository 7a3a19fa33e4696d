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

    /** Of a run. */
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

    /** Of one pass forward and back, which is looked at number by number. */
    public static final List<Speed> OF_PHASES = List.of(
            new Speed(0.5, Unit.PHASES),
            new Speed(1, Unit.PHASES),
            new Speed(2, Unit.PHASES),
            new Speed(5, Unit.PHASES),
            new Speed(20, Unit.PHASES));

    /** What is counted. */
    public enum Unit {
        /** Updates of the weights. */
        STEPS,
        /** Passes over the training rows. */
        EPOCHS,
        /** Steps within one pass forward and back, which train nothing. */
        PHASES
    }

    /** Epochs in a second where an epoch has so many steps. */
    public double epochsPerSecond(int stepsPerEpoch) {
        return switch (unit) {
            case STEPS -> amount / Math.max(1, stepsPerEpoch);
            case EPOCHS -> amount;
            case PHASES -> 0;
        };
    }

    /** As the list shows it. */
    public String label() {
        if (this.equals(FASTEST)) {
            return Messages.text("speed.fastest");
        }
        String key =
                switch (unit) {
                    case STEPS -> "speed.steps";
                    case EPOCHS -> "speed.epochs";
                    case PHASES -> amount == 1 ? "speed.phase" : "speed.phases";
                };
        return Messages.text(key, Numbers.significant(amount, 4));
    }

    /** Names it where it is remembered. */
    public String id() {
        return unit + " " + amount;
    }

    /** The speed of a run with this id; the usual one for any other. */
    public static Speed byId(String id) {
        return byId(id, ALL, USUAL);
    }

    /** The speed of a list with this id; the other one where none has it. */
    public static Speed byId(String id, List<Speed> list, Speed other) {
        return list.stream().filter(speed -> speed.id().equals(id)).findFirst().orElse(other);
    }
}
