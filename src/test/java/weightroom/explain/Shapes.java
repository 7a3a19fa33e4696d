package weightroom.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.State;
import weightroom.experiment.ExperimentReader;
import weightroom.experiment.Setup;

/** Networks to derive numbers of. */
final class Shapes {
    private Shapes() {}

    static Subject subject(String experiment) {
        return Subject.fresh(Setup.of(ExperimentReader.parse("test.json", experiment), Path.of("")));
    }

    /** A random network of this depth with this loss, or none where nothing fits. */
    static Subject random(Loss loss, Activation hidden, int depth, Random random) {
        boolean softmax = loss.fit() == Loss.Fit.SOFTMAX || loss.fit() == Loss.Fit.ANY && random.nextInt(4) == 0;
        boolean several = softmax || loss.fit() == Loss.Fit.LINEAR_ROW;
        int outputs = several ? 3 : 1;
        StringBuilder layers = new StringBuilder();
        for (int l = 1; l < depth; l++) {
            String extra = (random.nextInt(3) == 0 ? ", \"batch-norm\": true" : "")
                    + (random.nextInt(3) == 0 ? ", \"dropout\": 0.3" : "");
            layers.append("{ \"units\": %d, \"activation\": \"%s\"%s }, "
                    .formatted(1 + random.nextInt(4), hidden.id(), extra));
        }
        String output = softmax
                ? "softmax"
                : switch (loss.fit()) {
                    case SIGMOID -> "sigmoid";
                    case ANY -> random.nextBoolean() ? hidden.id() : "sigmoid";
                    default -> "linear";
                };
        layers.append("{ \"units\": %d, \"activation\": \"%s\" }".formatted(outputs, output));
        Subject fresh = subject(
                """
                { "weightroom": 1, "seed": %d, "data": %s, "network": { "layers": [%s] },
                  "start": { "weights": { "id": "normal", "stddev": 0.8 }, "biases": { "id": "uniform", "low": -0.3, "high": 0.3 } },
                  "training": { "loss": "%s", "optimizer": { "id": "adam", "learning-rate": 0.05 }, "batch": 4,
                    "l1": 0.001, "l2": 0.01, "clip": { "value": 0.4, "norm": 0.5 } } }
                """
                        .formatted(random.nextInt(1000), data(loss, several, random), layers, loss.id()));
        return stirred(fresh, random);
    }

    /** The same with every number moved, the running statistics and the optimizer's memory too, so that none is 0 or 1. */
    private static Subject stirred(Subject fresh, Random random) {
        State state = fresh.state();
        float[] parameters = state.parameters().clone();
        for (int i = 0; i < parameters.length; i++) {
            boolean trained = i < fresh.layout().trainable();
            parameters[i] += (float) (trained ? 0.2 * random.nextGaussian() : 0.3 * random.nextDouble());
        }
        float[][] slots = new float[state.slots().length][fresh.layout().trainable()];
        for (float[] slot : slots) {
            for (int i = 0; i < slot.length; i++) {
                slot[i] = 0.01f * random.nextFloat();
            }
        }
        return new Subject(fresh.setup(), fresh.plan(), new State(3, parameters, slots));
    }

    private static String data(Loss loss, boolean several, Random random) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String target =
                    switch (loss.targets()) {
                        case SIGNS -> i % 2 == 0 ? "-1" : "1";
                        case BITS, UNIT_INTERVAL -> String.valueOf(i % 2);
                        case ONE_HOT -> i % 3 == 0 ? "1, 0, 0" : i % 3 == 1 ? "0, 1, 0" : "0, 0, 1";
                        case LABEL -> String.valueOf(i % 3);
                        case DISTRIBUTION -> i % 2 == 0 ? "0.2, 0.3, 0.5" : "0.6, 0, 0.4";
                        default -> several ? "0.2, -0.4, " + (0.5 + i) : String.valueOf(0.25 + i);
                    };
            rows.add("[%.2f, %.2f, %s]".formatted(random.nextGaussian(), random.nextGaussian(), target));
        }
        return "{ \"rows\": [%s], \"inputs\": 2 }".formatted(String.join(", ", rows));
    }
}
