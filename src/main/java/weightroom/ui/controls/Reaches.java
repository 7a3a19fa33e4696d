package weightroom.ui.controls;

import weightroom.experiment.Setting;
import weightroom.ui.kit.NumberWords;
import weightroom.ui.kit.Reach;

/** How far the sliders of numbers go that belong to a choice. What lies further can be typed. */
final class Reaches {
    private static final int DECIMALS = 3;

    private Reaches() {}

    /** The useful part of what a setting allows. */
    static Reach of(Setting setting) {
        String path = setting.path();
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "epsilon" -> Reach.logarithmicFromZero(1e-10, 0.1);
            case "weight-decay" -> Reach.logarithmicFromZero(1e-5, 1);
            case "every", "patience" -> Reach.counts(1, 1000);
            case "k" -> Reach.logarithmicFromZero(1e-4, 1);
            case "min" -> Reach.logarithmicFromZero(1e-6, 0.1);
            case "low", "high", "value", "mean" -> Reach.linear(-3, 3, 0.05);
            case "stddev" -> Reach.linear(0, 3, 0.05);
            default -> Reach.linear(setting.low(), Math.min(1, setting.high()), 0.001);
        };
    }

    /** How its numbers are written: shares with three digits, so that 0.9 and 0.999 stand under each other. */
    static NumberWords words(Setting setting, Reach reach) {
        return reach.step() == 0.001 ? NumberWords.fixed(DECIMALS) : reach::text;
    }
}
