package weightroom.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import weightroom.engine.Frozen;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Optimizer.Range;
import weightroom.engine.cpu.StepRule.Stretch;

/**
 * All parameters of one copy as stretches that a rule works through: in a large network one per row of weights, and one of
 * all that are not weights; in a small one that last one is everything.
 */
final class Stretches {
    private final Arrangement arrangement;
    private final Numbers numbers;
    private final Tensors gradient;
    private final List<Stretch[]> weights = new ArrayList<>();
    private final Stretch rest;

    Stretches(Arrangement arrangement, Numbers numbers, Tensors gradient, Frozen frozen) {
        this.arrangement = arrangement;
        this.numbers = numbers;
        this.gradient = gradient;
        Tensors held = new Tensors(arrangement);
        if (!frozen.isEmpty()) {
            held.write(frozen.flags(arrangement.layout().total()));
        }
        int layers = arrangement.layers();
        int[] intervals = new int[arrangement.small() ? 2 * layers : 0];
        for (int l = 0; l < layers; l++) {
            Slice slice = arrangement.layout().slice(l);
            if (arrangement.small()) {
                intervals[2 * l] = slice.weights();
                intervals[2 * l + 1] = slice.weightsEnd();
            } else {
                weights.add(rows(l, held));
            }
        }
        rest = stretch(
                numbers.theta().rest(),
                gradient.rest(),
                numbers.slot(0).rest(),
                numbers.slot(1).rest(),
                intervals,
                held.rest());
    }

    /** Those of a layer's rows of weights; only in a large network. */
    Stretch[] weights(int l) {
        return weights.get(l);
    }

    /** What is left. */
    Stretch rest() {
        return rest;
    }

    private Stretch[] rows(int l, Tensors held) {
        Stretch[] stretches = new Stretch[arrangement.weightRows(l)];
        int[] all = {0, arrangement.weightWidth(l)};
        for (int r = 0; r < stretches.length; r++) {
            stretches[r] = stretch(
                    numbers.theta().weights(l).array(r),
                    gradient.weights(l).array(r),
                    numbers.slot(0).weights(l).array(r),
                    numbers.slot(1).weights(l).array(r),
                    all,
                    held.weights(l).array(r));
        }
        return stretches;
    }

    /** The ranges of a stretch lie between its frozen parameters, so that these are not even read. */
    private static Stretch stretch(float[] theta, float[] g, float[] s0, float[] s1, int[] weights, float[] held) {
        int[] frozen = IntStream.range(0, g.length).filter(i -> held[i] != 0f).toArray();
        List<Range> free = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= frozen.length; i++) {
            int to = i < frozen.length ? frozen[i] : g.length;
            if (from < to || frozen.length == 0) {
                free.add(new Range(theta, g, s0, s1, from, to));
            }
            from = to + 1;
        }
        return new Stretch(free.toArray(Range[]::new), theta, g, 0, g.length, weights, frozen);
    }
}
