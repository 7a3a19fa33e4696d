package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.Device;
import weightroom.engine.Initializer;
import weightroom.engine.Layer;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Program;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.Start;
import weightroom.engine.State;

/**
 * A fixed piece of work to measure devices by. The networks and settings are those that hand-written programs in C are
 * timed on too, so that a ratio to what the machine could do can be given.
 */
public enum Workload {
    W1("2-8-1, tanh, sigmoid, XOR, full batch of 4, SGD 0.5", "steps/s") {
        @Override
        Plan plan() {
            Network network = network(2, Activation.TANH, Activation.SIGMOID, 8, 1);
            return unshuffled(network, Loss.BINARY_CROSS_ENTROPY, 4, List.of(new Replica(1, Optimizer.SGD, 0.5)));
        }

        @Override
        Rows rows() {
            return new Rows(4, new float[] {0, 0, 0, 1, 1, 0, 1, 1}, new float[] {0, 1, 1, 0});
        }

        @Override
        double unitsPerStep(Plan plan, Rows rows) {
            return 1;
        }
    },
    W2("2-8-8-1, tanh, two spirals (500 rows), batch 10, SGD 0.03", "samples/s") {
        @Override
        Plan plan() {
            return unshuffled(spiralNetwork(), Loss.MSE, 10, List.of(new Replica(1, Optimizer.SGD, 0.03)));
        }

        @Override
        Rows rows() {
            return BenchRows.spirals();
        }
    },
    W3("784-128-128-10, ReLU, softmax cross-entropy, batch 64, Adam 0.001", "samples/s") {
        @Override
        Plan plan() {
            List<Layer> layers = List.of(
                    new Layer(128, Activation.RELU), new Layer(128, Activation.RELU), new Layer(10, Activation.LINEAR));
            return unshuffled(
                    new Network(784, layers, true),
                    Loss.CATEGORICAL_CROSS_ENTROPY,
                    64,
                    List.of(new Replica(1, Optimizer.ADAM, 0.001)));
        }

        @Override
        Rows rows() {
            return BenchRows.images();
        }
    },
    W4A("forward pass of W2's network on 10,000 points", "points/s") {
        @Override
        Plan plan() {
            return W2.plan();
        }

        @Override
        Rows rows() {
            return W2.rows();
        }

        @Override
        public Job start(Device device) {
            return new ForwardJob(start(device, plan(), rows()), 100);
        }
    },
    W4B("forward pass of W2's network on 160,000 points", "points/s") {
        @Override
        Plan plan() {
            return W2.plan();
        }

        @Override
        Rows rows() {
            return W2.rows();
        }

        @Override
        public Job start(Device device) {
            return new ForwardJob(start(device, plan(), rows()), 400);
        }
    },
    W5("8 copies of W2's network under 8 optimizers, the same batches", "samples/s") {
        @Override
        Plan plan() {
            List<Replica> lanes = new ArrayList<>();
            lanes.add(new Replica(1, Optimizer.SGD, 0.03));
            lanes.add(new Replica(1, Optimizer.MOMENTUM, 0.03));
            lanes.add(new Replica(1, Optimizer.NESTEROV, 0.03));
            lanes.add(new Replica(1, Optimizer.ADAGRAD, 0.03));
            lanes.add(new Replica(1, Optimizer.RMSPROP, 0.003));
            lanes.add(new Replica(1, Optimizer.ADADELTA, 1));
            lanes.add(new Replica(1, Optimizer.ADAM, 0.003));
            lanes.add(new Replica(1, Optimizer.NADAM, 0.003));
            return unshuffled(spiralNetwork(), Loss.MSE, 10, lanes);
        }

        @Override
        Rows rows() {
            return BenchRows.spirals();
        }
    };

    private final String description;
    private final String unit;

    Workload(String description, String unit) {
        this.description = description;
        this.unit = unit;
    }

    /** A workload made ready on a device. */
    public interface Job extends AutoCloseable {
        /** Works for about so long; returns the units done. */
        double work(long nanos);

        /** The final loss, or the sum of outputs: proof that the work was done. */
        double check();

        @Override
        void close();
    }

    /** Makes the work ready; the caller closes it. */
    public Job start(Device device) {
        return training(device, 0);
    }

    /** The same training, with every copy measured on all rows after every epoch. */
    public Job startMeasured(Device device) {
        return training(device, 1);
    }

    private Job training(Device device, int measureEvery) {
        Plan plan = plan();
        Rows rows = rows();
        return new TrainingJob(start(device, plan, rows), rows, unitsPerStep(plan, rows), measureEvery);
    }

    /** What is done. */
    public String description() {
        return description;
    }

    /** What is counted per second. */
    public String unit() {
        return unit;
    }

    /** {@code W4a} and the like, as the C programs call it. */
    public String id() {
        return name().replace('A', 'a').replace('B', 'b');
    }

    abstract Plan plan();

    abstract Rows rows();

    /** How many units an update stands for. */
    double unitsPerStep(Plan plan, Rows rows) {
        return (double) rows.count()
                / plan.stepsPerEpoch(rows.count())
                * plan.replicas().size();
    }

    static Program start(Device device, Plan plan, Rows rows) {
        Program program = device.compile(plan, List.of(new Split(rows)));
        Start drawn = new Start.Drawn(Initializer.XAVIER_UNIFORM, List.of(), Initializer.ZEROS, List.of());
        float[] parameters = drawn.parameters(plan.network(), 1);
        for (int r = 0; r < plan.replicas().size(); r++) {
            program.restore(r, State.fresh(plan, plan.replicas().get(r), parameters));
        }
        return program;
    }

    private static Plan unshuffled(Network network, Loss loss, int batch, List<Replica> replicas) {
        return new Plan(network, loss, batch, false, 1000, replicas);
    }

    private static Network spiralNetwork() {
        return network(2, Activation.TANH, Activation.TANH, 8, 8, 1);
    }

    private static Network network(int inputs, Activation hidden, Activation output, int... units) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < units.length; l++) {
            layers.add(new Layer(units[l], l + 1 < units.length ? hidden : output));
        }
        return new Network(inputs, layers, false);
    }
}
