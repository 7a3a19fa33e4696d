package weightroom.ui.model;

import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;

/**
 * The weights before the first step, counted into bars.
 *
 * @param reach the bars run from −reach to +reach, in equal widths
 * @param counts of weights per bar
 * @param parameters how many numbers are learned, biases included
 */
public record StartWeights(double reach, int[] counts, int parameters) {
    /** Bars, an even number, so that one edge stands at 0. */
    public static final int BARS = 18;

    /** Networks with more parameters are counted from the run's own start, which may lag behind what is chosen. */
    private static final int MOST_DRAWN = 100_000;

    /**
     * Those of an experiment as its controls stand, which the run may not follow yet.
     *
     * @param running what the run does
     */
    public static StartWeights of(Experiment experiment, Setup running) {
        Experiment now = running.experiment();
        boolean same = experiment.start().equals(now.start())
                && experiment.seed() == now.seed()
                && experiment.network().equals(now.network())
                && experiment.data().equals(now.data());
        if (same) {
            return count(running.plan().network(), running.start().parameters());
        }
        try {
            Network network = experiment.network().over(inputs(experiment, running));
            Layout layout = Layout.of(network);
            return layout.total() > MOST_DRAWN
                    ? count(running.plan().network(), running.start().parameters())
                    : count(network, Setup.firstParameters(experiment, network));
        } catch (InvalidInput unfit) {
            // Weights written out for another shape; the run says so when it is asked to start.
            return count(running.plan().network(), running.start().parameters());
        }
    }

    private static int inputs(Experiment experiment, Setup running) {
        DataSpec data = experiment.data();
        if (!data.features().isEmpty()) {
            return data.features().size();
        }
        return data.origin() instanceof DataSpec.Source own
                ? own.source().inputCount()
                : data.origin() instanceof DataSpec.OwnRows rows
                        ? rows.inputs()
                        : running.rows().dataset().inputCount();
    }

    private static StartWeights count(Network network, float[] parameters) {
        Layout layout = Layout.of(network);
        double largest = 0;
        for (Layout.Slice slice : layout.slices()) {
            for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                largest = Math.max(largest, Math.abs(parameters[i]));
            }
        }
        double reach = roundedUp(largest);
        int[] counts = new int[BARS];
        for (Layout.Slice slice : layout.slices()) {
            for (int i = slice.weights(); i < slice.weightsEnd(); i++) {
                int bar = (int) Math.floor((parameters[i] / reach + 1) / 2 * BARS);
                counts[Math.max(0, Math.min(BARS - 1, bar))]++;
            }
        }
        return new StartWeights(reach, counts, layout.trainable());
    }

    /** The next of 1, 2, 5, 10 … that is not smaller, so that the axis has a plain end; 1 for 0. */
    private static double roundedUp(double largest) {
        if (largest == 0) {
            return 1;
        }
        int exponent = (int) Math.floor(Math.log10(largest));
        for (int lead : new int[] {1, 2, 5}) {
            double end = exponent < 0 ? lead / Math.pow(10, -exponent) : lead * Math.pow(10, exponent);
            if (end >= largest) {
                return end;
            }
        }
        return exponent + 1 < 0 ? 1 / Math.pow(10, -exponent - 1) : Math.pow(10, exponent + 1);
    }
}
