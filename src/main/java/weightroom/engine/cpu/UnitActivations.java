package weightroom.engine.cpu;

import weightroom.engine.Plan;
import weightroom.engine.Workers;

/**
 * What every unit of a network makes of any inputs: the forward pass of the fast program with dropout off and running
 * batch-norm statistics, laid open. It needs no program, only parameters, wherever those were trained.
 */
public final class UnitActivations {
    private static final float[][] NO_SLOTS = {};

    private final Numbers numbers;
    private final Evaluator evaluator;

    /** @param workers threads to share larger numbers of inputs out to */
    public UnitActivations(Plan plan, Workers workers) {
        Arrangement arrangement = new Arrangement(plan.network());
        numbers = new Numbers(arrangement, 0);
        evaluator = new Evaluator(plan, arrangement, workers);
    }

    /**
     * Goes forward.
     *
     * @param parameters of length {@link weightroom.engine.Layout#total()}
     * @param inputs {@code (n, in)}
     * @param activations receives {@code [layer][unit][n]}; a layer may have arrays for its first units only
     */
    public void compute(float[] parameters, float[] inputs, int n, float[][][] activations) {
        numbers.write(parameters, NO_SLOTS);
        evaluator.activations(numbers, inputs, n, activations);
    }
}
