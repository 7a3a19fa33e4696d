package weightroom.race;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import weightroom.data.Dataset;
import weightroom.data.Plane;
import weightroom.data.Prepared;
import weightroom.engine.State;
import weightroom.experiment.Setup;
import weightroom.race.RaceCommand.Watch;
import weightroom.race.RaceSnapshot.Watched;
import weightroom.run.Grid;
import weightroom.run.Insight;
import weightroom.run.Inspector;
import weightroom.run.Inspector.Move;
import weightroom.run.PlanePoints;
import weightroom.run.Slice;
import weightroom.run.Snapshot.Field;

/** Computes what is watched of a race: outputs over each entrant's own plane, and what its layers are like. */
final class Looking {
    /** What the points of planes may take, in bytes; those of further planes are computed each time. */
    private static final long MOST_BYTES = 32L << 20;

    private final Lineup lineup;
    private final IdentityHashMap<Prepared, Sheet> sheets = new IdentityHashMap<>();
    private final Map<Entrant, Inspector> inspectors = new HashMap<>();
    private final Map<Entrant, Update> updates = new HashMap<>();
    private long bytes;

    /** Where entrants of the same rows are looked at. */
    private record Sheet(Slice slice, Plane plane, PlanePoints points) {
        static Sheet of(Setup setup) {
            Dataset dataset = setup.rows().dataset();
            Slice slice = dataset.inputCount() == 2 ? Slice.FIRST_TWO : Slice.of(dataset);
            Plane plane = dataset.plane()
                    .orElseGet(() -> Plane.around(Arrays.stream(dataset.inputs())
                            .map(row -> new double[] {row[slice.axis1()], row[slice.axis2()]})
                            .toArray(double[][]::new)));
            return new Sheet(slice, plane, new PlanePoints(setup));
        }

        Grid grid(int cells) {
            return new Grid(cells, cells, plane.low1(), plane.high1(), plane.low2(), plane.high2());
        }
    }

    /** One update of an entrant. */
    private record Update(State before, State after) {}

    Looking(Lineup lineup) {
        this.lineup = lineup;
    }

    /** Takes in an update of an entrant; nothing where it is more than one, or none. */
    void updated(Entrant entrant, State before, State after) {
        if (after.step() == before.step() + 1) {
            updates.put(entrant, new Update(before, after));
        }
    }

    Watched look(Watch watch, Pack pack) {
        Map<Entrant, Field> fields = new HashMap<>();
        for (Entrant entrant : watch.fields()) {
            field(entrant, watch.cells(), pack).ifPresent(field -> fields.put(entrant, field));
        }
        Map<Entrant, Insight> insights = new HashMap<>();
        for (Entrant entrant : watch.insight()) {
            insights.put(entrant, insight(entrant, pack));
        }
        return new Watched(fields, insights);
    }

    private Optional<Field> field(Entrant entrant, int cells, Pack pack) {
        Setup setup = lineup.setup(entrant);
        Sheet sheet = sheet(setup, cells);
        int outputs = setup.plan().network().outputs();
        return sheet.points()
                .plane(sheet.slice(), sheet.grid(cells))
                .map(plane -> new Field(
                        plane.grid(),
                        outputs,
                        pack.predict(
                                lineup.index(entrant),
                                plane.features(),
                                plane.grid().points())));
    }

    /** The planes of one size of grid are kept as long as there is room. */
    private Sheet sheet(Setup setup, int cells) {
        Sheet known = sheets.get(setup.rows());
        if (known != null) {
            return known;
        }
        Sheet made = Sheet.of(setup);
        long taken = (long) cells * cells * setup.plan().network().inputs() * Float.BYTES;
        if (bytes + taken <= MOST_BYTES) {
            bytes += taken;
            sheets.put(setup.rows(), made);
        }
        return made;
    }

    private Insight insight(Entrant entrant, Pack pack) {
        Setup setup = lineup.setup(entrant);
        int index = lineup.index(entrant);
        int rows = setup.data().get(0).train().count();
        Inspector inspector = inspectors.computeIfAbsent(entrant, any -> new Inspector(setup.plan(), rows));
        State state = pack.state(index);
        Optional<Move> move = Optional.ofNullable(updates.get(entrant))
                .filter(made -> made.after().step() <= state.step())
                .map(made -> new Move(made.before().parameters(), made.after().parameters()));
        return Insight.of(
                state.step(),
                (double) state.step() / pack.stepsPerEpoch(index),
                inspector,
                state.parameters(),
                pack.probe(index, inspector.rows()),
                move,
                pack.divergence(index).filter(found -> found.step() == state.step() + 1));
    }
}
