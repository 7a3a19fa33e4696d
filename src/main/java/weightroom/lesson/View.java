package weightroom.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A picture that a lesson can show. */
public enum View {
    BOUNDARY,
    NETWORK,
    LOSS,
    ACCURACY,
    GRADIENTS,
    ACTIVATIONS,
    WEIGHTS,
    ANSWERS,
    /** One neuron with its numbers on the picture. */
    NEURON,
    /** The perceptron rule, one correction at a time. */
    CORRECTION,
    /** What a layer of two units makes of the plane. */
    HIDDEN_PLANE,
    /** One row forward and back through the network, number by number. */
    PASS,
    /** How one number of that pass came to be. */
    CHAIN_RULE;

    /** As lessons write it: {@code hidden-plane}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(View::id).toList();
    }

    static View byId(String id) {
        return Arrays.stream(values())
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
