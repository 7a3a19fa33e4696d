package weightroom.ui.surface;

import java.util.Locale;
import weightroom.engine.Optimizer;
import weightroom.plot.Numbers;
import weightroom.surface.Verdict;
import weightroom.ui.kit.Messages;

/** What became of a ball, in words. */
final class VerdictWords {
    private VerdictWords() {}

    /** One sentence. */
    static String of(Optimizer optimizer, Verdict verdict) {
        return Messages.text(
                "surface.verdict." + id(verdict),
                optimizer.label(),
                Numbers.count(verdict.step()),
                number(verdict.spot().x()),
                number(verdict.spot().y()),
                verdict.step());
    }

    /** A word or two. */
    static String brief(Verdict verdict) {
        return Messages.text("surface.brief." + id(verdict), Numbers.count(verdict.step()));
    }

    static String number(double value) {
        return Numbers.significant(Math.abs(value) < 5e-5 ? 0 : value, 3);
    }

    private static String id(Verdict verdict) {
        return verdict.kind().name().toLowerCase(Locale.ROOT);
    }
}
