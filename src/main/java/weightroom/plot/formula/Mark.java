package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.formula.Face;
import weightroom.formula.Tint;

/**
 * Something drawn. Lengths are in em of the text around; x grows to the right, y downwards from the baseline. Empty colours
 * are that of the text.
 */
sealed interface Mark {
    Mark moved(double dx, double dy);

    /** Letters from x on, standing on y; {@code size} in em. */
    record Letters(String text, Face face, double size, double x, double y, Optional<Tint> tint) implements Mark {
        @Override
        public Letters moved(double dx, double dy) {
            return new Letters(text, face, size, x + dx, y + dy, tint);
        }
    }

    /** A filled rectangle with its upper left corner at (x, y). */
    record Rule(double x, double y, double width, double height, Optional<Tint> tint) implements Mark {
        @Override
        public Rule moved(double dx, double dy) {
            return new Rule(x + dx, y + dy, width, height, tint);
        }
    }

    /**
     * A sign of our own.
     *
     * @param thickness of its line; 0 where it is filled
     */
    record Drawn(List<Stroke> strokes, double thickness, Optional<Tint> tint) implements Mark {
        public Drawn {
            strokes = List.copyOf(strokes);
        }

        @Override
        public Drawn moved(double dx, double dy) {
            return new Drawn(
                    strokes.stream().map(stroke -> stroke.moved(dx, dy)).toList(), thickness, tint);
        }
    }

    /**
     * One step of a pen.
     *
     * @param op M to go, L to draw a line, Q and C to draw a curve of degree 2 and 3, Z to close
     * @param at x and y of each point
     */
    record Stroke(char op, List<Double> at) {
        public Stroke {
            at = List.copyOf(at);
        }

        Stroke moved(double dx, double dy) {
            List<Double> moved = new ArrayList<>(at.size());
            for (int i = 0; i < at.size(); i++) {
                moved.add(at.get(i) + (i % 2 == 0 ? dx : dy));
            }
            return new Stroke(op, moved);
        }
    }
}
