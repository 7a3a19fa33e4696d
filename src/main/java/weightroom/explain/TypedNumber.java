package weightroom.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them. */
final class TypedNumber {
    private static final String DIGITS = "(\\d+(?:\\.\\d*)?|\\.\\d+)";
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)" + DIGITS + "(?:(?:[eE]|[·*x×]10\\^?)([+-]?\\d{1,3}))?(?:/" + DIGITS + ")?");
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private TypedNumber() {}

    /** NaN where it is none. */
    static double parse(String typed) {
        Matcher parts = NUMBER.matcher(plain(typed));
        if (!parts.matches()) {
            return Double.NaN;
        }
        String exponent = parts.group(3) == null ? "0" : parts.group(3);
        double number = Double.parseDouble(parts.group(1) + parts.group(2) + "e" + exponent);
        double value = parts.group(4) == null ? number : number / Double.parseDouble(parts.group(4));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static String plain(String typed) {
        String text =
                typed.replaceAll("[\\s()\u00a0]", "").replaceAll("[−–⁻]", "-").replace('⁺', '+');
        StringBuilder low = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int high = HIGH.indexOf(text.charAt(i));
            low.append(high < 0 ? text.charAt(i) : (char) ('0' + high));
        }
        boolean both = text.indexOf(',') >= 0 && text.indexOf('.') >= 0;
        if (both) {
            boolean point = text.lastIndexOf('.') > text.lastIndexOf(',');
            return low.toString().replace(point ? "," : ".", "").replace(',', '.');
        }
        return low.toString().replace(',', '.');
    }
}
