package weightroom.ui.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.Workers;
import weightroom.engine.cpu.UnitActivations;

/** The engine's forward pass of one network, for few rows and on the spot. */
final class Engine {
    private final Plan plan;
    private final UnitActivations activations;
    private final UnitActivations sums;
    private final int sumParameters;

    Engine(Plan plan) {
        this.plan = plan;
        activations = new UnitActivations(plan, Workers.NONE);
        Plan linear = withLinearOutput(plan.network());
        sums = new UnitActivations(linear, Workers.NONE);
        sumParameters = Layout.of(linear.network()).total();
    }

    /**
     * What every unit answers.
     *
     * @param inputs {@code (n, in)}
     * @return {@code [layer][unit][n]}
     */
    float[][][] activations(float[] parameters, float[] inputs, int n) {
        float[][][] values = room(plan.network(), n);
        activations.compute(parameters, inputs, n, values);
        return values;
    }

    /**
     * What the first output unit answers.
     *
     * @param inputs {@code (n, in)}
     */
    float[] outputs(float[] parameters, float[] inputs, int n) {
        float[][][] values = activations(parameters, inputs, n);
        return values[values.length - 1][0];
    }

    /**
     * The pre-activations of the first output unit: what it answers once its activation is linear. Not for a network that
     * learns an α before its output.
     *
     * @param inputs {@code (n, in)}
     */
    float[] sums(float[] parameters, float[] inputs, int n) {
        float[][][] values = room(plan.network(), n);
        sums.compute(Arrays.copyOf(parameters, sumParameters), inputs, n, values);
        return values[values.length - 1][0];
    }

    private static float[][][] room(Network network, int n) {
        float[][][] values = new float[network.layers().size()][][];
        for (int l = 0; l < values.length; l++) {
            values[l] = new float[network.layers().get(l).units()][n];
        }
        return values;
    }

    private static Plan withLinearOutput(Network network) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int last = layers.size() - 1;
        layers.set(last, new Layer(layers.get(last).units(), Activation.LINEAR));
        Network linear = new Network(network.inputs(), layers, false);
        return new Plan(linear, Loss.MSE, Plan.FULL, false, 1, new Replica(0, Optimizer.SGD, 0));
    }
}
