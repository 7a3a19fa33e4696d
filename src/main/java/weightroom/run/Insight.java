package weightroom.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weightroom.engine.Divergence;
import weightroom.engine.Plan;
import weightroom.engine.Probe;

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

    /**
     * What the layers are like with these numbers, before anything is known of how they came about.
     *
     * @param plan of the network
     * @param trainingRows how many rows to sample from
     * @param parameters in the order of {@link weightroom.engine.Layout}
     * @param probe lays open a pass over the training rows it is given, made with the same numbers
     */
    public static List<LayerInsight> layers(
            Plan plan, int trainingRows, float[] parameters, Function<int[], Probe> probe) {
        Inspector inspector = new Inspector(plan, trainingRows);
        return inspector.inspect(parameters, probe.apply(inspector.rows()), Optional.empty());
    }

    /**
     * What the layers are like, and what to think of it as far as this look alone tells.
     *
     * @param inspector for the plan that the parameters belong to
     * @param probe of a pass over the inspector's rows, made with the same parameters
     * @param move a recent update, where one is known
     * @param divergence why training stands still, where it diverged
     */
    public static Insight of(
            long step,
            double epoch,
            Inspector inspector,
            float[] parameters,
            Probe probe,
            Optional<Inspector.Move> move,
            Optional<Divergence> divergence) {
        List<LayerInsight> layers = inspector.inspect(parameters, probe, move);
        InsightHistory nothing = new InsightHistory(layers.size());
        Health health = new Diagnosis(layers, nothing.series(), new LossCourse(), divergence).health();
        return new Insight(step, epoch, inspector.rows().length, layers, health);
    }

    public Insight {
        layers = List.copyOf(layers);
    }
}
