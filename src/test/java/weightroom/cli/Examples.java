package weightroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Experiment files. */
final class Examples {
    /** The example of the documentation. */
    static final String XOR =
            """
            { "weightroom": 1, "title": "XOR with one hidden layer", "seed": 7,
              "data": { "source": "xor", "samples": 4, "noise": 0, "train": 1.0, "features": ["x1", "x2"] },
              "network": { "layers": [ { "units": 8, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" } ] },
              "start": { "weights": "xavier-uniform", "biases": "zeros" },
              "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "sgd", "learning-rate": 0.5 },
                "schedule": { "id": "constant" }, "batch": "full", "shuffle": true,
                "l1": 0, "l2": 0, "clip": { "norm": 1.0 }, "epochs": 2000, "stop": { "train-loss": 0.01 } } }
            """;

    /** Shuffled small batches, dropout, Adam and a rate that is cut on plateaus: all that a saved run has to remember. */
    static final String SPIRAL =
            """
            { "weightroom": 1, "seed": 3,
              "data": { "source": "spiral", "samples": 60, "noise": 0.1, "train": 0.5, "validation": 0.3 },
              "network": { "layers": [
                { "units": 6, "activation": "tanh", "dropout": 0.2 },
                { "units": 5, "activation": "prelu", "batch-norm": true },
                { "units": 1, "activation": "sigmoid" } ] },
              "training": { "loss": "binary-cross-entropy", "optimizer": { "id": "adam", "learning-rate": 0.05 },
                "schedule": { "id": "plateau", "factor": 0.7, "patience": 3 }, "batch": 7, "epochs": 100,
                "stop": { "patience": 90 } } }
            """;

    /** A rate that no weights survive. */
    static final String WILD =
            """
            { "weightroom": 1, "seed": 1, "data": { "source": "xor", "samples": 4 },
              "network": { "layers": [ { "units": 4, "activation": "relu" }, { "units": 1, "activation": "linear" } ] },
              "training": { "loss": "mse", "optimizer": { "id": "sgd", "learning-rate": 20 }, "batch": "full",
                "epochs": 500 } }
            """;

    /** Rows of one's own, which have neither a source nor noise. */
    static final String OWN_ROWS =
            """
            { "weightroom": 1, "seed": 1, "data": { "rows": [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]], "inputs": 2 },
              "network": { "layers": [ { "units": 4, "activation": "tanh" }, { "units": 1, "activation": "sigmoid" } ] },
              "training": { "optimizer": { "id": "sgd", "learning-rate": 0.5 }, "batch": "full", "epochs": 100 } }
            """;

    private Examples() {}

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
