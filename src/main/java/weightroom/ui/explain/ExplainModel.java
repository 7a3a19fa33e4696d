package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Sample;
import weightroom.explain.Subject;
import weightroom.run.Snapshot;
import weightroom.ui.model.RunModel;

/**
 * What the Explain view shows: whose network, which rows go through, how far the pass has come, and which number is being
 * explained. While the view is not seen it follows nothing and computes nothing.
 */
final class ExplainModel {
    private final RunModel run;
    private final ObjectProperty<Optional<Subject>> own = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.FIRST);
    private final ObjectProperty<Boolean> dropout = new SimpleObjectProperty<>(true);
    private final ObjectProperty<Integer> row = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Quantity> selected = new SimpleObjectProperty<>(Quantity.weight(0, 0, 0));
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.NETWORK);
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.BOTH);
    private final ReadOnlyObjectWrapper<Optional<Pass>> pass = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> phase = new ReadOnlyObjectWrapper<>(0);
    private final ObjectProperty<Set<Quantity>> found = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Integer> lock = new SimpleObjectProperty<>(Integer.MAX_VALUE);
    private final ObjectProperty<Integer> limit = new SimpleObjectProperty<>(Integer.MAX_VALUE);
    private List<Phase> lastPhases = List.of();
    private long made;
    private boolean seen;
    private boolean arriving;

    /** What stands in the centre. */
    enum Page {
        NETWORK,
        GRAPH,
        POINT
    }

    /** Which numbers of the pass are shown. */
    enum Side {
        FORWARD,
        BACKWARD,
        BOTH
    }

    ExplainModel(RunModel run) {
        this.run = run;
        run.snapshot().addListener((observable, before, after) -> {
            if (own.get().isEmpty() && !same(before, after)) {
                follow();
            }
        });
        limit.addListener((observable, before, after) -> setPhase(phase.get()));
        lock.addListener((observable, before, after) -> setPhase(phase.get()));
        for (ObservableValue<?> cause : List.of(own, choice, dropout)) {
            cause.addListener((observable, before, after) -> follow());
        }
    }

    RunModel run() {
        return run;
    }

    /** A network of one's own in the place of the run's: a preset; empty for the run's. */
    ObjectProperty<Optional<Subject>> own() {
        return own;
    }

    /** Which rows go through. */
    ObjectProperty<Choice> choice() {
        return choice;
    }

    /** Whether units are dropped, where the network has dropout. */
    ObjectProperty<Boolean> dropout() {
        return dropout;
    }

    /** Which row of a batch the units show, from 0. */
    ObjectProperty<Integer> row() {
        return row;
    }

    /** The number that is explained; always one that the network has. */
    ObjectProperty<Quantity> selected() {
        return selected;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    ObjectProperty<Side> side() {
        return side;
    }

    /** The pass; empty until the view is first seen, and where there is {@link #trouble}. */
    ReadOnlyObjectProperty<Optional<Pass>> pass() {
        return pass.getReadOnlyProperty();
    }

    /** Why there is no pass. */
    ReadOnlyObjectProperty<Optional<String>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** How far the pass has come: an index into its phases. */
    ReadOnlyObjectProperty<Integer> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Goes to a phase, or the nearest that there is and that is free. */
    void setPhase(int wanted) {
        phase.set(Math.max(0, Math.min(wanted, lastFree())));
    }

    /** The last phase that can be gone to. */
    int lastFree() {
        return Math.min(Math.min(limit.get(), lock.get()), phases().size() - 1);
    }

    /** The phase beyond which a lesson does not go. */
    ObjectProperty<Integer> lock() {
        return lock;
    }

    /** Explains a number of the network, with all that was computed. */
    void show(Quantity wanted) {
        page.set(Page.NETWORK);
        side.set(Side.BOTH);
        selected.set(wanted);
        arriving = true;
        setPhase(phases().size() - 2);
        arriving = false;
    }

    /** Whether the phase changes because something else is explained, and not by a step. */
    boolean arriving() {
        return arriving;
    }

    /** The phase beyond which nothing is shown yet, because its numbers are being asked for. */
    ObjectProperty<Integer> limit() {
        return limit;
    }

    /** Numbers that are known before their phase, because the user has found them. */
    ObjectProperty<Set<Quantity>> found() {
        return found;
    }

    /** The present phase; empty where there is no pass. */
    Optional<Phase> present() {
        List<Phase> all = phases();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.min(phase.get(), all.size() - 1)));
    }

    /** The phases of the pass; none where there is no pass. */
    List<Phase> phases() {
        return pass.get().map(Pass::phases).orElse(List.of());
    }

    /** Whether a number is known in the present phase. */
    boolean known(Quantity quantity) {
        return found.get().contains(quantity) || Phase.revealing(phases(), quantity) <= phase.get();
    }

    /** Goes to another row, of the batch or of the data, from the last on to the first. */
    void moveSample(int by) {
        if (choice.get() instanceof Choice.Batch) {
            int n = pass.get().map(one -> one.sample().n()).orElse(1);
            row.set(Math.floorMod(row.get() + by, n));
            return;
        }
        int count = subject().setup().rows().dataset().count();
        int from = choice.get() instanceof Choice.Row one ? Math.min(one.row(), count - 1) : by > 0 ? -1 : 0;
        choice.set(new Choice.Row(Math.floorMod(from + by, count)));
    }

    /** How many passes have been made. */
    long made() {
        return made;
    }

    /** Whose network is explained. */
    Subject subject() {
        Snapshot now = run.snapshot().get();
        return own.get().orElseGet(() -> new Subject(now.setup(), now.plan(), now.state()));
    }

    void setSeen(boolean wanted) {
        seen = wanted;
        follow();
    }

    /** A setup that changed is another object; comparing all rows would take long. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Snapshot before, Snapshot after) {
        return before.setup() == after.setup()
                && before.plan().equals(after.plan())
                && before.state().equals(after.state());
    }

    private void follow() {
        if (!seen) {
            return;
        }
        Subject subject = subject();
        try {
            Pass next = Pass.of(subject, sample(subject), dropout.get());
            made++;
            trouble.set(Optional.empty());
            row.set(Math.min(row.get(), next.sample().n() - 1));
            if (!fits(selected.get(), subject)) {
                selected.set(Quantity.weight(0, 0, 0));
            }
            int at = placeIn(next.phases());
            lastPhases = next.phases();
            // At no moment is the phase one that the pass has not.
            setPhase(Math.min(at, phase.get()));
            pass.set(Optional.of(next));
            setPhase(at);
        } catch (InvalidInput refused) {
            pass.set(Optional.empty());
            trouble.set(Optional.of(String.valueOf(refused.getMessage())));
        }
    }

    /** The same phase in another pass; at first the one before the update, in which all that was computed is known. */
    private int placeIn(List<Phase> phases) {
        if (lastPhases.isEmpty()) {
            return phases.size() - 2;
        }
        int same = phases.indexOf(lastPhases.get(Math.min(phase.get(), lastPhases.size() - 1)));
        return same < 0 ? Math.min(phase.get(), phases.size() - 2) : same;
    }

    private Sample sample(Subject subject) {
        Choice wanted = choice.get();
        if (wanted instanceof Choice.Typed typed
                && typed.raw().length == subject.setup().rows().dataset().inputCount()
                && typed.targets().length == subject.network().outputs()) {
            return Sample.typed(subject, typed.raw(), typed.targets());
        }
        if (wanted instanceof Choice.Batch) {
            return Sample.batch(subject);
        }
        int last = subject.setup().rows().dataset().count() - 1;
        return Sample.row(subject, wanted instanceof Choice.Row one ? Math.min(one.row(), last) : 0);
    }

    private static boolean fits(Quantity quantity, Subject subject) {
        Layout layout = subject.layout();
        int layers = layout.slices().size();
        if (quantity.layer() == Quantity.NONE) {
            return quantity.unit() < subject.network().inputs();
        }
        return quantity.layer() < layers
                && quantity.unit() < layout.slice(quantity.layer()).units()
                && quantity.input() < layout.slice(quantity.layer()).in();
    }
}
