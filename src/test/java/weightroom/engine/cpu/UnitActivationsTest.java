package weightroom.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Loss.Targets;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.RandomStream;
import weightroom.engine.RandomStream.Purpose;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.SampleRows;
import weightroom.engine.Workers;

class UnitActivationsTest {
    private static final int N = 600;

    @Test
    void everyUnitOfASmallNetworkIsWhatTheReferenceComputes() {
        check(new Network(2, List.of(tanh(8), new Layer(5, Activation.PRELU), tanh(1)), false), Loss.MSE);
    }

    @Test
    void batchNormUsesItsRunningStatistics() {
        check(new Network(2, List.of(tanh(4).withBatchNorm(), tanh(1)), false), Loss.MSE);
    }

    @Test
    void dropoutIsOff() {
        check(new Network(2, List.of(tanh(4).withDropout(0.5), tanh(1)), false), Loss.MSE);
    }

    @Test
    void softmaxOutputsAreProbabilities() {
        Network network = new Network(3, List.of(tanh(4), new Layer(3, Activation.LINEAR)), true);
        check(network, Loss.CATEGORICAL_CROSS_ENTROPY);
    }

    @Test
    void largeNetworksAreArrangedInAnotherWayButGiveTheSame() {
        check(new Network(40, List.of(tanh(60), tanh(33), tanh(2)), false), Loss.MSE);
    }

    @Test
    void unitsWithoutAnArrayAreLeftOut() {
        Network network = new Network(2, List.of(tanh(8), tanh(1)), false);
        float[][][] some = {new float[3][N], new float[0][N]};
        float[][][] all = {new float[8][N], new float[1][N]};
        float[] inputs = inputs(network);
        UnitActivations activations = new UnitActivations(plan(network, Loss.MSE), Workers.NONE);
        activations.compute(parameters(network), inputs, N, some);
        activations.compute(parameters(network), inputs, N, all);
        for (int u = 0; u < 3; u++) {
            assertThat(some[0][u]).isEqualTo(all[0][u]);
        }
    }

    private static void check(Network network, Loss loss) {
        float[] parameters = parameters(network);
        float[] inputs = inputs(network);
        float[][][] actual = new float[network.layers().size()][][];
        for (int l = 0; l < actual.length; l++) {
            actual[l] = new float[network.layers().get(l).units()][N];
        }
        new UnitActivations(plan(network, loss), Workers.NONE).compute(parameters, inputs, N, actual);

        double[] theta = new double[parameters.length];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = parameters[i];
        }
        Batch batch = Batch.ofInputs(inputs, 0, N, network.inputs());
        List<DenseLayer> expected =
                ReferencePass.evaluation(network, theta, batch).layers();
        for (int l = 0; l < actual.length; l++) {
            double[] a = expected.get(l).activations();
            int units = actual[l].length;
            for (int u = 0; u < units; u++) {
                for (int s = 0; s < N; s++) {
                    assertThat((double) actual[l][u][s]).isEqualTo(a[s * units + u], within(2e-4));
                }
            }
        }
    }

    private static Layer tanh(int units) {
        return new Layer(units, Activation.TANH);
    }

    private static Plan plan(Network network, Loss loss) {
        return new Plan(network, loss, 10, false, 1, new Replica(1, Optimizer.SGD, 0.1));
    }

    private static float[] inputs(Network network) {
        Rows rows = SampleRows.of(Targets.REAL, N, network.inputs(), 1, 5);
        return rows.inputs();
    }

    /** Positive numbers for variances, of any sign for the rest. */
    private static float[] parameters(Network network) {
        Layout layout = Layout.of(network);
        float[] parameters = new float[layout.total()];
        RandomStream stream = new RandomStream(3, Purpose.DATA, 0);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (0.3 * stream.nextGaussian());
        }
        layout.slices().stream()
                .filter(at -> at.runningVariance() != Layout.NONE)
                .forEach(at -> {
                    for (int u = 0; u < at.units(); u++) {
                        parameters[at.runningVariance() + u] = 0.5f + u;
                    }
                });
        return parameters;
    }
}
