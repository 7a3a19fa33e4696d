package weightroom.explain;

import weightroom.engine.Optimizer;
import weightroom.engine.Replica;
import weightroom.engine.State;

/**
 * What an optimizer makes of one gradient, in double precision.
 *
 * @param step t, from 1
 * @param learningRate η
 * @param parameters θ after the update, of length {@link weightroom.engine.Layout#trainable()}
 * @param slots the optimizer's memory after it, {@code (slots, trainable)}
 */
public record Update(long step, double learningRate, double[] parameters, double[][] slots) {
    /** @param gradient what the optimizer is given */
    static Update of(Subject subject, double[] theta, double[] gradient) {
        Replica replica = subject.replica();
        Optimizer optimizer = replica.optimizer();
        State state = subject.state();
        long t = state.step() + 1;
        double eta = subject.learningRate();
        double[] knobs = replica.knobArray();
        double[] coefficients = new double[Optimizer.MAX_COEFFICIENTS];
        optimizer.coefficients(knobs, t, coefficients);
        double[] parameters = new double[gradient.length];
        double[][] slots = new double[optimizer.slots()][gradient.length];
        double[] s = new double[Optimizer.MAX_SLOTS];
        for (int i = 0; i < gradient.length; i++) {
            for (int k = 0; k < slots.length; k++) {
                s[k] = state.slots()[k][i];
            }
            boolean frozen = replica.frozen().contains(i);
            parameters[i] = frozen ? theta[i] : optimizer.update(theta[i], gradient[i], s, eta, knobs, coefficients);
            for (int k = 0; k < slots.length; k++) {
                slots[k][i] = s[k];
            }
        }
        return new Update(t, eta, parameters, slots);
    }

    /** The state that follows, as training keeps it, with what training measures left as it was. */
    public State state(State before) {
        float[] all = before.parameters().clone();
        float[][] memory = new float[slots.length][parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            all[i] = (float) parameters[i];
            for (int k = 0; k < slots.length; k++) {
                memory[k][i] = (float) slots[k][i];
            }
        }
        return new State(step, all, memory);
    }
}
