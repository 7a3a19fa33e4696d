package weightroom.ui.kit;

import java.util.regex.Pattern;

/** Inputs and features as people write them. */
public final class FeatureLabel {
    private static final Pattern POWER = Pattern.compile("\\^([0-9])");
    private static final Pattern CALL = Pattern.compile("(sin|cos|tanh|exp|abs|sqrt|log)\\(([^()+\\-*/]+)\\)");
    private static final Pattern NUMBERED = Pattern.compile("(?<=\\p{L})[0-9]+\\b");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private FeatureLabel() {}

    /**
     * {@code x1^2} as x₁², {@code x1*x2} as x₁x₂, {@code sin(x1)} as sin x₁, {@code p07} as p₀₇; other names as they are.
     *
     * @param formula as {@code data.features} writes it, or the name of a raw input
     */
    public static String of(String formula) {
        String text = CALL.matcher(formula).replaceAll("$1 $2");
        text = POWER.matcher(text).replaceAll(power -> digits(power.group(1), SUPERSCRIPTS));
        text = NUMBERED.matcher(text).replaceAll(number -> digits(number.group(), SUBSCRIPTS));
        return text.replace("*", "").replace('-', '−');
    }

    private static String digits(String digits, String forms) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(digit -> text.append(forms.charAt(digit - '0')));
        return text.toString();
    }
}
