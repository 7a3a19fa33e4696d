package weightroom.surface;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.InvalidInput;
import weightroom.engine.Knob;
import weightroom.engine.Optimizer;

/**
 * What walks on a surface: an optimizer with its numbers. Steps are made by {@link Optimizer#update(double, double, double[],
 * double, double[], double[])}, the form in double precision that the reference device trains with and that every other device
 * is checked against.
 *
 * @param rate η
 * @param knobs in the order of {@link Optimizer#knobs()}
 */
public record Ball(Optimizer optimizer, double rate, List<Double> knobs) {
    /** All that can walk: the perceptron's rule needs rows. */
    public static final List<Optimizer> OPTIMIZERS = Arrays.stream(Optimizer.values())
            .filter(optimizer -> optimizer != Optimizer.PERCEPTRON)
            .toList();

    /** The greatest rate. */
    public static final double MOST = 100;

    /**
     * @throws InvalidInput when the rate is not from 0 to {@link #MOST}, or a knob has no number that it allows
     * @throws IllegalArgumentException for an optimizer that is not among {@link #OPTIMIZERS}, or another number of knobs
     */
    public Ball {
        knobs = List.copyOf(knobs);
        if (!OPTIMIZERS.contains(optimizer)) {
            throw new IllegalArgumentException(optimizer + " does not walk on surfaces");
        }
        List<Knob> known = optimizer.knobs();
        if (knobs.size() != known.size()) {
            throw new IllegalArgumentException(
                    "%d knobs of %s; expected %d".formatted(knobs.size(), optimizer.id(), known.size()));
        }
        if (!(rate >= 0 && rate <= MOST)) {
            throw new InvalidInput("%s: learning rate is %s; expected a number from 0 to %s"
                    .formatted(optimizer.label(), rate, Math.rint(MOST)));
        }
        for (int i = 0; i < known.size(); i++) {
            known.get(i).check(optimizer.label(), knobs.get(i));
        }
    }

    /** With the optimizer's own defaults for its knobs. */
    public static Ball of(Optimizer optimizer, double rate) {
        return new Ball(
                optimizer, rate, optimizer.knobs().stream().map(Knob::initial).toList());
    }

    /** With the rate that is usual on a surface. */
    public static Ball usual(Optimizer optimizer, Surface surface) {
        return of(optimizer, surface.rate(optimizer));
    }

    public Ball withRate(double wanted) {
        return new Ball(optimizer, wanted, knobs);
    }

    /** With another number for the knob at an index. */
    public Ball withKnob(int index, double number) {
        Double[] changed = knobs.toArray(new Double[0]);
        changed[index] = number;
        return new Ball(optimizer, rate, List.of(changed));
    }

    /** At rest on a spot of a surface. */
    Moment start(Surface surface, Spot at) {
        return moment(surface, 0, at.x(), at.y(), new double[2 * Optimizer.MAX_SLOTS]);
    }

    /** One step further. */
    Moment next(Surface surface, Moment now) {
        double[] k = knobArray();
        double[] c = new double[Optimizer.MAX_COEFFICIENTS];
        optimizer.coefficients(k, now.step() + 1, c);
        double[] slotsX = now.x().slotArray();
        double[] slotsY = now.y().slotArray();
        double x = optimizer.update(now.x().theta(), now.x().gradient(), slotsX, rate, k, c);
        double y = optimizer.update(now.y().theta(), now.y().gradient(), slotsY, rate, k, c);
        return moment(surface, now.step() + 1, x, y, new double[] {slotsX[0], slotsX[1], slotsY[0], slotsY[1]});
    }

    double[] knobArray() {
        return knobs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Moment moment(Surface surface, int step, double x, double y, double[] slots) {
        return new Moment(
                step,
                surface.value(x, y),
                new Moment.Axis(x, surface.slopeX(x, y), slots[0], slots[1]),
                new Moment.Axis(y, surface.slopeY(x, y), slots[2], slots[3]));
    }
}
