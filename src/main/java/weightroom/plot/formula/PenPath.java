package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.formula.Tint;

/** Where a pen goes, step by step, with all lengths times a scale. */
final class PenPath {
    private final List<Mark.Stroke> strokes = new ArrayList<>();
    private final double scaleX;
    private final double scaleY;
    private final double fromX;

    private PenPath(double scaleX, double scaleY, double fromX) {
        this.scaleX = scaleX;
        this.scaleY = scaleY;
        this.fromX = fromX;
    }

    static PenPath scaled(double scale) {
        return new PenPath(scale, scale, 0);
    }

    /** Seen in a mirror that stands at the middle of a width. */
    static PenPath mirrored(double width) {
        return new PenPath(-1, 1, width);
    }

    PenPath move(double x, double y) {
        return step('M', x, y);
    }

    PenPath line(double x, double y) {
        return step('L', x, y);
    }

    PenPath curve(double x1, double y1, double x, double y) {
        return step('Q', x1, y1, x, y);
    }

    PenPath curve(double x1, double y1, double x2, double y2, double x, double y) {
        return step('C', x1, y1, x2, y2, x, y);
    }

    /** A circle around (x, y). */
    PenPath circle(double x, double y, double radius) {
        // Four curves of degree 3 come within 0.03 % of a circle with their handles there.
        double handle = radius * 0.5523;
        move(x + radius, y);
        curve(x + radius, y + handle, x + handle, y + radius, x, y + radius);
        curve(x - handle, y + radius, x - radius, y + handle, x - radius, y);
        curve(x - radius, y - handle, x - handle, y - radius, x, y - radius);
        curve(x + handle, y - radius, x + radius, y - handle, x + radius, y);
        return close();
    }

    PenPath close() {
        return step('Z');
    }

    private PenPath step(char op, double... at) {
        List<Double> scaled = new ArrayList<>(at.length);
        for (int i = 0; i < at.length; i++) {
            scaled.add(i % 2 == 0 ? fromX + at[i] * scaleX : at[i] * scaleY);
        }
        strokes.add(new Mark.Stroke(op, scaled));
        return this;
    }

    /** As a line. */
    Mark drawn(double thickness, Optional<Tint> tint) {
        return new Mark.Drawn(strokes, thickness, tint);
    }

    /** As a filled shape. */
    Mark filled(Optional<Tint> tint) {
        return new Mark.Drawn(strokes, 0, tint);
    }
}
