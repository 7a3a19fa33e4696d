package weightroom.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import weightroom.explain.Section.Check;
import weightroom.explain.Section.Factor;
import weightroom.explain.Section.Factors;
import weightroom.explain.Section.Given;
import weightroom.explain.Section.InSymbols;
import weightroom.explain.Section.Line;
import weightroom.explain.Section.Penalty;
import weightroom.explain.Section.Remark;
import weightroom.explain.Section.Result;
import weightroom.explain.Section.Step;
import weightroom.explain.Section.Terms;
import weightroom.explain.Section.WithNumbers;

/** A derivation as blocks of equations under headings, which are then written in one notation or another. */
final class Written {
    private Written() {}

    /**
     * A heading with what stands below it.
     *
     * @param words below the equations; may be empty
     */
    record Block(String heading, List<Equation> equations, String words) {}

    /**
     * {@code left = right = right}, in LaTeX.
     *
     * @param label words beside it; may be empty
     * @param relation what stands behind the left side, with its spaces
     */
    record Equation(String label, String left, String relation, List<String> right) {
        Equation(String label, String left, List<String> right) {
            this(label, left, " = ", right);
        }
    }

    static List<Block> blocks(Derivation derivation) {
        List<Block> blocks = new ArrayList<>();
        String symbol = symbol(derivation);
        for (Section section : derivation.sections()) {
            blocks.add(block(section, symbol));
        }
        return blocks;
    }

    /** What the whole is about: the left side of its first formula. */
    private static String symbol(Derivation derivation) {
        for (Section section : derivation.sections()) {
            if (section instanceof InSymbols formula) {
                return formula.left();
            }
            if (section instanceof Result result) {
                return result.symbol();
            }
        }
        return "";
    }

    private static Block block(Section section, String symbol) {
        String heading = section.heading();
        if (section instanceof InSymbols formula) {
            return new Block(heading, List.of(new Equation("", formula.left(), formula.right())), "");
        }
        if (section instanceof Factors factors) {
            return new Block(
                    heading, factors.factors().stream().map(Written::factor).toList(), "");
        }
        if (section instanceof Terms terms) {
            return new Block(heading, terms(terms, symbol), "");
        }
        if (section instanceof WithNumbers numbers) {
            return new Block(heading, List.of(new Equation("", symbol, numbers.lines())), "");
        }
        if (section instanceof Result result) {
            Equation equation =
                    new Equation("", result.symbol(), List.of(result.value().latex()));
            return new Block(heading, List.of(equation), result.meaning());
        }
        if (section instanceof Check check) {
            return new Block(heading, List.of(), check.sentence());
        }
        if (section instanceof Penalty penalty) {
            return new Block(heading, List.of(line(penalty.line())), "");
        }
        if (section instanceof Given given) {
            return new Block(heading, given.lines().stream().map(Written::line).toList(), "");
        }
        if (section instanceof Step step) {
            List<Equation> lines =
                    new ArrayList<>(step.known().stream().map(Written::line).toList());
            step.lines().forEach(line -> lines.add(line(line)));
            return new Block(heading + ", " + step.rule(), lines, "");
        }
        return new Block("", List.of(), ((Remark) section).sentence());
    }

    private static Equation factor(Factor factor) {
        List<String> right = new ArrayList<>();
        right.add(factor.formula());
        if (!factor.numbers().isEmpty()) {
            right.add(factor.numbers());
        }
        right.add(factor.value().latex());
        List<String> distinct = right.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
        if (distinct.size() > 1) {
            distinct.remove(factor.symbol());
        }
        return new Equation(factor.remark(), factor.symbol(), distinct);
    }

    private static Equation line(Line line) {
        List<String> right = new ArrayList<>();
        for (String form : List.of(line.formula(), line.numbers(), line.value().latex())) {
            if (!form.isEmpty() && !right.contains(form)) {
                right.add(form);
            }
        }
        return new Equation(line.label(), line.symbol(), line.relation(), right);
    }

    private static List<Equation> terms(Terms terms, String symbol) {
        List<Equation> equations = new ArrayList<>();
        for (Section.Term term : terms.terms()) {
            List<String> right = new ArrayList<>();
            if (!term.numbers().isEmpty() && !term.numbers().equals(term.value().latex())) {
                right.add(term.numbers());
            }
            right.add(term.value().latex());
            equations.add(new Equation(term.label(), term.symbols(), right));
        }
        terms.rest()
                .ifPresent(rest -> equations.add(
                        new Equation(rest.label(), "", List.of(rest.value().latex()))));
        equations.add(new Equation(
                Text.of("written.sum"), symbol, List.of(terms.total().latex())));
        return equations;
    }
}
