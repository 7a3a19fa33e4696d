package weightroom.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The colours of formulas and pictures, by what they mean; themes say what they look like. */
public enum Tint {
    INK,
    MUTED,
    LINE,
    SURFACE,
    ACCENT,
    POSITIVE,
    NEGATIVE,
    FORWARD,
    BACKWARD,
    GOOD,
    BAD;

    /** As lessons and style sheets write it: {@code forward}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour with this id. */
    public static Optional<Tint> byId(String id) {
        return Arrays.stream(values()).filter(tint -> tint.id().equals(id)).findFirst();
    }

    /** Every id in order, separated by commas. */
    public static String ids() {
        return Arrays.stream(values()).map(Tint::id).collect(Collectors.joining(", "));
    }
}
