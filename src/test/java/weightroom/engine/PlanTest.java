package weightroom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.cpu.ReferenceDevice;

class PlanTest {
    private static final Replica SGD = new Replica(1, Optimizer.SGD, 0.1);
    private static final Replica PERCEPTRON = new Replica(1, Optimizer.PERCEPTRON, 1);

    private static Plan plan(Network network, Loss loss, int batch, Replica... replicas) {
        return new Plan(network, loss, batch, true, 10, List.of(replicas));
    }

    private static Network output(Activation activation, int units) {
        return new Network(2, List.of(new Layer(3, Activation.TANH), new Layer(units, activation)), false);
    }

    private static Network norm(int inputs) {
        return new Network(inputs, List.of(new Layer(1, Activation.LINEAR).withBatchNorm()), false);
    }

    private static void refused(String[] words, Network network, Loss loss, int batch, Replica... replicas) {
        String message = assertThrows(InvalidInput.class, () -> plan(network, loss, batch, replicas))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), () -> "\"" + message + "\" does not say " + word);
        }
    }

    @Test
    void aLossThatDoesNotFitIsRefusedAndThoseThatFitAreNamed() {
        String[] words = {"binary-cross-entropy", "a sigmoid output", "linear", "mse", "hinge"};
        refused(words, output(Activation.LINEAR, 1), Loss.BINARY_CROSS_ENTROPY, 4, SGD);
        String[] scores = {"multiclass-hinge", "two units or more", "1 linear unit", "exponential"};
        refused(scores, output(Activation.LINEAR, 1), Loss.MULTICLASS_HINGE, 4, SGD);
        Network softmax = new Network(2, output(Activation.LINEAR, 3).layers(), true);
        String[] shares = {"focal", "softmax", "kl-divergence"};
        refused(shares, softmax, Loss.FOCAL, 4, SGD);
    }

    /** Of all outputs, the losses that fit: six everywhere, two more behind sigmoid, three behind softmax. */
    @Test
    void lossesOfferedForAnOutputAreThoseThatFit() {
        assertEquals(6, Plan.fittingLosses(output(Activation.TANH, 1)).size());
        assertEquals(8, Plan.fittingLosses(output(Activation.SIGMOID, 1)).size());
        assertEquals(9, Plan.fittingLosses(output(Activation.LINEAR, 1)).size());
        assertEquals(10, Plan.fittingLosses(output(Activation.LINEAR, 2)).size());
        assertEquals(
                9,
                Plan.fittingLosses(new Network(2, output(Activation.LINEAR, 3).layers(), true))
                        .size());
    }

    @Test
    void unitsWithoutSlopeAreLeftToThePerceptronRule() {
        String[] words = {"step", "no slope", "perceptron"};
        refused(words, output(Activation.STEP, 1), Loss.MSE, 4, SGD);
        Network hidden = new Network(2, List.of(new Layer(2, Activation.SIGN), new Layer(1, Activation.LINEAR)), false);
        refused(new String[] {"sign", "no slope"}, hidden, Loss.MSE, 4, SGD);
    }

    @Test
    void thePerceptronRuleIsRefusedForMoreThanOneLayerOrAmongOtherRules() {
        Network single = new Network(2, List.of(new Layer(1, Activation.STEP)), false);
        String[] words = {"perceptron", "single layer", "2-3-1"};
        refused(words, output(Activation.STEP, 1), Loss.MSE, 4, PERCEPTRON);
        refused(new String[] {"perceptron"}, single, Loss.MSE, 4, PERCEPTRON, SGD);
        refused(new String[] {"perceptron"}, output(Activation.LINEAR, 1), Loss.MSE, 4, PERCEPTRON);
        assertEquals(1, plan(single, Loss.MSE, 4, PERCEPTRON).batch(), "it takes one row at a time");
    }

    @Test
    void batchNormIsRefusedForSingleRows() {
        refused(new String[] {"batch norm", "at least 2"}, norm(2), Loss.MSE, 1, SGD);
        Plan plan = plan(norm(1), Loss.MSE, 4, SGD);
        Split one = new Split(new Rows(1, new float[1], new float[1]));
        InvalidInput refusal =
                assertThrows(InvalidInput.class, () -> new ReferenceDevice().compile(plan, List.of(one)));
        assertTrue(refusal.getMessage().contains("at least 2 training rows"), refusal.getMessage());
    }

    @Test
    void dropoutAtTheOutputIsRefused() {
        Network network = new Network(2, List.of(new Layer(1, Activation.SIGMOID).withDropout(0.5)), false);
        refused(new String[] {"output layer", "0.5", "hidden"}, network, Loss.MSE, 4, SGD);
    }

    @Test
    void emptyBatchesAndRacesAreRefused() {
        refused(new String[] {"0 rows", "1 copies"}, output(Activation.TANH, 1), Loss.MSE, 0, SGD);
        refused(new String[] {"0 copies"}, output(Activation.TANH, 1), Loss.MSE, 1);
    }

    /** Rows, batch, whether there is batch norm; steps of an epoch and rows of the last batch. */
    @ParameterizedTest
    @CsvSource({
        "23, 10, false, 3, 3",
        "20, 10, false, 2, 10",
        "21, 10, false, 3, 1",
        "21, 10, true, 2, 10",
        "22, 10, true, 3, 2",
        "5, 10, false, 1, 5",
        "5, 10, true, 1, 5",
        "1, 10, false, 1, 1",
        "1, 10, true, 0, 0",
        "4, 2147483647, false, 1, 4",
    })
    void theLastBatchIsSmallerAndASingleRowIsSkippedWithBatchNorm(
            int rows, int batch, boolean norm, int steps, int last) {
        Plan plan = plan(norm ? norm(1) : output(Activation.TANH, 1), Loss.MSE, batch, SGD);
        assertEquals(steps, plan.stepsPerEpoch(rows));
        if (steps > 0) {
            assertEquals(last, plan.batchSize(7L * steps + steps - 1, rows));
            assertEquals((steps - 1) * Math.min(batch, rows), plan.batchStart(7L * steps + steps - 1, rows));
            assertEquals(7, plan.epochOf(7L * steps + steps - 1, rows));
        }
    }

    @Test
    void rowsAreDrawnAfreshEachEpochUnlessShufflingIsOff() {
        int[] inOrder = IntStream.range(0, 50).toArray();
        int[] first = new int[50];
        int[] again = new int[50];
        int[] second = new int[50];
        Plan shuffled = plan(output(Activation.TANH, 1), Loss.MSE, 4, SGD);
        shuffled.order(9, 0, first);
        shuffled.order(9, 0, again);
        shuffled.order(9, 1, second);
        assertArrayEquals(first, again);
        assertFalse(Arrays.equals(first, second));
        Arrays.sort(second);
        assertArrayEquals(inOrder, second, "every row comes once");
        new Plan(output(Activation.TANH, 1), Loss.MSE, 4, false, 10, SGD).order(9, 3, first);
        assertArrayEquals(inOrder, first);
    }

    @Test
    void aReplicaWantsKnobsOfItsRuleAndClippingAboveZero() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Replica(
                        1, 0, Optimizer.ADAM, List.of(0.9), 0.1, 1, Schedule.CONSTANT, List.of(), 0, 0, 0, 1, 1));
        InvalidInput refusal = assertThrows(
                InvalidInput.class,
                () -> new Replica(1, 0, Optimizer.SGD, List.of(), 0.1, 1, Schedule.CONSTANT, List.of(), 0, 0, 0, 0, 1));
        assertTrue(refusal.getMessage().contains("expected more than 0"), refusal.getMessage());
        assertFalse(SGD.clips());
    }
}
