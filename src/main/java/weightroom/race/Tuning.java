package weightroom.race;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.DataSpec;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;
import weightroom.experiment.TrainingSpec;
import weightroom.race.Pack.Round;
import weightroom.race.RaceHistory.Spread;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.run.Devices;

/**
 * Every lane tries {@link Contest#trials()} learning rates and keeps the best: the same budget for all, so that none wins by
 * the rate it was given. The {@linkplain Rates rates} are tried for as many epochs as the race has, under {@value #SEEDS} seeds
 * that are none of the race's, the ones just before its first. A rate's score is the median over these seeds of the training
 * loss at the end, a run that diverged counting as infinite; of equal scores the smaller rate wins. A loss at which the
 * experiment stops does not end a trial, since runs that stop at the same loss could not be told apart; a patience does.
 *
 * <p>The trials of a stage train side by side, as many as fit into memory, some milliseconds at a time, and may be left at any
 * time. One thread calls it.
 */
public final class Tuning implements AutoCloseable {
    /** Under how many seeds each rate is tried. */
    public static final int SEEDS = 3;

    private final Contest contest;
    private final Devices devices;
    private final Device device;
    private final long room;
    private final List<Double> decades;
    private final Deque<Trial> pending = new ArrayDeque<>();
    private final List<Ended> ended = new ArrayList<>();
    private List<Trial> members = List.of();
    private Optional<Pack> pack = Optional.empty();
    private Optional<Round> last = Optional.empty();
    private boolean refining;
    private double ticksAtOnce = 1;

    /** A run: a lane at a rate under a seed. */
    private record Trial(int lane, double rate, long seed) {}

    /** What came of it. */
    private record Ended(Trial trial, double loss, long samples, double seconds) {}

    /** Runs of one seed that see the same rows. */
    private record Rows(long seed, DataSpec data, Path folder) {}

    /**
     * Ready to try the first rates.
     *
     * @throws InvalidInput when a lane cannot be trained
     */
    public Tuning(Contest contest, Devices devices, Device device) {
        this(contest, devices, device, Footprint.room());
    }

    /** @param room what trials side by side may take, in bytes, about */
    Tuning(Contest contest, Devices devices, Device device, long room) {
        this.contest = contest;
        this.devices = devices;
        this.device = device;
        this.room = room;
        decades = Rates.decades(contest.trials());
        begin(contest.lanes().stream().map(lane -> decades).toList());
    }

    /** Goes on for about so many nanoseconds; returns whether it is done. */
    public boolean work(long nanos) {
        long begin = System.nanoTime();
        while (pack.isPresent() && System.nanoTime() - begin < nanos) {
            advance(pack.get(), nanos);
        }
        return pack.isEmpty();
    }

    private void advance(Pack now, long nanos) {
        long start = System.nanoTime();
        List<Round> rounds = now.advanceTo(now.tick() + (long) ticksAtOnce);
        if (!rounds.isEmpty()) {
            last = Optional.of(rounds.get(rounds.size() - 1));
        }
        double factor = 0.5 * nanos / Math.max(1, System.nanoTime() - start);
        ticksAtOnce = Math.max(1, ticksAtOnce * Math.min(2, factor));
        if (now.tick() >= now.end()) {
            finish(now);
        }
    }

    /** How much of it is done, 0 to 1. */
    public double share() {
        double under = pack.map(now -> now.end() == 0 ? 1 : (double) now.tick() / now.end())
                .orElse(0.0);
        double all = (double) contest.lanes().size() * contest.trials() * SEEDS;
        return Math.min(1, (ended.size() + under * members.size()) / all);
    }

    /** Rows trained on so far, by all trials. */
    public long samples() {
        return ended.stream().mapToLong(Ended::samples).sum()
                + pack.map(Pack::samples).orElse(0L);
    }

    /** What every lane found, once it is done. */
    public List<Optional<FoundRate>> found() {
        List<Optional<FoundRate>> found = new ArrayList<>();
        for (int lane = 0; lane < contest.lanes().size(); lane++) {
            int its = lane;
            SortedMap<Double, Double> scores = scores(lane);
            List<Double> rates = List.copyOf(scores.keySet());
            List<Double> losses = List.copyOf(scores.values());
            List<Ended> runs =
                    ended.stream().filter(run -> run.trial().lane() == its).toList();
            long samples = runs.stream().mapToLong(Ended::samples).sum();
            double seconds = runs.stream().mapToDouble(Ended::seconds).sum();
            found.add(Optional.of(
                    new FoundRate(rates.get(Rates.best(losses)), new Tuned(rates, losses, samples, seconds))));
        }
        return List.copyOf(found);
    }

    /** The rates that a lane has tried, ascending, with the median loss of each. */
    private SortedMap<Double, Double> scores(int lane) {
        return ended.stream()
                .filter(run -> run.trial().lane() == lane)
                .collect(Collectors.groupingBy(
                        run -> run.trial().rate(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Tuning::median)));
    }

    private static double median(List<Ended> runs) {
        return Spread.of(runs.stream().mapToDouble(Ended::loss).toArray()).median();
    }

    @Override
    public void close() {
        pack.ifPresent(Pack::close);
        pack = Optional.empty();
    }

    private void begin(List<List<Double>> rates) {
        for (int trial = 1; trial <= SEEDS; trial++) {
            for (int lane = 0; lane < rates.size(); lane++) {
                for (double rate : rates.get(lane)) {
                    pending.add(new Trial(lane, rate, seed(trial)));
                }
            }
        }
        next();
    }

    /** The seeds before the race's first; above its last where there are none. */
    private long seed(int trial) {
        long before = contest.seed(0) - trial;
        return before >= -Experiment.MAX_SEED ? before : contest.seed(contest.seeds() - 1) + trial;
    }

    /** Makes as many trials ready as fit, at least one; those of one seed share their rows. */
    private void next() {
        List<Setup> setups = new ArrayList<>();
        List<Trial> all = new ArrayList<>();
        Map<Rows, Setup> known = new HashMap<>();
        long bytes = 0;
        while (!pending.isEmpty() && (all.isEmpty() || bytes < room)) {
            Trial trial = pending.remove();
            Setup setup = setup(trial, known);
            bytes += Footprint.bytes(setup);
            setups.add(setup);
            all.add(trial);
        }
        members = List.copyOf(all);
        Pack made = Pack.of(setups, contest.target(), devices, device);
        pack = Optional.of(made);
        last = Optional.of(made.start());
        ticksAtOnce = 1;
        if (made.end() == 0) {
            finish(made);
        }
    }

    private Setup setup(Trial trial, Map<Rows, Setup> known) {
        Lane lane = contest.lanes().get(trial.lane());
        TrainingSpec training = lane.experiment().training();
        StopSpec patience = new StopSpec(Double.NaN, Double.NaN, training.stop().patience());
        Experiment tried = lane.experiment()
                .withSeed(trial.seed())
                .withTraining(training.withStop(patience)
                        .withOptimizer(training.optimizer().withLearningRate(trial.rate())));
        Rows rows = new Rows(trial.seed(), tried.data(), lane.folder());
        Setup made = Optional.ofNullable(known.get(rows))
                .map(other -> other.with(tried, lane.folder()))
                .orElseGet(() -> Setup.of(tried, lane.folder()));
        known.putIfAbsent(rows, made);
        return made;
    }

    private void finish(Pack done) {
        Round end = last.orElseThrow();
        for (int m = 0; m < members.size(); m++) {
            double loss = end.figures().get(m).train();
            boolean gone = done.fate(m).diverged() >= 0 || Double.isNaN(loss);
            long samples = done.step(m) / done.stepsPerEpoch(m) * done.samplesPerEpoch(m);
            ended.add(new Ended(members.get(m), gone ? Double.POSITIVE_INFINITY : loss, samples, end.seconds()[m]));
        }
        members = List.of();
        close();
        int left = contest.trials() - decades.size();
        if (!pending.isEmpty()) {
            next();
        } else if (!refining && left > 0) {
            refining = true;
            List<List<Double>> rates = new ArrayList<>();
            for (int lane = 0; lane < contest.lanes().size(); lane++) {
                rates.add(Rates.around(decades, List.copyOf(scores(lane).values()), left));
            }
            begin(rates);
        }
    }
}
