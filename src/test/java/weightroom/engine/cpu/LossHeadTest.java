package weightroom.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.Activation;
import weightroom.engine.Loss;

/** Every loss on numbers small enough to be worked by hand. */
class LossHeadTest {
    private static double elementwise(Loss loss, double p, double y) {
        double[] one = {p};
        return new LossHead(loss, 1, 1).value(one, one, new double[] {y});
    }

    private static double ofLogit(Loss loss, double z, double y) {
        double[] p = {Activation.SIGMOID.value(z, 0)};
        return new LossHead(loss, 1, 1).value(new double[] {z}, p, new double[] {y});
    }

    private static double ofScores(Loss loss, double[] z, double[] y) {
        double[] p = loss.fit() == Loss.Fit.SOFTMAX ? Softmax.forward(z, 1, z.length) : z;
        return new LossHead(loss, 1, z.length).value(z, p, y);
    }

    /** e = p − y is 2 − 0.5 = 1.5 and −0.4 − 0.1 = −0.5. log cosh 1.5 = 0.8554402, log cosh 0.5 = 0.120115. */
    @ParameterizedTest
    @CsvSource({
        "MSE, 2.25, 0.25",
        "MAE, 1.5, 0.5",
        "MAPE, 3, 5",
        "HUBER, 1, 0.125",
        "LOG_COSH, 0.8554402, 0.1201145",
        "QUANTILE, 0.75, 0.25"
    })
    void distancesAreThoseOfTheTable(Loss loss, double far, double near) {
        assertEquals(far, elementwise(loss, 2, 0.5), 1e-7);
        assertEquals(near, elementwise(loss, -0.4, 0.1), 1e-7);
    }

    /** y·s = 0.5, 2 and −1. */
    @ParameterizedTest
    @CsvSource({"HINGE, 0.5, 0, 2", "EXPONENTIAL, 0.6065307, 0.1353353, 2.7182818", "WASSERSTEIN, 0.5, 2, -1"})
    void marginsAreThoseOfTheTable(Loss loss, double half, double beyond, double wrong) {
        assertEquals(half, elementwise(loss, 0.5, 1), 1e-7);
        assertEquals(beyond, elementwise(loss, -2, -1), 1e-7);
        assertEquals(wrong, elementwise(loss, 1, -1), 1e-7);
    }

    /** p = 0.8 at z = log 4: −log 0.8 = 0.223144, −log 0.2 = 1.609438; with y = 0.25 a mean of both. */
    @Test
    void binaryCrossEntropyIsTheSurpriseOfTheAnswer() {
        double z = Math.log(4);
        assertEquals(0.2231436, ofLogit(Loss.BINARY_CROSS_ENTROPY, z, 1), 1e-7);
        assertEquals(1.6094379, ofLogit(Loss.BINARY_CROSS_ENTROPY, z, 0), 1e-7);
        assertEquals(0.25 * 0.2231436 + 0.75 * 1.6094379, ofLogit(Loss.BINARY_CROSS_ENTROPY, z, 0.25), 1e-7);
        assertEquals(1000, ofLogit(Loss.BINARY_CROSS_ENTROPY, 1000, 0), "it does not overflow");
        assertEquals(0, ofLogit(Loss.BINARY_CROSS_ENTROPY, 1000, 1));
    }

    /** p = 0.8: 0.25·0.2²·0.223144 = 0.0022314 for class 1, 0.75·0.8²·1.609438 = 0.7725302 for class 0. */
    @Test
    void focalLooksAwayFromWhatIsRight() {
        double z = Math.log(4);
        assertEquals(0.0022314, ofLogit(Loss.FOCAL, z, 1), 1e-7);
        assertEquals(0.7725302, ofLogit(Loss.FOCAL, z, 0), 1e-7);
    }

    /** Scores (3.2, 1.3, 0.2, 0.8) give (0.775, 0.116, 0.039, 0.070): −log 0.7752 = 0.2547, −log 0.0386 = 3.2547. */
    @Test
    void categoricalCrossEntropyIsTheSurpriseOfTheClass() {
        double[] z = {3.2, 1.3, 0.2, 0.8};
        double sum = Math.exp(3.2) + Math.exp(1.3) + Math.exp(0.2) + Math.exp(0.8);
        for (Loss loss : new Loss[] {Loss.CATEGORICAL_CROSS_ENTROPY, Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY}) {
            assertEquals(-Math.log(Math.exp(3.2) / sum), ofScores(loss, z, new double[] {1, 0, 0, 0}), 1e-12);
            assertEquals(-Math.log(Math.exp(0.2) / sum), ofScores(loss, z, new double[] {0, 0, 1, 0}), 1e-12);
        }
        double[] huge = {1000, 0};
        assertEquals(1000, ofScores(Loss.CATEGORICAL_CROSS_ENTROPY, huge, new double[] {0, 1}), 1e-9);
    }

    /** p = (0.5, 0.25, 0.25) at z = (log 2, 0, 0); y = (0.5, 0.5, 0): 0.5·log 1 + 0.5·log 2 + 0. */
    @Test
    void klDivergenceIsZeroOnlyWhereBothAgree() {
        double[] z = {Math.log(2), 0, 0};
        assertEquals(0.5 * Math.log(2), ofScores(Loss.KL_DIVERGENCE, z, new double[] {0.5, 0.5, 0}), 1e-12);
        assertEquals(0, ofScores(Loss.KL_DIVERGENCE, z, new double[] {0.5, 0.25, 0.25}), 1e-12);
    }

    /** s = (2, 1.5, −1), true class 0: max(0, 0.5) + max(0, −2); true class 2: 4 + 3.5. */
    @Test
    void multiclassHingeAsksEveryOtherToTrailByOne() {
        double[] s = {2, 1.5, -1};
        assertEquals(0.5, ofScores(Loss.MULTICLASS_HINGE, s, new double[] {1, 0, 0}), 1e-12);
        assertEquals(7.5, ofScores(Loss.MULTICLASS_HINGE, s, new double[] {0, 0, 1}), 1e-12);
    }

    /** Two rows of two outputs: over 4 numbers for the elementwise ones, over 2 rows for those that look at a row. */
    @Test
    void meansRunOverRowsAndForElementwiseLossesOverOutputs() {
        double[] p = {1, 2, 3, 4};
        double[] y = {0, 0, 0, 0};
        assertEquals((1 + 4 + 9 + 16) / 4.0, new LossHead(Loss.MSE, 2, 2).value(p, p, y), 1e-12);
        double[] labels = {1, 0, 1, 0};
        assertEquals(2.0, new LossHead(Loss.MULTICLASS_HINGE, 2, 2).value(p, p, labels), 1e-12);
    }

    @Test
    void distancesAreSmoothOrStraightFarAwayWithoutOverflow() {
        assertEquals(1e6 - Math.log(2), elementwise(Loss.LOG_COSH, 1e6, 0), 1e-6);
        assertTrue(Double.isFinite(elementwise(Loss.HUBER, -1e300, 0)));
    }
}
