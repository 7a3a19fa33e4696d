package weightroom.explain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Rounding;
import weightroom.arithmetic.Shown;
import weightroom.explain.Section.Lead;
import weightroom.explain.Section.Over;
import weightroom.explain.Section.Rest;
import weightroom.explain.Section.Term;
import weightroom.explain.Section.Terms;

/** Sums with the digits that it takes to be worked out again. */
final class Added {
    private static final String REST = "r";

    /** A sum that is smaller than this, against its terms, is what double precision leaves of nothing. */
    private static final double NOTHING = 1e-13;

    private static final int DECIMALS_OF_NOTHING = 8;

    private Added() {}

    /**
     * A term before its digits are known.
     *
     * @param numbers what it is worked out from, given the term as it will be shown
     */
    record Part(String label, String symbols, Function<Shown, String> numbers, double value, Optional<Lead> lead) {}

    /** All parts of a sum, of which the largest are written out: in their order where all are, else by size. */
    static Terms of(Over over, List<Part> parts, int most, double total) {
        double sizes = parts.stream().mapToDouble(part -> Math.abs(part.value)).sum();
        if (parts.size() <= most) {
            return of(over, parts, BigInteger.valueOf(parts.size()), sizes, total);
        }
        List<Part> largest = parts.stream()
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.value)))
                .limit(most)
                .toList();
        return of(over, largest, BigInteger.valueOf(parts.size()), sizes, total);
    }

    /**
     * The parts that are written out, and what is known of all.
     *
     * @param count of all parts
     * @param sizes sum of the sizes of all
     * @param total sum of all
     */
    static Terms of(Over over, List<Part> parts, BigInteger count, double sizes, double total) {
        BigInteger folded = count.subtract(BigInteger.valueOf(parts.size()));
        boolean rest = folded.signum() > 0;
        Map<String, Shown> cards = new HashMap<>();
        List<String> names = new ArrayList<>();
        double written = 0;
        double writtenSizes = 0;
        for (int i = 0; i < parts.size(); i++) {
            names.add("t_{" + i + "}");
            cards.put(names.get(i), Shown.card(parts.get(i).value));
            written += parts.get(i).value;
            writtenSizes += Math.abs(parts.get(i).value);
        }
        if (rest) {
            cards.put(REST, Shown.card(total - written));
        }
        String sum = String.join(" + ", names) + (rest ? " + " + REST : "");
        Rounding rounding = Math.abs(total) < NOTHING * sizes
                ? nothing(cards, total)
                : Rounding.of(Arithmetic.parse(sum), cards, Shown.card(total));
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            terms.add(term(parts.get(i), requireNonNull(rounding.numbers().get(names.get(i))), sizes));
        }
        Optional<Rest> folding = rest
                ? Optional.of(new Rest(
                        folded,
                        requireNonNull(rounding.numbers().get(REST)),
                        sizes == 0 ? 0 : Math.max(0, 1 - writtenSizes / sizes)))
                : Optional.empty();
        return new Terms(over, terms, folding, rounding.result());
    }

    /** Terms that cancel: no number of digits would show by how much they do not. */
    private static Rounding nothing(Map<String, Shown> cards, double total) {
        Map<String, Shown> terms = new HashMap<>();
        cards.forEach((name, card) -> terms.put(name, Shown.fixed(card.exact(), DECIMALS_OF_NOTHING)));
        return new Rounding(terms, new Shown(total, BigDecimal.ZERO, "0"));
    }

    private static Term term(Part part, Shown shown, double sizes) {
        double share = sizes == 0 ? 0 : part.value / sizes;
        return new Term(part.label, part.symbols, part.numbers.apply(shown), shown, share, part.lead);
    }

    /** A part that is worked out by a formula. */
    static Part worked(String label, String formula, Map<String, Shown> numbers, double value, Optional<Lead> lead) {
        return new Part(label, formula, shown -> Piece.worked(formula, numbers, shown), value, lead);
    }

    /** A part that is a product. */
    static Part product(String label, List<Piece> pieces, double value, Optional<Lead> lead) {
        String symbols =
                String.join(" \\cdot ", pieces.stream().map(Piece::symbol).toList());
        return new Part(label, symbols, shown -> Multiplied.of(pieces, shown).numbers(), value, lead);
    }
}
