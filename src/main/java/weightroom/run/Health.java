package weightroom.run;

import java.util.List;

/**
 * What to think of a run and of each of its layers.
 *
 * @param run the verdict on the whole run: the gravest there is
 * @param layers from the first hidden layer to the output
 */
public record Health(Verdict run, List<Verdict> layers) {
    public Health {
        layers = List.copyOf(layers);
    }
}
