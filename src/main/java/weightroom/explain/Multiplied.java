package weightroom.explain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weightroom.arithmetic.Arithmetic;
import weightroom.arithmetic.Rounding;
import weightroom.arithmetic.Shown;
import weightroom.explain.Section.Factor;

/** A product of pieces with the digits that it takes to be worked out again. */
record Multiplied(String symbols, String numbers, List<Factor> factors, Shown result) {
    /** The product, whose value the pass has found in its own way. */
    static Multiplied of(List<Piece> pieces, double value) {
        return of(pieces, Shown.card(value));
    }

    /** @param result with the digits that are wanted */
    static Multiplied of(List<Piece> pieces, Shown result) {
        Map<String, Shown> cards = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            names.add("f_{" + i + "}");
            cards.put(names.get(i), pieces.get(i).card());
        }
        Arithmetic product = Arithmetic.parse(String.join(" \\cdot ", names));
        Rounding rounding = Rounding.of(product, cards, result);
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            factors.add(pieces.get(i).factor(requireNonNull(rounding.numbers().get(names.get(i)))));
        }
        String symbols = pieces.stream().map(Piece::symbol).collect(Collectors.joining(" \\cdot "));
        return new Multiplied(symbols, product.written(rounding.numbers()), factors, rounding.result());
    }
}
