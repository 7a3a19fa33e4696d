package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import weightroom.engine.InvalidInput;
import weightroom.explain.Pass;
import weightroom.explain.Pulls;
import weightroom.explain.Pulls.Pull;
import weightroom.explain.Subject;
import weightroom.plot.Field;
import weightroom.run.Autopsy;
import weightroom.run.Autopsy.Findings;
import weightroom.run.Background;
import weightroom.run.Past;
import weightroom.run.Replay;
import weightroom.run.Snapshot;

/**
 * What is found about one row: its pull, its loss over the run, the run without it. Found in the background, a slice at a
 * time; the next slice is asked for by {@link #pulse}, so that nothing is done while nobody looks, nor while the run plays.
 */
final class PointModel {
    private static final long SLICE_NANOS = 60_000_000L;

    private final ExplainModel model;
    private final Background background;
    private final Autopsy autopsy = new Autopsy();
    private final AtomicReference<Optional<Past>> recalled = new AtomicReference<>(Optional.empty());
    private Optional<Pass> pass = Optional.empty();
    private Optional<Pulls> pulls = Optional.empty();
    private Optional<Past> past = Optional.empty();
    private @Nullable Snapshot askedAt;
    private Found found = Found.NOTHING;
    private int row;
    private int stoppedRow = -1;
    private boolean stopped;
    private boolean busy;
    private long version;

    /** What keeps a run from being trained again. */
    enum Obstacle {
        NONE,
        PLAYS,
        NO_RUN,
        TOO_LONG,
        FAILED
    }

    /**
     * What is known so far.
     *
     * @param field what the network answers over the plane, where the data lie in one
     * @param share how far the search for all pulls is, 0 to 1
     * @param pull of the row, once all were looked at
     * @param lines the pull on each parameter, the strongest first
     * @param refused why pulls are not looked for
     * @param findings of the run, as far as it was trained again
     */
    record Found(
            int row,
            Optional<Field> field,
            double share,
            Optional<Pull> pull,
            List<PullLine> lines,
            Optional<String> refused,
            Optional<Findings> findings,
            Obstacle obstacle,
            String failure) {
        static final Found NOTHING = new Found(
                -1,
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Obstacle.NONE,
                "");

        Found with(Obstacle what, String why) {
            return new Found(row, field, share, pull, lines, refused, findings, what, why);
        }

        /** Nothing but why no pulls are looked for. */
        static Found refusing(String why) {
            return new Found(
                    -1,
                    Optional.empty(),
                    1,
                    Optional.empty(),
                    List.of(),
                    Optional.of(why),
                    Optional.empty(),
                    Obstacle.NONE,
                    "");
        }
    }

    PointModel(ExplainModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    Found found() {
        return found;
    }

    /** Counts what becomes known. */
    long version() {
        return version;
    }

    /** Whether something is being worked on. */
    boolean working() {
        return busy;
    }

    /** Whether somebody has stopped the training of the run, or of the run without the present row. */
    boolean stopped() {
        return stopped || stoppedRow == row;
    }

    /** Stops training again, or goes on with it. */
    void toggle() {
        boolean was = stopped();
        boolean wholeIsDone =
                found.findings().filter(all -> all.whole().finished()).isPresent();
        stopped = !was && !wholeIsDone;
        stoppedRow = !was && wholeIsDone ? row : -1;
        version++;
    }

    /** Whether all that can be found has been. */
    boolean finished() {
        return found.row() == row
                && (found.pull().isPresent() || found.refused().isPresent())
                && (found.obstacle() != Obstacle.NONE
                        || found.findings().filter(this::complete).isPresent());
    }

    private boolean complete(Findings all) {
        boolean learned = leavesOut(all.past());
        return all.whole().finished()
                && (!learned || all.without().filter(Autopsy.Trained::finished).isPresent());
    }

    /** Sees whether there is something to do, and has a slice of it done. */
    void pulse() {
        if (busy) {
            return;
        }
        takePass();
        if (pass.isEmpty()) {
            return;
        }
        boolean own = model.own().get().isPresent();
        Snapshot now = model.run().snapshot().get();
        if (!own && (now.playing() || now.timeline().travel().isPresent())) {
            obstacle(Obstacle.PLAYS);
            return;
        }
        if (own) {
            obstacle(Obstacle.NO_RUN);
        } else if (!takePast(now)) {
            return;
        }
        boolean pulling = pulls.filter(all -> !all.finished()).isPresent() || found.row() != row;
        boolean training = found.obstacle() == Obstacle.NONE && !stopped() && !finished();
        if (pulling || training) {
            work();
        }
    }

    /** Begins anew where another network, or the same one after another update, is explained. */
    private void takePass() {
        Optional<Pass> next = model.pass().get();
        if (next.isEmpty() || pass.equals(next)) {
            return;
        }
        Subject subject = next.get().subject();
        boolean same = pulls.filter(all -> isSame(all.subject(), subject)).isPresent();
        pass = next;
        if (!same) {
            found = Found.NOTHING;
            version++;
            try {
                pulls = Optional.of(new Pulls(subject));
            } catch (InvalidInput tooMany) {
                pulls = Optional.empty();
                found = Found.refusing(String.valueOf(tooMany.getMessage()));
            }
        }
        int last = subject.setup().rows().dataset().count() - 1;
        row = Math.min(last, model.choice().get() instanceof Choice.Row one ? one.row() : row);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Subject one, Subject other) {
        return one.setup() == other.setup()
                && one.plan().equals(other.plan())
                && one.state().equals(other.state());
    }

    /** Whether it is known what led to where the run stands; if not, it is asked for. */
    @SuppressWarnings("ReferenceEquality")
    private boolean takePast(Snapshot now) {
        Optional<Past> answer = recalled.getAndSet(Optional.empty());
        if (answer.isPresent()) {
            past = answer;
            obstacle(Autopsy.tooLong(answer.get()) ? Obstacle.TOO_LONG : Obstacle.NONE);
        }
        if (askedAt != now) {
            boolean moved = past.isEmpty()
                    || askedAt == null
                    || askedAt.setup() != now.setup()
                    || askedAt.history() != now.history()
                    || !askedAt.state().equals(now.state());
            askedAt = now;
            if (moved) {
                past = Optional.empty();
                model.run().transport().recall(one -> recalled.set(Optional.of(one)));
            }
        }
        return past.isPresent();
    }

    /** The run without the row is trained only where the row is learned from, and not alone. */
    private boolean leavesOut(Past run) {
        return Replay.place(run.setup(), row).isPresent()
                && run.setup().rows().parts().train().length > 1;
    }

    private void obstacle(Obstacle what) {
        if (found.obstacle() != what) {
            found = found.with(what, "");
            version++;
        }
    }

    private void work() {
        busy = true;
        int wanted = row;
        Found before = found;
        Optional<Pulls> pulling = pulls;
        boolean trains = found.obstacle() == Obstacle.NONE && !stopped;
        Optional<Past> run = trains ? past : Optional.empty();
        Subject subject = pass.orElseThrow().subject();
        boolean leavesOut = run.filter(this::leavesOut).isPresent() && stoppedRow != row;
        background.run(
                () -> slice(before, wanted, subject, pulling, run, leavesOut),
                next -> took(before, next),
                failure -> failed(failure));
    }

    private Found slice(
            Found before, int wanted, Subject subject, Optional<Pulls> pulling, Optional<Past> run, boolean leavesOut) {
        Optional<Field> field = before.field().isPresent() || !PointPicker.fits(subject)
                ? before.field()
                : Optional.of(PointPicker.field(subject));
        boolean all = pulling.isEmpty() || pulling.get().goOn(SLICE_NANOS);
        boolean known = before.row() == wanted && before.pull().isPresent();
        Optional<Pull> pull = known ? before.pull() : all ? pulling.map(one -> one.of(wanted)) : Optional.empty();
        List<PullLine> lines = known
                ? before.lines()
                : pull.map(one -> PullLine.of(subject, one)).orElse(List.of());
        Optional<Findings> findings = before.findings().filter(one -> one.row() == wanted);
        if (all && run.isPresent()) {
            findings = Optional.of(autopsy.look(run.get(), wanted, leavesOut, SLICE_NANOS));
        }
        double share = pulling.map(Pulls::share).orElse(1.0);
        return new Found(
                wanted, field, share, pull, lines, before.refused(), findings, before.obstacle(), before.failure());
    }

    private void took(Found before, Found next) {
        busy = false;
        if (found.equals(before)) {
            found = next;
            version++;
        }
    }

    private void failed(String failure) {
        busy = false;
        found = found.with(Obstacle.FAILED, failure);
        version++;
    }

    /** Which row it is about. */
    int row() {
        return row;
    }

    /** The network that it is about. */
    Optional<Subject> subject() {
        return pass.map(Pass::subject);
    }
}
