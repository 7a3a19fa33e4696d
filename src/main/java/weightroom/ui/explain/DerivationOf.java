package weightroom.ui.explain;

import java.util.Optional;
import weightroom.explain.Derivation;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;

/** The derivation that the panel shows, worked out again only where something else is asked. */
final class DerivationOf {
    /** Terms that are written of a sum until more are asked for: so many find room beside the rest. */
    private static final int MOST = 8;

    /** Terms that are written of a sum. */
    int most = MOST;
    /** Whether the part of one row of the batch is explained, rather than the mean over all. */
    boolean part;

    private Optional<Asked> asked = Optional.empty();
    private Optional<Derivation> found = Optional.empty();

    /** What was asked for; a pass is the same only if it is the same object. */
    private record Asked(Pass pass, Quantity quantity, int row, int most) {}

    /** Forgets what was opened for the number before. */
    void fresh() {
        most = MOST;
        part = false;
    }

    /** @param row that is looked at, from 0 */
    Derivation of(Pass pass, Quantity quantity, int row) {
        boolean ofAll = Revealed.ofAllRows(quantity);
        part &= ofAll && pass.sample().n() > 1;
        Asked now = new Asked(pass, quantity, ofAll && !part ? Derivation.ALL : row, most);
        if (found.isEmpty() || !asked.equals(Optional.of(now))) {
            asked = Optional.of(now);
            found = Optional.of(Derivation.of(pass, quantity, now.row, most));
        }
        return found.get();
    }
}
