package weightroom.data;

import java.util.List;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.RandomStream;
import weightroom.engine.Rows;
import weightroom.engine.Split;

/**
 * What happens to raw rows before a network sees them.
 *
 * @param features formulas of the inputs (see {@link Feature}); empty takes every input as it is
 * @param shares how the rows are shared out
 * @param standardize whether features are scaled to mean 0 and deviation 1 (see {@link Scaling})
 */
public record Preparation(List<String> features, Shares shares, boolean standardize) {
    /** Every input as it is, every row for training. */
    public static final Preparation NONE = new Preparation(List.of(), Shares.ALL, false);

    public Preparation {
        features = List.copyOf(features);
    }

    /** Width of what the network receives: the number of features, or of inputs where none are given. */
    public int width(Dataset dataset) {
        return features.isEmpty() ? dataset.inputCount() : features.size();
    }

    /**
     * Splits, computes the features, scales them and encodes the targets.
     *
     * @param network takes {@link #width} inputs; its output decides how classes are written as numbers
     * @param loss decides which targets are allowed
     * @param seed the experiment's; rows are shared out from {@link RandomStream.Purpose#SPLIT}
     * @throws InvalidInput naming the formula, row or part at fault
     */
    public Prepared prepare(Dataset dataset, Network network, Loss loss, long seed) {
        List<Feature> parsed = Feature.parseAll(features, dataset.inputNames());
        if (network.inputs() != parsed.size()) {
            throw new InvalidInput("the network takes %d inputs; %s gives %d features"
                    .formatted(network.inputs(), dataset.name(), parsed.size()));
        }
        TargetEncoding targets = TargetEncoding.of(dataset, network, loss);
        Splitter.Parts parts = Splitter.split(dataset.count(), shares, seed);
        // Large images are not copied just to stay as they are.
        double[][] values = features.isEmpty() ? dataset.inputs() : Feature.evaluateAll(parsed, dataset);
        Scaling scaling = standardize ? Scaling.of(Dataset.pick(values, parts.train())) : Scaling.none(parsed.size());
        FeatureMap map = new FeatureMap(parsed, scaling);
        Split split = new Split(
                rows(dataset, map, targets, parts.train(), values),
                rows(dataset, map, targets, parts.validation(), values),
                rows(dataset, map, targets, parts.test(), values));
        return new Prepared(dataset, map, parts, split, targets.task());
    }

    private static Rows rows(Dataset dataset, FeatureMap map, TargetEncoding targets, int[] rows, double[][] values) {
        return rows.length == 0
                ? Rows.NONE
                : new Rows(rows.length, map.scale(dataset, rows, values), targets.pick(rows));
    }
}
