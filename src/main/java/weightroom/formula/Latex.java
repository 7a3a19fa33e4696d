package weightroom.formula;

import java.util.stream.Collectors;
import weightroom.formula.Formula.Accent;
import weightroom.formula.Formula.Big;
import weightroom.formula.Formula.Colored;
import weightroom.formula.Formula.Fenced;
import weightroom.formula.Formula.Fraction;
import weightroom.formula.Formula.Grid;
import weightroom.formula.Formula.Name;
import weightroom.formula.Formula.Root;
import weightroom.formula.Formula.Row;
import weightroom.formula.Formula.Scripts;
import weightroom.formula.Formula.Space;
import weightroom.formula.Formula.Symbol;
import weightroom.formula.Formula.Words;

/** A formula in LaTeX's notation; what it reads back is the same tree. */
final class Latex implements Formula.Reading<String> {
    static final Latex READING = new Latex();

    private static final double MU = 18;

    private Latex() {}

    @Override
    public String row(Row row) {
        return row.items().stream()
                .map(item -> item instanceof Row group ? braced(group) : item.read(this))
                .collect(Collectors.joining());
    }

    private String braced(Formula part) {
        return "{" + part.read(this).strip() + "}";
    }

    @Override
    public String symbol(Symbol symbol) {
        String text = symbol.text().startsWith("′") ? "'".repeat(symbol.text().length()) : symbol.text();
        String written = Signs.byText(text)
                .filter(sign -> !sign.command().isEmpty())
                .map(sign -> "\\" + sign.command() + " ")
                .orElse(text.equals("−") ? "-" : text);
        Face usual = Signs.byText(text).map(Signs.Sign::face).orElse(usual(text));
        if (symbol.face() == usual) {
            return written;
        }
        return (symbol.face() == Face.BOLD ? "\\mathbf{" : "\\mathrm{") + written.strip() + "}";
    }

    private static Face usual(String text) {
        return Character.isLetter(text.charAt(0)) ? Face.ITALIC : Face.UPRIGHT;
    }

    @Override
    public String words(Words words) {
        return "\\text{" + words.text() + "}";
    }

    @Override
    public String name(Name name) {
        return Signs.function(name.text()).isPresent()
                ? "\\" + name.text() + " "
                : "\\operatorname{" + name.text() + "}";
    }

    @Override
    public String big(Big big) {
        return switch (big.sign()) {
            case "∑" -> "\\sum ";
            case "∏" -> "\\prod ";
            default -> "\\int ";
        };
    }

    @Override
    public String scripts(Scripts scripts) {
        String base = scripts.base() instanceof Row
                ? braced(scripts.base())
                : scripts.base().read(this).strip();
        String low = scripts.low().map(part -> "_" + braced(part)).orElse("");
        return base
                + low
                + scripts.high()
                        .map(part -> isPrime(part) ? part.read(this) : "^" + braced(part))
                        .orElse("");
    }

    private static boolean isPrime(Formula part) {
        return part instanceof Symbol symbol && symbol.text().startsWith("′");
    }

    @Override
    public String fraction(Fraction fraction) {
        String command =
                switch (fraction.size()) {
                    case FITTING -> "\\frac";
                    case LARGE -> "\\dfrac";
                    case SMALL -> "\\tfrac";
                };
        return command + braced(fraction.above()) + braced(fraction.below());
    }

    @Override
    public String root(Root root) {
        String degree =
                root.degree().map(part -> "[" + part.read(this).strip() + "]").orElse("");
        return "\\sqrt" + degree + braced(root.body());
    }

    @Override
    public String accent(Accent accent) {
        return "\\" + accent.mark().name().toLowerCase(java.util.Locale.ROOT) + braced(accent.body());
    }

    @Override
    public String fenced(Fenced fenced) {
        return "\\left" + delimiter(fenced.left()) + " " + fenced.body().read(this) + "\\right"
                + delimiter(fenced.right()) + " ";
    }

    private static String delimiter(String text) {
        if (text.isEmpty()) {
            return ".";
        }
        return Signs.byText(text)
                .filter(sign -> !sign.command().isEmpty())
                .map(sign -> "\\" + sign.command())
                .orElse(text);
    }

    @Override
    public String grid(Grid grid) {
        String id = grid.kind().id();
        return "\\begin{" + id + "}"
                + grid.rows().stream()
                        .map(row -> row.stream().map(part -> part.read(this)).collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(" \\\\ "))
                + "\\end{" + id + "}";
    }

    @Override
    public String space(Space space) {
        return switch ((int) Math.round(space.width() * MU)) {
            case 3 -> "\\,";
            case 4 -> "\\:";
            case 5 -> space.width() == Commands.WORD_SPACE ? "\\ " : "\\;";
            case -3 -> "\\!";
            case 18 -> "\\quad ";
            default -> "\\qquad ";
        };
    }

    @Override
    public String colored(Colored colored) {
        return "\\color{" + colored.tint().id() + "}" + braced(colored.body());
    }
}
