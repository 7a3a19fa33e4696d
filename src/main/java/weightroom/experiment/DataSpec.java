package weightroom.experiment;

import java.util.List;

/**
 * What is learned from: the rows, how they are split, and what the network is shown of them.
 *
 * @param origin where the rows come from
 * @param train share of the rows that is trained on, 0 < train ≤ 1
 * @param validation share that settings are chosen by, 0 ≤ validation ≤ 1 − train; what is left is the test part
 * @param features formulas of the inputs, such as {@code x1*x2}; empty for all inputs as they are
 * @param standardize whether each feature is shifted and scaled to mean 0 and deviation 1 over the training rows
 */
public record DataSpec(Origin origin, double train, double validation, List<String> features, boolean standardize) {
    public DataSpec {
        features = List.copyOf(features);
    }

    /** Where rows come from. */
    public sealed interface Origin {}

    /**
     * A seeded source by its id: {@code spiral}, {@code xor}, {@code iris} ….
     *
     * @param samples number of rows, {@link #OWN} for as many as the source gives by itself
     * @param noise 0 for none; means the same for every source
     * @param classes number of classes, {@link #OWN} for the source's own; only some sources take another
     */
    public record Source(String source, int samples, double noise, int classes) implements Origin {
        /** Stands for the source's own number. */
        public static final int OWN = 0;

        /** As the source is by itself, without noise. */
        public static Source of(String id) {
            return new Source(id, OWN, 0, OWN);
        }
    }

    /**
     * Rows written out.
     *
     * @param rows all of the same length: inputs, then targets
     * @param inputs how many numbers of a row are inputs, at least 1
     */
    public record OwnRows(List<List<Double>> rows, int inputs) implements Origin {
        public OwnRows {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "OwnRows[%d rows, %d inputs]".formatted(rows.size(), inputs);
        }
    }

    /**
     * A file of one's own: a table (CSV) or MNIST-style images (IDX, also gzipped).
     *
     * @param path relative to the folder of the experiment file, or absolute
     * @param target the column to predict: its name, or its number from 1 in a table without a header; empty for the last
     * @param labels for an IDX file of images, the IDX file of their labels; empty for a table
     */
    public record OwnFile(String path, String target, String labels) implements Origin {}

    public DataSpec withOrigin(Origin changed) {
        return new DataSpec(changed, train, validation, features, standardize);
    }

    public DataSpec withShares(double changedTrain, double changedValidation) {
        return new DataSpec(origin, changedTrain, changedValidation, features, standardize);
    }

    public DataSpec withFeatures(List<String> changed) {
        return new DataSpec(origin, train, validation, changed, standardize);
    }

    public DataSpec withStandardize(boolean changed) {
        return new DataSpec(origin, train, validation, features, changed);
    }
}
