package weightroom.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import weightroom.race.Evidence;
import weightroom.race.RaceSnapshot;
import weightroom.race.Results;
import weightroom.race.Standings;
import weightroom.race.Yardstick;

/** Who leads where the race stands, worked out once for all who show it. */
final class Standing {
    private final RaceModel model;
    private final ReadOnlyObjectWrapper<Optional<Table>> table = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Key> shown = Optional.empty();

    /** What a table depends on. */
    private record Key(Object history, int round, List<RaceSnapshot.Fate> fates, Yardstick by, int seed) {}

    /**
     * How the lanes do.
     *
     * @param race that they run in
     * @param round that the race stands in
     * @param seed the table under the chosen seed
     * @param all the table over all seeds
     * @param shown the one of both that is looked at
     * @param evidence what all seeds support
     */
    record Table(RaceSnapshot race, int round, Standings seed, Standings all, Standings shown, Evidence evidence) {
        /** Lanes in the order of their ranks. */
        List<Integer> order() {
            return shown.rows().stream().map(Standings.Row::lane).toList();
        }

        Standings.Row seedRow(int lane) {
            return row(seed, lane);
        }

        Standings.Row allRow(int lane) {
            return row(all, lane);
        }

        Standings.Row row(int lane) {
            return row(shown, lane);
        }

        private static Standings.Row row(Standings of, int lane) {
            return of.rows().stream()
                    .filter(row -> row.lane() == lane)
                    .findFirst()
                    .orElseThrow();
        }
    }

    Standing(RaceModel model) {
        this.model = model;
    }

    /** The table; empty before the first race. */
    ReadOnlyObjectProperty<Optional<Table>> table() {
        return table.getReadOnlyProperty();
    }

    /**
     * Works it out anew where that is needed.
     *
     * @param due whether it is time to look at new rounds; otherwise what was worked out stays for a moment longer
     */
    void update(boolean due) {
        Optional<RaceSnapshot> now = model.snapshot().get();
        if (now.isEmpty()) {
            return;
        }
        RaceSnapshot race = now.get();
        Look look = model.look().get();
        int round = race.history().roundAt(race.clock().epoch());
        if (round < 0) {
            return;
        }
        Yardstick by = new Yardstick(
                look.figure(),
                Yardstick.of(race.contest()).toTarget()
                        && look.figure() == race.contest().target().figure());
        Key key = new Key(race.history(), round, race.fates(), by, look.seed());
        Optional<Table> before = table.get();
        if (before.isPresent() && shown.isPresent() && alike(shown.get(), key, due)) {
            Table one = before.get();
            Standings chosen = look.median() ? one.all() : one.seed();
            if (!one.race().equals(race) || !one.shown().equals(chosen)) {
                table.set(Optional.of(new Table(race, one.round(), one.seed(), one.all(), chosen, one.evidence())));
            }
            return;
        }
        shown = Optional.of(key);
        Results results = Results.of(race);
        Standings seed = Standings.of(results, by, round, look.seed());
        Standings all = Standings.of(results, by, round);
        table.set(Optional.of(
                new Table(race, round, seed, all, look.median() ? all : seed, Evidence.of(results, by, round))));
    }

    private static boolean alike(Key one, Key other, boolean due) {
        return one.history().equals(other.history())
                && one.by().equals(other.by())
                && one.seed() == other.seed()
                && (!due || (one.round() == other.round() && one.fates().equals(other.fates())));
    }
}
