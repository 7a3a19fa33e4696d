package weightroom.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.data.Dataset;
import weightroom.data.Target;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;

/**
 * Rows placed by hand in the plane of two inputs. The first one turns the rows in use into one's own; from then on each
 * point placed or erased is a fresh start on the rows as they are.
 */
public final class Drawing {
    /** Digits kept after the point, as a share of nothing smaller can be seen. */
    private static final double GRAIN = 1e4;
    /** What one starts with where the rows in use have no place in a plane of classes: one point of each class. */
    private static final List<List<Double>> FIRST = List.of(List.of(-3.0, 0.0, 0.0), List.of(3.0, 0.0, 1.0));

    private final Supplier<Experiment> experiment;
    private final Supplier<Setup> running;
    private final Consumer<Experiment> start;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.OFF);

    /**
     * @param experiment as the controls show it
     * @param running what the run does
     * @param start takes what to start anew with
     */
    Drawing(Supplier<Experiment> experiment, Supplier<Setup> running, Consumer<Experiment> start) {
        this.experiment = experiment;
        this.running = running;
        this.start = start;
    }

    /** What a press in the plane does. */
    public enum Mode {
        /** Nothing is drawn. */
        OFF,
        /** Places a point of the first class. */
        CLASS_0,
        /** Places a point of the second class. */
        CLASS_1,
        /** Takes points away. */
        ERASE
    }

    public ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    /** Chooses what a press does. Where the rows in use are no classes in a plane, this begins with two points. */
    public void setMode(Mode wanted) {
        mode.set(wanted);
        if (wanted != Mode.OFF && !isDrawable()) {
            start.accept(DataChanges.withOwnRows(experiment.get(), FIRST, 2));
        }
    }

    /** Places a point of the class that is chosen; nothing where none is. */
    public void add(double x1, double x2) {
        if (mode.get() == Mode.CLASS_0 || mode.get() == Mode.CLASS_1) {
            List<List<Double>> rows = new ArrayList<>(rows());
            rows.add(List.of(rounded(x1), rounded(x2), mode.get() == Mode.CLASS_0 ? 0.0 : 1.0));
            change(rows);
        }
    }

    /**
     * Takes the nearest point away, if there is one near enough; the last one stays.
     *
     * @param reach how far off the point may lie, in units of the plane
     */
    public void erase(double x1, double x2, double reach) {
        List<List<Double>> rows = new ArrayList<>(rows());
        int nearest = -1;
        double least = reach;
        for (int i = 0; i < rows.size(); i++) {
            double distance = Math.hypot(rows.get(i).get(0) - x1, rows.get(i).get(1) - x2);
            if (distance <= least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest >= 0 && rows.size() > 1) {
            rows.remove(nearest);
            change(rows);
        }
    }

    private void change(List<List<Double>> rows) {
        start.accept(DataChanges.withOwnRows(experiment.get(), rows, Math.max(2, classes())));
    }

    /** Whether the rows are classes over two inputs. */
    private boolean isDrawable() {
        Experiment now = experiment.get();
        if (now.data().origin() instanceof DataSpec.OwnRows own) {
            return own.inputs() == 2 && DataChanges.classes(now) > 0;
        }
        Dataset dataset = running.get().rows().dataset();
        return isShown() && dataset.inputCount() == 2 && classes() > 0;
    }

    private int classes() {
        Experiment now = experiment.get();
        if (now.data().origin() instanceof DataSpec.OwnRows) {
            return DataChanges.classes(now);
        }
        return running.get().rows().dataset().target() instanceof Target.Labels labels
                ? labels.classNames().size()
                : 0;
    }

    /** Whether the rows of the run are those that the controls show. */
    private boolean isShown() {
        return running.get().experiment().data().equals(experiment.get().data())
                && running.get().experiment().seed() == experiment.get().seed();
    }

    private List<List<Double>> rows() {
        if (!isDrawable()) {
            return FIRST;
        }
        return experiment.get().data().origin() instanceof DataSpec.OwnRows own
                ? own.rows()
                : DataChanges.rows(running.get().rows().dataset());
    }

    private static double rounded(double x) {
        return Math.rint(x * GRAIN) / GRAIN;
    }
}
