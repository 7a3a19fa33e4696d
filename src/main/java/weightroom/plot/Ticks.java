package weightroom.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis is marked, and with what words: steps of 1, 2 or 5 times a power of ten on a linear axis, decades on a
 * logarithmic one.
 *
 * @param marks from low to high, all within the axis
 */
public record Ticks(List<Tick> marks) {
    private static final double[] NICE = {1, 2, 5, 10};
    private static final int MOST_DECADES_WITH_MINOR_MARKS = 12;

    /**
     * One mark.
     *
     * @param label what stands beside it; empty for a minor mark, which only has a line
     */
    public record Tick(double value, String label) {
        public boolean major() {
            return !label.isEmpty();
        }
    }

    public Ticks {
        marks = List.copyOf(marks);
    }

    /**
     * About {@code wanted} marks between low and high, at multiples of 1, 2 or 5 times a power of ten.
     *
     * @param low finite
     * @param high finite, more than low
     */
    public static Ticks linear(double low, double high, int wanted) {
        double step = niceStep((high - low) / Math.max(1, wanted));
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        boolean scientific = decimals > 5 || Math.max(Math.abs(low), Math.abs(high)) >= 1e7;
        List<Tick> marks = new ArrayList<>();
        double slack = 1e-9 * step;
        for (double i = Math.ceil((low - slack) / step); i * step <= high + slack; i++) {
            double value = i * step;
            marks.add(new Tick(value, scientific ? Numbers.significant(value, 4) : Numbers.fixed(value, decimals)));
        }
        return new Ticks(marks);
    }

    /** As {@link #linear}, with whole numbers only, as for counts. */
    public static Ticks whole(double low, double high, int wanted) {
        double step = Math.max(1, niceStep((high - low) / Math.max(1, wanted)));
        List<Tick> marks = new ArrayList<>();
        for (double i = Math.ceil(low / step); i * step <= high; i++) {
            marks.add(new Tick(i * step, Numbers.count((long) (i * step))));
        }
        return new Ticks(marks);
    }

    /**
     * A mark with words at every power of ten (every second, third … when there are too many), at 1, 2 and 5 times a power
     * when there are fewer than two, and minor marks in between.
     *
     * @param low more than 0
     * @param high more than low
     */
    public static Ticks log(double low, double high, int wanted) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = (int) Math.ceil(Math.log10(high) - 1e-9);
        double decades = Math.log10(high / low);
        if (decades < 0.3) {
            return linear(low, high, wanted);
        }
        int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, wanted)));
        boolean within = decades < 1.7;
        List<Tick> marks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit = 1; digit < 10; digit++) {
                double value = digit * Math.pow(10, exponent);
                boolean inside = value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
                boolean named = digit == 1 ? Math.floorMod(exponent, every) == 0 : within && (digit == 2 || digit == 5);
                boolean minor = every == 1 && last - first <= MOST_DECADES_WITH_MINOR_MARKS;
                if (inside && (named || minor)) {
                    marks.add(new Tick(value, named ? Numbers.significant(value, 3) : ""));
                }
            }
        }
        return new Ticks(marks);
    }

    /** The least of 1, 2 or 5 times a power of ten that is not below this. */
    static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : NICE) {
            if (nice * power >= rough * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }
}
