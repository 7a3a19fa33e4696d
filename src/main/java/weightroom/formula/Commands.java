package weightroom.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.formula.Formula.Grid;
import weightroom.formula.Formula.Kind;
import weightroom.formula.Formula.Mark;

/** What follows a backslash. */
final class Commands {
    /** Between two words, in em. */
    static final double WORD_SPACE = 0.28;

    private static final int MOST_ROWS = 40;
    private static final int MOST_CELLS = 20;
    private static final String DELIMITERS = "()[]|/.<>";
    private static final Map<String, Double> SPACES = Map.of(
            ",",
            3 / 18.0,
            ":",
            4 / 18.0,
            ">",
            4 / 18.0,
            ";",
            5 / 18.0,
            "!",
            -3 / 18.0,
            " ",
            WORD_SPACE,
            "quad",
            1.0,
            "qquad",
            2.0);
    private static final Map<String, Mark> MARKS = Map.of(
            "hat",
            Mark.HAT,
            "widehat",
            Mark.HAT,
            "bar",
            Mark.BAR,
            "overline",
            Mark.BAR,
            "vec",
            Mark.VEC,
            "dot",
            Mark.DOT,
            "tilde",
            Mark.TILDE);

    private final FormulaParser parser;

    Commands(FormulaParser parser) {
        this.parser = parser;
    }

    Formula read() {
        int start = parser.position();
        String command = parser.command();
        return structure(command)
                .or(() -> Optional.ofNullable(MARKS.get(command))
                        .map(mark -> new Formula.Accent(mark, parser.argument("\\" + command))))
                .or(() -> Optional.ofNullable(SPACES.get(command)).map(Formula.Space::new))
                .or(() -> Signs.function(command))
                .or(() -> Signs.big(command))
                .or(() -> Signs.byCommand(command).map(parser::symbol))
                .orElseThrow(() -> unknown(start));
    }

    private Optional<Formula> structure(String command) {
        return Optional.ofNullable(
                switch (command) {
                    case "frac" -> fraction(command, Formula.Size.FITTING);
                    case "dfrac" -> fraction(command, Formula.Size.LARGE);
                    case "tfrac" -> fraction(command, Formula.Size.SMALL);
                    case "sqrt" -> root();
                    case "text" -> new Formula.Words(words());
                    case "operatorname" -> new Formula.Name(words().strip(), false);
                    case "mathbf", "boldsymbol" -> parser.argument("\\" + command, Face.BOLD);
                    case "mathrm" -> parser.argument("\\mathrm", Face.UPRIGHT);
                    case "left" -> fenced();
                    case "begin" -> grid();
                    case "color" -> colored();
                    default -> null;
                });
    }

    private Formula fraction(String command, Formula.Size size) {
        Formula above = parser.argument("\\" + command);
        return new Formula.Fraction(above, parser.argument("\\" + command), size);
    }

    private Formula root() {
        parser.skipSpaces();
        if (parser.peek() != '[') {
            return new Formula.Root(parser.argument("\\sqrt"), Optional.empty());
        }
        Formula degree = parser.bracketed();
        return new Formula.Root(parser.argument("\\sqrt"), Optional.of(degree));
    }

    private String words() {
        parser.expect('{', "an opening brace {");
        return parser.upTo('}');
    }

    private Formula colored() {
        parser.expect('{', "the name of a colour in braces");
        int start = parser.position();
        String name = parser.upTo('}').strip();
        Tint tint = Tint.byId(name).orElseThrow(() -> {
            parser.goTo(start);
            return parser.fault("a colour, one of: " + Tint.ids());
        });
        return new Formula.Colored(tint, parser.argument("\\color"));
    }

    private Formula fenced() {
        String left = delimiter();
        Formula body = parser.row();
        if (!parser.seesCommand("right")) {
            throw parser.fault("\\right with the bracket that closes \\left");
        }
        parser.command();
        return new Formula.Fenced(left, body, delimiter());
    }

    private String delimiter() {
        parser.skipSpaces();
        int start = parser.position();
        char c = parser.peek();
        if (c == '\\') {
            Optional<String> text = Signs.byCommand(parser.command())
                    .filter(sign -> "{}‖⟨⟩⌊⌋⌈⌉".contains(sign.text()))
                    .map(Signs.Sign::text);
            if (text.isPresent()) {
                return text.get();
            }
        } else if (c != 0 && DELIMITERS.indexOf(c) >= 0) {
            parser.skip(1);
            return switch (c) {
                case '.' -> "";
                case '<' -> "⟨";
                case '>' -> "⟩";
                default -> String.valueOf(c);
            };
        }
        parser.goTo(start);
        throw parser.fault("a bracket, one of: ( ) [ ] \\{ \\} | \\| \\langle \\rangle and . for none");
    }

    private Formula grid() {
        parser.expect('{', "the kind of grid in braces");
        int start = parser.position();
        String name = parser.upTo('}').strip();
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.id().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    parser.goTo(start);
                    return parser.fault("cases, matrix, pmatrix, bmatrix, vmatrix or aligned");
                });
        List<List<Formula>> rows = rows(name);
        int end = parser.position();
        parser.command();
        parser.expect('{', "an opening brace {");
        if (!parser.upTo('}').strip().equals(name)) {
            parser.goTo(end);
            throw parser.fault("\\end{" + name + "}, which closes what was begun last");
        }
        return new Grid(kind, rows);
    }

    private List<List<Formula>> rows(String name) {
        List<List<Formula>> rows = new ArrayList<>();
        List<Formula> cells = new ArrayList<>();
        while (true) {
            Formula.Row cell = parser.row();
            cells.add(cell);
            if (cells.size() > MOST_CELLS || rows.size() > MOST_ROWS) {
                throw parser.fault("at most %d rows of %d cells".formatted(MOST_ROWS, MOST_CELLS));
            }
            if (parser.peek() == '&') {
                parser.skip(1);
            } else if (parser.sees("\\\\")) {
                parser.skip(2);
                rows.add(cells);
                cells = new ArrayList<>();
            } else if (parser.seesCommand("end")) {
                if (cells.size() > 1 || !cell.items().isEmpty()) {
                    rows.add(cells);
                }
                return rows;
            } else {
                throw parser.fault("& or \\\\ or \\end{" + name + "}");
            }
        }
    }

    private InvalidInput unknown(int start) {
        parser.goTo(start);
        return parser.fault("a command that is known, such as \\frac, \\sum, \\partial or \\alpha");
    }
}
