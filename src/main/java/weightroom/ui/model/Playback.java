package weightroom.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;
import weightroom.ui.model.Transport.Stride;

/**
 * What plays in a view, and so what the frame around the view shows and moves: a run, a race, a ball on a surface. It stands
 * at a place, counted in its smallest steps from 0, and has been at all places of its {@link #span}. For the screen's thread.
 */
public interface Playback {
    /** What it is called, and how it is doing. */
    ReadOnlyObjectProperty<Heading> heading();

    /** Whether it goes on by itself. */
    ReadOnlyObjectProperty<Boolean> playing();

    /** Why it cannot be played: it has diverged, is over, or something else comes first; empty where it can. */
    ReadOnlyObjectProperty<Optional<String>> hindrance();

    /** Plays when it stands, pauses when it plays. */
    void togglePlay();

    /** Stands still, keeping everything; as when nobody sees it any more. */
    void pause();

    /** Back to its beginning, with what came after forgotten. */
    void reset();

    /** The sizes of a step that it knows, the smallest first; at least one. */
    List<Stride> strides();

    /** Pauses and goes on by so much; nothing for a size that it does not know. */
    void step(Stride stride);

    /** Pauses and goes on by so many of its largest strides, which are epochs where it has any. */
    default void goOn(long epochs) {
        Stride largest = strides().get(strides().size() - 1);
        for (long i = 0; i < epochs; i++) {
            step(largest);
        }
    }

    /** Pauses and goes one place back. */
    void stepBack();

    /** Whether there is anything to go back to. */
    default boolean canStepBack() {
        return span().earlier();
    }

    /** Pauses and goes to a place, or the nearest to it that it has been at. While it is on its way the last wish counts. */
    void seek(long place);

    /** Where the playhead was dragged to, until it has arrived there. */
    ReadOnlyObjectProperty<OptionalLong> target();

    /** Pauses and goes to the furthest that it came. */
    void latest();

    /** How fast it plays. */
    ReadOnlyObjectProperty<Speed> speed();

    void setSpeed(Speed wanted);

    /** The speeds that it can be played at, the slowest first. */
    default List<Speed> speeds() {
        return Speed.ALL;
    }

    /**
     * What the keys of words begin with that say what playing, stepping and resetting mean here, where that is something
     * else than for a run: {@code explain.} for {@code explain.action.step}; empty for the words of a run.
     */
    default String words() {
        return "";
    }

    /** Whether its places are those of another, which it moves along. */
    default boolean movesWith(Playback other) {
        return equals(other);
    }

    /** Whether what lies beyond a place can be {@linkplain #branch kept} beside another future. */
    boolean branching();

    /** Keeps what lies beyond this place as a branch and goes on from here without it. */
    void branch();

    /** Goes where a flag on the timeline leads. */
    void follow(Flag flag);

    /** Goes on on another device: an id or {@code auto}. */
    void useDevice(String id);

    /** Another number whenever anything of what follows has changed. */
    long serial();

    /** Where it stands in what it has been through. */
    Span span();

    /** What the top bar shows of it. */
    Readings readings();

    /** What the timeline shows of it. */
    TimelineReading timeline();

    /**
     * What stands at the very left of the top bar.
     *
     * @param title what it is called
     * @param subtitle how it is doing, as {@code branch main, seed 1, paused}
     */
    record Heading(String title, String subtitle) {}
}
