package weightroom.race;

import java.util.IdentityHashMap;
import java.util.List;
import weightroom.data.Dataset;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Setup;

/** About how much memory a contest takes, told from the setups of its first seed. */
final class Footprint {
    /** Copies of an entrant's numbers: its start, those in training, those to fall back on, and those on the device. */
    private static final long COPIES = 4;

    /** Rows that go forward and back at a time, at most. */
    private static final long ROWS_AT_ONCE = 256;

    /** Arrays that a layer keeps of them for the way back. */
    private static final long PER_LAYER = 4;

    private final Contest contest;

    Footprint(Contest contest) {
        this.contest = contest;
    }

    /** What a contest may take, in bytes: half of what this Java may use at all. */
    static long room() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    /**
     * @param first the setups of the first seed, one for each lane
     * @param room in bytes
     * @throws InvalidInput when it takes more than there is, saying how many seeds would fit
     */
    void check(List<Setup> first, long room) {
        long whole = bytes(first, contest.seeds());
        if (whole <= room) {
            return;
        }
        int fits = 0;
        while (fits < contest.seeds() && bytes(first, fits + 1) <= room) {
            fits++;
        }
        throw new InvalidInput(Text.of(
                "race.too.large", whole >> 20, room >> 20, fits, contest.lanes().size(), contest.seeds()));
    }

    /** What it takes with so many seeds, in bytes. */
    long bytes(List<Setup> first, int seeds) {
        long bytes = Race.KEYFRAME_BYTES + rounds(first, seeds);
        IdentityHashMap<Split, Setup> seen = new IdentityHashMap<>();
        IdentityHashMap<Dataset, Setup> read = new IdentityHashMap<>();
        for (Setup setup : first) {
            boolean drawn = setup.experiment().data().origin() instanceof DataSpec.Source;
            if (read.put(setup.rows().dataset(), setup) == null) {
                bytes += (drawn ? seeds : 1) * bytes(setup.rows().dataset());
            }
            if (seen.put(setup.data().get(0), setup) == null) {
                boolean same = !drawn && setup.experiment().data().train() == 1;
                bytes += (same ? 1 : seeds) * 2L * bytes(setup.data().get(0));
            }
            bytes += seeds * bytes(setup);
        }
        return bytes;
    }

    private long rounds(List<Setup> first, int seeds) {
        long epochs = 1
                + first.stream().mapToLong(setup -> setup.plan().epochs()).max().orElse(0);
        long perRound = RaceHistory.bytesPerRound(contest.lanes().size(), seeds);
        return epochs > RaceHistory.MOST_BYTES / perRound ? RaceHistory.MOST_BYTES : epochs * perRound;
    }

    private static long bytes(Dataset dataset) {
        return (long) dataset.count() * (dataset.inputCount() * Double.BYTES + 16 + Double.BYTES);
    }

    private static long bytes(Split split) {
        long numbers = 0;
        for (Rows part : List.of(split.train(), split.validation(), split.test())) {
            numbers += (long) part.inputs().length + part.targets().length;
        }
        return Float.BYTES * numbers;
    }

    /** One entrant in training, without its rows, in bytes. */
    static long bytes(Setup setup) {
        Replica replica = setup.plan().replicas().get(0);
        long rows = setup.data().get(0).train().count();
        long units =
                setup.plan().network().layers().stream().mapToLong(Layer::units).sum();
        long numbers = COPIES
                * (1 + replica.optimizer().slots())
                * Layout.of(setup.plan().network()).total();
        long passing = PER_LAYER
                * units
                * Math.min(ROWS_AT_ONCE, Math.min(rows, setup.plan().batch()));
        return Float.BYTES * (numbers + passing + rows);
    }
}
