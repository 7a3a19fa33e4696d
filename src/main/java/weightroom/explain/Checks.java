package weightroom.explain;

import java.util.Locale;
import weightroom.arithmetic.Shown;
import weightroom.explain.Section.Check;
import weightroom.explain.Section.Verdict;

/** Finite differences beside gradients. */
final class Checks {
    /** Relative errors from which it is suspicious, and from which it failed. */
    private static final double SUSPICIOUS = 1e-5;

    private static final double FAILED = 1e-2;

    /** Sizes below this count as this, so that two numbers that are nothing agree. */
    private static final double FLOOR = 1e-8;

    private Checks() {}

    /** @param slope ∂L by a parameter, for all rows */
    static Check of(Pass pass, Quantity slope) {
        int parameter = pass.parameter(slope);
        double value = pass.gradient()[parameter];
        double difference = pass.finiteDifference(parameter);
        double error = error(value, difference);
        Verdict verdict = verdict(error);
        boolean coarse = verdict != Verdict.OK && coarse(pass.subject().parameters()[parameter], pass.loss(), value);
        String key = "check." + (coarse ? "coarse" : verdict.name().toLowerCase(Locale.ROOT));
        Shown shown = Shown.card(value);
        Shown beside = Shown.card(difference);
        String sentence = Text.of(
                key, beside.text(), shown.text(), Shown.significant(error, 2).text());
        return new Check(shown, beside, error, verdict, Pass.EPSILON, sentence);
    }

    /** Whether doubles of this size lie too far apart for θ ± ε, or for what that does to the loss. */
    static boolean coarse(double theta, double loss, double slope) {
        return Math.ulp(theta) > SUSPICIOUS * Pass.EPSILON
                || Math.ulp(loss) > SUSPICIOUS * Pass.EPSILON * Math.max(FLOOR, Math.abs(slope));
    }

    /** |a − b| against the larger of both, or against 10⁻⁸ where both are smaller. */
    static double error(double a, double b) {
        return Math.abs(a - b) / Math.max(FLOOR, Math.max(Math.abs(a), Math.abs(b)));
    }

    static Verdict verdict(double error) {
        return error < SUSPICIOUS ? Verdict.OK : error < FAILED ? Verdict.SUSPICIOUS : Verdict.FAILED;
    }
}
