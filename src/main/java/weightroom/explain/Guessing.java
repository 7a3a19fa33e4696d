package weightroom.explain;

import java.util.List;
import java.util.Optional;
import weightroom.arithmetic.Shown;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Result;

/** Compares a guess with the number, and with what comes out where one thing is forgotten or taken for another. */
final class Guessing {
    private static final double SHARE = 0.01;
    /** Another number is meant only where it is hit closely. */
    private static final double CLOSELY = 0.004;

    private static final int LONGEST_HINT = 90;

    /** Terms of a sum that may be forgotten. */
    private static final int TERMS = 64;

    private final Ground ground;
    private final Quantity quantity;
    private final int row;
    private final Derivation derivation;
    private final double value;

    Guessing(Pass pass, Quantity quantity, int row) {
        ground = new Ground(pass);
        this.quantity = quantity;
        derivation = Derivation.of(pass, quantity, row, TERMS);
        this.row = derivation.row();
        value = derivation.sections().stream()
                .filter(Result.class::isInstance)
                .map(section -> ((Result) section).value().exact())
                .findFirst()
                .orElse(Double.NaN);
    }

    boolean isRight(double number) {
        if (!Double.isFinite(value)) {
            return false;
        }
        double unit = Shown.card(value).number().signum() == 0
                ? Math.pow(10, -4)
                : Shown.card(value).number().ulp().doubleValue();
        return Math.abs(number - value) <= Math.max(unit * 1.000001, SHARE * Math.abs(value));
    }

    /** What is likely wrong, in one sentence. */
    Optional<String> cause(double number) {
        List<Slip> slips = new Slips(ground, derivation, quantity, Math.max(row, 0), value).all();
        return slips.stream()
                .filter(slip -> hits(number, slip.value()))
                .map(Slip::sentence)
                .findFirst();
    }

    private static boolean hits(double number, double slip) {
        if (!Double.isFinite(slip)) {
            return false;
        }
        if (slip == 0 || number == 0) {
            return slip == number;
        }
        double unit = Shown.card(slip).number().ulp().doubleValue();
        return Math.abs(number - slip) <= Math.max(0.6 * unit, CLOSELY * Math.abs(slip));
    }

    /** Which formula to use. */
    String hint() {
        Optional<InSymbols> formula = derivation.sections().stream()
                .filter(InSymbols.class::isInstance)
                .map(InSymbols.class::cast)
                .findFirst();
        if (formula.isEmpty()) {
            return Text.of("guess.look", ground.symbols().name(quantity));
        }
        String text = WrittenText.plain(formula.get().left()) + " = "
                + WrittenText.plain(formula.get().right().get(0));
        boolean sum = quantity.kind() == Kind.SUM || quantity.kind() == Kind.LINEAR;
        return text.length() <= LONGEST_HINT || !sum ? Text.of("guess.hint", text) : Text.of("guess.sum");
    }
}
