package weightroom.explain;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import weightroom.data.Prepared;
import weightroom.data.Splitter.Parts;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.RandomStream;
import weightroom.engine.RandomStream.Purpose;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.SampleRows;
import weightroom.engine.Schedule;
import weightroom.engine.Split;
import weightroom.engine.State;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;

/** Networks over six rows of three inputs, with whatever targets their loss asks for. */
final class Subjects {
    static final int ROWS = 6;
    static final int INPUTS = 3;
    static final double NO_CLIP = Double.POSITIVE_INFINITY;

    private static final String DATA =
            """
            { "weightroom": 1, "data": { "inputs": 3, "rows":
                [[0, 0, 0, 1], [0, 0, 1, 2], [0, 1, 0, 3], [0, 1, 1, 4], [1, 0, 0, 5], [1, 0, 1, 6]] },
              "network": { "layers": [{ "units": 1, "activation": "linear" }] }, "training": { "loss": "mse" } }
            """;

    private static final Rows NONE = new Rows(0, new float[0], new float[0]);

    private Subjects() {}

    /** A replica with a penalty and clipping. */
    static Replica replica(Optimizer optimizer, double l1, double l2, double clipValue, double clipNorm) {
        return new Replica(
                5,
                0,
                optimizer,
                Arrays.stream(optimizer.defaults()).boxed().toList(),
                0.1,
                1,
                Schedule.CONSTANT,
                List.of(),
                0,
                l1,
                l2,
                clipValue,
                clipNorm);
    }

    static Replica plain() {
        return replica(Optimizer.SGD, 0, 0, NO_CLIP, NO_CLIP);
    }

    static Setup setup(Network network, Loss loss, Replica replica) {
        return setup(network, loss, replica, Plan.FULL);
    }

    static Setup setup(Network network, Loss loss, Replica replica, int batch) {
        Setup base = Setup.of(ExperimentReader.parse("six.json", DATA), Path.of(""));
        Rows rows = SampleRows.of(loss.targets(), ROWS, INPUTS, network.outputs(), 60 + loss.ordinal());
        Prepared prepared = new Prepared(
                base.rows().dataset(),
                base.rows().map(),
                new Parts(new int[] {0, 1, 2, 3, 4, 5}, new int[0], new int[0]),
                new Split(rows, NONE, NONE),
                base.rows().task());
        Plan plan = new Plan(network, loss, batch, true, 10, replica);
        State start = State.fresh(plan, replica, parameters(network));
        return new Setup(base.experiment(), prepared, List.of(prepared.split()), plan, start);
    }

    static Subject of(Network network, Loss loss) {
        return Subject.fresh(setup(network, loss, plain()));
    }

    /** From −1 to 1; variances from 0.5 to 1.5. */
    private static float[] parameters(Network network) {
        Layout layout = Layout.of(network);
        RandomStream stream = new RandomStream(41, Purpose.START, 0);
        float[] theta = new float[layout.total()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = (float) stream.nextDouble(-1, 1);
        }
        layout.slices().forEach(slice -> {
            for (int u = 0; slice.runningVariance() != Layout.NONE && u < slice.units(); u++) {
                theta[slice.runningVariance() + u] = 1 + theta[slice.runningVariance() + u] / 2;
            }
        });
        return theta;
    }
}
