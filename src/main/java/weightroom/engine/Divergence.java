package weightroom.engine;

import java.util.Locale;

/**
 * A replica's numbers stopped being finite.
 *
 * @param replica which copy
 * @param step the update, from 1, that could not be made; the replica stands at {@code step − 1}
 * @param layer from 0, the layer where it arises: the first on the way forward, for a gradient the last
 * @param what where in that layer: {@code "activations"}, {@code "gradient"} or {@code "parameters"}
 * @param lastFiniteLoss mean training loss at the last good step
 */
public record Divergence(int replica, long step, int layer, String what, double lastFiniteLoss) {
    /** One sentence for the user: what happened, where, and what it usually means. */
    public String message() {
        return String.format(
                Locale.ROOT,
                "Training diverged at step %d: the %s of layer %d %s no longer finite. The last good loss was %.6g. Most"
                        + " often the learning rate is too high for these weights; try a tenth of it, or clip the"
                        + " gradient's norm.",
                step,
                what,
                layer + 1,
                what.endsWith("s") ? "are" : "is",
                lastFiniteLoss);
    }
}
