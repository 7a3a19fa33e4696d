package weightroom.ui.kit;

import weightroom.plot.Numbers;

/**
 * The numbers that a slider runs over, and how they map to its way from 0 to 1.
 *
 * @param low number at the left end; with {@code zero} the one just right of it
 * @param high number at the right end
 * @param logarithmic whether equal ways are equal ratios
 * @param zero whether the left end itself stands for 0
 * @param step numbers are multiples of it on a linear way; 0 for two significant digits on a logarithmic one
 */
public record Reach(double low, double high, boolean logarithmic, boolean zero, double step) {
    /** Share of the way that belongs to 0 where there is one. */
    private static final double ZERO_SHARE = 0.04;

    public static Reach linear(double low, double high, double step) {
        return new Reach(low, high, false, false, step);
    }

    public static Reach logarithmic(double low, double high) {
        return new Reach(low, high, true, false, 0);
    }

    /** A logarithmic way whose left end is 0. */
    public static Reach logarithmicFromZero(double low, double high) {
        return new Reach(low, high, true, true, 0);
    }

    /** A logarithmic way over whole numbers. */
    public static Reach counts(double low, double high) {
        return new Reach(low, high, true, false, 1);
    }

    /** A logarithmic way over whole numbers whose left end is 0. */
    public static Reach countsFromZero(double low, double high) {
        return new Reach(low, high, true, true, 1);
    }

    /** Where a number stands, from 0 to 1; those beyond an end stand at it. */
    public double place(double number) {
        if (zero && number < low) {
            return 0;
        }
        double share = logarithmic ? Math.log(number / low) / Math.log(high / low) : (number - low) / (high - low);
        double inside = Math.max(0, Math.min(1, share));
        return zero ? ZERO_SHARE + (1 - ZERO_SHARE) * inside : inside;
    }

    /** The round number at a place. */
    public double number(double place) {
        if (zero && place < ZERO_SHARE) {
            return 0;
        }
        double share = zero ? (place - ZERO_SHARE) / (1 - ZERO_SHARE) : place;
        double number = logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
        double grain = step > 0 ? step : Math.pow(10, Math.floor(Math.log10(number)) - 1);
        double steps = Math.rint(number / grain);
        // Dividing keeps 0.3 from becoming 0.30000000000000004.
        return grain < 1 ? steps / Math.rint(1 / grain) : steps * grain;
    }

    /** A number as the field beside the slider shows it. */
    public String text(double number) {
        return Numbers.significant(number, step >= 1 ? 9 : 4);
    }
}
