package weightroom.experiment;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One weight or bias of a network by its place, written {@code layer/unit/input} or {@code layer/unit/b}; all three count
 * from 0, and layer 0 is the first that has weights.
 *
 * @param input which number of the layer below, or {@link #BIAS}
 */
public record Link(int layer, int unit, int input) implements Comparable<Link> {
    /** Stands for the unit's bias in place of an input. */
    public static final int BIAS = -1;

    /** How a link is written, for the end of "expected …". */
    static final String FORM = "\"layer/unit/input\" or \"layer/unit/b\", counted from 0, such as \"0/2/1\"";

    private static final Pattern TEXT = Pattern.compile("(0|[1-9]\\d{0,6})/(0|[1-9]\\d{0,6})/(b|0|[1-9]\\d{0,6})");
    private static final Comparator<Link> ORDER = Comparator.comparingInt(Link::layer)
            .thenComparingInt(Link::unit)
            .thenComparingInt(link -> link.input == BIAS ? Integer.MAX_VALUE : link.input);

    /** A unit's bias. */
    public static Link bias(int layer, int unit) {
        return new Link(layer, unit, BIAS);
    }

    /** What a text such as {@code 0/2/1} stands for; empty when it has another form. */
    public static Optional<Link> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int input = parts.group(3).equals("b") ? BIAS : Integer.parseInt(parts.group(3));
        return Optional.of(new Link(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), input));
    }

    public boolean isBias() {
        return input == BIAS;
    }

    /** The link that takes this one's place when layers below or above come or go. */
    Link inLayer(int other) {
        return new Link(other, unit, input);
    }

    /** By layer, then unit, then input, the bias last. */
    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }

    /** As a file writes it. */
    @Override
    public String toString() {
        return layer + "/" + unit + "/" + (isBias() ? "b" : Integer.toString(input));
    }
}
