package weightroom.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;
import weightroom.engine.Schedule;
import weightroom.experiment.Experiment;
import weightroom.experiment.LayerSpec;
import weightroom.experiment.NetworkSpec;
import weightroom.experiment.OptimizerSpec;
import weightroom.experiment.ScheduleSpec;
import weightroom.experiment.Setup;
import weightroom.experiment.StopSpec;

/** Experiments on a spiral that differ in whatever may differ, and the setups of some seeds of them. */
final class Spirals {
    static final Path HERE = Path.of(".");
    static final int EPOCHS = 24;

    private Spirals() {}

    static Experiment spiral() {
        Experiment spiral = Experiment.spiral().withSeed(7);
        return spiral.withTraining(spiral.training().withEpochs(EPOCHS));
    }

    static Experiment of(Optimizer rule, double rate) {
        return spiral().withTraining(spiral().training().withOptimizer(new OptimizerSpec(rule, rate)));
    }

    static Experiment batch(int rows) {
        return spiral().withTraining(spiral().training().withBatch(rows));
    }

    static Experiment hidden(Activation activation, int units) {
        return spiral().withNetwork(
                        new NetworkSpec(List.of(new LayerSpec(units, activation), new LayerSpec(1, Activation.TANH))))
                .withTraining(spiral().training().withLoss(Loss.MSE));
    }

    static Experiment plateau() {
        return of(Optimizer.MOMENTUM, 0.2)
                .withTraining(of(Optimizer.MOMENTUM, 0.2)
                        .training()
                        .withSchedule(new ScheduleSpec(Schedule.PLATEAU, List.of(0.5, 2.0), 0)));
    }

    static Experiment stopping(double loss, long patience) {
        Experiment rule = of(Optimizer.ADAM, 0.02);
        return rule.withTraining(rule.training().withStop(new StopSpec(loss, Double.NaN, patience)));
    }

    /** One that diverges in its second epoch or so. */
    static Experiment wild() {
        return spiral().withNetwork(new NetworkSpec(
                        List.of(new LayerSpec(6, Activation.RELU), new LayerSpec(1, Activation.LINEAR))))
                .withTraining(
                        spiral().training().withLoss(Loss.MSE).withOptimizer(new OptimizerSpec(Optimizer.MOMENTUM, 3)));
    }

    /** Everything at once; several programs, and rules in the midst of them. */
    static List<Experiment> mixed() {
        return List.of(
                of(Optimizer.SGD, 0.3),
                of(Optimizer.ADAM, 0.01),
                of(Optimizer.RMSPROP, 0.003),
                plateau(),
                stopping(0.62, 0),
                stopping(Double.NaN, 3),
                batch(7),
                batch(64),
                hidden(Activation.RELU, 5),
                hidden(Activation.TANH, 11),
                wild());
    }

    /** The seeds of the first lane first. */
    static List<Setup> setups(List<Experiment> lanes, int seeds) {
        List<Setup> setups = new ArrayList<>();
        for (Experiment lane : lanes) {
            for (int k = 0; k < seeds; k++) {
                setups.add(Setup.of(lane.withSeed(lane.seed() + k), HERE));
            }
        }
        return setups;
    }
}
