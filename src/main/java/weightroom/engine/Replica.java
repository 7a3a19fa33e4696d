package weightroom.engine;

import java.util.Arrays;
import java.util.List;

/**
 * One copy of the network within a program, with all that may differ from copy to copy.
 *
 * @param seed of shuffling and dropout
 * @param data which of the program's splits it learns from
 * @param optimizer the rule
 * @param knobs the rule's own numbers, in the order of {@link Optimizer#knobs()}
 * @param learningRate η before the schedule
 * @param rateScale what plateaus have multiplied η by so far; 1 at the start
 * @param schedule how η changes from epoch to epoch
 * @param scheduleKnobs in the order of {@link Schedule#knobs()}
 * @param warmUp η rises linearly over so many first epochs: epoch e trains with (e + 1)/warmUp of it
 * @param l1 λ of Σ|w|
 * @param l2 λ of Σw²
 * @param clipValue every component of the gradient is cut to ±this; infinity for none
 * @param clipNorm the whole gradient is scaled to at most this length; infinity for none; after clipValue. Components of
 *     frozen parameters count as 0
 * @param frozen parameters that updates leave as they are
 */
public record Replica(
        long seed,
        int data,
        Optimizer optimizer,
        List<Double> knobs,
        double learningRate,
        double rateScale,
        Schedule schedule,
        List<Double> scheduleKnobs,
        int warmUp,
        double l1,
        double l2,
        double clipValue,
        double clipNorm,
        Frozen frozen) {
    public Replica {
        knobs = List.copyOf(knobs);
        scheduleKnobs = List.copyOf(scheduleKnobs);
        if (knobs.size() != optimizer.knobs().size()
                || scheduleKnobs.size() != schedule.knobs().size()) {
            throw new IllegalArgumentException("the numbers of knobs do not match " + optimizer + ", " + schedule);
        }
        if (!(clipValue > 0 && clipNorm > 0)) {
            throw new InvalidInput(
                    "clip is %s by value and %s by norm; expected more than 0".formatted(clipValue, clipNorm));
        }
    }

    /** A replica with nothing frozen. */
    public Replica(
            long seed,
            int data,
            Optimizer optimizer,
            List<Double> knobs,
            double learningRate,
            double rateScale,
            Schedule schedule,
            List<Double> scheduleKnobs,
            int warmUp,
            double l1,
            double l2,
            double clipValue,
            double clipNorm) {
        this(
                seed,
                data,
                optimizer,
                knobs,
                learningRate,
                rateScale,
                schedule,
                scheduleKnobs,
                warmUp,
                l1,
                l2,
                clipValue,
                clipNorm,
                Frozen.NONE);
    }

    /** A replica with default knobs, a constant rate, no penalty and no clipping. */
    public Replica(long seed, Optimizer optimizer, double learningRate) {
        this(
                seed,
                0,
                optimizer,
                boxed(optimizer.defaults()),
                learningRate,
                1,
                Schedule.CONSTANT,
                List.of(),
                0,
                0,
                0,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** The same with another factor on the rate. */
    public Replica withRateScale(double changed) {
        return with(data, changed, frozen);
    }

    /** The same with other parameters frozen. */
    public Replica withFrozen(Frozen changed) {
        return with(data, rateScale, changed);
    }

    /** The same that learns from another of the program's splits. */
    public Replica withData(int changed) {
        return with(changed, rateScale, frozen);
    }

    private Replica with(int from, double scale, Frozen held) {
        return new Replica(
                seed,
                from,
                optimizer,
                knobs,
                learningRate,
                scale,
                schedule,
                scheduleKnobs,
                warmUp,
                l1,
                l2,
                clipValue,
                clipNorm,
                held);
    }

    /** η in epoch {@code e} (from 0) of {@code epochs}. */
    public double rate(long e, long epochs) {
        return rate(e, epochs, scheduleKnobArray());
    }

    /** The same, given {@link #scheduleKnobArray()}, allocating nothing. */
    public double rate(long e, long epochs, double[] scheduleNumbers) {
        double rate = schedule.rate(learningRate, e, epochs, scheduleNumbers) * rateScale;
        return e < warmUp ? rate * (e + 1) / warmUp : rate;
    }

    /** Whether η stays as it is from epoch {@code e} (from 0) on. */
    public boolean steady(long e) {
        return !schedule.varies() && e >= warmUp - 1;
    }

    /** The rule's knobs as an array. */
    public double[] knobArray() {
        return unboxed(knobs);
    }

    /** The schedule's knobs as an array. */
    public double[] scheduleKnobArray() {
        return unboxed(scheduleKnobs);
    }

    public boolean clips() {
        return clipValue < Double.POSITIVE_INFINITY || clipNorm < Double.POSITIVE_INFINITY;
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] unboxed(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
