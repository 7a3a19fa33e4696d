package weightroom.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import weightroom.engine.InvalidInput;

/**
 * Reads a formula by recursive descent, one method per rule.
 *
 * <pre>
 * sum     = product (("+" | "-") product)*
 * product = signed (("*" | "/") signed)*
 * signed  = ("+" | "-") signed | power
 * power   = atom ("^" signed)?
 * atom    = number | function "(" sum ")" | input | "(" sum ")"
 * </pre>
 */
final class FormulaParser {
    /** So that neither reading nor computing a formula can run out of stack. */
    private static final int MAX_DEPTH = 32;

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = functions();

    private final String formula;
    private final List<String> inputNames;
    private int at;
    private int depth;

    FormulaParser(String formula, List<String> inputNames) {
        this.formula = formula;
        this.inputNames = inputNames;
    }

    private static Map<String, DoubleUnaryOperator> functions() {
        Map<String, DoubleUnaryOperator> functions = new LinkedHashMap<>();
        functions.put("sin", StrictMath::sin);
        functions.put("cos", StrictMath::cos);
        functions.put("tanh", StrictMath::tanh);
        functions.put("exp", StrictMath::exp);
        functions.put("abs", StrictMath::abs);
        functions.put("sqrt", StrictMath::sqrt);
        functions.put("log", StrictMath::log);
        return functions;
    }

    Expression parse() {
        if (formula.length() > Feature.MAX_LENGTH) {
            throw new InvalidInput("a feature's formula of %d characters is too long; at most %d are supported: \"%s…\""
                    .formatted(formula.length(), Feature.MAX_LENGTH, formula.substring(0, 20)));
        }
        Expression expression = sum();
        if (at < formula.length()) {
            throw unexpected("an operator (+ - * / ^) or the end");
        }
        return expression;
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (accept('+')) {
                left = new Expression.Binary((a, b) -> a + b, left, product());
            } else if (accept('-')) {
                left = new Expression.Binary((a, b) -> a - b, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = signed();
        while (true) {
            if (accept('*')) {
                left = new Expression.Binary((a, b) -> a * b, left, signed());
            } else if (accept('/')) {
                left = new Expression.Binary((a, b) -> a / b, left, signed());
            } else {
                return left;
            }
        }
    }

    private Expression signed() {
        if (++depth > MAX_DEPTH) {
            throw fault("is nested more than %d deep; write it with fewer parentheses".formatted(MAX_DEPTH));
        }
        Expression expression;
        if (accept('-')) {
            expression = new Expression.Unary(a -> -a, signed());
        } else if (accept('+')) {
            expression = signed();
        } else {
            expression = power();
        }
        depth--;
        return expression;
    }

    private Expression power() {
        Expression base = atom();
        return accept('^') ? new Expression.Binary(StrictMath::pow, base, signed()) : base;
    }

    private Expression atom() {
        skipSpaces();
        if (accept('(')) {
            return closed(sum());
        }
        int start = at;
        String number = take(FormulaParser::inNumber);
        if (!number.isEmpty()) {
            OptionalDouble value = Numbers.parse(number);
            if (value.isEmpty() || Double.isInfinite(value.getAsDouble())) {
                at = start;
                throw fault("has \"%s\"; expected a number such as 2, 0.5 or 1e-3".formatted(number));
            }
            return new Expression.Constant(value.getAsDouble());
        }
        String name = take(FormulaParser::inName);
        if (name.isEmpty()) {
            throw unexpected("a number, an input, a function or \"(\"");
        }
        DoubleUnaryOperator function = FUNCTIONS.get(name);
        if (function != null && accept('(')) {
            return new Expression.Unary(function, closed(sum()));
        }
        int input = inputNames.contains(name) ? inputNames.indexOf(name) : place(name);
        if (input < 0) {
            at = start;
            throw fault("has \"%s\"; expected %s or a function: %s, each with \"(\" after it"
                    .formatted(name, inputs(), String.join(" ", FUNCTIONS.keySet())));
        }
        return new Expression.Input(input);
    }

    private Expression closed(Expression inner) {
        if (!accept(')')) {
            throw unexpected("\")\" or an operator");
        }
        return inner;
    }

    /** The index of an input that is named by its place, as {@code x3}; −1 for anything else. */
    private int place(String name) {
        if (!name.matches("x[1-9]\\d{0,5}")) {
            return -1;
        }
        int place = Integer.parseInt(name.substring(1));
        return place <= inputNames.size() ? place - 1 : -1;
    }

    private String inputs() {
        int shown = Math.min(8, inputNames.size());
        String names = String.join(", ", inputNames.subList(0, shown));
        return shown < inputNames.size() ? names + " … " + inputNames.get(inputNames.size() - 1) : names;
    }

    private boolean accept(char wanted) {
        skipSpaces();
        if (at < formula.length() && formula.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpaces() {
        while (at < formula.length() && formula.charAt(at) == ' ') {
            at++;
        }
    }

    /** Whether a character goes on with what {@code so far} began. */
    private interface Continues {
        boolean with(String soFar, char next);
    }

    private String take(Continues continues) {
        int start = at;
        while (at < formula.length() && continues.with(formula.substring(start, at), formula.charAt(at))) {
            at++;
        }
        return formula.substring(start, at);
    }

    private static boolean inNumber(String soFar, char next) {
        boolean afterExponent = soFar.endsWith("e") || soFar.endsWith("E");
        return (next >= '0' && next <= '9')
                || next == '.'
                || (!soFar.isEmpty() && (next == 'e' || next == 'E'))
                || (afterExponent && (next == '+' || next == '-'));
    }

    private static boolean inName(String soFar, char next) {
        return next == '_' || Character.isLetter(next) || (!soFar.isEmpty() && Character.isDigit(next));
    }

    private InvalidInput unexpected(String expected) {
        skipSpaces();
        return at < formula.length()
                ? fault("has \"%s\"; expected %s".formatted(Character.toString(formula.codePointAt(at)), expected))
                : fault("ends; expected " + expected);
    }

    private InvalidInput fault(String what) {
        return new InvalidInput("the feature \"%s\", at character %d, %s".formatted(formula, at + 1, what));
    }
}
