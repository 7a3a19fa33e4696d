package weightroom.engine.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.cpu.DenseLayer.Mode;

/**
 * One pass of one copy of the network over one batch, with every number in double precision: forward, and for training
 * also backward. The numbers it is given are read, never changed.
 */
public final class ReferencePass {
    private final List<DenseLayer> layers;
    private final double loss;
    private final double[] gradient;

    private ReferencePass(List<DenseLayer> layers, double loss, double[] gradient) {
        this.layers = Collections.unmodifiableList(layers);
        this.loss = loss;
        this.gradient = gradient;
    }

    /**
     * Forward and backward as a training step does it: batch norm with the batch's own statistics, dropout on.
     *
     * @param parameters θ, of length {@link Layout#total()}
     * @param dropoutKey the step's {@link weightroom.engine.DropoutMask#key}
     */
    public static ReferencePass training(Plan plan, double[] parameters, Batch batch, int dropoutKey) {
        return of(plan, parameters, batch, Mode.training(dropoutKey));
    }

    /**
     * Forward and backward.
     *
     * @param parameters θ, of length {@link Layout#total()}
     * @param mode how batch norm and dropout behave
     */
    public static ReferencePass of(Plan plan, double[] parameters, Batch batch, Mode mode) {
        Network network = plan.network();
        List<DenseLayer> layers = forward(network, parameters, batch, mode);
        DenseLayer output = layers.get(layers.size() - 1);
        double[] z = output.preActivations();
        double[] p = output.activations();
        double[] y = batch.targets();
        LossHead head = new LossHead(plan.loss(), batch.n(), network.outputs());

        double[] gradient = new double[Layout.of(network).trainable()];
        double[] d; // ∂L/∂x of the layer above is ∂L/∂a of the layer below
        if (plan.perceptron()) {
            d = output.backwardFromZ(LossHead.perceptronGradient(p, y, batch.n()), gradient);
        } else if (plan.loss().fromLogits()) {
            d = output.backwardFromZ(head.gradient(z, p, y), gradient);
        } else {
            d = output.backward(head.gradient(z, p, y), gradient);
        }
        for (int l = layers.size() - 2; l >= 0; l--) {
            d = layers.get(l).backward(d, gradient);
        }
        return new ReferencePass(layers, head.value(z, p, y), gradient);
    }

    /** Forward only, with running batch-norm statistics and without dropout; loss and gradient stay empty. */
    public static ReferencePass evaluation(Network network, double[] parameters, Batch batch) {
        return new ReferencePass(forward(network, parameters, batch, Mode.EVALUATION), Double.NaN, new double[0]);
    }

    /** The mean data loss of an evaluation. */
    public static double evaluationLoss(Network network, Loss loss, double[] parameters, Batch batch) {
        return loss(network, loss, parameters, batch, Mode.EVALUATION);
    }

    /** The mean data loss of a forward pass. */
    public static double loss(Network network, Loss loss, double[] parameters, Batch batch, Mode mode) {
        List<DenseLayer> layers = forward(network, parameters, batch, mode);
        DenseLayer output = layers.get(layers.size() - 1);
        return new LossHead(loss, batch.n(), network.outputs())
                .value(output.preActivations(), output.activations(), batch.targets());
    }

    private static List<DenseLayer> forward(Network network, double[] parameters, Batch batch, Mode mode) {
        Layout layout = Layout.of(network);
        List<DenseLayer> layers = new ArrayList<>();
        double[] x = batch.inputs();
        int last = network.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            boolean softmax = network.softmax() && l == last;
            DenseLayer layer = new DenseLayer(
                    l, network.layers().get(l), layout.slice(l), parameters, x, batch.n(), softmax, mode);
            layers.add(layer);
            x = layer.activations();
        }
        return layers;
    }

    /** From the first hidden layer to the output. */
    public List<DenseLayer> layers() {
        return layers;
    }

    /** The last layer. */
    public DenseLayer output() {
        return layers.get(layers.size() - 1);
    }

    /** Mean data loss of the batch, without the penalty. */
    public double loss() {
        return loss;
    }

    /** ∂L/∂θ of the mean data loss, before penalty and clipping, of length {@link Layout#trainable()}. */
    public double[] gradient() {
        return gradient;
    }
}
