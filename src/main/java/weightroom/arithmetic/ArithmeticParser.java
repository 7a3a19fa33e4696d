package weightroom.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Reads what {@link Arithmetic#parse} understands, by descent from sums to atoms. */
final class ArithmeticParser {
    /** A derivative, which is one name however much of LaTeX it takes. */
    private static final String PARTIAL = "\\frac{\\partial";

    private final String source;
    private int at;
    /** Whether the next bar closes. */
    private boolean bars;

    private ArithmeticParser(String source) {
        this.source = source;
    }

    /**
     * The formula.
     *
     * @throws IllegalArgumentException naming what is not known, and where
     */
    static Arithmetic parse(String latex) {
        ArithmeticParser parser = new ArithmeticParser(latex);
        Arithmetic all = parser.sum();
        parser.spaces();
        if (parser.at < latex.length()) {
            throw parser.fault();
        }
        return all;
    }

    private Arithmetic sum() {
        List<Arithmetic> terms = new ArrayList<>();
        List<Boolean> minus = new ArrayList<>();
        minus.add(take("-"));
        terms.add(product());
        while (sees("+") || sees("-")) {
            minus.add(take("-") || !take("+"));
            terms.add(product());
        }
        return terms.size() == 1 && !minus.get(0) ? terms.get(0) : new Sum(terms, minus);
    }

    private Arithmetic product() {
        List<Arithmetic> factors = new ArrayList<>();
        do {
            factors.add(power());
        } while (take("\\cdot") || startsFactor());
        return factors.size() == 1 ? factors.get(0) : new Product(factors);
    }

    private boolean startsFactor() {
        spaces();
        return at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at))
                        || source.charAt(at) == '('
                        || source.charAt(at) == '|' && !bars
                        || source.charAt(at) == '\\' && !source.startsWith("\\right", at));
    }

    private Arithmetic power() {
        Arithmetic base = atom();
        return take("^") ? new Power(base, argument()) : base;
    }

    private Arithmetic atom() {
        spaces();
        if (at >= source.length()) {
            throw fault();
        }
        if (sees("(") || sees("\\left(")) {
            return brackets();
        }
        if (take("|")) {
            Arithmetic body = inside(true);
            expect("|");
            return new Call(Function.SIZE, body);
        }
        if (take("e^")) {
            return new Call(Function.POWER_OF_E, argument());
        }
        if (Character.isDigit(source.charAt(at))) {
            return number();
        }
        return sees("\\") ? command() : new Symbol(symbol());
    }

    private Arithmetic command() {
        if (sees(PARTIAL)) {
            return new Symbol(symbol());
        }
        if (take("\\frac")) {
            Arithmetic above = argument();
            return new Fraction(above, argument());
        }
        if (take("\\sqrt")) {
            return new Call(Function.ROOT, argument());
        }
        if (take("\\prod_{")) {
            String index = symbol();
            expect("=1}^");
            Arithmetic end = argument();
            return new RepeatedProduct(index, end, product());
        }
        for (Function function : Function.BEFORE_BRACKETS) {
            int end = at + function.before().length();
            if (sees(function.before()) && (source.startsWith("(", end) || source.startsWith("\\left(", end))) {
                at = end;
                return new Call(function, brackets());
            }
        }
        return new Symbol(symbol());
    }

    private Arithmetic brackets() {
        boolean large = take("\\left(");
        if (!large) {
            expect("(");
        }
        Arithmetic body = inside(false);
        expect(large ? "\\right)" : ")");
        return new Brackets(large ? "\\left(" : "(", body, large ? "\\right)" : ")");
    }

    /** What stands between brackets, or between bars. */
    private Arithmetic inside(boolean betweenBars) {
        boolean outside = bars;
        bars = betweenBars;
        Arithmetic body = sum();
        bars = outside;
        return body;
    }

    /** What stands in braces, or one digit or letter without. */
    private Arithmetic argument() {
        spaces();
        if (take("{")) {
            Arithmetic body = inside(false);
            expect("}");
            return body;
        }
        String one = source.substring(at, Math.min(source.length(), at + 1));
        if (one.isEmpty() || !Character.isLetterOrDigit(one.charAt(0))) {
            throw fault();
        }
        at++;
        return Character.isDigit(one.charAt(0)) ? new Literal(one) : new Symbol(one);
    }

    private Arithmetic number() {
        int start = at;
        while (at < source.length() && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        return new Literal(source.substring(start, at));
    }

    /**
     * A letter, or a command such as {@code \beta} or {@code \hat{m}}, with its index and the number of its layer, as in
     * {@code w^{(1)}_{2,1}}; or a derivative.
     */
    private String symbol() {
        spaces();
        int start = at;
        if (sees(PARTIAL)) {
            at += "\\frac".length();
            group();
            group();
            return source.substring(start, at);
        }
        boolean command = take("\\");
        int name = at;
        while (at < source.length() && Character.isLetter(source.charAt(at)) && (command || at == name)) {
            at++;
        }
        if (at == name) {
            throw fault();
        }
        if (command && source.startsWith("{", at)) {
            group();
        }
        marks();
        return source.substring(start, at);
    }

    private void marks() {
        while (source.startsWith("_", at) || source.startsWith("^{(", at)) {
            at++;
            if (source.startsWith("{", at)) {
                group();
            } else {
                at++;
            }
        }
    }

    /** Passes what stands in braces. */
    private void group() {
        int depth = 0;
        do {
            if (at >= source.length()) {
                throw fault();
            }
            char c = source.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        } while (depth > 0);
    }

    private boolean sees(String text) {
        spaces();
        return source.startsWith(text, at);
    }

    private boolean take(String text) {
        if (!sees(text)) {
            return false;
        }
        at += text.length();
        return true;
    }

    private void expect(String text) {
        if (!take(text)) {
            throw fault();
        }
    }

    private void spaces() {
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException fault() {
        return new IllegalArgumentException("cannot read %s from character %d on".formatted(source, at));
    }
}
