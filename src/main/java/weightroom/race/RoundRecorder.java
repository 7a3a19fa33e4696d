package weightroom.race;

import java.util.List;
import java.util.Optional;
import weightroom.race.Pack.Round;

/** Keeps the rounds of a race: all of them, or every second, fourth … one where memory asks for it, and the last one. */
final class RoundRecorder {
    private final long mostBytes;
    private RaceHistory history;
    private int stride = 1;
    private Optional<Round> leftOut = Optional.empty();

    /** @param mostBytes what rounds may take */
    RoundRecorder(Contest contest, long mostBytes) {
        this.mostBytes = mostBytes;
        history = new RaceHistory(contest.lanes().size(), contest.seeds());
    }

    /** What is kept; another object where it is not the continuation of what it was. */
    RaceHistory history() {
        return history;
    }

    /** @param over whether these are the last ones */
    void record(List<Round> rounds, boolean over) {
        for (Round round : rounds) {
            boolean kept = round.epoch() % stride == 0;
            if (kept) {
                add(round);
            }
            leftOut = kept ? Optional.empty() : Optional.of(round);
        }
        if (over) {
            leftOut.ifPresent(this::add);
            leftOut = Optional.empty();
        }
    }

    /** Forgets what was measured after so many epochs. */
    void cut(long epochs) {
        history = history.upTo(epochs);
        leftOut = Optional.empty();
    }

    private void add(Round round) {
        long perRound = RaceHistory.bytesPerRound(history.lanes(), history.seeds());
        if (history.size() > 2 && (history.size() + 1) * perRound > mostBytes) {
            history = history.halved();
            stride *= 2;
        }
        history.add(round);
    }
}
