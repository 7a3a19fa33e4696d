package weightroom.engine;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weightroom.engine.Loss.Targets;

/**
 * The part of {@link ProgramContract} about sizes: layers, batches and copies of every width. Enough by itself for a
 * program that differs from a proven one only in how it multiplies matrices.
 */
public abstract class ShapesContract extends DeviceHarness {
    static final int STEPS = 21;

    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    /** Widths around the sizes that kernels are cut into, and batches with a smaller last one (23 rows): 24 programs. */
    @ParameterizedTest
    @CsvSource({"1, 1 1", "2, 7 16 1", "7, 17 33 2", "33, 65 1", "2, 65 65 3", "7, 16 17 10"})
    void everyShapeAgreesWithTheReference(int inputs, String widths) {
        int[] units =
                Arrays.stream(widths.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        Network network = network(inputs, Activation.RELU, Activation.LINEAR, units);
        Rows rows = SampleRows.of(Targets.REAL, 23, inputs, network.outputs(), 8);
        for (int batch : new int[] {1, 4, 10, Plan.FULL}) {
            List<Replica> replicas = List.of(replica(1, Optimizer.SGD), replica(1, Optimizer.ADAM));
            Plan plan = new Plan(network, Loss.HUBER, batch, batch != 4, 10, replicas);
            agrees(network + " in batches of " + batch, plan, STEPS, split(rows));
        }
    }

    @Test
    void aSoftmaxClassifierOfManyRowsAgreesWithTheReference() {
        Network network = softmax(33, Activation.RELU, 65, 33, 10);
        Rows rows = SampleRows.of(Targets.LABEL, 300, 33, 10, 21);
        Plan plan = new Plan(network, Loss.SPARSE_CATEGORICAL_CROSS_ENTROPY, 64, true, 10, replica(1, Optimizer.ADAM));
        agrees("classifier", plan, STEPS, split(rows));
    }

    /** Copies that learn from different rows with different rules and seeds, and are measured on every part. */
    @Test
    void copiesWithDataOfTheirOwnAgreeWithTheReference() {
        Split one = new Split(
                SampleRows.of(Targets.BITS, 15, 2, 1, 1),
                SampleRows.of(Targets.BITS, 6, 2, 1, 2),
                SampleRows.of(Targets.BITS, 33, 2, 1, 3));
        Split other = new Split(SampleRows.of(Targets.BITS, 15, 2, 1, 4));
        List<Replica> replicas = List.of(
                replica(1, Optimizer.SGD), onOther(replica(2, Optimizer.ADAM)), onOther(replica(3, Optimizer.LION)));
        Network network = network(2, Activation.SIGMOID, Activation.SIGMOID, 7, 1);
        agrees("data", new Plan(network, Loss.FOCAL, 4, true, 10, replicas), STEPS, one, other);
    }

    private static Replica onOther(Replica replica) {
        return new Replica(
                replica.seed(),
                1,
                replica.optimizer(),
                replica.knobs(),
                replica.learningRate(),
                1,
                Schedule.CONSTANT,
                List.of(),
                0,
                0,
                0,
                NO_CLIP,
                NO_CLIP);
    }
}
