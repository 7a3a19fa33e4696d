package weightroom.experiment;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.Initializer;

/** Where training starts from: weights and biases, each drawn or written out. */
public record StartSpec(Weights weights, Biases biases) {
    /** Xavier's uniform weights, biases at 0. */
    public static final StartSpec DEFAULT =
            new StartSpec(new Drawn(Initializer.XAVIER_UNIFORM), new Drawn(Initializer.ZEROS));

    /** Where the weights come from. */
    public sealed interface Weights permits Drawn, GivenWeights {}

    /** Where the biases come from. */
    public sealed interface Biases permits Drawn, GivenBiases {}

    /**
     * Drawn from the experiment's seed.
     *
     * @param knobs in the order of {@link Initializer#knobs()}
     */
    public record Drawn(Initializer initializer, List<Double> knobs) implements Weights, Biases {
        public Drawn {
            knobs = List.copyOf(knobs);
            if (knobs.size() != initializer.knobs().size()) {
                throw new IllegalArgumentException("the number of knobs does not match " + initializer);
            }
        }

        /** With the initializer's own knobs. */
        public Drawn(Initializer initializer) {
            this(initializer, Arrays.stream(initializer.defaults()).boxed().toList());
        }
    }

    /** Numbers {@code [layer][unit][input]}. */
    public record GivenWeights(List<List<List<Double>>> numbers) implements Weights {
        public GivenWeights {
            numbers = List.copyOf(numbers);
        }
    }

    /** Numbers {@code [layer][unit]}, empty for a layer with batch norm. */
    public record GivenBiases(List<List<Double>> numbers) implements Biases {
        public GivenBiases {
            numbers = List.copyOf(numbers);
        }
    }

    public StartSpec withWeights(Weights changed) {
        return new StartSpec(changed, biases);
    }

    public StartSpec withBiases(Biases changed) {
        return new StartSpec(weights, changed);
    }
}
