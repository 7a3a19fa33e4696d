package weightroom.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Plan;
import weightroom.engine.Split;

/** The batch that the next update is made from, and which of its rows is looked at. */
final class Cursor {
    /** On no row yet. */
    static final int NONE = -1;

    /** While it plays over more rows than these, nobody can tell the batch apart, and shuffling them takes time. */
    private static final int MOST_WHILE_PLAYING = 10_000;

    private static final int[] UNKNOWN = new int[0];

    private @Nullable Plan plan;
    private List<Split> data = List.of();
    private long step = -1;
    private int[] rows = UNKNOWN;
    private int row = NONE;

    /** Which of the {@link #rows} is looked at. */
    int row(Run run) {
        follow(run);
        return row;
    }

    /** The batch; empty where it is not worth knowing while it plays. */
    int[] rows(Run run, boolean playing) {
        boolean many = run.setup().data().get(0).train().count() > MOST_WHILE_PLAYING;
        return playing && many ? UNKNOWN : rows(run);
    }

    /** Moves to the next row; returns whether it passed the last one, so that the update is due. */
    boolean passesLast(Run run) {
        follow(run);
        row++;
        if (row < rows(run).length) {
            return false;
        }
        row = NONE;
        return true;
    }

    private int[] rows(Run run) {
        follow(run);
        if (rows.length == 0) {
            rows = run.batchRows();
        }
        return rows;
    }

    private void follow(Run run) {
        boolean same = run.step() == step
                && run.setup().plan().equals(plan)
                && run.setup().data().equals(data);
        if (!same) {
            plan = run.setup().plan();
            data = run.setup().data();
            step = run.step();
            rows = UNKNOWN;
            row = NONE;
        }
    }
}
