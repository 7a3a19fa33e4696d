package weightroom.engine;

import java.util.List;

/**
 * What a call of {@link Program#train} did.
 *
 * @param steps updates made
 * @param measurements in order of epoch, then replica
 * @param divergences of this chunk
 */
public record Chunk(long steps, List<Measurement> measurements, List<Divergence> divergences) {
    /**
     * Losses after an epoch, measured on all rows of each part; NaN for an empty part.
     *
     * @param epoch epochs done, from 1
     * @param step updates done
     */
    public record Measurement(int replica, long epoch, long step, double train, double validation, double test) {}

    public Chunk {
        measurements = List.copyOf(measurements);
        divergences = List.copyOf(divergences);
    }
}
