package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule on one parameter θ = 1 with the gradients 0.5, −0.2, 0.1 and η = 0.1, against numbers worked elsewhere. */
class OptimizerTest {
    private static final double[] GRADIENTS = {0.5, -0.2, 0.1};
    private static final double ETA = 0.1;

    /** 1 − β2 loses five digits in single precision, which leaves the step right to 10⁻⁵. */
    private static final double FAST = 5e-6;

    /** θ after each of three steps, in double precision and as the fast program computes it. */
    private static void steps(Optimizer optimizer, double[] knobs, double eta, double... expected) {
        double theta = 1;
        double[] s = new double[Optimizer.MAX_SLOTS];
        float[] fastTheta = {1};
        float[] fastGradient = new float[1];
        Optimizer.Range range = new Optimizer.Range(fastTheta, fastGradient, new float[1], new float[1], 0, 1);
        for (int t = 1; t <= 3; t++) {
            double[] c = new double[Optimizer.MAX_COEFFICIENTS];
            optimizer.coefficients(knobs, t, c);
            theta = optimizer.update(theta, GRADIENTS[t - 1], s, eta, knobs, c);
            assertEquals(expected[t - 1], theta, 1e-11, optimizer.id() + " step " + t);
            fastGradient[0] = (float) GRADIENTS[t - 1];
            optimizer.update(range, (float) eta, floats(knobs), floats(c));
            assertEquals(expected[t - 1], fastTheta[0], FAST, optimizer.id() + " step " + t + ", single precision");
        }
    }

    private static void steps(Optimizer optimizer, double... expected) {
        steps(optimizer, optimizer.defaults(), ETA, expected);
    }

    private static float[] floats(double[] numbers) {
        float[] out = new float[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) numbers[i];
        }
        return out;
    }

    /** 1 − 0.1·0.5, + 0.1·0.2, − 0.1·0.1. */
    @Test
    void sgdWalksDownhill() {
        steps(Optimizer.SGD, 0.95, 0.97, 0.96);
        steps(Optimizer.PERCEPTRON, 0.95, 0.97, 0.96);
    }

    /** v = 0.5; 0.9·0.5 − 0.2 = 0.25; 0.9·0.25 + 0.1 = 0.325; each times 0.1. As torch.optim.SGD(momentum=0.9). */
    @Test
    void momentumKeepsRolling() {
        steps(Optimizer.MOMENTUM, 0.95, 0.925, 0.8925);
    }

    /** d = 0.9: v = 0.1·0.5 = 0.05; 0.045 − 0.02 = 0.025; 0.0225 + 0.01 = 0.0325; each times 0.1. */
    @Test
    void dampeningEqualToMomentumAverages() {
        steps(Optimizer.MOMENTUM, new double[] {0.9, 0.9}, ETA, 0.995, 0.9925, 0.98925);
    }

    /** v as momentum; g + 0.9v = 0.95; −0.2 + 0.225 = 0.025; 0.1 + 0.2925 = 0.3925. As torch's nesterov=True. */
    @Test
    void nesterovLooksAhead() {
        steps(Optimizer.NESTEROV, 0.905, 0.9025, 0.86325);
    }

    /** s = 0.25, 0.29, 0.30: steps 0.05/0.5, −0.02/0.538516, 0.01/0.547723. torch.optim.Adagrad(eps=1e-8). */
    @Test
    void adagradDividesByAllItHasSeen() {
        steps(Optimizer.ADAGRAD, 0.900000002000, 0.937139068946, 0.918881650696);
    }

    /** s = 0.025, 0.0265, 0.02485: steps 0.05/0.158114, −0.02/0.162788, 0.01/0.157639. torch.optim.RMSprop(alpha=0.9). */
    @Test
    void rmspropForgets() {
        steps(Optimizer.RMSPROP, 0.683772253983, 0.806631269803, 0.743195125857);
    }

    /** First Δ = √1e-6/√(0.025 + 1e-6)·0.5 = 0.00316221. torch.optim.Adadelta(lr=1, rho=0.9, eps=1e-6). */
    @Test
    void adadeltaMeasuresInPastSteps() {
        steps(Optimizer.ADADELTA, Optimizer.ADADELTA.defaults(), 1, 0.996837785583, 0.998575224399, 0.997633941238);
    }

    /** First m̂ = g and √v̂ = |g|, so the step is η. torch.optim.Adam(lr=0.1). */
    @Test
    void adamCorrectsItsFirstSteps() {
        steps(Optimizer.ADAM, 0.900000002000, 0.865439418117, 0.827500240836);
    }

    /** The first step also takes 0.1·0.01·1 = 0.001. torch.optim.AdamW(lr=0.1, weight_decay=0.01). */
    @Test
    void adamwShrinksEveryParameter() {
        steps(Optimizer.ADAMW, 0.899000002000, 0.863540418115, 0.824737700416);
    }

    /**
     * μ1 = 0.9(1 − ½·0.96^0.004) = 0.450073, μ2 = 0.450147, so the first step is 0.1·(μ2·0.05/(1 − μ1μ2) + (1 − μ1)·0.5/
     * (1 − μ1))/0.5 = 0.105645. Worked in Python from the formula in the documentation of torch.optim.NAdam. (Its code
     * multiplied one μ too many before version 2.0, which gives 0.895047 instead.)
     */
    @Test
    void nadamLooksAheadWithAdamsRates() {
        steps(Optimizer.NADAM, 0.894354824277, 0.927325570070, 0.903359369430);
    }

    /**
     * 0.1·0.5 > 0; m = 0.005; 0.0045 − 0.02 < 0; m = 0.00495 − 0.002 = 0.00295; 0.002655 + 0.01 > 0. With λ = 0.5 each
     * step first takes 5 %: 0.95 − 0.1, 0.8075 + 0.1, 0.862125 − 0.1.
     */
    @Test
    void lionTakesStepsOfOneSize() {
        steps(Optimizer.LION, 0.9, 1.0, 0.9);
        steps(Optimizer.LION, new double[] {0.9, 0.99, 0.5}, ETA, 0.85, 0.9075, 0.762125);
    }

    /** f = (θ − 3)² from 0: every rule comes within 0.05 of the bottom with a rate that suits it. */
    @ParameterizedTest
    @CsvSource({
        "SGD, 0.1, 100",
        "MOMENTUM, 0.05, 200",
        "NESTEROV, 0.05, 200",
        "ADAGRAD, 1, 200",
        "RMSPROP, 0.02, 400",
        "ADADELTA, 1, 4000",
        "ADAM, 0.1, 400",
        "ADAMW, 0.1, 400",
        "NADAM, 0.1, 400",
        "LION, 0.02, 400",
        "PERCEPTRON, 0.1, 100"
    })
    void everyRuleSolvesAParabola(Optimizer optimizer, double eta, int steps) {
        double[] knobs = optimizer.defaults();
        double[] s = new double[Optimizer.MAX_SLOTS];
        double[] c = new double[Optimizer.MAX_COEFFICIENTS];
        double theta = 0;
        for (int t = 1; t <= steps; t++) {
            optimizer.coefficients(knobs, t, c);
            theta = optimizer.update(theta, 2 * (theta - 3), s, eta, knobs, c);
        }
        assertEquals(3, theta, 0.05);
    }

    /** Long runs: the shortcut for β^t changes nothing that single precision could show. */
    @ParameterizedTest
    @EnumSource(
            value = Optimizer.class,
            names = {"ADAM", "ADAMW", "NADAM"})
    void coefficientsSettleWhereTheirLimitsAre(Optimizer optimizer) {
        double[] c = new double[Optimizer.MAX_COEFFICIENTS];
        double[] k = optimizer.defaults();
        for (long t : new long[] {1000, 17_000, 18_100, 1_000_000_000_000L}) {
            optimizer.coefficients(k, t, c);
            assertEquals(1 / Math.sqrt(1 - Math.pow(0.999, t)), c[1], 1e-7);
        }
        assertEquals(optimizer == Optimizer.NADAM ? 0.9 : 1, c[0], 1e-9);
        assertEquals(optimizer == Optimizer.NADAM ? 0.1 : 0, c[2], 1e-9);
    }

    /** A range leaves its neighbours alone. */
    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void aRangeTouchesNothingOutside(Optimizer optimizer) {
        float[] theta = {1, 1, 1, 1};
        float[] g = {1, 1, 1, 1};
        double[] k = optimizer.defaults();
        double[] c = new double[Optimizer.MAX_COEFFICIENTS];
        optimizer.coefficients(k, 1, c);
        optimizer.update(new Optimizer.Range(theta, g, new float[4], new float[4], 1, 3), 0.1f, floats(k), floats(c));
        assertEquals(1, theta[0]);
        assertEquals(1, theta[3]);
        assertTrue(theta[1] < 1 && theta[1] == theta[2]);
    }
}
