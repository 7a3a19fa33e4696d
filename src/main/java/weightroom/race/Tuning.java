package weightroom.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
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
 * <p>All trials of a stage train side by side, some milliseconds at a time, and may be left at any time. One thread calls it.
 */
public final class Tuning implements AutoCloseable {
    /** Under how many seeds each rate is tried. */
    public static final int SEEDS = 3;

    private static final int STAGES = 2;

    private final Contest contest;
    private final Devices devices;
    private final Device device;
    private final List<Map<Double, Trial>> tried = new ArrayList<>();
    private final List<Double> decades;
    private List<Member> members = List.of();
    private Optional<Pack> pack = Optional.empty();
    private Optional<Round> last = Optional.empty();
    private int stage;
    private double ticksAtOnce = 1;
    private long samples;

    /** One run of the stage under way. */
    private record Member(int lane, double rate) {}

    /** What came of a rate. */
    private record Trial(double loss, long samples, double seconds) {}

    /**
     * Ready to try the first rates.
     *
     * @throws InvalidInput when a lane cannot be trained
     */
    public Tuning(Contest contest, Devices devices, Device device) {
        this.contest = contest;
        this.devices = devices;
        this.device = device;
        decades = Rates.decades(contest.trials());
        contest.lanes().forEach(lane -> tried.add(new TreeMap<>()));
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
        long wanted = (long) ticksAtOnce;
        List<Round> rounds = now.advanceTo(now.tick() + wanted);
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
        double ofStage = pack.map(now -> now.end() == 0 ? 1 : (double) now.tick() / now.end())
                .orElse(0.0);
        double first = (double) decades.size() / contest.trials();
        return stage == 0 ? first * ofStage : Math.min(1, first + (1 - first) * (stage > 1 ? 1 : ofStage));
    }

    /** Rows trained on so far, by all trials. */
    public long samples() {
        return samples + pack.map(Pack::samples).orElse(0L);
    }

    /** What every lane found, once it is done. */
    public List<Optional<FoundRate>> found() {
        return tried.stream().map(lane -> Optional.of(found(lane))).toList();
    }

    private static FoundRate found(Map<Double, Trial> lane) {
        List<Double> rates = List.copyOf(lane.keySet());
        List<Double> losses = lane.values().stream().map(Trial::loss).toList();
        long samples = lane.values().stream().mapToLong(Trial::samples).sum();
        double seconds = lane.values().stream().mapToDouble(Trial::seconds).sum();
        return new FoundRate(rates.get(Rates.best(losses)), new Tuned(rates, losses, samples, seconds));
    }

    @Override
    public void close() {
        pack.ifPresent(Pack::close);
        pack = Optional.empty();
    }

    /** Makes all trials of a stage ready, the rates of one lane and seed sharing their rows. */
    private void begin(List<List<Double>> rates) {
        List<Setup> setups = new ArrayList<>();
        List<Member> all = new ArrayList<>();
        for (int trial = 1; trial <= SEEDS; trial++) {
            Map<Object, Setup> known = new HashMap<>();
            for (int lane = 0; lane < rates.size(); lane++) {
                for (double rate : rates.get(lane)) {
                    setups.add(setup(lane, rate, seed(trial), known));
                    all.add(new Member(lane, rate));
                }
            }
        }
        members = List.copyOf(all);
        last = Optional.empty();
        Pack made = Pack.of(setups, contest.target(), devices, device);
        pack = Optional.of(made);
        last = Optional.of(made.start());
        ticksAtOnce = 1;
        if (made.end() == 0) {
            finish(made);
        }
    }

    /** The seeds before the race's first; above its last where there are none. */
    private long seed(int trial) {
        long before = contest.seed(0) - trial;
        return before >= -Experiment.MAX_SEED ? before : contest.seed(contest.seeds() - 1) + trial;
    }

    private Setup setup(int lane, double rate, long seed, Map<Object, Setup> known) {
        Lane raced = contest.lanes().get(lane);
        TrainingSpec training = raced.experiment().training();
        StopSpec patience = new StopSpec(Double.NaN, Double.NaN, training.stop().patience());
        Experiment tried = raced.experiment()
                .withSeed(seed)
                .withTraining(training.withStop(patience)
                        .withOptimizer(training.optimizer().withLearningRate(rate)));
        Object rows = List.of(tried.data().origin(), raced.folder());
        Setup made = Optional.ofNullable(known.get(rows))
                .map(other -> other.with(tried, raced.folder()))
                .orElseGet(() -> Setup.of(tried, raced.folder()));
        known.putIfAbsent(rows, made);
        return made;
    }

    private void finish(Pack done) {
        Round end = last.orElseThrow();
        Map<Member, List<Integer>> runs = new HashMap<>();
        for (int m = 0; m < members.size(); m++) {
            runs.computeIfAbsent(members.get(m), member -> new ArrayList<>()).add(m);
        }
        runs.forEach((member, of) -> {
            double[] losses = of.stream()
                    .mapToDouble(m -> end.figures().get(m).train())
                    .map(loss -> Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss)
                    .toArray();
            long rows = of.stream().mapToLong(m -> samples(done, m)).sum();
            double seconds = of.stream().mapToDouble(m -> end.seconds()[m]).sum();
            tried.get(member.lane())
                    .put(member.rate(), new Trial(Spread.of(losses).median(), rows, seconds));
        });
        samples += done.samples();
        close();
        stage++;
        int left = contest.trials() - decades.size();
        if (stage < STAGES && left > 0) {
            begin(tried.stream().map(lane -> around(lane, left)).toList());
        } else {
            stage = STAGES;
        }
    }

    private List<Double> around(Map<Double, Trial> lane, int left) {
        List<Double> losses = lane.values().stream().map(Trial::loss).toList();
        return Rates.around(decades, losses, left);
    }

    private static long samples(Pack pack, int member) {
        return pack.step(member) / pack.stepsPerEpoch(member) * pack.samplesPerEpoch(member);
    }
}
