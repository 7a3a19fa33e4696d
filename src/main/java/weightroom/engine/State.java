package weightroom.engine;

import java.util.Arrays;

/**
 * Everything about one replica that training changes, as a copy of its own: saved runs, keyframes and fresh starts are all
 * this. Randomness is a function of seed and step, so the step stands for it.
 *
 * @param step updates made so far
 * @param parameters of length {@link Layout#total()}
 * @param slots {@link Optimizer#slots()} arrays of length {@link Layout#trainable()}
 */
public record State(long step, float[] parameters, float[][] slots) {
    /** The state before the first step. */
    public static State fresh(Plan plan, Replica replica, float[] parameters) {
        int trainable = Layout.of(plan.network()).trainable();
        return new State(0, parameters.clone(), new float[replica.optimizer().slots()][trainable]);
    }

    /** The same parameters at the same step, as another optimizer finds them before its first step. */
    public State withFreshSlots(Plan plan, Replica replica) {
        return new State(step, parameters, fresh(plan, replica, parameters).slots);
    }

    /** Bit for bit the same numbers at the same step. */
    @Override
    public boolean equals(Object other) {
        return other instanceof State that
                && step == that.step
                && Arrays.equals(parameters, that.parameters)
                && Arrays.deepEquals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(step) * 31 + Arrays.hashCode(parameters);
    }

    @Override
    public String toString() {
        return "State[step %d, %d parameters, %d slots]".formatted(step, parameters.length, slots.length);
    }
}
