package weightroom.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.experiment.Setup;
import weightroom.race.Contest;
import weightroom.race.Entrant;
import weightroom.race.Fairness;
import weightroom.race.RaceCommand;
import weightroom.race.RaceHistory;
import weightroom.race.RacePicture;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.Clock;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.RaceSnapshot.Phase;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.race.RaceSnapshot.Watched;
import weightroom.run.Grid;
import weightroom.run.Insight;
import weightroom.run.Snapshot.Field;
import weightroom.run.Snapshot.Used;

/**
 * Races without training: losses fall by a rule, so that what comes of them can be told beforehand. Lane {@code l} under seed
 * {@code s} has the loss {@code 2^(−epoch/(8·(l + 1)) − s/4)}; the last of six lanes diverges in epoch 4.
 */
final class FakeRace implements RaceSource {
    static final int TICKS = 12;
    private static final int DIVERGES = 4;

    final List<RaceCommand> sent = Collections.synchronizedList(new ArrayList<>());
    private Optional<RaceSnapshot> now = Optional.empty();
    private RaceCommand.Watch watch = RaceCommand.Watch.NOTHING;
    private RaceHistory history = new RaceHistory(1, 1);
    private Phase.Kind kind = Phase.Kind.RACING;
    private long serial;

    @Override
    public void send(RaceCommand command) {
        sent.add(command);
        if (command instanceof RaceCommand.Begin begin) {
            history = new RaceHistory(
                    begin.contest().lanes().size(), begin.contest().seeds());
            now = Optional.of(at(begin.contest(), setups(begin.contest()), 0, 0, false));
        } else if (command instanceof RaceCommand.Watch wanted) {
            watch = wanted;
            now = now.map(race -> at(race, race.clock().tick(), race.clock().playing()));
        } else if (command instanceof RaceCommand.Finish) {
            now = now.map(race -> at(race, race.clock().end(), false));
        } else if (command instanceof RaceCommand.Seek seek) {
            now = now.map(race -> at(race, seek.tick(), false));
        } else if (command instanceof RaceCommand.Play) {
            now = now.map(race -> at(race, race.clock().tick(), true));
        } else {
            now = now.map(race -> at(race, race.clock().tick(), false));
        }
    }

    @Override
    public RacePicture picture() {
        return new RacePicture(now, false, Optional.empty(), sent.size(), serial);
    }

    /** Has the race do something from now on. */
    void setPhase(Phase.Kind wanted) {
        kind = wanted;
        goTo(0);
    }

    /** Takes the race to an epoch. */
    void goTo(double epoch) {
        now = now.map(race -> at(race, Math.round(epoch * TICKS), race.clock().playing()));
    }

    static double loss(Contest contest, int round, Entrant entrant) {
        boolean fallen = contest.lanes().size() == 6 && entrant.lane() == 5 && round >= DIVERGES;
        return fallen ? Double.NaN : Math.pow(2, -round / (8.0 * (entrant.lane() + 1)) - entrant.seed() / 4.0);
    }

    private static List<Setup> setups(Contest contest) {
        List<Setup> setups = new ArrayList<>();
        for (int lane = 0; lane < contest.lanes().size(); lane++) {
            for (int seed = 0; seed < contest.seeds(); seed++) {
                setups.add(Setup.of(contest.experiment(new Entrant(lane, seed)), Path.of("")));
            }
        }
        return setups;
    }

    private RaceSnapshot at(RaceSnapshot race, long tick, boolean playing) {
        return at(
                race.contest(), race.setups(), tick, Math.max(tick, race.clock().latest()), playing);
    }

    private RaceSnapshot at(Contest contest, List<Setup> setups, long tick, long latest, boolean playing) {
        long epochs = contest.lanes().get(0).experiment().training().epochs();
        List<LaneFacts> facts = contest.lanes().stream()
                .map(lane -> new LaneFacts(
                        lane.experiment().training().optimizer().learningRate(),
                        contest.trials() == 0
                                ? Optional.empty()
                                : Optional.of(new Tuned(List.of(0.01, 0.1), List.of(0.4, 0.2), 12_000, 0.25)),
                        TICKS,
                        240,
                        epochs))
                .toList();
        serial++;
        add(contest, latest / TICKS);
        return new RaceSnapshot(
                contest,
                facts,
                setups,
                new Fairness(List.of(), List.of(), List.of()),
                new Clock(tick, latest, epochs * TICKS, TICKS, playing, playing ? 20 : 0),
                new Phase(kind, 0.5),
                history,
                fates(contest),
                watched((int) (tick / TICKS)),
                new Used("java", "Java"),
                Optional.empty(),
                sent.size(),
                serial);
    }

    private List<Fate> fates(Contest contest) {
        List<Fate> fates = new ArrayList<>();
        for (int lane = 0; lane < contest.lanes().size(); lane++) {
            for (int seed = 0; seed < contest.seeds(); seed++) {
                long reached = -1;
                long diverged = -1;
                for (int round = 0; round < history.size(); round++) {
                    double loss = loss(contest, round, new Entrant(lane, seed));
                    reached = reached < 0 && loss <= contest.target().value() ? round : reached;
                    diverged = diverged < 0 && Double.isNaN(loss) ? (round - 1) * TICKS + 1 : diverged;
                }
                fates.add(new Fate(reached, diverged, -1));
            }
        }
        return fates;
    }

    private Watched watched(int epoch) {
        Map<Entrant, Field> fields = new HashMap<>();
        for (Entrant entrant : watch.fields()) {
            int cells = watch.cells();
            float[] values = new float[cells * cells];
            for (int i = 0; i < values.length; i++) {
                int row = i / cells;
                int column = i % cells;
                double x = (double) column / cells - 0.5;
                double y = (double) row / cells - 0.5;
                double turn = Math.atan2(y, x) + (4 + entrant.lane()) * Math.hypot(x, y) * Math.min(1, epoch / 20.0);
                values[i] = (float) (0.5 + 0.5 * Math.sin(turn));
            }
            fields.put(entrant, new Field(new Grid(cells, cells, -6, 6, -6, 6), 1, values));
        }
        Map<Entrant, Insight> insight = new HashMap<>();
        return new Watched(fields, insight);
    }

    private void add(Contest contest, long epochs) {
        for (int round = history.size(); round <= epochs; round++) {
            List<Measurement> figures = new ArrayList<>();
            double[] seconds = new double[contest.lanes().size()];
            for (int lane = 0; lane < seconds.length; lane++) {
                seconds[lane] = round * 0.01 * (lane + 1);
                for (int seed = 0; seed < contest.seeds(); seed++) {
                    double loss = loss(contest, round, new Entrant(lane, seed));
                    double share = 1 - loss / 2;
                    figures.add(new Measurement(
                            0, round, 0, loss, Double.NaN, loss, new Accuracy(share, Double.NaN, share), 0));
                }
            }
            history.add(round, figures, seconds);
        }
    }
}
