package weightroom.explain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import weightroom.arithmetic.Shown;

/** A part of a {@link Derivation}. Formulas and numbers are LaTeX without dollars; words are plain text. */
public sealed interface Section {
    /** Words to stand above it. */
    default String heading() {
        return Text.of("section." + getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * What it is in symbols.
     *
     * @param left the number that is explained
     * @param right what it equals, in one form or several: the chain rule, then the same in steps
     */
    record InSymbols(String left, List<String> right) implements Section {
        public InSymbols {
            right = List.copyOf(right);
        }
    }

    /** Each factor on its own. */
    record Factors(List<Factor> factors) implements Section {
        public Factors {
            factors = List.copyOf(factors);
        }
    }

    /**
     * What is multiplied.
     *
     * @param symbol its name: {@code \frac{\partial a}{\partial z}}
     * @param formula what it is: {@code a(1 - a)}
     * @param numbers the formula with numbers; empty where it is a number that stands there as it is
     * @param value the number, written as on its card, with more digits where multiplying needs them
     * @param lead what explains it further
     * @param remark what else there is to say about it; may be empty
     */
    record Factor(String symbol, String formula, String numbers, Shown value, Optional<Lead> lead, String remark) {}

    /**
     * What can be opened.
     *
     * @param row of the batch; {@link Derivation#ALL} for all
     */
    record Lead(Quantity quantity, int row) {}

    /**
     * What is added up, largest first where the order means nothing.
     *
     * @param rest what is not written out
     * @param total the sum of all
     */
    record Terms(Over over, List<Term> terms, Optional<Rest> rest, Shown total) implements Section {
        public Terms {
            terms = List.copyOf(terms);
        }

        @Override
        public String heading() {
            return Text.of("over." + over.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** What a sum runs over. */
    enum Over {
        /** Ways from the number to the loss. */
        PATHS,
        /** Rows of a batch. */
        ROWS,
        /** Units of the layer above, for gradients. */
        UNITS,
        /** What a unit receives, with its bias. */
        INPUTS,
        /** Outputs of the network. */
        OUTPUTS
    }

    /**
     * One of a sum.
     *
     * @param label where it belongs: {@code hidden 1}, {@code row 17}, {@code x₁ → hidden 1 → output}
     * @param symbols what it is, may be empty
     * @param numbers the same with numbers
     * @param share of the sum of all sizes, from −1 to 1, with the term's sign
     */
    record Term(String label, String symbols, String numbers, Shown value, double share, Optional<Lead> lead) {}

    /**
     * Terms that are folded into one; {@link Derivation#of(Pass, Quantity, int, int)} writes more of them.
     *
     * @param count how many
     * @param value their sum
     * @param share of their sizes in the sum of all, from 0 to 1
     */
    record Rest(BigInteger count, Shown value, double share) {
        /** Such as {@code 244 more}. */
        public String label() {
            return Text.of("rest", count);
        }
    }

    /** The whole with numbers, one form or several, without the result. */
    record WithNumbers(List<String> lines) implements Section {
        public WithNumbers {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What comes out.
     *
     * @param meaning what it says: {@code positive: raising w₁₁ raises the loss}; may be empty
     */
    record Result(String symbol, Shown value, String meaning) implements Section {}

    /**
     * The finite difference (L(θ + h) − L(θ − h))/2h beside the result.
     *
     * @param error relative, against the larger of both
     * @param epsilon h
     * @param sentence all of it in words, with what may be the cause where it is not ok
     */
    record Check(Shown result, Shown difference, double error, Verdict verdict, double epsilon, String sentence)
            implements Section {}

    /** How well both agree. */
    enum Verdict {
        /** Below 10⁻⁵. */
        OK,
        /** Below 10⁻²: near a kink, or both tiny. */
        SUSPICIOUS,
        FAILED
    }

    /** What the penalty adds to the gradient. */
    record Penalty(Line line) implements Section {}

    /**
     * What the optimizer is given: the sum of both, 0 for what is frozen, cut by value, scaled by norm.
     *
     * @param value what remains
     */
    record Given(List<Line> lines, Shown value) implements Section {
        public Given {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The optimizer's rule worked out.
     *
     * @param rule the optimizer's name
     * @param known its numbers before the step: η, t, knobs and memory
     * @param before of the parameter
     * @param after likewise
     */
    record Step(String rule, List<Line> known, List<Line> lines, Shown before, Shown after) implements Section {
        public Step {
            known = List.copyOf(known);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a calculation: {@code symbol = formula = numbers = value}.
     *
     * @param label what it is in words; may be empty
     * @param formula may be empty, likewise {@code numbers}
     * @param replaces whether the symbol stands for its old value in the formula, so that it becomes the new one
     */
    record Line(String label, String symbol, String formula, String numbers, Shown value, boolean replaces) {
        Line(String label, String symbol, String formula, String numbers, Shown value) {
            this(label, symbol, formula, numbers, value, false);
        }

        /** What stands between the symbol and the formula, in LaTeX. */
        public String relation() {
            return replaces ? " \\leftarrow " : " = ";
        }
    }

    /** Something to be said in words. */
    record Remark(String sentence) implements Section {}
}
