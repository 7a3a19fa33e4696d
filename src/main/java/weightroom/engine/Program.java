package weightroom.engine;

import java.util.Optional;

/**
 * A network in training on a device. Parameters and optimizer state live there; whoever owns the program calls it from one
 * thread at a time. Any call may throw {@link DeviceFailure} when the device is lost; the program is then of no more use.
 */
public interface Program extends AutoCloseable {
    /** What it was compiled for, with all changes taken since. */
    Plan plan();

    /**
     * Takes over a changed plan without losing state, where it can: rates, knobs, penalties, clipping and dropout rates
     * always; what else, each device decides.
     *
     * @return false when nothing was changed because this program cannot follow; the caller then compiles anew and carries
     *     the {@link State} over
     */
    boolean adopt(Plan changed);

    /** Updates made so far; replicas that diverged may stand earlier. */
    long step();

    /**
     * Trains all replicas that have not diverged and are not held, by up to {@code steps} updates; fewer only when there
     * are none.
     *
     * <p>A replica whose parameters or state stop being finite is put back to the last step at which they were finite and
     * stays there until it is {@linkplain #restore restored}; the others go on.
     *
     * @param measureEvery after every so many epochs, counted from the start of the run, every part is measured; 0 for
     *     never
     */
    Chunk train(long steps, int measureEvery);

    /** How well some rows are answered, with dropout off and running batch-norm statistics. */
    Score score(int replica, Rows rows);

    /** The {@linkplain Score#loss() loss} of some rows. */
    default double loss(int replica, Rows rows) {
        return score(replica, rows).loss();
    }

    /** Measures a replica where it stands, on all rows of its data. */
    Chunk.Measurement measure(int replica);

    /**
     * The outputs for some inputs, with dropout off and running batch-norm statistics.
     *
     * @param inputs {@code (n, in)}
     * @param n rows, of any number
     * @param outputs receives {@code (n, c)}
     */
    void predict(int replica, float[] inputs, int n, float[] outputs);

    /**
     * One forward and backward pass over some training rows as the next step would make it (the step's dropout masks, the
     * batch's own statistics), changing nothing.
     *
     * @param rows indices into the replica's training rows
     */
    Probe probe(int replica, int[] rows);

    /** A copy of the replica's numbers. */
    State save(int replica);

    /**
     * Puts numbers into a replica, and the program to their step; replicas that train together are restored to the same
     * step. Ends the replica's divergence.
     */
    void restore(int replica, State state);

    /** Leaves a replica as it stands, at its step, until it is {@linkplain #restore restored}; the others go on. */
    void hold(int replica);

    /** Whether a replica has diverged or is held. */
    boolean stands(int replica);

    /** Why a replica stands still, if it diverged. */
    Optional<Divergence> divergence(int replica);

    @Override
    void close();
}
