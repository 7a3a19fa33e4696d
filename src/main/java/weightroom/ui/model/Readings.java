package weightroom.ui.model;

import java.util.List;

/**
 * The numbers of a moment, as the top bar shows them.
 *
 * @param counters three
 * @param losses two
 * @param device what it runs on
 */
public record Readings(List<Counter> counters, List<Loss> losses, Device device) {
    public Readings {
        counters = List.copyOf(counters);
        losses = List.copyOf(losses);
    }

    /**
     * How far it is.
     *
     * @param name above the number, as {@code Epoch}
     * @param help what is counted
     * @param text the number
     */
    public record Counter(String name, String help, String text) {}

    /**
     * How good it is.
     *
     * @param name above the number, as {@code Train loss}
     * @param line style classes of the line beside the name, which stands for it in plots
     * @param help what is measured, and why it is as it is
     * @param text the number, or that there is none
     */
    public record Loss(String name, List<String> line, String help, String text, State state) {
        public Loss {
            line = List.copyOf(line);
        }
    }

    /** What a loss is of. */
    public enum State {
        /** The furthest that it came. */
        LIVE,
        /** A moment before that. */
        TRAVELLED,
        /** No number any more. */
        DIVERGED
    }

    /**
     * The device in use.
     *
     * @param description its name for people
     * @param fellBack whether another one was asked for and failed
     * @param fixed why there is no other to choose; empty where there is
     */
    public record Device(String id, String description, boolean fellBack, String fixed) {
        /** One of several. */
        public Device(String id, String description, boolean fellBack) {
            this(id, description, fellBack, "");
        }
    }
}
