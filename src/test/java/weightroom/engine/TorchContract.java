package weightroom.engine;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link ProgramContract} whose oracle is another program: 25 epochs from weights that are spelled out, against
 * PyTorch 1.13 in double precision ({@code torch.nn}, {@code torch.optim}, batches in file order, {@code eval()} at the
 * end). Weights are 0.8·sin(1.7k + l) for the k-th weight of layer l, biases 0.1·cos(1.3u + l), inputs
 * 1.5·sin(2.1·s·d + 0.9s + 1.1j) for input j of d of row s, all rounded to single precision.
 */
abstract class TorchContract extends DivergenceContract {
    private static final int EPOCHS = 25;
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    /** What single precision and a tanh that is right to 10⁻⁵ may add up to over 25 epochs. */
    private static final Tolerance GOLDEN = new Tolerance(2e-3, 0);

    /** Linear(2, 4), Tanh, Linear(4, 1), BCEWithLogitsLoss; SGD(lr=0.3, momentum=0.9); y = 1 where x1·x2 > 0. */
    @Test
    void tanhAndSigmoidWithMomentumAgreeWithTorch() {
        Network network = network(2, Activation.TANH, Activation.SIGMOID, 4, 1);
        float[] targets = {0, 1, 1, 0, 1, 1, 0, 1, 0, 1};
        Plan plan =
                new Plan(network, Loss.BINARY_CROSS_ENTROPY, 4, false, EPOCHS, new Replica(1, Optimizer.MOMENTUM, 0.3));
        agreesWithTorch(plan, new Rows(10, inputs(10, 2), targets), 0.016639, new float[] {
            0.01528f, 0.96088f, 0.98623f, 0.00383f, 0.99747f, 0.96862f, 0.04248f, 0.99632f, 0.00954f, 0.99771f
        });
    }

    /**
     * Linear(4, 8), ReLU, Linear(8, 3), CrossEntropyLoss + 0.01·Σw² over the weights; Adam(lr=0.02) after
     * clip_grad_norm_(0.5); label s mod 3.
     */
    @Test
    void reluAndSoftmaxWithAdamPenaltyAndClippingAgreeWithTorch() {
        float[] targets = new float[36];
        for (int s = 0; s < 12; s++) {
            targets[s * 3 + s % 3] = 1;
        }
        Replica adam = new Replica(
                1,
                0,
                Optimizer.ADAM,
                List.of(0.9, 0.999, 1e-8),
                0.02,
                1,
                Schedule.CONSTANT,
                List.of(),
                0,
                0,
                0.01,
                NO_CLIP,
                0.5);
        Plan plan = new Plan(
                softmax(4, Activation.RELU, 8, 3), Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY, 12, false, EPOCHS, adam);
        agreesWithTorch(plan, new Rows(12, inputs(12, 4), targets), 0.950374, new float[] {
            0.54438f, 0.15894f, 0.29668f, 0.24630f, 0.65141f, 0.10229f, 0.39654f, 0.23295f, 0.37051f, 0.38523f,
            0.43717f, 0.17760f, 0.32341f, 0.31880f, 0.35779f, 0.37892f, 0.34201f, 0.27907f, 0.26619f, 0.40372f,
            0.33010f, 0.37758f, 0.24275f, 0.37966f, 0.17703f, 0.50083f, 0.32215f, 0.35820f, 0.16046f, 0.48134f,
            0.12380f, 0.58422f, 0.29198f, 0.32908f, 0.10275f, 0.56817f
        });
    }

    /**
     * Linear(3, 6, bias=False), BatchNorm1d(6), GELU, Linear(6, 5), ELU, Linear(5, 2), MSELoss; NAdam(lr=0.02) as its
     * documentation says and PyTorch 2.0 does; targets cos(0.8s), sin(1.9s + 1).
     */
    @Test
    void batchNormGeluAndEluWithNadamAgreeWithTorch() {
        List<Layer> layers = List.of(
                new Layer(6, Activation.GELU).withBatchNorm(),
                new Layer(5, Activation.ELU),
                new Layer(2, Activation.LINEAR));
        float[] targets = new float[30];
        for (int s = 0; s < 15; s++) {
            targets[2 * s] = (float) Math.cos(0.8 * s);
            targets[2 * s + 1] = (float) Math.sin(1.9 * s + 1);
        }
        Plan plan = new Plan(
                new Network(3, layers, false), Loss.MSE, 5, false, EPOCHS, new Replica(1, Optimizer.NADAM, 0.02));
        agreesWithTorch(plan, new Rows(15, inputs(15, 3), targets), 0.099335, new float[] {
            0.35250f, 0.77949f, 0.34546f, -0.16098f, 0.33605f, -0.78922f, -0.28196f, 0.43736f, -0.85625f, 0.56190f,
            -0.76460f, -1.11092f, -0.05240f, -0.11752f, 0.38419f, 0.74724f, 0.32179f, -0.38264f, 0.32953f, -0.65881f,
            -0.40150f, 0.55811f, -0.89461f, 0.42075f, -0.69701f, -1.25960f, 0.04437f, 0.18889f, 0.40353f, 0.67614f
        });
    }

    /**
     * Linear(3, 5), PReLU, Linear(5, 4), SELU, Linear(4, 1), HuberLoss; RMSprop(lr=0.003, alpha=0.9, eps=1e-8); targets
     * 1.2·sin(1.3s).
     */
    @Test
    void preluAndSeluWithRmspropAgreeWithTorch() {
        List<Layer> layers =
                List.of(new Layer(5, Activation.PRELU), new Layer(4, Activation.SELU), new Layer(1, Activation.LINEAR));
        float[] targets = new float[9];
        for (int s = 0; s < 9; s++) {
            targets[s] = (float) (1.2 * Math.sin(1.3 * s));
        }
        Plan plan = new Plan(
                new Network(3, layers, false), Loss.HUBER, 9, false, EPOCHS, new Replica(1, Optimizer.RMSPROP, 0.003));
        agreesWithTorch(plan, new Rows(9, inputs(9, 3), targets), 0.804138, new float[] {
            0.95961f, 1.44824f, 1.77812f, 0.97100f, -1.12961f, -1.39397f, -0.55886f, 1.08056f, 1.62998f
        });
    }

    private void agreesWithTorch(Plan plan, Rows rows, double loss, float[] outputs) {
        try (Program program = program(plan, split(rows))) {
            program.restore(0, State.fresh(plan, plan.replicas().get(0), weights(plan.network())));
            program.train((long) EPOCHS * plan.stepsPerEpoch(rows.count()), 0);
            near("outputs", outputs, outputs(program, 0, rows), GOLDEN);
            near("loss", loss, program.loss(0, rows), GOLDEN);
        }
    }

    private static float[] weights(Network network) {
        float[] parameters = START.parameters(network, 0);
        Layout layout = Layout.of(network);
        for (int l = 0; l < layout.slices().size(); l++) {
            Layout.Slice at = layout.slice(l);
            double layer = l;
            fill(parameters, at.weights(), at.weightsEnd(), k -> 0.8 * Math.sin(1.7 * k + layer));
            if (at.biases() != Layout.NONE) {
                fill(parameters, at.biases(), at.biases() + at.units(), u -> 0.1 * Math.cos(1.3 * u + layer));
            }
        }
        return parameters;
    }

    private static void fill(float[] parameters, int from, int to, DoubleUnaryOperator value) {
        for (int i = from; i < to; i++) {
            parameters[i] = (float) value.applyAsDouble(i - from);
        }
    }

    private static float[] inputs(int n, int d) {
        float[] inputs = new float[n * d];
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < d; j++) {
                inputs[s * d + j] = (float) (1.5 * Math.sin(2.1 * s * d + 0.9 * s + 1.1 * j));
            }
        }
        return inputs;
    }
}
