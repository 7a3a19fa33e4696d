package weightroom.run;

import java.util.Optional;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.Replica;
import weightroom.engine.Schedule;
import weightroom.experiment.SavedRun.Watch;
import weightroom.experiment.StopSpec;
import weightroom.experiment.TrainingSpec;

/**
 * The rules that look at the losses after every epoch: a loss to reach, patience before stopping, patience before the rate
 * is cut. "The loss" of both patiences is that of validation where there are validation rows, else that of training.
 */
public final class EpochRules {
    private final StopSpec stop;
    private double bestLoss;
    private long bestEpoch;
    private double plateauLoss;
    private long plateauEpoch;

    /** @param seen what was remembered when the run was saved */
    public EpochRules(StopSpec stop, Watch seen) {
        this.stop = stop;
        bestLoss = seen.bestLoss();
        bestEpoch = seen.bestEpoch();
        plateauLoss = seen.plateauLoss();
        plateauEpoch = seen.plateauEpoch();
    }

    /** Whether what the rules have seen under one training still counts under another: the same loss, looked at alike. */
    static boolean stillCounts(TrainingSpec before, TrainingSpec after) {
        return before.loss() == after.loss()
                && before.stop().equals(after.stop())
                && before.schedule().equals(after.schedule());
    }

    public StopSpec stop() {
        return stop;
    }

    /** What the patiences remember. */
    public Watch seen() {
        return new Watch(bestLoss, bestEpoch, plateauLoss, plateauEpoch);
    }

    /** Whether every epoch has to be measured. */
    public boolean watching(Replica replica) {
        return !stop.equals(StopSpec.NEVER) || replica.schedule() == Schedule.PLATEAU;
    }

    /** What an epoch's losses decide. */
    public record Verdict(boolean better, boolean cutRate, Optional<Run.End> end) {}

    /** Looks at the losses after an epoch. */
    public Verdict look(Measurement losses, Replica replica) {
        double loss = Double.isNaN(losses.validation()) ? losses.train() : losses.validation();
        boolean better = loss < bestLoss;
        if (better) {
            bestLoss = loss;
            bestEpoch = losses.epoch();
        }
        return new Verdict(better && stop.patience() > 0, plateau(loss, losses.epoch(), replica), end(losses));
    }

    /** Why training is over after the epoch with these losses; empty while it is not. */
    public Optional<Run.End> end(Measurement losses) {
        if (losses.train() <= stop.trainLoss() || losses.validation() <= stop.validationLoss()) {
            return Optional.of(Run.End.LOSS_REACHED);
        }
        boolean waitedInVain = stop.patience() > 0 && losses.epoch() - bestEpoch >= stop.patience();
        return waitedInVain ? Optional.of(Run.End.NO_BETTER) : Optional.empty();
    }

    private boolean plateau(double loss, long epoch, Replica replica) {
        if (replica.schedule() != Schedule.PLATEAU) {
            return false;
        }
        if (loss < plateauLoss) {
            plateauLoss = loss;
            plateauEpoch = epoch;
            return false;
        }
        double waits = replica.scheduleKnobs().get(1);
        if (epoch - plateauEpoch < waits) {
            return false;
        }
        plateauEpoch = epoch;
        return true;
    }
}
