package weightroom.explain;

/**
 * What to say to a student who worked a number out.
 *
 * @param sentence what is likely wrong, or a hint; empty where it is right
 */
public record Guess(Judgement judgement, String sentence) {
    /** How a guess is taken. */
    public enum Judgement {
        /** Within a unit of the last digit that is shown, or within one percent, as when one rounds in between. */
        RIGHT,
        WRONG,
        /** What was typed is no number. */
        UNREADABLE
    }

    /**
     * Judges what was typed.
     *
     * @param row whose number it is, from 0; {@link Derivation#ALL} for parameters and their gradients
     * @param typed with a point or a comma, as {@code −0.25}, {@code 5,2e-4}, {@code 5.2·10⁻⁴} or {@code 1/4}
     */
    public static Guess of(Pass pass, Quantity quantity, int row, String typed) {
        double number = TypedNumber.parse(typed);
        return Double.isNaN(number)
                ? new Guess(Judgement.UNREADABLE, Text.of("guess.unreadable", typed.strip()))
                : of(pass, quantity, row, number);
    }

    /** Judges a number. */
    public static Guess of(Pass pass, Quantity quantity, int row, double number) {
        Guessing guessing = new Guessing(pass, quantity, row);
        if (guessing.isRight(number)) {
            return new Guess(Judgement.RIGHT, "");
        }
        return new Guess(Judgement.WRONG, guessing.cause(number).orElseGet(guessing::hint));
    }
}
