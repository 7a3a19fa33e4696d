package weightroom.experiment;

/** Experiment files that several tests start from. */
final class Examples {
    /** Every section and most fields. */
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

    /** The same in YAML. */
    static final String XOR_YAML =
            """
            # A comment is allowed here.
            weightroom: 1
            title: XOR with one hidden layer
            seed: 7
            data: {source: xor, samples: 4, noise: 0, train: 1.0, features: [x1, x2]}
            network:
              layers:
                - units: 8
                  activation: tanh
                - {units: 1, activation: sigmoid}
            start:
              weights: xavier-uniform
              biases: zeros
            training:
              loss: binary-cross-entropy
              optimizer: {id: sgd, learning-rate: 0.5}
              schedule: {id: constant}
              batch: full
              shuffle: true
              l1: 0
              l2: 0
              clip: {norm: 1.0}
              epochs: 2000
              stop: {train-loss: 0.01}
            """;

    private Examples() {}
}
