package weightroom.cli;

import java.util.List;

/** What the commands ask of the window, which they do not know; whoever knows both brings them together. */
public interface WindowPort {
    /** Ids of the views that can be drawn. */
    List<String> views();

    /** Ids of the themes. */
    List<String> themes();

    /**
     * Draws a picture without a display, and returns when the file is written.
     *
     * @throws weightroom.engine.InvalidInput when the experiment cannot be trained, or the file cannot be written
     */
    void paint(Picture picture);

    /**
     * Measures the window while it trains at full speed, on the display there is, else on one in memory.
     *
     * @param rounds turns with and without the window
     * @param hour whether the run begins with what it keeps after an hour of play
     */
    List<Figure> measure(int rounds, boolean hour);

    /**
     * Measures the window while it shows a race of six optimizers under 32 seeds with the boundaries of all seeds of one.
     *
     * @param rounds of three seconds
     */
    List<Figure> measureRace(int rounds);

    /**
     * Measures what it costs to explain something else of a network of about a thousand weights.
     *
     * @param rounds of sixty changes of the weight, of the row and of the phase
     */
    List<Figure> measureExplain(int rounds);

    /**
     * A number that was measured.
     *
     * @param name key of its words, and its name in JSON
     */
    record Figure(String name, double value) {}
}
