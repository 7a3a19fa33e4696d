package weightroom.plot.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * A part that is laid out. Lengths are in em of the text around.
 *
 * @param height above the baseline
 * @param depth below the baseline
 * @param lean how far the top leans over to the right, beyond {@code width}; 0 for upright parts
 * @param marks relative to the left end of the baseline
 */
record Box(double width, double height, double depth, double lean, List<Mark> marks) {
    static final Box EMPTY = new Box(0, 0, 0, 0, List.of());

    Box {
        marks = List.copyOf(marks);
    }

    static Box space(double width) {
        return new Box(width, 0, 0, 0, List.of());
    }

    /** Moved up by so much, down where it is negative. */
    Box raised(double up) {
        return new Box(width, height + up, depth - up, lean, moved(0, -up));
    }

    List<Mark> moved(double dx, double dy) {
        return marks.stream().map(mark -> mark.moved(dx, dy)).toList();
    }

    /** As high and deep together. */
    double total() {
        return height + depth;
    }

    /** Puts boxes together. */
    static final class Pile {
        private final List<Mark> marks = new ArrayList<>();
        private double width;
        private double height = Double.NEGATIVE_INFINITY;
        private double depth = Double.NEGATIVE_INFINITY;

        /** Puts a box with the left end of its baseline at (x, y), y downwards. */
        Pile add(Box box, double x, double y) {
            marks.addAll(box.moved(x, y));
            width = Math.max(width, x + box.width());
            height = Math.max(height, box.height() - y);
            depth = Math.max(depth, box.depth() + y);
            return this;
        }

        Pile add(Mark mark) {
            marks.add(mark);
            return this;
        }

        /** Reaches at least so far. */
        Pile reach(double atLeastWidth, double atLeastHeight, double atLeastDepth) {
            width = Math.max(width, atLeastWidth);
            height = Math.max(height, atLeastHeight);
            depth = Math.max(depth, atLeastDepth);
            return this;
        }

        double width() {
            return width;
        }

        Box box() {
            return box(0);
        }

        Box box(double lean) {
            boolean empty = height == Double.NEGATIVE_INFINITY;
            return new Box(width, empty ? 0 : height, empty ? 0 : depth, lean, marks);
        }
    }
}
