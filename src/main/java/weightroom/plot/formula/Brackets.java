package weightroom.plot.formula;

import java.util.List;
import java.util.Optional;
import weightroom.formula.Face;
import weightroom.formula.Tint;

/** Brackets of any height. Those as high as a line are the font's; higher ones are drawn. */
final class Brackets {
    private static final double THICKNESS = 0.07;
    private static final String IN_FONT = "()[]{}";

    private final double scale;
    private final double axis;
    private final Optional<Tint> tint;

    /** @param axis height of the line on which fractions stand, in em */
    Brackets(double scale, double axis, Optional<Tint> tint) {
        this.scale = scale;
        this.axis = axis;
        this.tint = tint;
    }

    /** Centred on the axis; an empty text is a little space. */
    Box box(String text, double needed) {
        if (text.isEmpty()) {
            return Box.space(0.08 * scale);
        }
        if (IN_FONT.contains(text)) {
            Glyphs.Size size = Glyphs.size(text, Face.UPRIGHT);
            double total = (size.height() + size.depth()) * scale;
            if (needed <= total * 1.12) {
                Mark letters = new Mark.Letters(text, Face.UPRIGHT, scale, 0, 0, tint);
                Box box = new Box(
                        size.advance() * scale, size.height() * scale, size.depth() * scale, 0, List.of(letters));
                return box.raised(axis + total / 2 - box.height());
            }
        }
        return drawn(text, Math.max(needed, scale) / 2);
    }

    private Box drawn(String text, double half) {
        double width = width(text, half);
        boolean right = ")]}⟩⌋⌉".contains(text);
        PenPath pen = right ? PenPath.mirrored(width) : PenPath.scaled(1);
        boolean filled = false;
        switch (text) {
            case "(", ")" -> {
                parenthesis(pen, width, half);
                filled = true;
            }
            case "{", "}" -> brace(pen, width, half);
            case "⟨", "⟩" -> pen.move(width * 0.8, -half).line(width * 0.2, 0).line(width * 0.8, half);
            case "[", "]", "⌊", "⌋", "⌈", "⌉" -> corners(pen, text, width, half);
            case "/" -> pen.move(width * 0.9, -half).line(width * 0.1, half);
            case "‖" ->
                pen.move(width * 0.3, -half)
                        .line(width * 0.3, half)
                        .move(width * 0.7, -half)
                        .line(width * 0.7, half);
            default -> pen.move(width / 2, -half).line(width / 2, half);
        }
        Mark mark = filled ? pen.filled(tint) : pen.drawn(THICKNESS * scale, tint);
        return new Box(width, half, half, 0, List.of(mark)).raised(axis);
    }

    private double width(String text, double half) {
        double grown = Math.min(half, 2) * 0.06;
        return switch (text) {
            case "(", ")" -> 0.32 * scale + grown;
            case "{", "}" -> 0.5 * scale;
            case "|" -> 0.28 * scale;
            case "/" -> 0.4 * scale + grown * 3;
            default -> 0.38 * scale;
        };
    }

    /** A crescent, thickest in its middle. */
    private void parenthesis(PenPath pen, double width, double half) {
        double out = 0.07 * scale;
        double in = out + 0.095 * scale;
        double tip = width - 0.03 * scale;
        double shoulder = out + 0.22 * (tip - out);
        double edge = 0.035 * scale;
        pen.move(tip, -half).curve(shoulder, -half * 0.66, out, -half * 0.34, out, 0);
        pen.curve(out, half * 0.34, shoulder, half * 0.66, tip, half);
        pen.line(tip + edge, half - edge).curve(shoulder + in - out, half * 0.6, in, half * 0.32, in, 0);
        pen.curve(in, -half * 0.32, shoulder + in - out, -half * 0.6, tip + edge, -half + edge);
        pen.close();
    }

    private void brace(PenPath pen, double width, double half) {
        double spine = width * 0.46;
        double tip = width * 0.08;
        double end = width * 0.82;
        double r = Math.min(0.26 * scale, half / 2);
        pen.move(end, -half)
                .curve(spine, -half, spine, -half + r)
                .line(spine, -r)
                .curve(spine, -r * 0.1, tip, 0);
        pen.curve(spine, r * 0.1, spine, r).line(spine, half - r).curve(spine, half, end, half);
    }

    private void corners(PenPath pen, String text, double width, double half) {
        double spine = width * 0.3;
        double end = width * 0.92;
        boolean top = !"⌊⌋".contains(text);
        boolean bottom = !"⌈⌉".contains(text);
        pen.move(top ? end : spine, -half).line(spine, -half).line(spine, half);
        if (bottom) {
            pen.line(end, half);
        }
    }
}
