package weightroom.plot.formula;

import java.util.List;
import java.util.Optional;
import weightroom.formula.Tint;

/** Signs that the font of the window lacks, and accents. */
final class OwnSigns {
    /** Of their lines: that of the font's own signs. */
    private static final double THICKNESS = 0.075;

    private static final String KNOWN = "∇∈↦∼≡∝⊙∘⊤⋯⋮≪≫∣";

    private OwnSigns() {}

    static boolean has(String text) {
        return KNOWN.contains(text);
    }

    /** A sign at a scale, standing on the baseline or around the axis. */
    static Box box(String text, double scale, double axis, Optional<Tint> tint) {
        PenPath pen = PenPath.scaled(scale);
        double a = -axis;
        return switch (text) {
            case "∇" -> {
                pen.move(0.07, -0.69).line(0.73, -0.69).line(0.4, -0.02).close();
                yield lined(pen, 0.8, 0.73, 0.02, scale, tint);
            }
            case "⊤" -> {
                pen.move(0.06, -0.68).line(0.66, -0.68).move(0.36, -0.68).line(0.36, 0);
                yield lined(pen, 0.72, 0.72, 0, scale, tint);
            }
            case "∣" -> lined(pen.move(0.14, -0.78).line(0.14, 0.18), 0.28, 0.78, 0.18, scale, tint);
            case "≪" -> chevrons(pen, a, axis, scale, tint, 0.4, 0.08);
            case "≫" -> chevrons(pen, a, axis, scale, tint, 0.08, 0.4);
            case "∘" -> lined(pen.circle(0.28, a, 0.17), 0.56, axis + 0.2, 0.2 - axis, scale, tint);
            case "⊙" -> {
                Box ring = lined(pen.circle(0.4, a, 0.3), 0.8, axis + 0.33, 0.33 - axis, scale, tint);
                Mark dot = PenPath.scaled(scale).circle(0.4, a, 0.08).filled(tint);
                yield new Box(
                        ring.width(),
                        ring.height(),
                        ring.depth(),
                        0,
                        List.of(ring.marks().get(0), dot));
            }
            case "⋯", "⋮" -> dots(text.equals("⋮"), scale, axis, tint);
            default -> relation(text, pen, scale, axis, tint);
        };
    }

    /** Signs between two sides, around the axis. */
    private static Box relation(String text, PenPath pen, double scale, double axis, Optional<Tint> tint) {
        double a = -axis;
        switch (text) {
            case "∈" -> {
                double r = 0.26;
                pen.move(0.68, a - r).line(0.08 + r, a - r).curve(0.08 + r * 0.45, a - r, 0.08, a - r * 0.55, 0.08, a);
                pen.curve(0.08, a + r * 0.55, 0.08 + r * 0.45, a + r, 0.08 + r, a + r)
                        .line(0.68, a + r);
                pen.move(0.08, a).line(0.64, a);
                return lined(pen, 0.76, axis + r, r - axis, scale, tint);
            }
            case "↦" -> {
                pen.move(0.1, a - 0.17).line(0.1, a + 0.17).move(0.1, a).line(0.98, a);
                pen.move(0.76, a - 0.2).line(0.98, a).line(0.76, a + 0.2);
                return lined(pen, 1.1, axis + 0.2, 0.2 - axis, scale, tint);
            }
            case "∼" -> {
                pen.move(0.08, a + 0.06).curve(0.16, a - 0.12, 0.28, a - 0.1, 0.38, a);
                pen.curve(0.48, a + 0.1, 0.6, a + 0.12, 0.68, a - 0.06);
                return lined(pen, 0.76, axis + 0.1, 0.1 - axis, scale, tint);
            }
            case "≡" -> {
                pen.move(0.08, a - 0.2).line(0.62, a - 0.2).move(0.08, a).line(0.62, a);
                pen.move(0.08, a + 0.2).line(0.62, a + 0.2);
                return lined(pen, 0.7, axis + 0.24, 0.24 - axis, scale, tint);
            }
            case "∝" -> {
                pen.move(0.76, a - 0.17).curve(0.58, a - 0.2, 0.5, a + 0.17, 0.25, a + 0.17);
                pen.curve(0.02, a + 0.17, 0.02, a - 0.17, 0.25, a - 0.17);
                pen.curve(0.5, a - 0.17, 0.58, a + 0.2, 0.76, a + 0.17);
                return lined(pen, 0.82, axis + 0.2, 0.2 - axis, scale, tint);
            }
            default -> throw new IllegalArgumentException("nothing to draw for " + text);
        }
    }

    private static Box chevrons(
            PenPath pen, double a, double axis, double scale, Optional<Tint> tint, double outer, double inner) {
        double h = 0.24;
        for (double x : new double[] {0, 0.3}) {
            pen.move(x + outer + 0.1, a - h).line(x + inner + 0.1, a).line(x + outer + 0.1, a + h);
        }
        return lined(pen, 0.95, axis + h, h - axis, scale, tint);
    }

    private static Box dots(boolean vertical, double scale, double axis, Optional<Tint> tint) {
        PenPath pen = PenPath.scaled(scale);
        for (int i = 0; i < 3; i++) {
            double along = (i - 1) * 0.28;
            pen.circle(vertical ? 0.14 : 0.42 + along, vertical ? along - axis : -axis, 0.065);
        }
        double half = vertical ? 0.35 : 0.065;
        double width = vertical ? 0.28 : 0.84;
        return new Box(width * scale, (axis + half) * scale, (half - axis) * scale, 0, List.of(pen.filled(tint)));
    }

    private static Box lined(
            PenPath pen, double width, double height, double depth, double scale, Optional<Tint> tint) {
        Mark mark = pen.drawn(THICKNESS * scale, tint);
        return new Box(width * scale, height * scale, depth * scale, 0, List.of(mark));
    }
}
