package weightroom.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rule of an {@link Optimizer} as a reader works it out by hand: one line after the other, each giving a symbol a new
 * value, in LaTeX. A line may use θ, its gradient g, the rate η, the step t from 1, the rule's knobs and slots, and what
 * earlier lines gave; the symbol on its left stands for the old value on its right.
 *
 * @param slots the symbols of the state slots, in the order of s0, s1
 * @param knobs the symbols of the knobs, in the order of k0, k1 …
 * @param lines the last one gives θ
 */
public record WrittenRule(List<String> slots, List<String> knobs, List<Line> lines) {
    /** θ ← θ − Δ. */
    static final Line POSITION = new Line(Part.POSITION, "\\theta", "\\theta - \\Delta");

    public WrittenRule {
        slots = List.copyOf(slots);
        knobs = List.copyOf(knobs);
        lines = List.copyOf(lines);
    }

    /** What a line works out. */
    public enum Part {
        GRADIENT,
        /** An average of gradients. */
        VELOCITY,
        /** A sum or an average of squares. */
        CACHE,
        /** What depends on the step alone, the same for every parameter. */
        COEFFICIENT,
        /** What makes up for averages that began at 0. */
        CORRECTION,
        /** θ pulled towards 0. */
        DECAY,
        STEP,
        POSITION
    }

    /**
     * One line.
     *
     * @param symbol what is given a value
     * @param formula the value, in LaTeX
     */
    public record Line(Part part, String symbol, String formula) {}

    /** Whether a line gives a new value to what there was before the step: θ or a slot. */
    public boolean replaces(Line line) {
        return line.part() == Part.POSITION || slots.contains(line.symbol());
    }

    /**
     * A rule.
     *
     * @param slots separated by spaces
     * @param knobs separated by spaces
     */
    static WrittenRule of(String slots, String knobs, Line... lines) {
        return new WrittenRule(words(slots), words(knobs), List.of(lines));
    }

    static Line velocity(String symbol, String formula) {
        return new Line(Part.VELOCITY, symbol, formula);
    }

    static Line cache(String symbol, String formula) {
        return new Line(Part.CACHE, symbol, formula);
    }

    static Line coefficient(String symbol, String formula) {
        return new Line(Part.COEFFICIENT, symbol, formula);
    }

    static Line correction(String symbol, String formula) {
        return new Line(Part.CORRECTION, symbol, formula);
    }

    static Line decay(String formula) {
        return new Line(Part.DECAY, "\\theta", formula);
    }

    /** Δ, which is taken away from θ. */
    static Line step(String formula) {
        return new Line(Part.STEP, "\\Delta", formula);
    }

    /**
     * The averages of Adam's family, with what is between them and the new θ.
     *
     * @param before lines that come first
     * @param mean what m is corrected to; as a line or more
     */
    static WrittenRule adam(String knobs, List<Line> before, Line... mean) {
        List<Line> lines = new ArrayList<>(before);
        lines.add(velocity("m", "\\beta_1 m + (1 - \\beta_1) g"));
        lines.add(cache("v", "\\beta_2 v + (1 - \\beta_2) g^2"));
        lines.addAll(Arrays.asList(mean));
        lines.add(correction("\\hat{v}", "\\frac{v}{1 - \\beta_2^t}"));
        lines.add(step("\\frac{\\eta \\hat{m}}{\\sqrt{\\hat{v}} + \\varepsilon}"));
        lines.add(POSITION);
        return new WrittenRule(List.of("m", "v"), words(knobs), lines);
    }

    /** Adam's own correction of its mean. */
    static Line mean() {
        return correction("\\hat{m}", "\\frac{m}{1 - \\beta_1^t}");
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
