package weightroom.drawing;

import java.util.List;
import weightroom.formula.Tint;

/**
 * A picture out of shapes, in the units of its view box. Made by {@link DrawingReader}.
 *
 * @param left of the view box
 * @param top of the view box
 */
public record Drawing(double left, double top, double width, double height, List<Shape> shapes) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /**
     * How a shape looks.
     *
     * @param filled filled with its colour rather than outlined by it
     * @param strokeWidth of the outline
     * @param dashes lengths of the strokes and gaps of the outline; empty for a solid one
     * @param opacity from 0 to 1
     */
    public record Look(Tint tint, boolean filled, double strokeWidth, List<Double> dashes, double opacity) {
        static final Look PLAIN = new Look(Tint.INK, false, 1.5, List.of(), 1);

        public Look {
            dashes = List.copyOf(dashes);
        }
    }

    /** Of a point. */
    public record At(double x, double y) {}

    /** Something that is drawn; later ones on top. */
    public sealed interface Shape {
        /** Shapes that are moved together. */
        record Group(double x, double y, double opacity, List<Shape> shapes) implements Shape {
            public Group {
                shapes = List.copyOf(shapes);
            }
        }

        /** @param data in SVG's notation, checked */
        record Outline(Look look, String data) implements Shape {}

        record Line(Look look, At from, At to) implements Shape {}

        /** @param round radius of the corners */
        record Box(Look look, At corner, double width, double height, double round) implements Shape {}

        record Oval(Look look, At centre, double radiusX, double radiusY) implements Shape {}

        /** @param closed whether the last point is joined with the first */
        record Chain(Look look, List<At> points, boolean closed) implements Shape {
            public Chain {
                points = List.copyOf(points);
            }
        }

        /** @param at the point on the baseline that the anchor says */
        record Label(Look look, At at, Anchor anchor, double size, boolean strong, String text) implements Shape {}
    }

    /** Which end of a label stands at its point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }
}
