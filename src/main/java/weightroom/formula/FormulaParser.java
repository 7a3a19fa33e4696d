package weightroom.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.InvalidInput;
import weightroom.formula.Formula.Row;
import weightroom.formula.Formula.Symbol;

/**
 * Reads a formula in a part of LaTeX's notation, which {@code src/docs/lessons.md} lists. Spaces mean nothing; letters are
 * variables; signs may also be typed as Unicode characters.
 */
public final class FormulaParser {
    /** Characters of the longest formula. */
    public static final int LONGEST = 2000;
    /** Of groups within groups. */
    public static final int DEEPEST = 30;

    private final Commands commands = new Commands(this);
    private final String source;
    private Optional<Face> face = Optional.empty();
    private int at;
    private int depth;
    private boolean bracketed;

    private FormulaParser(String source) {
        this.source = source;
    }

    /**
     * The tree of a formula.
     *
     * @throws InvalidInput naming the character, what was found there and what was expected
     */
    public static Formula parse(String latex) {
        if (latex.length() > LONGEST) {
            throw new InvalidInput(
                    "Formula: found %,d characters, expected at most %,d".formatted(latex.length(), LONGEST));
        }
        FormulaParser parser = new FormulaParser(latex);
        Row all = parser.row();
        if (!parser.ended()) {
            boolean cell = parser.peek() == '&' || parser.sees("\\\\");
            throw parser.fault("the end of the formula; "
                    + (cell ? "& and \\\\ stand within \\begin and \\end" : "this closes what was not opened"));
        }
        return all;
    }

    /** Parts up to the end of the formula, of the group or of the cell. */
    Row row() {
        enter();
        List<Formula> items = new ArrayList<>();
        skipSpaces();
        while (!atStop()) {
            items.add(scripted());
            skipSpaces();
        }
        depth--;
        return new Row(items);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw fault("at most " + DEEPEST + " groups within each other");
        }
    }

    /** Parts up to a square bracket, which is left behind as well. */
    Row bracketed() {
        expect('[', "an opening bracket [");
        bracketed = true;
        Row row = row();
        bracketed = false;
        expect(']', "a closing bracket ]");
        return row;
    }

    private boolean atStop() {
        return ended()
                || bracketed && peek() == ']'
                || peek() == '}'
                || peek() == '&'
                || sees("\\\\")
                || seesCommand("right")
                || seesCommand("end");
    }

    private Formula scripted() {
        Formula base = "_^'".indexOf(peek()) >= 0 ? Row.EMPTY : atom(false);
        Optional<Formula> low = Optional.empty();
        Optional<Formula> high = Optional.empty();
        while (true) {
            skipSpaces();
            char c = peek();
            if (c == '_' && low.isEmpty()) {
                at++;
                low = Optional.of(argument("_"));
            } else if (c == '^' && high.isEmpty()) {
                at++;
                high = Optional.of(argument("^"));
            } else if (c == '\'' && high.isEmpty()) {
                high = Optional.of(primes());
            } else if (c == '_' || c == '^' || c == '\'') {
                throw fault("one index and one exponent on each part; braces join them: x^{a^b}");
            } else {
                return low.isEmpty() && high.isEmpty() ? base : new Formula.Scripts(base, low, high);
            }
        }
    }

    private Formula primes() {
        int first = at;
        while (peek() == '\'') {
            at++;
        }
        return new Symbol("′".repeat(at - first), Role.ORDINARY, Face.UPRIGHT);
    }

    /** What a command or an index is given: a group in braces, or one character or command. */
    Formula argument(String of) {
        skipSpaces();
        if (ended() || atStop() || peek() == '_' || peek() == '^') {
            throw fault("what " + of + " applies to, in braces");
        }
        enter();
        Formula argument = atom(true);
        depth--;
        return argument instanceof Row row && row.items().size() == 1
                ? row.items().get(0)
                : argument;
    }

    /** The same with every letter in one face. */
    Formula argument(String of, Face inside) {
        Optional<Face> before = face;
        face = Optional.of(inside);
        Formula argument = argument(of);
        face = before;
        return argument;
    }

    private Formula atom(boolean single) {
        char c = peek();
        if (c == '{') {
            return group();
        }
        if (c == '\\') {
            return commands.read();
        }
        if (c == '~') {
            at++;
            return new Formula.Space(Commands.WORD_SPACE);
        }
        if (isDigit(c) || c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1))) {
            return number(single);
        }
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            at++;
            return letter(String.valueOf(c), Face.ITALIC);
        }
        return typed(c);
    }

    private Formula typed(char c) {
        String text = c == '-' ? "−" : String.valueOf(c);
        if (c == '∑' || c == '∏') {
            at++;
            return new Formula.Big(text, true);
        }
        Signs.Sign sign = Signs.byText(text)
                .filter(known -> "%$#".indexOf(c) < 0)
                .orElseThrow(() -> fault("a letter, a number, a sign or a command"
                        + ("%$#".indexOf(c) < 0 ? "" : "; \\" + c + " is the sign itself")));
        at++;
        return symbol(sign);
    }

    Formula symbol(Signs.Sign sign) {
        return sign.role() == Role.ORDINARY && Character.isLetter(sign.text().charAt(0))
                ? letter(sign.text(), sign.face())
                : new Symbol(sign.text(), sign.role(), sign.face());
    }

    private Symbol letter(String text, Face usual) {
        return new Symbol(text, Role.ORDINARY, face.orElse(usual));
    }

    private Symbol number(boolean single) {
        int first = at++;
        while (!single
                && (isDigit(peek()) || peek() == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            at++;
        }
        boolean bold = face.isPresent() && face.get() == Face.BOLD;
        return new Symbol(source.substring(first, at), Role.ORDINARY, bold ? Face.BOLD : Face.UPRIGHT);
    }

    Row group() {
        expect('{', "an opening brace {");
        Row row = row();
        expect('}', "a closing brace }");
        return row;
    }

    // ---- characters ----

    void expect(char c, String expected) {
        skipSpaces();
        if (peek() != c) {
            throw fault(expected);
        }
        at++;
    }

    /** The word after a backslash, or the one sign there; stands behind it afterwards. */
    String command() {
        String name = commandAhead();
        at += 1 + name.length();
        return name;
    }

    private String commandAhead() {
        if (peek() != '\\') {
            return "";
        }
        int end = at + 1;
        while (end < source.length() && isLatin(source.charAt(end))) {
            end++;
        }
        return source.substring(at + 1, end > at + 1 ? end : Math.min(end + 1, source.length()));
    }

    boolean seesCommand(String name) {
        return commandAhead().equals(name);
    }

    boolean sees(String text) {
        return source.startsWith(text, at);
    }

    void skip(int characters) {
        at += characters;
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return ended() ? 0 : source.charAt(at);
    }

    int position() {
        return at;
    }

    void goTo(int position) {
        at = position;
    }

    /** Characters up to a closing one, which is left behind as well. */
    String upTo(char closing) {
        int end = source.indexOf(closing, at);
        if (end < 0) {
            at = source.length();
            throw fault("a closing " + closing);
        }
        String text = source.substring(at, end);
        at = end + 1;
        return text;
    }

    private boolean ended() {
        return at >= source.length();
    }

    void skipSpaces() {
        while (!ended() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    InvalidInput fault(String expected) {
        String found = ended() ? "the end" : new String(Character.toChars(source.codePointAt(at)));
        return new InvalidInput("Formula, character %d: found %s, expected %s"
                .formatted(at + 1, found.equals("\\") ? found + commandAhead() : found, expected));
    }
}
