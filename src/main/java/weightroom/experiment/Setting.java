package weightroom.experiment;

import java.util.List;
import weightroom.engine.InvalidInput;

/**
 * One place of an experiment that can be changed. Forms, {@code --set}, {@code --vary}, locks, undo and links are derived
 * from it; {@link Settings} lists those that an experiment has.
 *
 * @param path as on the command line: {@code training.l2}, {@code network.layers.0.units}
 * @param label name on screen
 * @param help what changing it causes, one sentence
 * @param kind what values it takes
 * @param initial when a file says nothing, as text
 * @param low smallest number, where it takes numbers
 * @param high largest number, where it takes numbers
 * @param logarithmic whether a slider should run over its logarithm
 * @param words the words it takes: all of them for a {@link Kind#CHOICE}, those beside numbers for the others
 *     ({@link #NONE}, {@code full})
 * @param effect when a change is felt
 */
public record Setting(
        String path,
        String label,
        String help,
        Kind kind,
        String initial,
        double low,
        double high,
        boolean logarithmic,
        List<String> words,
        Effect effect) {
    /** The word that takes an optional number away. */
    public static final String NONE = "none";

    public Setting {
        words = List.copyOf(words);
    }

    /** What values a setting takes. */
    public enum Kind {
        NUMBER,
        WHOLE,
        FLAG,
        /** One of {@link Setting#words()}. */
        CHOICE,
        TEXT,
        /** Texts separated by commas. */
        LIST
    }

    /** When a change is felt. */
    public enum Effect {
        /** From the next step on, with the weights that were learned so far. */
        LIVE,
        /** Other rows or another network: training starts anew. */
        FRESH_START
    }

    /** The value as {@link #with(Experiment, String)} takes it; {@link #NONE} for an absent number. */
    public String text(Experiment experiment) {
        return ExperimentTree.text(experiment, path);
    }

    /** The value as a number, 0 and 1 for a switch; NaN for a word. */
    public double number(Experiment experiment) {
        return ExperimentTree.number(experiment, path);
    }

    /** Whether a switch is on. */
    public boolean isOn(Experiment experiment) {
        return number(experiment) == 1;
    }

    /**
     * The experiment with this value.
     *
     * @param text a number, {@code true} or {@code false}, a word, or texts separated by commas, as the kind asks for
     * @throws InvalidInput naming the path, what was found and what was expected
     */
    public Experiment with(Experiment experiment, String text) {
        return ExperimentTree.with(experiment, this, text);
    }

    /**
     * The experiment with this number.
     *
     * @throws InvalidInput as {@link #with(Experiment, String)}
     */
    public Experiment with(Experiment experiment, double number) {
        return with(experiment, Decimal.text(number));
    }

    /** The experiment with this switch on or off. */
    public Experiment with(Experiment experiment, boolean on) {
        return with(experiment, Boolean.toString(on));
    }

    /** What is allowed, for the end of "expected …". */
    public String expected() {
        String also = words.isEmpty() ? "" : " or " + String.join(" or ", words);
        return switch (kind) {
            case NUMBER -> "a number from %s to %s%s".formatted(Decimal.text(low), Decimal.text(high), also);
            case WHOLE -> "a whole number from %s to %s%s".formatted(Decimal.text(low), Decimal.text(high), also);
            case FLAG -> "true or false";
            case CHOICE -> "one of: " + String.join(", ", words);
            case TEXT -> "a text";
            case LIST -> "formulas separated by commas, such as x1,x2,x1*x2";
        };
    }
}
