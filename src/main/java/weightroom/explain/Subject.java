package weightroom.explain;

import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.State;
import weightroom.experiment.Setup;

/**
 * A network as it stands between two updates, with the rows that it learns from: what is explained.
 *
 * @param setup the experiment made ready
 * @param plan what the next update is made by: the setup's, or what plateaus and changes of the batch have made of it
 * @param state the parameters, and the optimizer's memory
 */
public record Subject(Setup setup, Plan plan, State state) {
    /** @throws InvalidInput when no update can be made of so few rows */
    public Subject {
        int rows = setup.data().get(0).train().count();
        if (plan.stepsPerEpoch(rows) == 0) {
            throw new InvalidInput("batch norm needs at least 2 training rows; found %d".formatted(rows));
        }
    }

    /** A network before its first update. */
    public static Subject fresh(Setup setup) {
        return new Subject(setup, setup.plan(), setup.start());
    }

    public Network network() {
        return plan.network();
    }

    /** Where each parameter stands in {@link #parameters()}. */
    public Layout layout() {
        return Layout.of(network());
    }

    /** The optimizer with its knobs, the penalty, clipping, what is frozen. */
    public Replica replica() {
        return plan.replicas().get(0);
    }

    /** θ, of length {@link Layout#total()}; a copy. */
    public double[] parameters() {
        float[] floats = state.parameters();
        double[] doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    /** Rows to train on. */
    public int trainingRows() {
        return setup.data().get(0).train().count();
    }

    /** η of the next update. */
    public double learningRate() {
        return replica().rate(plan().epochOf(state.step(), trainingRows()), plan().epochs());
    }
}
