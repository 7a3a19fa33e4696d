package weightroom.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.Device;
import weightroom.engine.InvalidInput;
import weightroom.experiment.Setup;
import weightroom.run.Timeline.Branch;
import weightroom.run.Timeline.Earlier;
import weightroom.run.Timeline.Travel;
import weightroom.run.Timeline.View;

/**
 * A run with its past, and with the futures it had. Going back is: put back the nearest keyframe before, and train from
 * there again, doing at every step what was done at it. Training is deterministic, so on the same device this gives the
 * same bits; after a change of device in between, the same within what devices may differ by, and the keyframes themselves
 * exactly.
 *
 * <p>Training on from the past follows the recorded line, which is not recorded twice. Doing something there makes a
 * branch: the old line stays as it was, a new one goes on from here.
 */
final class Course implements AutoCloseable {
    /** What keyframes of a run and its branches may take, in bytes. */
    static final long BUDGET = 64L << 20;

    /** The oldest branch goes when there are more. */
    static final int MOST_BRANCHES = 16;

    /** Of the budget, for the keyframes of a line that nobody stands on. */
    private static final int IDLE_PART = 64;

    private static final long KEEP_EVERY_NANOS = 100_000_000L;

    /** Keyframes are so rare that they cost one part in so many of the time. */
    private static final long KEEP_COST_PART = 100;

    /** A slice of a long way should last so long. */
    private static final double SLICE_NANOS = 4e6;

    private final Path folder;
    private final long budget;
    private final Map<Integer, Line> branches = new LinkedHashMap<>();
    private List<Branch> shownBranches = List.of();
    private Run run;
    private Line line;
    private int nextBranch = 1;
    private Optional<Long> target = Optional.empty();
    private long setOut;
    private double slice = 16;
    private long keptTime = System.nanoTime();
    private long keepEvery = KEEP_EVERY_NANOS;
    private Optional<Keyframe> parked = Optional.empty();

    /**
     * @param folder that files named by its experiments are relative to
     * @param budget what keyframes may take, in bytes; the first and the last of each line stay in any case
     */
    Course(Run run, Path folder, long budget) {
        this.run = run;
        this.folder = folder;
        this.budget = budget;
        this.line = new Line(run, budget / 2);
    }

    Run run() {
        return run;
    }

    Path folder() {
        return folder;
    }

    History history() {
        return line.history();
    }

    InsightHistory insights() {
        return line.insights();
    }

    /** What led to where the run stands. */
    Past past() {
        Keyframe here = run.keyframe();
        return new Past(
                here,
                line.keyframes().upTo(here.step()),
                line.until(here.step()),
                line.history(),
                run.device().id());
    }

    boolean atLatest() {
        return run.step() >= line.latest().step();
    }

    /** Whether nothing has happened to it since its start. */
    boolean untouched() {
        return line.latest().step() == 0
                && line.keyframes().first().step() == 0
                && line.next(-1).isEmpty()
                && branches.isEmpty();
    }

    /** What keyframes take, in bytes; those that lines share count for each. */
    long keyframeBytes() {
        long bytes = line.keyframes().bytes();
        for (Line branch : branches.values()) {
            bytes += branch.keyframes().bytes();
        }
        return bytes;
    }

    /** Trains, as {@link Run#advance}; along the recorded line, where there is one. */
    long advance(long steps, int measureEvery) {
        Optional<Event> next = line.next(run.step());
        long toNext = next.map(event -> event.step() - run.step()).orElse(Long.MAX_VALUE);
        long done = run.advance(Math.min(steps, toNext), measureEvery);
        if (run.history() != line.history()) {
            line.fellBack(run.history(), run.moment());
        }
        if (done > 0 && next.isPresent() && run.step() == next.get().step()) {
            line.at(run.step()).forEach(event -> event.happenTo(run));
        }
        if (atLatest()) {
            line.reached(run.moment());
            line.thinHistory();
            run.record(line.history());
            keepNowAndThen();
        }
        return done;
    }

    /** Sets out for a step, as near to it as the line goes; {@link #travelOn} goes there. */
    void seek(long step) {
        keepLatest();
        long first = line.keyframes().first().step();
        long to = Math.max(first, Math.min(line.latest().step(), step));
        target = Optional.empty();
        if (to == run.step()) {
            return;
        }
        Keyframe nearest = line.keyframes().nearest(to);
        if (to < run.step() || nearest.step() > run.step()) {
            run.restore(nearest);
        }
        setOut = run.step();
        target = Optional.of(to).filter(there -> there != run.step());
    }

    /** Sets out one update back from here, or from where it is going. */
    void stepBack() {
        seek(target.orElse(run.step()) - 1);
    }

    void seekLatest() {
        seek(line.latest().step());
    }

    boolean travelling() {
        return target.isPresent();
    }

    /** Ends a journey where it is. */
    void stop() {
        target = Optional.empty();
    }

    /** Goes on with a journey for about so long, or to its end. */
    void travelOn(long nanos) {
        long begin = System.nanoTime();
        while (target.isPresent() && System.nanoTime() - begin < nanos) {
            travelSlice(target.get());
        }
    }

    /**
     * Goes on with changed settings.
     *
     * @param difference from before the knob was turned to now
     * @param goesOn whether the knob is being turned still, so that the mark before is of the same turn
     * @return whether this made a branch
     */
    boolean change(Setup changed, Difference difference, boolean goesOn) {
        stop();
        run.change(changed);
        boolean branched = branch(difference.before(), difference.after());
        did(new Event.Changed(run.step(), changed));
        line.mark(run.moment(), difference.text(), goesOn);
        return branched;
    }

    /**
     * Goes on with other parameters.
     *
     * @param text what was edited
     * @return whether this made a branch
     * @throws InvalidInput as {@link Run#edit}
     */
    boolean edit(Map<Integer, Float> parameters, String text, boolean goesOn) {
        stop();
        run.edit(parameters);
        boolean branched = branch(Text.of("branch.unedited"), text);
        did(new Event.Edited(run.step(), parameters));
        run.measure();
        line.mark(run.moment(), text, goesOn);
        return branched;
    }

    /** Leaves the recorded future as a branch, and goes on without it; false at the end of the line, where there is none. */
    boolean branchHere() {
        stop();
        boolean branched = branch(Text.of("branch.as.it.was"), Text.of("branch.from.here"));
        if (branched) {
            line.keyframes().add(run.keyframe());
        }
        return branched;
    }

    /** Lets a run that is over go on without a limit. */
    void continueBeyondEnd() {
        if (run.continueBeyondEpochs()) {
            branch(Text.of("branch.stopped"), Text.of("branch.went.on"));
            did(new Event.WentOn(run.step()));
        }
    }

    /** Makes a branch the present line and sets out for its end; false where there is no such branch. */
    boolean goTo(int id) {
        Line wanted = branches.get(id);
        if (wanted == null) {
            return false;
        }
        keepLatest();
        branches.remove(id);
        leave(line);
        line = wanted;
        line.keyframes().setBudget(budget / 2);
        run.record(line.history());
        Keyframe last = line.keyframes().nearest(line.latest().step());
        run.restore(last);
        setOut = last.step();
        target = Optional.of(line.latest().step()).filter(there -> there != run.step());
        return true;
    }

    /** The step up to which a branch and the present line are the same for sure; the largest long for no such branch. */
    long partingFrom(int id) {
        Line wanted = branches.get(id);
        return wanted == null
                ? Long.MAX_VALUE
                : Math.min(wanted.first().step(), line.first().step());
    }

    /** Forgets the branches. */
    void clearBranches() {
        branches.clear();
        shownBranches = List.of();
    }

    /** Goes on on another device. */
    void moveTo(Device device) {
        run.moveTo(device);
    }

    /** Frees the program; {@link #resume} brings it back as it stands. */
    void park() {
        stop();
        keepLatest();
        parked = Optional.of(run.keyframe());
        run.close();
        line.keyframes().setBudget(budget / IDLE_PART);
    }

    void resume(Devices devices, Device device) {
        run = new Run(parked.orElseThrow(), line.history(), devices, device);
        parked = Optional.empty();
        line.keyframes().setBudget(budget / 2);
    }

    View view(List<Earlier> earlier, Optional<String> undo, Optional<String> redo) {
        Keyframe first = line.keyframes().first();
        return new View(
                first.counting().moment(first.step()),
                line.latest(),
                line.marks(),
                shownBranches,
                earlier,
                undo,
                redo,
                target.map(this::travel));
    }

    @Override
    public void close() {
        run.close();
    }

    private Travel travel(long to) {
        long way = Math.max(1, to - setOut);
        return new Travel(to, Math.max(0, Math.min(1, (run.step() - setOut) / (double) way)));
    }

    /** Keyframes at 1, 2, 4, 8 … steps before the target make further steps back quick. */
    private void travelSlice(long to) {
        long begin = System.nanoTime();
        long left = to - run.step();
        long toStop = left == 1 ? 1 : left - Long.highestOneBit(left - 1);
        long wanted = Math.min(toStop, Math.max(1, (long) slice));
        long done = advance(wanted, 0);
        boolean stuck = done == 0 && run.end().isPresent();
        if (stuck || run.step() == to) {
            target = Optional.empty();
        } else if (done == toStop) {
            Keyframe here = run.keyframe();
            if (line.keyframes().roomFor(here)) {
                line.keyframes().add(here);
            }
        }
        double factor = SLICE_NANOS / Math.max(1, System.nanoTime() - begin);
        slice = done == wanted && (factor < 1 || wanted >= (long) slice)
                ? Math.max(1, slice * Math.min(2, factor))
                : slice;
    }

    private void did(Event event) {
        line.add(event);
        line.reached(run.moment());
        line.keyframes().add(run.keyframe());
    }

    private boolean branch(String oldLabel, String newLabel) {
        if (atLatest()) {
            return false;
        }
        Line old = line;
        line = old.fork(run.moment(), newLabel);
        old.rename(run.moment(), oldLabel);
        leave(old);
        run.record(line.history());
        return true;
    }

    private void leave(Line left) {
        left.keyframes().setBudget(budget / IDLE_PART);
        branches.put(nextBranch++, left);
        if (branches.size() > MOST_BRANCHES) {
            branches.remove(branches.keySet().iterator().next());
        }
        List<Branch> shown = new ArrayList<>();
        branches.forEach((id, branch) -> shown.add(branch.branch(id)));
        shownBranches = List.copyOf(shown);
    }

    private void keepLatest() {
        if (atLatest()) {
            line.keyframes().add(run.keyframe());
        }
    }

    private void keepNowAndThen() {
        long now = System.nanoTime();
        if (now - keptTime > keepEvery) {
            Keyframe here = run.keyframe();
            line.keyframes().add(here);
            keptTime = System.nanoTime();
            keepEvery = Math.max(KEEP_EVERY_NANOS, KEEP_COST_PART * (keptTime - now));
        }
    }
}
