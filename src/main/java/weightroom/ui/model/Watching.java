package weightroom.ui.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import weightroom.data.Dataset;
import weightroom.data.Plane;
import weightroom.run.Command;
import weightroom.run.Grid;
import weightroom.run.Slice;

/** What the snapshots should hold because somebody looks at it, and over which plane through the inputs. */
final class Watching {
    /** Cells of the decision field per side: while it plays, and once it stands still. */
    private static final int PLAYING_CELLS = 100;

    private static final int PAUSED_CELLS = 200;
    /** Cells of a unit's tile per side, likewise. */
    private static final int PLAYING_TILE = 20;

    private static final int PAUSED_TILE = 40;

    /** What each of those who look at snapshots looks at. */
    private final IdentityHashMap<Object, Set<RunModel.Part>> looks = new IdentityHashMap<>();

    private final ReadOnlyObjectWrapper<Slice> slice = new ReadOnlyObjectWrapper<>(Slice.FIRST_TWO);
    private final ReadOnlyObjectWrapper<Optional<Plane>> plane = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Dataset dataset;

    /** Somebody looks at these parts from now on. */
    void look(Object who, Set<RunModel.Part> parts) {
        if (parts.isEmpty()) {
            looks.remove(who);
        } else {
            looks.put(who, EnumSet.copyOf(parts));
        }
    }

    /** Somebody begins or ends to look at one part. */
    void show(Object who, RunModel.Part part, boolean visible) {
        Set<RunModel.Part> parts = EnumSet.noneOf(RunModel.Part.class);
        parts.addAll(looks.getOrDefault(who, Set.of()));
        if (visible) {
            parts.add(part);
        } else {
            parts.remove(part);
        }
        look(who, parts);
    }

    private boolean shown(RunModel.Part part) {
        return looks.values().stream().anyMatch(parts -> parts.contains(part));
    }

    ReadOnlyObjectProperty<Slice> slice() {
        return slice.getReadOnlyProperty();
    }

    /** The drawn rectangle of the slice; empty before the first data. */
    ReadOnlyObjectProperty<Optional<Plane>> plane() {
        return plane.getReadOnlyProperty();
    }

    /** Looks at another plane; one that the data has not is left alone. */
    void setSlice(Slice wanted) {
        if (dataset != null && wanted.fits(dataset.inputCount())) {
            slice.set(wanted);
            plane.set(Optional.of(planeOf(dataset, wanted)));
        }
    }

    /** What to ask for now. Other inputs than before put the plane back to the first two, the others at their means. */
    Command.Watch wanted(Dataset now, boolean playing) {
        if (dataset == null || !dataset.inputNames().equals(now.inputNames())) {
            dataset = now;
            setSlice(now.inputCount() == 2 ? Slice.FIRST_TWO : Slice.of(now));
        } else if (!dataset.plane().equals(now.plane()) || !Arrays.equals(dataset.inputs(), now.inputs())) {
            dataset = now;
            setSlice(slice.get());
        }
        return new Command.Watch(
                grid(RunModel.Part.FIELD, playing ? PLAYING_CELLS : PAUSED_CELLS),
                slice.get(),
                shown(RunModel.Part.ANSWERS),
                shown(RunModel.Part.INSIGHT),
                grid(RunModel.Part.TILES, playing ? PLAYING_TILE : PAUSED_TILE));
    }

    private Optional<Grid> grid(RunModel.Part part, int cells) {
        return plane.get()
                .filter(drawn -> shown(part))
                .map(drawn -> new Grid(cells, cells, drawn.low1(), drawn.high1(), drawn.low2(), drawn.high2()));
    }

    /** The data's own plane where it is that of the axes, else one around the rows. */
    private static Plane planeOf(Dataset dataset, Slice slice) {
        if (dataset.plane().isPresent() && slice.axis1() == 0 && slice.axis2() == 1) {
            return dataset.plane().get();
        }
        double[][] points = Arrays.stream(dataset.inputs())
                .map(row -> new double[] {row[slice.axis1()], row[slice.axis2()]})
                .toArray(double[][]::new);
        return Plane.around(points);
    }
}
