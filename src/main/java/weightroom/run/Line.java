package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.run.Timeline.Branch;
import weightroom.run.Timeline.Mark;
import weightroom.run.Timeline.Moment;

/**
 * One way that a run took from its start: what was measured, what was done to it, and keyframes to go back to. A line that
 * parts from another shares what both have in common.
 */
final class Line {
    private History history;
    private InsightHistory insights;
    private final List<Event> events = new ArrayList<>();
    private final Keyframes<Keyframe> keyframes;
    private List<Mark> marks = List.of();
    private Moment latest;
    private Moment first;
    private String label = "";

    /** A line that begins where a run stands. */
    Line(Run run, long budget) {
        this(
                run.history(),
                new InsightHistory(run.setup().plan().network().layers().size()),
                new Keyframes<>(budget),
                run.moment());
        keyframes.add(run.keyframe());
    }

    private Line(History history, InsightHistory insights, Keyframes<Keyframe> keyframes, Moment at) {
        this.history = history;
        this.insights = insights;
        this.keyframes = keyframes;
        this.latest = at;
        this.first = at;
    }

    /** Another line that has everything up to here in common with this one. */
    Line fork(Moment at, String itsLabel) {
        Line other = new Line(history.upTo(at.step()), insights.upTo(at.step()), keyframes.upTo(at.step()), at);
        events.stream().filter(event -> event.step() <= at.step()).forEach(other.events::add);
        other.marks =
                marks.stream().filter(mark -> mark.at().step() <= at.step()).toList();
        other.label = itsLabel;
        return other;
    }

    /** From now on this is what tells it apart from the line that parts from it here. */
    void rename(Moment parting, String itsLabel) {
        first = parting;
        label = itsLabel;
    }

    Branch branch(int id) {
        return new Branch(id, label, first, latest, history);
    }

    History history() {
        return history;
    }

    InsightHistory insights() {
        return insights;
    }

    Keyframes<Keyframe> keyframes() {
        return keyframes;
    }

    List<Mark> marks() {
        return marks;
    }

    Moment latest() {
        return latest;
    }

    /** Where it parts from others. */
    Moment first() {
        return first;
    }

    /** The line was followed up to here. */
    void reached(Moment at) {
        if (at.step() >= latest.step()) {
            latest = at;
        }
    }

    /** A device that was lost took the last steps with it; nothing was done since then. */
    void fellBack(History kept, Moment to) {
        history = kept;
        insights = insights.upTo(to.step());
        latest = to;
        keyframes.cut(to.step());
    }

    /** Keeps every second point where there are as many as there may be. */
    void thinHistory() {
        if (history.size() >= History.MOST_POINTS) {
            history = history.halved();
        }
    }

    /** What was done next after a step. */
    Optional<Event> next(long step) {
        int at = eventsUpTo(step);
        return at < events.size() ? Optional.of(events.get(at)) : Optional.empty();
    }

    /** What was done up to and at a step, in order. */
    List<Event> until(long step) {
        return List.copyOf(events.subList(0, eventsUpTo(step)));
    }

    /** What was done at exactly this step, in order. */
    List<Event> at(long step) {
        return events.subList(eventsUpTo(step - 1), eventsUpTo(step));
    }

    /** Something was done at the end of the line. */
    void add(Event event) {
        events.add(event);
    }

    /**
     * Marks something done.
     *
     * @param text what; empty for nothing after all
     * @param goesOn whether it goes on with what the last mark says, which it then replaces
     */
    void mark(Moment at, String text, boolean goesOn) {
        List<Mark> changed = new ArrayList<>(marks);
        boolean replaces = goesOn && !changed.isEmpty();
        Moment where = replaces ? changed.remove(changed.size() - 1).at() : at;
        if (!text.isEmpty()) {
            changed.add(new Mark(where, text));
        }
        marks = List.copyOf(changed);
    }

    private int eventsUpTo(long step) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).step() <= step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
