package weightroom.formula;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every sign that formulas know: its command, its character, its role and how it is spoken. */
final class Signs {
    /** @param command without the backslash; empty where the character is typed */
    record Sign(String command, String text, Role role, Face face, String spoken) {}

    private static final Map<String, Sign> BY_COMMAND = new LinkedHashMap<>();
    private static final Map<String, Sign> BY_TEXT = new HashMap<>();
    private static final String SMALL_GREEK =
            "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ"
                    + " iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ"
                    + " omega ω";
    private static final String LARGE_GREEK =
            "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω";
    private static final List<String> FUNCTIONS = List.of(
            "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan",
            "arg", "dim", "deg");
    private static final List<String> FUNCTIONS_WITH_LIMITS = List.of("max", "min", "lim", "sup", "inf", "det", "Pr");

    static {
        greek(SMALL_GREEK, Face.ITALIC);
        greek(LARGE_GREEK, Face.UPRIGHT);
        ordinary();
        binary();
        relations();
        brackets();
    }

    private Signs() {}

    static Optional<Sign> byCommand(String command) {
        return Optional.ofNullable(BY_COMMAND.get(command));
    }

    static Optional<Sign> byText(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    static Iterable<String> commands() {
        return BY_COMMAND.keySet();
    }

    static Optional<Formula> function(String command) {
        if (FUNCTIONS.contains(command)) {
            return Optional.of(new Formula.Name(command, false));
        }
        return FUNCTIONS_WITH_LIMITS.contains(command)
                ? Optional.of(new Formula.Name(command, true))
                : Optional.empty();
    }

    static Optional<Formula> big(String command) {
        return switch (command) {
            case "sum" -> Optional.of(new Formula.Big("∑", true));
            case "prod" -> Optional.of(new Formula.Big("∏", true));
            case "int" -> Optional.of(new Formula.Big("∫", false));
            default -> Optional.empty();
        };
    }

    private static void ordinary() {
        add("partial", "∂", Role.ORDINARY, "partial");
        add("nabla", "∇", Role.ORDINARY, "nabla");
        add("infty", "∞", Role.ORDINARY, "infinity");
        add("ell", "ℓ", Role.ORDINARY, "l");
        add("prime", "′", Role.ORDINARY, "prime");
        add("top", "⊤", Role.ORDINARY, "transposed");
        add("ldots", "…", Role.INNER, "and so on");
        add("dots", "…", Role.INNER, "and so on");
        add("cdots", "⋯", Role.INNER, "and so on");
        add("vdots", "⋮", Role.ORDINARY, "and so on");
        add("%", "%", Role.ORDINARY, "percent");
        add("$", "$", Role.ORDINARY, "dollars");
        add("#", "#", Role.ORDINARY, "number");
        add("_", "_", Role.ORDINARY, "underscore");
        add("", "/", Role.ORDINARY, "over");
        add("", "!", Role.CLOSE, "factorial");
        add("", "?", Role.CLOSE, "question mark");
        add("", ".", Role.ORDINARY, "point");
        add("", ",", Role.PUNCTUATION, ",");
        add("", ";", Role.PUNCTUATION, ";");
        add("&", "&", Role.ORDINARY, "and");
    }

    private static void binary() {
        add("", "+", Role.BINARY, "plus");
        add("", "−", Role.BINARY, "minus");
        add("", "*", Role.BINARY, "times");
        add("cdot", "·", Role.BINARY, "times");
        add("times", "×", Role.BINARY, "times");
        add("div", "÷", Role.BINARY, "divided by");
        add("pm", "±", Role.BINARY, "plus or minus");
        add("odot", "⊙", Role.BINARY, "element-wise times");
        add("circ", "∘", Role.BINARY, "after");
    }

    private static void relations() {
        add("", "=", Role.RELATION, "equals");
        add("lt", "<", Role.RELATION, "is less than");
        add("gt", ">", Role.RELATION, "is greater than");
        add("le", "≤", Role.RELATION, "is at most");
        add("leq", "≤", Role.RELATION, "is at most");
        add("ge", "≥", Role.RELATION, "is at least");
        add("geq", "≥", Role.RELATION, "is at least");
        add("ne", "≠", Role.RELATION, "is not equal to");
        add("neq", "≠", Role.RELATION, "is not equal to");
        add("approx", "≈", Role.RELATION, "is about");
        add("equiv", "≡", Role.RELATION, "is the same as");
        add("sim", "∼", Role.RELATION, "is distributed as");
        add("propto", "∝", Role.RELATION, "is proportional to");
        add("ll", "≪", Role.RELATION, "is much less than");
        add("gg", "≫", Role.RELATION, "is much greater than");
        add("to", "→", Role.RELATION, "to");
        add("rightarrow", "→", Role.RELATION, "to");
        add("gets", "←", Role.RELATION, "becomes");
        add("leftarrow", "←", Role.RELATION, "becomes");
        add("Rightarrow", "⇒", Role.RELATION, "so");
        add("Leftrightarrow", "⇔", Role.RELATION, "exactly when");
        add("mapsto", "↦", Role.RELATION, "maps to");
        add("in", "∈", Role.RELATION, "in");
        add("mid", "∣", Role.RELATION, "given");
        add("", ":", Role.RELATION, ":");
    }

    private static void brackets() {
        add("", "(", Role.OPEN, "open parenthesis");
        add("", ")", Role.CLOSE, "close parenthesis");
        add("", "[", Role.OPEN, "open bracket");
        add("", "]", Role.CLOSE, "close bracket");
        add("{", "{", Role.OPEN, "open brace");
        add("}", "}", Role.CLOSE, "close brace");
        add("", "|", Role.ORDINARY, "bar");
        add("|", "‖", Role.ORDINARY, "double bar");
        add("langle", "⟨", Role.OPEN, "open angle");
        add("rangle", "⟩", Role.CLOSE, "close angle");
        add("lfloor", "⌊", Role.OPEN, "floor of");
        add("rfloor", "⌋", Role.CLOSE, "end floor");
        add("lceil", "⌈", Role.OPEN, "ceiling of");
        add("rceil", "⌉", Role.CLOSE, "end ceiling");
    }

    private static void greek(String list, Face face) {
        String[] words = list.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            String name = words[i].startsWith("var") ? words[i].substring(3) : words[i];
            add(new Sign(words[i], words[i + 1], Role.ORDINARY, face, name));
        }
    }

    private static void add(String command, String text, Role role, String spoken) {
        add(new Sign(command, text, role, Face.UPRIGHT, spoken));
    }

    private static void add(Sign sign) {
        if (!sign.command().isEmpty()) {
            BY_COMMAND.put(sign.command(), sign);
        }
        BY_TEXT.putIfAbsent(sign.text(), sign);
    }
}
