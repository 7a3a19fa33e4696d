package weightroom.lesson;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiPredicate;
import weightroom.experiment.Experiment;
import weightroom.experiment.Setup;
import weightroom.run.Devices;
import weightroom.run.Run;

/** A run in the checker's hands. */
final class Trial implements AutoCloseable {
    /** How often a run is looked at, at most, while it is waited for something. */
    private static final long LOOKS = 1000;

    private static final Path NOWHERE = Path.of("");

    private final Devices devices;
    private Run run;

    /** A run that stands before its first step. */
    Trial(Devices devices, Experiment experiment) {
        this.devices = devices;
        this.run = started(experiment);
    }

    Moment moment() {
        return Moment.of(run);
    }

    Experiment experiment() {
        return run.setup().experiment();
    }

    /** Trains up to this epoch, or as far as the run goes. */
    void trainTo(long epoch, boolean everyEpoch) {
        long last = run.stepAt(epoch);
        while (run.end().isEmpty() && run.step() < last) {
            run.advance(last - run.step(), everyEpoch ? 1 : 0);
        }
    }

    /**
     * Trains until something holds, for at most so many epochs from here.
     *
     * @return the epoch where it holds; empty where it never does
     */
    Optional<Long> trainUntil(BiPredicate<Measure, Moment> reached, Measure measure, long epochs) {
        long begin = run.epoch();
        long stride = Math.max(1, epochs / LOOKS);
        while (true) {
            if (reached.test(measure, moment())) {
                return Optional.of(run.epoch());
            }
            if (run.end().isPresent() || run.epoch() >= begin + epochs) {
                return Optional.empty();
            }
            trainTo(Math.min(run.epoch() + stride, begin + epochs), true);
        }
    }

    /** Goes on with another experiment: with the same weights where they keep their meaning, else from a fresh start. */
    void change(Experiment experiment, boolean fresh) {
        Setup before = run.setup();
        Setup changed = before.with(experiment, NOWHERE);
        if (fresh || !Run.keepsWeights(before, changed)) {
            run.close();
            run = started(experiment);
        } else {
            run.change(changed);
        }
    }

    private Run started(Experiment experiment) {
        Run fresh = new Run(Setup.of(experiment, NOWHERE), devices, devices.java());
        fresh.measure();
        return fresh;
    }

    @Override
    public void close() {
        run.close();
    }
}
