package weightroom.ui.explain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Rounding;
import weightroom.arithmetic.Shown;
import weightroom.explain.Quantity;

/**
 * A line of a calculation while it is written: its numbers as on cards, and with more digits where working it out needs them.
 */
final class SumLine {
    private static final Pattern PLACE = Pattern.compile("q_\\{(\\d+)}");

    private final CardWords words;
    private final Predicate<Quantity> known;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Shown> numbers = new HashMap<>();
    /** Whether all its numbers are known and finite, so that it can be worked out. */
    private boolean complete = true;

    /**
     * A line that is written.
     *
     * @param left what is worked out
     * @param how with numbers
     */
    record Written(Quantity left, String how, String result) {}

    /** @param known whether a number may be shown */
    SumLine(CardWords words, Predicate<Quantity> known) {
        this.words = words;
        this.known = known;
    }

    /** The same line, whose numbers stay as they are on cards. */
    SumLine sketch() {
        complete = false;
        return this;
    }

    /** A place for a number of the pass, in the text as in the formula. */
    String place(Quantity quantity) {
        return place(words.value(quantity), known.test(quantity));
    }

    /** A place for a number that has no name. */
    String place(double value, boolean isKnown) {
        String place = "q_{" + texts.size() + "}";
        if (isKnown && Double.isFinite(value)) {
            Shown card = Shown.card(value);
            numbers.put(place, card);
            texts.add(card.text());
        } else {
            complete = false;
            texts.add(isKnown ? CardWords.NONE : CardWords.UNKNOWN);
        }
        return place;
    }

    /**
     * Puts the numbers in.
     *
     * @param text with places
     * @param formula the same in LaTeX
     */
    Written written(Quantity left, String text, String formula) {
        double value = words.value(left);
        if (!known.test(left) || !complete || !Double.isFinite(value)) {
            String result = known.test(left) ? words.number(left) : CardWords.UNKNOWN;
            return new Written(left, filled(text), result);
        }
        Arithmetic arithmetic = Arithmetic.parse(formula);
        Map<String, Double> exact = new HashMap<>();
        numbers.forEach((place, shown) -> exact.put(place, shown.exact()));
        if (!Double.isFinite(arithmetic.value(exact))) {
            return new Written(left, filled(text), words.number(left));
        }
        Rounding rounding = Rounding.of(arithmetic, numbers, Shown.card(value));
        for (int i = 0; i < texts.size(); i++) {
            String place = "q_{" + i + "}";
            if (rounding.numbers().containsKey(place)) {
                texts.set(i, requireNonNull(rounding.numbers().get(place)).text());
            }
        }
        return new Written(left, filled(text), rounding.result().text());
    }

    /** Numbers below 0 stand in brackets unless they already do. */
    private String filled(String text) {
        return PLACE.matcher(text).replaceAll(found -> {
            String number = texts.get(Integer.parseInt(found.group(1)));
            boolean enclosed = found.start() > 0
                    && text.charAt(found.start() - 1) == '('
                    && found.end() < text.length()
                    && ",)".indexOf(text.charAt(found.end())) >= 0;
            return number.startsWith("\u2212") && !enclosed ? "(" + number + ")" : number;
        });
    }
}
