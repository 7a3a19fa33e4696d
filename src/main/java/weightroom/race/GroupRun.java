package weightroom.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Device;
import weightroom.race.Pack.Round;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.run.Devices;

/** Trains one group to its end and keeps what came of it. */
final class GroupRun {
    private static final long SLICE_NANOS = 50_000_000L;

    private final Group group;
    private final Contest contest;
    private final List<Optional<FoundRate>> rates;
    private final Devices devices;
    private final Device device;
    private final long stride;
    private RaceHistory history;
    private Optional<Round> last = Optional.empty();
    private List<LaneFacts> facts = List.of();
    private List<Fate> fates = List.of();
    private double[] losses = {};
    private String deviceUsed = "";

    GroupRun(Group group, Contest whole, List<Optional<FoundRate>> rates, Devices devices, Device device) {
        this.group = group;
        this.contest = group.of(whole);
        this.rates = rates.subList(group.fromLane(), group.toLane());
        this.devices = devices;
        this.device = device;
        history = new RaceHistory(contest.lanes().size(), contest.seeds());
        stride = stride(whole);
    }

    /** The same for all groups, so that rounds meet: every so many epochs one is kept. */
    private static long stride(Contest whole) {
        long epochs = whole.lanes().stream()
                .mapToLong(lane -> lane.experiment().training().epochs())
                .max()
                .orElse(0);
        long fit =
                RaceHistory.MOST_BYTES / RaceHistory.bytesPerRound(whole.lanes().size(), whole.seeds());
        long most = Math.max(3, Math.min(Comparison.KEPT_EPOCHS, fit));
        // Where some are left out, the first and the last are kept beside those that are not.
        return epochs <= most ? 1 : (epochs + most - 3) / (most - 2);
    }

    /** Rows and first weights go when it is over, so that the next group finds as much room. */
    GroupRun run(Headway headway) {
        Lineup lineup = Lineup.of(contest, rates);
        facts = lineup.lanes();
        try (Pack pack = Pack.of(lineup.setups(), contest.target(), devices, device)) {
            history.add(pack.start());
            double ticks = 1;
            while (pack.tick() < pack.end() && !headway.stopped()) {
                long begin = System.nanoTime();
                take(pack, pack.advanceTo(pack.tick() + (long) ticks));
                double factor = (double) SLICE_NANOS / Math.max(1, System.nanoTime() - begin);
                ticks = Math.max(1, ticks * Math.min(2, factor));
                headway.racing(pack, history);
            }
            keepLast(pack);
            fates = IntStream.range(0, pack.size()).mapToObj(pack::fate).toList();
            losses = IntStream.range(0, pack.size())
                    .mapToDouble(m -> loss(pack, m))
                    .toArray();
            deviceUsed = pack.device().id();
            headway.raced(pack, group);
        }
        return this;
    }

    private void take(Pack pack, List<Round> rounds) {
        long latest = pack.latest() / pack.ticksPerEpoch();
        if (history.epoch(history.size() - 1) > latest) {
            // A device was lost, and the numbers beyond what it left are made again.
            history = history.upTo(latest);
            last = Optional.empty();
        }
        for (Round round : rounds) {
            if (round.epoch() == 1 || round.epoch() % stride == 0) {
                history.add(round);
            }
            last = Optional.of(round);
        }
    }

    /** Where all are over in the midst of an epoch, because the last ones diverged, that epoch shows it. */
    private void keepLast(Pack pack) {
        last.filter(round -> round.epoch() > history.epoch(history.size() - 1)).ifPresent(history::add);
        long closing = -1;
        for (int m = 0; m < pack.size(); m++) {
            long step = pack.fate(m).diverged();
            closing = Math.max(closing, step < 0 ? -1 : (step - 1) / pack.stepsPerEpoch(m) + 1);
        }
        int before = history.size() - 1;
        if (closing <= history.epoch(before)) {
            return;
        }
        List<Measurement> figures = new ArrayList<>();
        double[] seconds = new double[contest.lanes().size()];
        for (int m = 0; m < pack.size(); m++) {
            Entrant entrant = new Entrant(m / contest.seeds(), m % contest.seeds());
            figures.add(pack.fate(m).diverged() < 0 ? history.measured(before, entrant) : RoundCollector.GONE);
            seconds[entrant.lane()] = history.seconds(before, entrant.lane());
        }
        history.add(closing, figures, seconds);
    }

    /** One that diverged stands before the update that did it. */
    private double loss(Pack pack, int member) {
        boolean gone = pack.fate(member).diverged() >= 0;
        return gone
                ? pack.measure(member).train()
                : history.value(
                        Figure.TRAIN_LOSS,
                        history.size() - 1,
                        new Entrant(member / contest.seeds(), member % contest.seeds()));
    }

    Group group() {
        return group;
    }

    RaceHistory history() {
        return history;
    }

    String device() {
        return deviceUsed;
    }

    /** @param lane of the whole contest */
    LaneFacts facts(int lane) {
        return facts.get(lane - group.fromLane());
    }

    Fate fate(Entrant entrant) {
        return fates.get(group.index(entrant));
    }

    double loss(Entrant entrant) {
        return losses[group.index(entrant)];
    }

    /** Those of which there are rounds. */
    LongStream epochs() {
        return IntStream.range(0, history.size()).mapToLong(history::epoch);
    }

    /** Puts in what its entrants had after this epoch. */
    void addTo(MergedRound merged, long epoch) {
        int round = history.roundAt(epoch);
        group.entrants().forEach(entrant -> {
            Entrant own = new Entrant(entrant.lane() - group.fromLane(), entrant.seed() - group.fromSeed());
            merged.put(entrant, history.measured(round, own), history.seconds(round, own.lane()));
        });
    }
}
