package weightroom.formula;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weightroom.formula.Formula.Accent;
import weightroom.formula.Formula.Big;
import weightroom.formula.Formula.Colored;
import weightroom.formula.Formula.Fenced;
import weightroom.formula.Formula.Fraction;
import weightroom.formula.Formula.Grid;
import weightroom.formula.Formula.Kind;
import weightroom.formula.Formula.Name;
import weightroom.formula.Formula.Root;
import weightroom.formula.Formula.Row;
import weightroom.formula.Formula.Scripts;
import weightroom.formula.Formula.Space;
import weightroom.formula.Formula.Symbol;
import weightroom.formula.Formula.Words;

/** A formula in words. Where it could be heard in two ways, the words say where a part ends. */
final class Spoken implements Formula.Reading<String> {
    static final Spoken READING = new Spoken();

    /** Letters before a bracket that are functions of what is in it. */
    private static final String FUNCTIONS = "fghJLPσφϕ";
    /** Signs that act on what follows them, rather than being a factor of it. */
    private static final String ACTING = "∂∇Δ";

    private Spoken() {}

    @Override
    public String row(Row row) {
        return row(row, true);
    }

    /** @param factors whether letters beside each other are multiplied */
    private String row(Row row, boolean factors) {
        StringBuilder text = new StringBuilder();
        Optional<Formula> before = Optional.empty();
        List<Formula> items = row.items().stream()
                .filter(item -> !(item instanceof Space space) || space.width() >= 1)
                .toList();
        for (int i = 0; i < items.size(); i++) {
            Formula item = items.get(i);
            String joint = factors && before.isPresent() ? between(before.get(), item) : "";
            text.append(joint);
            boolean argument = joint.startsWith("of") && i + 2 < items.size() && role(items.get(i + 2)) == Role.CLOSE;
            if (argument && isSimple(items.get(i + 1))) {
                i += 2;
                item = items.get(i - 1);
                before = Optional.of(items.get(i));
            } else {
                before = Optional.of(item);
            }
            text.append(item.read(this)).append(' ');
        }
        return text.toString().strip();
    }

    private static String between(Formula before, Formula after) {
        boolean opens = after instanceof Fenced || role(after) == Role.OPEN;
        if (opens && isFunction(before)) {
            return "of ";
        }
        boolean ends = role(before) == Role.CLOSE || isFactor(before);
        return ends && (opens || isFactor(after) || starts(after)) ? "times " : "";
    }

    private static boolean isFunction(Formula formula) {
        if (formula instanceof Scripts scripts) {
            return isFunction(scripts.base());
        }
        return formula instanceof Name || formula instanceof Symbol symbol && FUNCTIONS.contains(symbol.text());
    }

    private static boolean isFactor(Formula formula) {
        if (formula instanceof Symbol symbol) {
            return symbol.role() == Role.ORDINARY
                    && Character.isLetterOrDigit(symbol.text().charAt(0))
                    && !ACTING.contains(symbol.text());
        }
        if (formula instanceof Scripts scripts) {
            return isFactor(scripts.base()) || role(scripts.base()) == Role.CLOSE;
        }
        if (formula instanceof Colored colored) {
            return isFactor(colored.body());
        }
        return formula instanceof Fraction
                || formula instanceof Root
                || formula instanceof Accent
                || formula instanceof Fenced
                || formula instanceof Row row
                        && !row.items().isEmpty()
                        && isFactor(row.items().get(0));
    }

    /** Whether a factor begins with it, though it is none itself. */
    private static boolean starts(Formula formula) {
        if (formula instanceof Scripts scripts) {
            return starts(scripts.base());
        }
        return formula instanceof Name
                || formula instanceof Big
                || formula instanceof Symbol symbol && ACTING.contains(symbol.text());
    }

    private static Role role(Formula formula) {
        return formula instanceof Symbol symbol ? symbol.role() : Role.ORDINARY;
    }

    @Override
    public String symbol(Symbol symbol) {
        String text = symbol.text();
        String bold = symbol.face() == Face.BOLD ? "bold " : "";
        boolean large = text.length() == 1 && Character.isUpperCase(text.charAt(0));
        return bold
                + (large ? "capital " : "")
                + Signs.byText(text).map(Signs.Sign::spoken).orElse(text);
    }

    @Override
    public String words(Words words) {
        return words.text();
    }

    @Override
    public String name(Name name) {
        return switch (name.text()) {
            case "ln" -> "natural log";
            case "max" -> "maximum";
            case "min" -> "minimum";
            case "lim" -> "limit";
            default -> name.text();
        };
    }

    @Override
    public String big(Big big) {
        return switch (big.sign()) {
            case "∑" -> "the sum of";
            case "∏" -> "the product of";
            default -> "the integral of";
        };
    }

    @Override
    public String scripts(Scripts scripts) {
        if (scripts.base() instanceof Big big) {
            String name = big(big);
            String from = scripts.low().map(part -> " from " + part.read(this)).orElse("");
            String to = scripts.high().map(part -> " to " + part.read(this)).orElse("");
            return name.substring(0, name.length() - " of".length()) + from + to + " of";
        }
        String sub = scripts.base() instanceof Name ? " over " : " sub ";
        String low = scripts.low().map(part -> sub + ended(part, "sub")).orElse("");
        return scripts.base().read(this) + low + scripts.high().map(this::high).orElse("");
    }

    private String high(Formula part) {
        String text = part.toText();
        return switch (text) {
            case "2" -> " squared";
            case "3" -> " cubed";
            case "T", "⊤" -> " transposed";
            case "′", "″" -> " prime";
            case "′′" -> " double prime";
            case "*" -> " star";
            default ->
                bracketed(part)
                        .map(inside -> " superscript " + inside)
                        .orElseGet(() -> " to the power of " + ended(part, "power"));
        };
    }

    /** What stands in brackets, as the number of a layer does: (l). */
    private Optional<String> bracketed(Formula part) {
        if (!(part instanceof Row row)
                || row.items().size() < 3
                || role(row.items().get(0)) != Role.OPEN) {
            return Optional.empty();
        }
        List<Formula> inside = row.items().subList(1, row.items().size() - 1);
        return Optional.of(ended(new Row(inside), "superscript"));
    }

    private String ended(Formula part, String name) {
        // Letters of an index are counted, not multiplied.
        boolean index = name.equals("sub")
                && part instanceof Row row
                && row.items().stream().allMatch(Spoken::isFactor);
        String words = index ? row((Row) part, false) : part.read(this);
        return words + (isSimple(part) ? "" : ", end " + name + ",");
    }

    private static boolean isSimple(Formula part) {
        if (part instanceof Row row) {
            List<Formula> items = row.items();
            return items.isEmpty()
                    || items.size() == 1 && isSimple(items.get(0))
                    || items.size() == 2 && role(items.get(0)) == Role.BINARY
                    || items.stream()
                            .allMatch(item -> item instanceof Symbol symbol
                                    && (Character.isLetterOrDigit(symbol.text().charAt(0))
                                            || symbol.role() == Role.PUNCTUATION
                                            || ACTING.contains(symbol.text())));
        }
        if (part instanceof Scripts scripts) {
            return isSimple(scripts.base());
        }
        return part instanceof Symbol || part instanceof Words || part instanceof Name || part instanceof Accent;
    }

    private static boolean isShort(Formula part) {
        return isSimple(part)
                || part instanceof Row row
                        && row.items().size() <= 2
                        && row.items().stream().allMatch(Spoken::isSimple);
    }

    @Override
    public String fraction(Fraction fraction) {
        String above = fraction.above().read(this);
        String below = fraction.below().read(this);
        return isShort(fraction.above()) && isShort(fraction.below())
                ? above + " over " + below
                : "the fraction " + above + ", over " + below + ", end fraction,";
    }

    @Override
    public String root(Root root) {
        String which =
                root.degree().map(part -> "root of degree " + part.read(this)).orElse("square root");
        return "the " + which + " of " + ended(root.body(), "root");
    }

    @Override
    public String accent(Accent accent) {
        String mark = accent.mark() == Formula.Mark.VEC
                ? "vector"
                : accent.mark().name().toLowerCase(Locale.ROOT);
        return accent.body().read(this) + " " + mark;
    }

    @Override
    public String fenced(Fenced fenced) {
        if (fenced.left().equals("|") || fenced.left().equals("‖")) {
            String name = fenced.left().equals("|") ? "the absolute value of " : "the norm of ";
            return name + ended(fenced.body(), "value");
        }
        return bracket(fenced.left()) + " " + fenced.body().read(this) + " " + bracket(fenced.right());
    }

    private static String bracket(String text) {
        return Signs.byText(text).map(Signs.Sign::spoken).orElse("");
    }

    @Override
    public String grid(Grid grid) {
        if (grid.kind() == Kind.CASES || grid.kind() == Kind.ALIGNED) {
            String rows = grid.rows().stream()
                    .map(row -> row.stream().map(part -> part.read(this)).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("; "));
            return grid.kind() == Kind.CASES ? "cases: " + rows + "; end cases" : rows;
        }
        String rows = IntStream.range(0, grid.rows().size())
                .mapToObj(r -> "row " + (r + 1) + ": "
                        + grid.rows().get(r).stream()
                                .map(part -> part.read(this))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return "%d by %d matrix, %s; end matrix,".formatted(grid.rows().size(), grid.columns(), rows);
    }

    @Override
    public String space(Space space) {
        return ",";
    }

    @Override
    public String colored(Colored colored) {
        return colored.body().read(this);
    }
}
