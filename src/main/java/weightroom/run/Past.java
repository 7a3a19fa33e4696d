package weightroom.run;

import java.util.List;
import weightroom.experiment.Setup;

/**
 * A run up to where it stands, with all that is needed to {@linkplain Replay train it again}: where it started, what was done
 * to it on the way, and keyframes. Never changed after it was made.
 */
public final class Past {
    private final Keyframe here;
    private final Keyframes<Keyframe> keyframes;
    private final List<Event> events;
    private final History history;
    private final String device;

    /**
     * @param keyframes of its own, none beyond {@code here}
     * @param events none beyond {@code here}
     * @param history may go on beyond {@code here}
     */
    Past(Keyframe here, Keyframes<Keyframe> keyframes, List<Event> events, History history, String device) {
        this.here = here;
        this.keyframes = keyframes;
        this.events = List.copyOf(events);
        this.history = history;
        this.device = device;
    }

    /** The experiment as it is set where the run stands. */
    public Setup setup() {
        return here.setup();
    }

    /** Updates made. */
    public long step() {
        return here.step();
    }

    /** What was measured; another object where the run is not the continuation of what it was. */
    public History history() {
        return history;
    }

    /** Id of the device that the run is trained on. */
    public String device() {
        return device;
    }

    /** How often settings or numbers were changed on the way. */
    public int changes() {
        return (int) events.stream()
                .filter(event -> !(event instanceof Event.WentOn))
                .count();
    }

    /** The step that the run was opened at; 0 for one that was trained here from its first weights. */
    public long opened() {
        return keyframes.first().step();
    }

    /** Whether both are of the same run, and of the same of its branches. */
    @SuppressWarnings("ReferenceEquality")
    boolean sameLine(Past other) {
        return other.history == history && other.opened() == opened();
    }

    /** Whether another past is this one and more of it. */
    boolean goesOnAs(Past later) {
        return sameLine(later)
                && later.step() >= step()
                && later.events.size() >= events.size()
                && later.events.subList(0, events.size()).equals(events);
    }

    Keyframes<Keyframe> keyframes() {
        return keyframes;
    }

    List<Event> events() {
        return events;
    }
}
