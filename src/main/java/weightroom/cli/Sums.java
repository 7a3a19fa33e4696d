package weightroom.cli;

import java.util.ArrayList;
import java.util.List;
import weightroom.arithmetic.Paper;
import weightroom.arithmetic.Reckoning;
import weightroom.arithmetic.Shown;

/** Sums of products with their numbers put in, so that they can be worked out again by hand. */
final class Sums {
    /** Terms that are written out. */
    private static final int MOST_TERMS = 12;

    private final Paper paper = Paper.ofCards();
    private final List<String> terms = new ArrayList<>();
    private boolean finite = true;
    private int symbols;

    /** A number as it stands in a table. */
    static String text(double value) {
        return Double.isFinite(value) ? Shown.card(value).text() : Text.of("handout.none");
    }

    /** One factor, or several that are multiplied. */
    Sums plus(double... factors) {
        List<String> names = new ArrayList<>();
        for (double factor : factors) {
            finite &= Double.isFinite(factor);
            String name = "p_{" + symbols++ + "}";
            if (finite) {
                paper.round(name, factor);
            }
            names.add(name);
        }
        terms.add(String.join(" \\cdot ", names));
        return this;
    }

    /** As a formula of Markdown, without the result; words where there are too many terms to read. */
    String numbers() {
        if (!finite) {
            return Text.of("handout.none");
        }
        if (terms.size() > MOST_TERMS) {
            return Text.of("handout.terms", terms.size());
        }
        Reckoning worked = paper.reckon("r", String.join(" + ", terms));
        return "$" + worked.numbers() + "$";
    }
}
