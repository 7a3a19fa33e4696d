package weightroom.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.data.Dataset;
import weightroom.data.Target;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.NumberWords;

/** The rows of an experiment as a table to be edited: inputs, then the target. Nothing of it is used until it is applied. */
public final class RowsTable {
    private final List<String> columns;
    private final List<double[]> rows = new ArrayList<>();
    private boolean classes;

    private RowsTable(List<String> columns, boolean classes) {
        this.columns = List.copyOf(columns);
        this.classes = classes;
    }

    /**
     * The rows that a run uses.
     *
     * @throws InvalidInput when they have more than one target each, or are too many to be written into an experiment
     */
    public static RowsTable of(Setup setup) {
        Dataset data = setup.rows().dataset();
        if (data.target() instanceof Target.Amounts amounts && amounts.names().size() > 1) {
            throw new InvalidInput(
                    Messages.text("table.targets", amounts.names().size()));
        }
        if (data.count() > DataChanges.MAX_OWN_ROWS) {
            throw new InvalidInput(Messages.text("table.long", data.count(), DataChanges.MAX_OWN_ROWS));
        }
        List<String> columns = new ArrayList<>(data.inputNames());
        columns.add(Messages.text("table.target"));
        boolean own = setup.experiment().data().origin() instanceof DataSpec.OwnRows;
        boolean classes = own
                ? DataChanges.classes(setup.experiment()) > 0
                : data.target() instanceof Target.Labels || DataChanges.classes(data) > 0;
        RowsTable table = new RowsTable(columns, classes);
        DataChanges.rows(data)
                .forEach(row -> table.rows.add(
                        row.stream().mapToDouble(Double::doubleValue).toArray()));
        return table;
    }

    /** Names of the columns, the target's last. */
    public List<String> columns() {
        return columns;
    }

    public int count() {
        return rows.size();
    }

    public double value(int row, int column) {
        return rows.get(row)[column];
    }

    /** Whether the targets are numbers of classes, 0 and up, and not amounts. */
    public boolean isOfClasses() {
        return classes;
    }

    public void setOfClasses(boolean wanted) {
        classes = wanted;
    }

    /**
     * Takes over what was typed into a cell.
     *
     * @param row from 0
     * @throws InvalidInput naming row and column, what was typed and what was expected; the cell stays as it was
     */
    public void set(int row, int column, String text) {
        boolean target = column == columns.size() - 1;
        double number;
        try {
            number = NumberWords.parse(text);
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput(refusal(row, column, text, "table.number"), noNumber);
        }
        if (!Float.isFinite((float) number)) {
            throw new InvalidInput(refusal(row, column, text, "table.finite"));
        }
        if (target && classes && !isClass(number)) {
            throw new InvalidInput(refusal(row, column, text, "table.class"));
        }
        rows.get(row)[column] = number;
    }

    /** A copy of a row right after it; of the last one where there is no such row. */
    public void add(int row) {
        int from = Math.max(0, Math.min(rows.size() - 1, row));
        rows.add(from + 1, rows.get(from).clone());
    }

    /** Takes a row away; the last one stays. */
    public void remove(int row) {
        if (rows.size() > 1 && row >= 0 && row < rows.size()) {
            rows.remove(row);
        }
    }

    /**
     * The experiment on these rows.
     *
     * @throws InvalidInput when the targets are no classes although they should be
     */
    public Experiment apply(Experiment experiment) {
        int most = 0;
        List<List<Double>> own = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double target = rows.get(i)[columns.size() - 1];
            if (classes && !isClass(target)) {
                throw new InvalidInput(refusal(i, columns.size() - 1, Double.toString(target), "table.class"));
            }
            most = Math.max(most, (int) target);
            own.add(Arrays.stream(rows.get(i)).boxed().toList());
        }
        return DataChanges.withOwnRows(experiment, own, classes ? Math.max(2, most + 1) : 0);
    }

    private static boolean isClass(double number) {
        return number == Math.rint(number) && number >= 0 && number < DataChanges.MAX_CLASSES;
    }

    private String refusal(int row, int column, String text, String key) {
        String expected = Messages.text(key, DataChanges.MAX_CLASSES - 1);
        return Messages.text("table.cell", row + 1, columns.get(column), text, expected);
    }
}
