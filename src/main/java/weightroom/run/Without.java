package weightroom.run;

import java.util.List;
import java.util.OptionalInt;
import weightroom.engine.Split;
import weightroom.experiment.Setup;

/** Takes a row to learn from out of setups, if any is to be left out; the same setup gives the same data every time. */
final class Without {
    private final OptionalInt row;
    private List<Split> known = List.of();
    private List<Split> cut = List.of();

    /** @param row of the data set, from 0 in file order; empty where all stays as it is */
    Without(OptionalInt row) {
        this.row = row;
    }

    /** Whether all stays as it is. */
    boolean nothing() {
        return row.isEmpty();
    }

    Keyframe of(Keyframe at) {
        return at.in(of(at.setup()));
    }

    /**
     * A setup without the row.
     *
     * @throws IllegalArgumentException when the row is none to learn from
     */
    @SuppressWarnings("ReferenceEquality")
    Setup of(Setup setup) {
        if (row.isEmpty()) {
            return setup;
        }
        if (setup.data() != known) {
            known = setup.data();
            int at = Replay.place(setup, row.getAsInt())
                    .orElseThrow(() ->
                            new IllegalArgumentException("row %d is none to learn from".formatted(row.getAsInt())));
            cut = List.of(known.get(0).without(at));
        }
        return new Setup(setup.experiment(), setup.rows(), cut, setup.plan(), setup.start());
    }
}
