package weightroom.explain;

import java.util.Locale;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.explain.Quantity.Kind;

/**
 * What the numbers of a network are called. Where at most one hidden layer of at most nine units stands before a single
 * output, as on a blackboard: w₁₁, b₁, z₁, a₁ there, v₁, c, z, a at the output. A single layer has w, b, z, a. Elsewhere the
 * layer, from 1, stands above: w₁₁⁽²⁾.
 */
public final class Symbols {
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int ONE_DIGIT = 9;

    private final Network network;
    private final int last;
    private final boolean plain;

    private Symbols(Network network) {
        this.network = network;
        last = network.layers().size() - 1;
        boolean narrow = network.inputs() <= ONE_DIGIT
                && network.layers().stream().allMatch(layer -> layer.units() <= ONE_DIGIT);
        // v is both the second layer's weight and what batch norm receives; z₁ could be of two layers.
        plain = narrow && (last == 0 || last == 1 && network.outputs() == 1) && !network.hasBatchNorm();
    }

    public static Symbols of(Network network) {
        return new Symbols(network);
    }

    /** A letter with what stands at its foot and above it. */
    private record Sign(String latex, String text, String spoken, String low, int layer) {}

    /** In LaTeX, without dollars: {@code w_{11}}, {@code \frac{\partial L}{\partial w_{11}}}. */
    public String latex(Quantity quantity) {
        Kind kind = quantity.kind();
        if (kind.gradient()) {
            return slope(latex(quantity.plain()));
        }
        if (updated(kind)) {
            return "{" + latex(quantity.plain()) + "}^{\\text{" + Text.of("symbol.new") + "}}";
        }
        Sign sign = sign(quantity);
        String high = kind == Kind.RAW
                ? "^{\\text{" + Text.of("symbol.raw") + "}}"
                : sign.layer == Quantity.NONE ? "" : "^{(" + (sign.layer + 1) + ")}";
        return sign.latex + (sign.low.isEmpty() ? "" : "_{" + sign.low + "}") + high;
    }

    /** ∂L by something, in LaTeX. */
    static String slope(String by) {
        return slope("L", by);
    }

    /** One by another, in LaTeX. */
    static String slope(String above, String below) {
        return "\\frac{\\partial " + above + "}{\\partial " + below + "}";
    }

    /** In plain Unicode with real subscripts: {@code w₁₁}, {@code ∂L/∂w₁₁}, {@code z₂⁽³⁾}. */
    public String text(Quantity quantity) {
        Kind kind = quantity.kind();
        if (kind.gradient()) {
            return "∂L/∂" + text(quantity.plain());
        }
        if (updated(kind)) {
            return text(quantity.plain()) + " " + Text.of("symbol.new");
        }
        Sign sign = sign(quantity);
        String high = sign.layer == Quantity.NONE ? "" : "⁽" + digits(String.valueOf(sign.layer + 1), HIGH) + "⁾";
        return sign.text + digits(sign.low, LOW) + high + (kind == Kind.RAW ? " " + Text.of("symbol.raw") : "");
    }

    /** For screen readers: {@code derivative of the loss by w 1 1}. */
    public String spoken(Quantity quantity) {
        Kind kind = quantity.kind();
        if (kind.gradient()) {
            return Text.of("spoken.slope", spoken(quantity.plain()));
        }
        if (updated(kind)) {
            return Text.of("spoken.new", spoken(quantity.plain()));
        }
        Sign sign = sign(quantity);
        boolean commas = sign.low.contains(",");
        String low = commas ? sign.low.replace(",", ", ") : String.join(" ", sign.low.split(""));
        String said = low.isEmpty() ? sign.spoken : sign.spoken + " " + low;
        if (kind == Kind.RAW) {
            return Text.of("spoken.raw", said);
        }
        return sign.layer == Quantity.NONE ? said : Text.of("spoken.layer", said, String.valueOf(sign.layer + 1));
    }

    /** With where it stands: {@code w₁₁, from x₁ to hidden 1}. */
    public String name(Quantity quantity) {
        Kind kind = quantity.kind();
        if (kind.gradient()) {
            return Text.of("name.slope", text(quantity), name(quantity.plain()));
        }
        if (updated(kind)) {
            return Text.of("name.new", name(quantity.plain()));
        }
        String key = "name." + kind.name().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case WEIGHT ->
                Text.of(
                        key,
                        text(quantity),
                        source(quantity.layer(), quantity.input()),
                        unit(quantity.layer(), quantity.unit()));
            case LOSS, PENALTY -> Text.of(key, text(quantity));
            case INPUT, RAW -> Text.of(key, text(quantity), String.valueOf(quantity.unit() + 1));
            case ALPHA -> Text.of(key, text(quantity), String.valueOf(quantity.layer() + 1));
            case TARGET -> Text.of(key, text(quantity), unit(last, quantity.unit()));
            default -> Text.of(key, text(quantity), unit(quantity.layer(), quantity.unit()));
        };
    }

    /** What the sign of a slope says: {@code positive: raising w₁₁ raises the loss}. */
    String meaning(Quantity slope, double value) {
        return Text.of("meaning." + sign(value), text(slope.plain()));
    }

    /** What the perceptron rule does with a parameter. */
    String corrected(Quantity parameter, double value) {
        return Text.of("corrected." + sign(value), text(parameter));
    }

    private static String sign(double value) {
        return value > 0 ? "positive" : value < 0 ? "negative" : "zero";
    }

    /** What a unit is called: {@code hidden 1}, {@code output}, {@code unit 3 of layer 2}. */
    public String unit(int layer, int unit) {
        String number = String.valueOf(unit + 1);
        if (layer == last) {
            return network.outputs() == 1 ? Text.of("unit.output") : Text.of("unit.outputs", number);
        }
        return last == 1 ? Text.of("unit.hidden", number) : Text.of("unit.deep", number, String.valueOf(layer + 1));
    }

    /** What a weight of a layer comes from: an input, or a unit of the layer below. */
    public String source(int layer, int input) {
        return layer == 0 ? text(Quantity.input(input)) : unit(layer - 1, input);
    }

    /**
     * ∂L/∂a of a unit, or of an input, by what it is carried back from, in LaTeX:
     * {@code \sum_{k=1}^{3} \frac{\partial L}{\partial z_{k}} w_{k2}}.
     *
     * @param layer the layer that receives it
     * @param input its place there
     */
    String carriedBack(int layer, int input) {
        Layer above = network.layers().get(layer);
        String high = plain ? "" : "^{(" + (layer + 1) + ")}";
        String sum = above.batchNorm() ? "v" : "z";
        String weight = plain && layer == 1 ? "v" : "w";
        if (above.units() == 1) {
            Quantity link = Quantity.weight(layer, 0, input);
            return slope(latex(Quantity.unit(above.batchNorm() ? Kind.LINEAR : Kind.SUM, layer, 0))) + " \\cdot "
                    + latex(link);
        }
        boolean wide = above.units() > ONE_DIGIT || network.fanIn(layer) > ONE_DIGIT;
        String low = "_{k" + (wide ? "," : "") + (input + 1) + "}";
        return "\\sum_{k=1}^{" + above.units() + "} " + slope(sum + "_{k}" + high) + " \\cdot " + weight + low + high;
    }

    /** w·x of a unit with i in the place of the input, in LaTeX: {@code w_{1i} x_{i}}. */
    String weighted(int layer, int unit) {
        String low = index(Quantity.weight(layer, unit, 0));
        boolean wide = network.layers().get(layer).units() > ONE_DIGIT || network.fanIn(layer) > ONE_DIGIT;
        String high = plain ? "" : "^{(" + (layer + 1) + ")}";
        String weight =
                (plain && layer == 1 ? "v" : "w") + "_{" + low + (wide && !low.isEmpty() ? "," : "") + "i}" + high;
        String below = plain || layer == 0 ? "" : "^{(" + layer + ")}";
        return weight + " " + (layer == 0 ? "x_{i}" : "a_{i}" + below);
    }

    /** ∂L/∂α by all units of a layer, in LaTeX. */
    String overUnits(int layer, boolean drops) {
        String high = plain ? "" : "^{(" + (layer + 1) + ")}";
        String response = (drops ? "f" : "a") + "_{u}" + high;
        int units = network.layers().get(layer).units();
        return "\\sum_{u=1}^{" + units + "} " + slope(response) + " \\cdot \\min(z_{u}" + high + ", 0)";
    }

    /** The variance that batch norm divides by, in LaTeX. */
    String variance(int layer, int unit) {
        return ofBatch("var", layer, unit);
    }

    /** The mean that batch norm takes away. */
    String mean(int layer, int unit) {
        return ofBatch("mean", layer, unit);
    }

    private String ofBatch(String word, int layer, int unit) {
        String low = index(Quantity.unit(Kind.SUM, layer, unit));
        return "\\operatorname{" + word + "}" + (low.isEmpty() ? "" : "_{" + low + "}") + "^{(" + (layer + 1) + ")}";
    }

    /** What a layer receives in one place: x or the a of the layer below. */
    static Quantity received(int layer, int input) {
        return layer == 0 ? Quantity.input(input) : Quantity.unit(Kind.ACTIVATION, layer - 1, input);
    }

    private Sign sign(Quantity quantity) {
        String unit = String.valueOf(quantity.unit() + 1);
        return switch (quantity.kind()) {
            case LOSS -> new Sign("L", "L", "L", "", Quantity.NONE);
            case PENALTY -> new Sign("P", "P", "P", "", Quantity.NONE);
            case INPUT, RAW -> new Sign("x", "x", "x", unit, Quantity.NONE);
            case TARGET -> new Sign("y", "y", "y", network.outputs() == 1 ? "" : unit, Quantity.NONE);
            case WEIGHT -> weight(quantity);
            case ALPHA -> alpha(quantity);
            default -> ofUnit(quantity, letter(quantity), index(quantity));
        };
    }

    private Sign weight(Quantity quantity) {
        Layer layer = network.layers().get(quantity.layer());
        String input = String.valueOf(quantity.input() + 1);
        boolean wide = layer.units() > ONE_DIGIT || network.fanIn(quantity.layer()) > ONE_DIGIT;
        String unit = index(quantity);
        String low = unit.isEmpty() ? input : unit + (wide ? "," : "") + input;
        boolean second = plain && quantity.layer() == 1;
        return ofUnit(quantity, second ? "v" : "w", low);
    }

    /** One for a layer, so that only several layers need telling apart. */
    private Sign alpha(Quantity quantity) {
        long learned = network.layers().stream()
                .filter(layer -> layer.activation().learnsAlpha())
                .count();
        return new Sign("\\alpha", "α", "alpha", "", learned > 1 ? quantity.layer() : Quantity.NONE);
    }

    private Sign ofUnit(Quantity quantity, String latex, String low) {
        String text = letterText(latex);
        String spoken = text.equals("x̂") ? "x hat" : latex.startsWith("\\") ? latex.substring(1) : text;
        return new Sign(latex, text, spoken, low, plain ? Quantity.NONE : quantity.layer());
    }

    private static String letterText(String latex) {
        return switch (latex) {
            case "\\gamma" -> "γ";
            case "\\beta" -> "β";
            case "\\hat{x}" -> "x̂";
            default -> latex;
        };
    }

    private String letter(Quantity quantity) {
        return switch (quantity.kind()) {
            case BIAS -> plain && quantity.layer() == 1 ? "c" : "b";
            case GAMMA -> "\\gamma";
            case BETA -> "\\beta";
            case LINEAR -> "v";
            case NORMALIZED -> "\\hat{x}";
            case SUM -> "z";
            case RESPONSE -> "f";
            case MASK -> "m";
            case ACTIVATION -> "a";
            default -> throw new IllegalArgumentException(quantity + " is no number of a unit");
        };
    }

    /** The unit's number; none where a layer has one only, but in the hidden layer of a blackboard, whose a is not the output's. */
    private String index(Quantity quantity) {
        boolean alone = network.layers().get(quantity.layer()).units() == 1 && !(plain && quantity.layer() < last);
        return alone ? "" : String.valueOf(quantity.unit() + 1);
    }

    private static boolean updated(Kind kind) {
        return kind.name().startsWith("NEW_");
    }

    private static String digits(String text, String signs) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? signs.charAt(c - '0') : c);
        }
        return out.toString();
    }
}
