package weightroom.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weightroom.engine.Schedule;

/**
 * How the learning rate changes from epoch to epoch.
 *
 * @param knobs in the order of {@link Schedule#knobs()}
 * @param warmUp the rate rises linearly over so many first epochs; 0 for none
 */
public record ScheduleSpec(Schedule schedule, List<Double> knobs, int warmUp) {
    /** The rate stays as it is set. */
    public static final ScheduleSpec CONSTANT = new ScheduleSpec(Schedule.CONSTANT);

    public ScheduleSpec {
        knobs = List.copyOf(knobs);
        if (knobs.size() != schedule.knobs().size()) {
            throw new IllegalArgumentException("the number of knobs does not match " + schedule);
        }
    }

    /** With the schedule's own knobs and no warm-up. */
    public ScheduleSpec(Schedule schedule) {
        this(schedule, Arrays.stream(schedule.defaults()).boxed().toList(), 0);
    }

    /** Another schedule with its own knobs and the warm-up that was set. */
    public ScheduleSpec withSchedule(Schedule changed) {
        return new ScheduleSpec(changed).withWarmUp(warmUp);
    }

    public ScheduleSpec withKnob(int index, double changed) {
        List<Double> next = new ArrayList<>(knobs);
        next.set(index, changed);
        return new ScheduleSpec(schedule, next, warmUp);
    }

    public ScheduleSpec withWarmUp(int changed) {
        return new ScheduleSpec(schedule, knobs, changed);
    }
}
