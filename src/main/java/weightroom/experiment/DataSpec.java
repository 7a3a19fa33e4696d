package weightroom.experiment;

import java.util.List;
import java.util.Optional;
import weightroom.data.CsvOptions;
import weightroom.data.DataSource;

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
     * A seeded source.
     *
     * @param samples number of rows, 1 to {@link DataSource#maxSamples()}
     * @param noise share of the spread, 0 to 1; see {@link DataSource}
     * @param classes number of classes, 0 where amounts are predicted; free only where
     *     {@link DataSource#choosesClasses()}
     */
    public record Source(DataSource source, int samples, double noise, int classes) implements Origin {
        /** As the source is by itself. */
        public static Source of(DataSource source) {
            DataSource.Options own = source.defaults();
            return new Source(source, own.samples(), own.noise(), own.classes());
        }

        /** What the source is asked for. */
        public DataSource.Options options() {
            return new DataSource.Options(samples, noise, classes);
        }

        public Source withSamples(int changed) {
            return new Source(source, changed, noise, classes);
        }

        public Source withNoise(double changed) {
            return new Source(source, samples, changed, classes);
        }

        public Source withClasses(int changed) {
            return new Source(source, samples, noise, changed);
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
     * A file of one's own: a table (CSV), or MNIST-style images (IDX, also gzipped) where {@code labels} is given.
     *
     * @param path relative to the folder of the experiment file, or absolute
     * @param table what a table does not say about itself; the defaults for images
     * @param labels the IDX file with the labels of the images; empty for a table
     */
    public record OwnFile(String path, CsvOptions table, Optional<String> labels) implements Origin {
        /** A table whose options are found out from the file. */
        public OwnFile(String path) {
            this(path, CsvOptions.DEFAULT, Optional.empty());
        }
    }

    public DataSpec withOrigin(Origin changed) {
        return new DataSpec(changed, train, validation, features, standardize);
    }

    public DataSpec withShares(double changedTrain, double changedValidation) {
        return new DataSpec(origin, changedTrain, changedValidation, features, standardize);
    }

    public DataSpec withFeatures(List<String> changed) {
        return new DataSpec(origin, train, validation, changed, standardize);
    }
}
