package weightroom.run;

import java.util.List;

/**
 * What the layers of a network are like at one step, measured on some training rows as the next update would see them (batch
 * norm with the rows' own statistics).
 *
 * @param step updates made
 * @param epoch passes over the training rows, with the part of the current one
 * @param rows how many training rows were looked at: all, or {@value #MOST_ROWS} spread evenly over them
 * @param layers from the first hidden layer to the output
 * @param health what to think of it
 */
public record Insight(long step, double epoch, int rows, List<LayerInsight> layers, Health health) {
    /** More rows are sampled, so that looking stays cheap. */
    public static final int MOST_ROWS = 512;

    public Insight {
        layers = List.copyOf(layers);
    }
}
