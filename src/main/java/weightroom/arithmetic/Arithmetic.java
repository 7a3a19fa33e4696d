package weightroom.arithmetic;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A formula that one can work out: read from LaTeX, it gives its value and its slopes, and writes itself with numbers in the
 * place of its symbols. So what is shown to a reader is what is computed.
 */
public sealed interface Arithmetic
        permits Literal, Symbol, Sum, Product, Fraction, Power, Brackets, Call, RepeatedProduct {
    /**
     * Reads a formula: numbers; symbols with an index or a hat, or {@code \frac{\partial L}{\partial w}} as a symbol of its
     * own; +, −, products written side by side or with {@code \cdot}, powers, {@code \frac}, brackets, bars; the functions
     * of {@link Function}; and {@code \prod_{i=1}^{t}}, which takes all factors that follow it.
     *
     * @throws IllegalArgumentException naming what is not known, and where
     */
    static Arithmetic parse(String latex) {
        return ArithmeticParser.parse(latex);
    }

    /**
     * The value with these numbers for its symbols.
     *
     * @throws IllegalArgumentException naming a symbol that has none
     */
    double value(Map<String, Double> numbers);

    /** Adds to {@code slopes} those of a whole whose own slope by this part is {@code outer}. */
    void slopes(Map<String, Double> numbers, double outer, Slopes slopes);

    /**
     * In LaTeX with numbers put in.
     *
     * @param first whether nothing stands before it in the same brackets, so that a minus needs none of its own
     */
    String written(Map<String, Shown> numbers, boolean first);

    /** The same formula with other names for its symbols. */
    Arithmetic renamed(UnaryOperator<String> names);

    /** The same formula with other names for some of its symbols. */
    default Arithmetic renamed(Map<String, String> names) {
        return renamed(name -> names.getOrDefault(name, name));
    }

    /** ∂/∂s for every symbol s, at these numbers. */
    default Slopes slopes(Map<String, Double> numbers) {
        Slopes slopes = new Slopes();
        slopes(numbers, 1, slopes);
        return slopes;
    }

    /** In LaTeX with numbers put in; a symbol without one stays. */
    default String written(Map<String, Shown> numbers) {
        return written(numbers, true);
    }

    /** In LaTeX, in symbols. */
    default String latex() {
        return written(Map.of());
    }

    /** The symbols that need a number, in the order in which they are met. */
    default Set<String> symbols() {
        Set<String> names = new LinkedHashSet<>();
        renamed(name -> {
            names.add(name);
            return name;
        });
        return names;
    }
}
