package weightroom.ui.compare;

import weightroom.plot.Numbers;
import weightroom.race.Entrant;
import weightroom.race.Figure;
import weightroom.race.RaceSnapshot;
import weightroom.race.RaceSnapshot.Fate;
import weightroom.race.RaceSnapshot.LaneFacts;
import weightroom.race.RaceSnapshot.Tuned;
import weightroom.race.Standings;
import weightroom.ui.kit.Messages;

/** What is said of a lane, the same way wherever it is said. */
final class LaneWords {
    private LaneWords() {}

    /** A value of a figure. */
    static String value(Figure figure, double value) {
        if (figure.lowerIsBetter()) {
            return Double.isInfinite(value) ? Messages.text("diverged") : Numbers.loss(value);
        }
        return percent(value);
    }

    static String percent(double share) {
        return Double.isFinite(share) ? Messages.text("percent", Numbers.fixed(100 * share, 1)) : Numbers.NONE;
    }

    /** When the target was reached, or why not. */
    static String toTarget(Standings.Row row) {
        if (!Double.isNaN(row.epochs())) {
            return Messages.text("compare.epochs.short", Numbers.significant(row.epochs(), 4));
        }
        return row.diverged() == row.seeds() ? Numbers.NONE : Messages.text("compare.not-yet");
    }

    /** The seconds of training that this took. */
    static String seconds(Standings.Row row) {
        return Double.isNaN(row.seconds())
                ? ""
                : Messages.text("compare.seconds.short", Numbers.significant(row.seconds(), 2));
    }

    /** How many seeds reached the target. */
    static String solved(Standings.Row row) {
        String solved = Messages.text("compare.solved", row.solved(), row.seeds());
        return row.diverged() == 0 ? solved : Messages.text("compare.solved.diverged", solved, row.diverged());
    }

    static String median(Standings.Row row) {
        return Double.isNaN(row.epochs())
                ? Messages.text("compare.never")
                : Messages.text(
                        "compare.median", Numbers.significant(row.epochs(), 4), Numbers.significant(row.seconds(), 2));
    }

    static String rate(LaneFacts facts) {
        return Messages.text("compare.lr", Numbers.significant(facts.learningRate(), 3));
    }

    /** What looking for the rate found and cost; that it was set where it was. */
    static String tuning(String lane, LaneFacts facts) {
        String rate = Numbers.significant(facts.learningRate(), 3);
        return facts.tuned()
                .map(tuned -> Messages.text(
                        "compare.tuned",
                        lane,
                        rate,
                        tuned.rates().size(),
                        Numbers.count(Math.round(tuned.samples() / 1000.0)),
                        Numbers.significant(tuned.seconds(), 2)))
                .orElseGet(() -> Messages.text("compare.untuned", lane, rate));
    }

    /** Every rate that was tried with what came of it. */
    static String trials(Tuned tuned) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < tuned.rates().size(); i++) {
            lines.append(i == 0 ? "" : "\n")
                    .append(Messages.text(
                            "compare.trial",
                            Numbers.significant(tuned.rates().get(i), 3),
                            value(Figure.TRAIN_LOSS, tuned.losses().get(i))));
        }
        return lines.toString();
    }

    /** What has become of one entrant so far. */
    enum Outcome {
        SOLVED,
        DIVERGED,
        STUCK,
        RUNNING;

        static Outcome of(RaceSnapshot race, Entrant entrant, double epoch) {
            Fate fate = race.fate(entrant);
            LaneFacts facts = race.lanes().get(entrant.lane());
            if (fate.reached() >= 0 && fate.reached() <= epoch) {
                return SOLVED;
            }
            if (fate.diverged() > 0 && fate.diverged() <= epoch * facts.stepsPerEpoch()) {
                return DIVERGED;
            }
            boolean over = (fate.over() >= 0 && fate.over() <= epoch) || epoch >= facts.epochs();
            return over ? STUCK : RUNNING;
        }
    }

    static String outcome(RaceSnapshot race, Entrant entrant, double epoch) {
        Fate fate = race.fate(entrant);
        return switch (Outcome.of(race, entrant, epoch)) {
            case SOLVED -> Messages.text("compare.outcome.solved", Numbers.count(fate.reached()));
            case DIVERGED -> Messages.text("compare.outcome.diverged", Numbers.count(divergedIn(race, entrant)));
            case STUCK -> Messages.text("compare.outcome.stuck");
            case RUNNING -> Messages.text("compare.outcome.running");
        };
    }

    private static long divergedIn(RaceSnapshot race, Entrant entrant) {
        int steps = Math.max(1, race.lanes().get(entrant.lane()).stepsPerEpoch());
        return (race.fate(entrant).diverged() - 1) / steps + 1;
    }
}
