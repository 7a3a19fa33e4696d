package weightroom.experiment;

import java.util.List;
import weightroom.data.DataSource;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Optimizer;

/**
 * All that an experiment file says, and nothing else: the same experiment on the same device gives the same numbers, bit
 * for bit.
 *
 * @param title for people; may be empty
 * @param seed everything random is drawn from it
 */
public record Experiment(
        String title, long seed, DataSpec data, NetworkSpec network, StartSpec start, TrainingSpec training) {
    /** Seeds lie within ±(2⁵³ − 1), the whole numbers that every reader of JSON keeps exactly. */
    public static final long MAX_SEED = (1L << 53) - 1;

    /** The longest title, in UTF-16 units. */
    public static final int MAX_TITLE = 1_000;

    /** What the window opens with: the spiral with a little noise, and Adam, whose loss falls calmly enough to be read. */
    public static Experiment opening() {
        Experiment spiral = spiral();
        return spiral.withData(spiral.data()
                        .withOrigin(DataSpec.Source.of(DataSource.SPIRAL).withNoise(0.03)))
                .withTraining(spiral.training()
                        .withOptimizer(new OptimizerSpec(Optimizer.ADAM, 0.01))
                        .withEpochs(10_000));
    }

    /** Two spirals, learned by a 2-8-8-1 network of tanh units with plain descent. */
    public static Experiment spiral() {
        DataSpec data = new DataSpec(DataSpec.Source.of(DataSource.SPIRAL), 0.8, 0, List.of(), false);
        NetworkSpec network = new NetworkSpec(List.of(
                new LayerSpec(8, Activation.TANH),
                new LayerSpec(8, Activation.TANH),
                new LayerSpec(1, Activation.SIGMOID)));
        TrainingSpec training = TrainingSpec.of(Loss.BINARY_CROSS_ENTROPY, new OptimizerSpec(Optimizer.SGD, 0.3))
                .withEpochs(2000);
        return new Experiment("Two spirals", 1, data, network, StartSpec.DEFAULT, training);
    }

    public Experiment withTitle(String changed) {
        return new Experiment(changed, seed, data, network, start, training);
    }

    public Experiment withSeed(long changed) {
        return new Experiment(title, changed, data, network, start, training);
    }

    public Experiment withData(DataSpec changed) {
        return new Experiment(title, seed, changed, network, start, training);
    }

    public Experiment withNetwork(NetworkSpec changed) {
        return new Experiment(title, seed, data, changed, start, training);
    }

    public Experiment withStart(StartSpec changed) {
        return new Experiment(title, seed, data, network, changed, training);
    }

    public Experiment withTraining(TrainingSpec changed) {
        return new Experiment(title, seed, data, network, start, changed);
    }
}
