package weightroom.ui.model;

import java.util.List;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/**
 * How fast the run plays.
 *
 * @param epochsPerSecond infinity for as fast as it goes
 */
public record Speed(double epochsPerSecond) {
    public static final Speed FASTEST = new Speed(Double.POSITIVE_INFINITY);
    /** Fast enough that something happens, slow enough to see what. */
    public static final Speed USUAL = new Speed(100);

    public static final List<Speed> ALL =
            List.of(new Speed(1), new Speed(5), new Speed(20), USUAL, new Speed(1000), FASTEST);

    /** As the list shows it. */
    public String label() {
        return this.equals(FASTEST)
                ? Messages.text("speed.fastest")
                : Messages.text("speed.epochs", Numbers.significant(epochsPerSecond, 4));
    }
}
