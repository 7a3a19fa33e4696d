package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import weightroom.explain.Derivation;
import weightroom.explain.Section;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Term;
import weightroom.formula.FormulaParser;

/** What the panel shows, to be pasted elsewhere: no more than may be seen. */
final class DerivationText {
    private final String title;
    private final Derivation derivation;
    private final Revealed revealed;

    /** @param title what is explained, in words */
    DerivationText(String title, Derivation derivation, Revealed revealed) {
        this.title = title;
        this.derivation = derivation;
        this.revealed = revealed;
    }

    /** In plain Unicode, a line for each formula. */
    String text() {
        return written("", line -> FormulaParser.parse(line).toText(), UnaryOperator.identity());
    }

    /** In LaTeX, each formula displayed, words as comments and paragraphs. */
    String latex() {
        return written("% ", line -> "\\[ " + line + " \\]", DerivationText::paragraph);
    }

    private String written(String comment, UnaryOperator<String> formula, UnaryOperator<String> words) {
        StringBuilder text = new StringBuilder(comment + title + "\n");
        for (Section section : derivation.sections()) {
            if (revealed.ahead(section).isEmpty()) {
                text.append('\n').append(comment).append(section.heading()).append('\n');
                formulas(section)
                        .forEach(line -> text.append(formula.apply(line)).append('\n'));
                String sentence = sentence(section);
                if (!sentence.isEmpty()) {
                    text.append(words.apply(sentence)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private List<String> formulas(Section section) {
        if (section instanceof Section.InSymbols symbols) {
            return List.of(joined(symbols.left(), symbols.right()));
        }
        if (section instanceof Section.Factors factors) {
            return factors.factors().stream().map(this::factor).toList();
        }
        if (section instanceof Section.Terms terms) {
            return terms(terms);
        }
        if (section instanceof Section.WithNumbers numbers) {
            return numbers.lines();
        }
        if (section instanceof Section.Result result) {
            return List.of(result.symbol() + " = " + result.value().latex());
        }
        return lines(section).stream().map(DerivationText::latex).toList();
    }

    private static List<Line> lines(Section section) {
        if (section instanceof Section.Penalty penalty) {
            return List.of(penalty.line());
        }
        if (section instanceof Section.Given given) {
            return given.lines();
        }
        if (section instanceof Section.Step step) {
            List<Line> all = new ArrayList<>(step.known());
            all.addAll(step.lines());
            return all;
        }
        return List.of();
    }

    /** {@code symbol = formula = numbers = value}; what is empty, or would say the same twice, is left out. */
    static String latex(Line line) {
        StringBuilder text = new StringBuilder(line.symbol());
        String value = line.value().latex();
        for (String part : new String[] {line.formula(), line.numbers(), value}) {
            boolean again = part.equals(value)
                    && !part.equals(line.formula())
                    && text.toString().endsWith("= " + value);
            if (!part.isEmpty() && !again) {
                text.append(text.length() == 0 ? "" : " = ").append(part);
            }
        }
        return text.toString();
    }

    private String factor(Factor factor) {
        boolean known = revealed.knows(factor);
        String value = known ? factor.value().latex() : Revealed.UNKNOWN;
        List<String> parts = new ArrayList<>();
        for (String part : List.of(factor.formula(), known ? factor.numbers() : "", value)) {
            if (!part.isEmpty()
                    && (parts.isEmpty() || !parts.get(parts.size() - 1).equals(part))) {
                parts.add(part);
            }
        }
        return joined(factor.symbol(), parts);
    }

    private static List<String> terms(Section.Terms terms) {
        List<String> all = new ArrayList<>();
        for (Term term : terms.terms()) {
            List<String> parts = new ArrayList<>();
            for (String part :
                    List.of(term.symbols(), term.numbers(), term.value().latex())) {
                if (!part.isEmpty() && !parts.contains(part)) {
                    parts.add(part);
                }
            }
            all.add("\\text{" + term.label() + "}:\\; " + String.join(" = ", parts));
        }
        terms.rest()
                .ifPresent(rest -> all.add(
                        "\\text{" + rest.label() + "}:\\; " + rest.value().latex()));
        all.add("\\sum = " + terms.total().latex());
        return all;
    }

    private static String joined(String left, List<String> right) {
        return right.isEmpty() ? left : left + " = " + String.join(" = ", right);
    }

    private static String sentence(Section section) {
        if (section instanceof Section.Result result) {
            return result.meaning();
        }
        if (section instanceof Section.Check check) {
            return check.sentence();
        }
        return section instanceof Section.Remark remark ? remark.sentence() : "";
    }

    /** Signs that mean something to LaTeX, and subscripts that its fonts lack, are left to be what they are in UTF-8. */
    private static String paragraph(String words) {
        return words.replace("%", "\\%").replace("_", "\\_").replace("&", "\\&").replace("#", "\\#");
    }
}
