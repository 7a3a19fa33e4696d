package weightroom.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.engine.Optimizer;

/**
 * The rule that makes the steps, and how large they are.
 *
 * @param learningRate η before the schedule, at least 0
 * @param knobs the rule's own numbers, in the order of {@link Optimizer#knobs()}
 */
public record OptimizerSpec(Optimizer optimizer, double learningRate, List<Double> knobs) {
    public OptimizerSpec {
        knobs = List.copyOf(knobs);
        if (knobs.size() != optimizer.knobs().size()) {
            throw new IllegalArgumentException("the number of knobs does not match " + optimizer);
        }
    }

    /** With the rule's own knobs. */
    public OptimizerSpec(Optimizer optimizer, double learningRate) {
        this(
                optimizer,
                learningRate,
                Arrays.stream(optimizer.defaults()).boxed().toList());
    }

    /** Another rule with its own knobs at the rate that was set. */
    public OptimizerSpec withOptimizer(Optimizer changed) {
        return new OptimizerSpec(changed, learningRate);
    }

    public OptimizerSpec withLearningRate(double changed) {
        return new OptimizerSpec(optimizer, changed, knobs);
    }

    public OptimizerSpec withKnob(int index, double changed) {
        List<Double> next = new ArrayList<>(knobs);
        next.set(index, changed);
        return new OptimizerSpec(optimizer, learningRate, next);
    }
}
