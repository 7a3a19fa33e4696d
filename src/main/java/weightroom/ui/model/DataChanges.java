package weightroom.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import weightroom.data.CsvOptions;
import weightroom.data.CsvReader;
import weightroom.data.Dataset;
import weightroom.data.Target;
import weightroom.engine.InvalidInput;
import weightroom.engine.Loss;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.ui.kit.Messages;

/** Changes of what an experiment learns from, with an output layer and a loss that fit. */
public final class DataChanges {
    /** The most rows that are written into an experiment; longer tables stay in their file. */
    public static final int MAX_OWN_ROWS = 10_000;
    /** The most classes that rows of one's own may have. */
    public static final int MAX_CLASSES = 100;
    /** Whole targets with at most so many values, all from 0 on, are taken for classes. */
    private static final int MAX_GUESSED_CLASSES = 10;
    /** As the experiment file allows. */
    private static final double LEAST_TRAIN_SHARE = 0.001;

    private DataChanges() {}

    /** As many classes of a source that lets one choose, with an output layer for them. */
    public static Experiment withClasses(Experiment experiment, int classes) {
        return experiment.data().origin() instanceof DataSpec.Source own
                        && own.source().choosesClasses()
                        && own.classes() != classes
                ? Changes.withOutputFor(
                        experiment.withData(experiment.data().withOrigin(own.withClasses(classes))), classes)
                : experiment;
    }

    /** Another share of rows to train on; the validation part gives way where there is no room for both. */
    public static Experiment withTrainShare(Experiment experiment, double share) {
        double room = Math.max(0, rounded(1 - share));
        return experiment.withData(
                experiment.data().withShares(share, Math.min(experiment.data().validation(), room)));
    }

    /** Another share of rows to choose settings by; the training part gives way where there is no room for both. */
    public static Experiment withValidationShare(Experiment experiment, double share) {
        double room = Math.max(LEAST_TRAIN_SHARE, rounded(1 - share));
        return experiment.withData(
                experiment.data().withShares(Math.min(experiment.data().train(), room), share));
    }

    /** Takes away what subtracting decimals leaves behind the twelfth digit. */
    private static double rounded(double share) {
        return Math.rint(share * 1e12) / 1e12;
    }

    /**
     * Rows of one's own, written into the experiment.
     *
     * @param rows inputs, then one target
     * @param classes number of classes, the targets being 0 … classes − 1; 0 where the target is an amount
     * @throws InvalidInput when there is no row, too many, or one that does not fit the others
     */
    public static Experiment withOwnRows(Experiment experiment, List<List<Double>> rows, int classes) {
        if (rows.isEmpty()) {
            throw new InvalidInput("there are no rows; expected at least one");
        }
        if (rows.size() > MAX_OWN_ROWS) {
            throw new InvalidInput(
                    "%,d rows are too many to keep in the experiment itself; at most %,d are, so save them as a CSV file and open that"
                            .formatted(rows.size(), MAX_OWN_ROWS));
        }
        int inputs = rows.get(0).size() - 1;
        DataSpec data = shared(experiment.data(), rows.size()).withOrigin(new DataSpec.OwnRows(rows, inputs));
        boolean sameInputs = experiment.data().origin() instanceof DataSpec.OwnRows own
                ? own.inputs() == inputs
                : experiment.data().origin() instanceof DataSpec.Source source
                        && source.source().inputCount() == inputs;
        Experiment changed = experiment.withData(sameInputs ? data : data.withFeatures(List.of()));
        return fits(experiment, classes) ? changed : withOutput(changed, classes);
    }

    /**
     * A table in a file.
     *
     * @param path absolute, or relative to the folder of the experiment
     * @param table what is in it
     */
    public static Experiment withFile(Experiment experiment, String path, Dataset table) {
        int classes = classes(table);
        boolean spelledAsNumbers = classes > 0 && table.target() instanceof Target.Amounts;
        CsvOptions options = new CsvOptions(
                CsvOptions.DEFAULT.target(),
                CsvOptions.DEFAULT.header(),
                spelledAsNumbers ? CsvOptions.Meaning.CLASSES : CsvOptions.Meaning.DETECT);
        DataSpec data = shared(experiment.data(), table.count())
                .withOrigin(new DataSpec.OwnFile(path, options, Optional.empty()))
                .withFeatures(List.of());
        Experiment changed = experiment.withData(data);
        return classes > 2 || !fits(experiment, classes) ? Changes.withOutputFor(changed, classes) : changed;
    }

    /**
     * A table that was pasted.
     *
     * @throws InvalidInput naming line and column, what was found and what was expected
     */
    public static Dataset pasted(String text) {
        return CsvReader.parse(Messages.text("csv.pasted"), text, CsvOptions.DEFAULT);
    }

    /**
     * A table whose rows are written into the experiment.
     *
     * @throws InvalidInput when there are too many
     */
    public static Experiment withPasted(Experiment experiment, Dataset table) {
        return withOwnRows(experiment, rows(table), classes(table));
    }

    /** How many classes rows of one's own stand for, as the output tells them apart; 0 for amounts. */
    static int classes(Experiment experiment) {
        LayerSpec output = experiment.network().output();
        return output.units() > 1
                ? output.units()
                : experiment.training().loss().classifies() ? 2 : 0;
    }

    /** How many classes the target of a table has; 0 for amounts. Few whole numbers from 0 on count as classes. */
    public static int classes(Dataset table) {
        if (table.target() instanceof Target.Labels labels) {
            return labels.classNames().size();
        }
        TreeSet<Double> distinct = new TreeSet<>();
        for (double[] row : ((Target.Amounts) table.target()).values()) {
            distinct.add(row[0]);
            if (row.length > 1 || row[0] != Math.rint(row[0]) || distinct.size() > MAX_GUESSED_CLASSES) {
                return 0;
            }
        }
        boolean fromZero = distinct.first() == 0 && distinct.last() == distinct.size() - 1;
        return fromZero && distinct.size() > 1 ? distinct.size() : 0;
    }

    /** The rows of a table as {@link #withOwnRows} takes them: classes by their number from 0. */
    public static List<List<Double>> rows(Dataset table) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < table.count(); i++) {
            List<Double> row = new ArrayList<>();
            for (double input : table.inputs()[i]) {
                row.add(input);
            }
            if (table.target() instanceof Target.Labels labels) {
                row.add((double) labels.labels()[i]);
            } else {
                row.add(((Target.Amounts) table.target()).values()[i][0]);
            }
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    /** Few rows are all trained on. */
    private static DataSpec shared(DataSpec data, int rows) {
        return rows < Changes.TOO_FEW_TO_SPLIT ? data.withShares(1, 0) : data;
    }

    private static Experiment withOutput(Experiment experiment, int classes) {
        Experiment changed = Changes.withOutputFor(experiment, classes);
        // Classes stand in the rows as numbers, which this loss takes as they are.
        return classes > 2
                ? changed.withTraining(changed.training().withLoss(Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY))
                : changed;
    }

    private static boolean fits(Experiment experiment, int classes) {
        LayerSpec output = experiment.network().output();
        Loss loss = experiment.training().loss();
        return switch (classes) {
            case 0 -> output.units() == 1 && !loss.classifies();
            case 2 -> output.units() == 1 && loss.classifies() && loss.targets() != Loss.Targets.SIGNS;
            default -> output.units() == classes && loss.targets() == Loss.Targets.LABEL;
        };
    }
}
