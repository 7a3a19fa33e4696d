package weightroom.formula;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weightroom.formula.Formula.Accent;
import weightroom.formula.Formula.Big;
import weightroom.formula.Formula.Colored;
import weightroom.formula.Formula.Fenced;
import weightroom.formula.Formula.Fraction;
import weightroom.formula.Formula.Grid;
import weightroom.formula.Formula.Mark;
import weightroom.formula.Formula.Name;
import weightroom.formula.Formula.Root;
import weightroom.formula.Formula.Row;
import weightroom.formula.Formula.Scripts;
import weightroom.formula.Formula.Space;
import weightroom.formula.Formula.Symbol;
import weightroom.formula.Formula.Words;

/** A formula on one line of plain Unicode, to be copied or searched. */
final class PlainText implements Formula.Reading<String> {
    static final PlainText READING = new PlainText();

    private static final Map<Mark, String> MARKS = Map.of(
            Mark.HAT, "\u0302", Mark.BAR, "\u0304", Mark.VEC, "\u20d7", Mark.DOT, "\u0307", Mark.TILDE, "\u0303");
    private static final String PLAIN = "0123456789+−=(),aehijklmnoprstuvxn";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎,ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓₙ";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾,ᵃᵉʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛˣⁿ";

    private PlainText() {}

    @Override
    public String row(Row row) {
        StringBuilder text = new StringBuilder();
        List<Formula> items = row.items();
        for (int i = 0; i < items.size(); i++) {
            Formula item = items.get(i);
            String piece = item.read(this);
            boolean sign = i > 0 && !startsTerm(items.get(i - 1));
            boolean spaced = item instanceof Symbol symbol
                    && (symbol.role() == Role.RELATION || symbol.role() == Role.BINARY && sign);
            if (spaced) {
                text.append(' ').append(piece).append(' ');
            } else {
                boolean name = isName(item);
                boolean open = i + 1 < items.size() && role(items.get(i + 1)) == Role.OPEN;
                text.append(name && sign ? " " : "").append(piece);
                text.append(name && !open || role(item) == Role.PUNCTUATION ? " " : "");
            }
        }
        return text.toString().replaceAll(" +", " ").strip();
    }

    /** Whether what follows it is the sign of a number, not an operation between two. */
    private static boolean startsTerm(Formula before) {
        Role role = role(before);
        boolean name = isName(before);
        return name || role == Role.RELATION || role == Role.BINARY || role == Role.OPEN || role == Role.PUNCTUATION;
    }

    private static boolean isName(Formula formula) {
        return formula instanceof Name || formula instanceof Scripts scripts && scripts.base() instanceof Name;
    }

    private static Role role(Formula formula) {
        return formula instanceof Symbol symbol ? symbol.role() : Role.ORDINARY;
    }

    @Override
    public String symbol(Symbol symbol) {
        return symbol.text();
    }

    @Override
    public String words(Words words) {
        return words.text();
    }

    @Override
    public String name(Name name) {
        return name.text();
    }

    @Override
    public String big(Big big) {
        return big.sign();
    }

    @Override
    public String scripts(Scripts scripts) {
        String low = scripts.low().map(part -> script(part, LOW, "_")).orElse("");
        String high = scripts.high().map(part -> script(part, HIGH, "^")).orElse("");
        return scripts.base().read(this) + low + high;
    }

    private String script(Formula part, String signs, String mark) {
        String text = part.read(this).replace(" ", "");
        if (text.chars().allMatch(c -> c == '′')) {
            return text;
        }
        if (text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0)) {
            return text.chars()
                    .mapToObj(c -> String.valueOf(signs.charAt(PLAIN.indexOf(c))))
                    .collect(Collectors.joining());
        }
        return mark + (text.length() == 1 ? text : "(" + text + ")");
    }

    @Override
    public String fraction(Fraction fraction) {
        return bracketed(fraction.above()) + "/" + bracketed(fraction.below());
    }

    private String bracketed(Formula part) {
        String text = part.read(this);
        boolean sum = part instanceof Row row
                && (row.items().stream().anyMatch(item -> role(item) == Role.BINARY || role(item) == Role.RELATION)
                        || row.items().stream().anyMatch(Fraction.class::isInstance));
        return sum || part instanceof Fraction ? "(" + text + ")" : text;
    }

    @Override
    public String root(Root root) {
        String text = root.body().read(this);
        String degree = root.degree().map(part -> script(part, HIGH, "")).orElse("");
        return degree + "√" + (text.length() == 1 ? text : "(" + text + ")");
    }

    @Override
    public String accent(Accent accent) {
        return accent.body().read(this) + MARKS.get(accent.mark());
    }

    @Override
    public String fenced(Fenced fenced) {
        return fenced.left() + fenced.body().read(this) + fenced.right();
    }

    @Override
    public String grid(Grid grid) {
        String cell = grid.kind() == Formula.Kind.ALIGNED ? " " : grid.kind() == Formula.Kind.CASES ? " " : ", ";
        return grid.kind().left()
                + grid.rows().stream()
                        .map(row -> row.stream().map(part -> part.read(this)).collect(Collectors.joining(cell)))
                        .collect(Collectors.joining("; "))
                + grid.kind().right();
    }

    @Override
    public String space(Space space) {
        return space.width() > 0.2 ? " " : "";
    }

    @Override
    public String colored(Colored colored) {
        return colored.body().read(this);
    }
}
