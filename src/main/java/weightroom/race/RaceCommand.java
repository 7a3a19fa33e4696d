package weightroom.race;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import weightroom.experiment.SavedRun;

/**
 * What may be asked of a {@link RaceTrainer}; carried out in order. One that cannot be carried out changes nothing and is
 * answered by {@link RaceSnapshot#notice()}. Places in a race are counted in ticks, see {@link RaceSnapshot.Clock}.
 */
public sealed interface RaceCommand {
    /** Make another contest ready, paused before its first step; learning rates are looked for first where it says so. */
    record Begin(Contest contest) implements RaceCommand {}

    /** Race on until told otherwise or the end. */
    record Play() implements RaceCommand {}

    /** Race on to the end as fast as it goes. */
    record Finish() implements RaceCommand {}

    /** Stand still, keeping everything; a search for learning rates or a journey under way ends. */
    record Pause() implements RaceCommand {}

    /** Pause, then go on by so many ticks. */
    record Step(long ticks) implements RaceCommand {}

    /** Pause, then go on to the end of the epoch. */
    record StepEpoch() implements RaceCommand {}

    /** Pause, then go one tick back. */
    record StepBack() implements RaceCommand {}

    /** Pause, then go to where the race stood after so many ticks: the same bits on the same device. */
    record Seek(long tick) implements RaceCommand {}

    /** Pause, then go to the furthest that the race came. */
    record Latest() implements RaceCommand {}

    /** Back to the first weights; what was measured is forgotten, learning rates that were found are kept. */
    record Reset() implements RaceCommand {}

    /** @param epochsPerSecond more than 0; infinity for as fast as it goes */
    record Speed(double epochsPerSecond) implements RaceCommand {}

    /** Go on on another device: an id or {@code auto}. */
    record UseDevice(String id) implements RaceCommand {}

    /**
     * What the next snapshots should hold beyond figures.
     *
     * @param cells columns and rows of the fields
     * @param fields entrants whose outputs over the plane of the first two inputs are wanted
     * @param insight entrants whose layers are looked into: gradients, updates
     */
    record Watch(int cells, List<Entrant> fields, List<Entrant> insight) implements RaceCommand {
        /** Nothing. */
        public static final Watch NOTHING = new Watch(2, List.of(), List.of());

        public Watch {
            fields = List.copyOf(fields);
            insight = List.copyOf(insight);
        }
    }

    /**
     * Hand over an entrant's run as it stands now, ready to be opened.
     *
     * @param receiver called once, on the race's thread; empty when there is no such entrant
     */
    record Take(Entrant entrant, Consumer<Optional<SavedRun>> receiver) implements RaceCommand {}
}
