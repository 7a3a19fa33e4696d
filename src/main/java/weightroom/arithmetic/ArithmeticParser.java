package weightroom.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of LaTeX that one can work out: numbers, symbols with an index or a hat, +, −, products written side by side
 * or with {@code \cdot}, powers, {@code \frac}, {@code \sqrt}, {@code \exp}, {@code \operatorname{sign}}, brackets, and
 * {@code \prod_{i=1}^{t}}, which takes all factors that follow it.
 */
final class ArithmeticParser {
    private final String source;
    private int at;

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
        return terms.size() == 1 && !minus.get(0) ? terms.get(0) : new Arithmetic.Sum(terms, minus);
    }

    private Arithmetic product() {
        List<Arithmetic> factors = new ArrayList<>();
        do {
            factors.add(power());
        } while (take("\\cdot") || startsFactor());
        return factors.size() == 1 ? factors.get(0) : new Arithmetic.Product(factors);
    }

    private boolean startsFactor() {
        spaces();
        return at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at))
                        || source.charAt(at) == '('
                        || source.charAt(at) == '\\' && !source.startsWith("\\right", at));
    }

    private Arithmetic power() {
        Arithmetic base = atom();
        return take("^") ? new Arithmetic.Power(base, argument()) : base;
    }

    private Arithmetic atom() {
        spaces();
        if (at >= source.length()) {
            throw fault();
        }
        if (sees("(") || sees("\\left(")) {
            return brackets();
        }
        if (take("\\frac")) {
            Arithmetic above = argument();
            return new Arithmetic.Fraction(above, argument());
        }
        if (take("\\sqrt")) {
            return new Arithmetic.Call(Arithmetic.Function.ROOT, argument());
        }
        if (take("\\exp")) {
            return new Arithmetic.Call(Arithmetic.Function.EXP, brackets());
        }
        if (take("\\operatorname{sign}")) {
            return new Arithmetic.Call(Arithmetic.Function.SIGN, brackets());
        }
        if (take("\\prod_{")) {
            String index = symbol();
            expect("=1}^");
            Arithmetic end = argument();
            return new Arithmetic.Repeated(index, end, product());
        }
        return Character.isDigit(source.charAt(at)) ? number() : new Arithmetic.Symbol(symbol());
    }

    private Arithmetic brackets() {
        boolean large = take("\\left(");
        if (!large) {
            expect("(");
        }
        Arithmetic body = sum();
        expect(large ? "\\right)" : ")");
        return new Arithmetic.Brackets(large ? "\\left(" : "(", body, large ? "\\right)" : ")");
    }

    /** What stands in braces, or one digit or letter without. */
    private Arithmetic argument() {
        spaces();
        if (take("{")) {
            Arithmetic body = sum();
            expect("}");
            return body;
        }
        String one = source.substring(at, Math.min(source.length(), at + 1));
        if (one.isEmpty() || !Character.isLetterOrDigit(one.charAt(0))) {
            throw fault();
        }
        at++;
        return Character.isDigit(one.charAt(0)) ? new Arithmetic.Literal(one) : new Arithmetic.Symbol(one);
    }

    private Arithmetic number() {
        int start = at;
        while (at < source.length() && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        return new Arithmetic.Literal(source.substring(start, at));
    }

    /** A letter, or a command such as {@code \beta} or {@code \hat{m}}, with its index. */
    private String symbol() {
        spaces();
        int start = at;
        boolean command = take("\\");
        int name = at;
        while (at < source.length() && Character.isLetter(source.charAt(at)) && (command || at == name)) {
            at++;
        }
        if (at == name) {
            throw fault();
        }
        if (command && source.startsWith("{", at)) {
            at = source.indexOf('}', at) + 1;
        }
        if (source.startsWith("_{", at)) {
            at = source.indexOf('}', at) + 1;
        } else if (source.startsWith("_", at)) {
            at += 2;
        }
        return source.substring(start, at);
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
