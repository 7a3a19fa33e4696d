package weightroom.plot;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What plots are drawn with, so that the screen and a file get the same picture from the same code: see {@link CanvasPen}
 * and {@link SvgPen}. Places and lengths are in pixels, y grows downwards.
 */
interface Pen {
    /** Device pixels per pixel. */
    double scale();

    /** The place next to this one where a line of one device pixel is sharp. */
    default double sharp(double position) {
        return (Math.floor(position * scale()) + 0.5) / scale();
    }

    /**
     * How lines are drawn from here on.
     *
     * @param dashes lengths of dash and gap in turn; none for a solid line
     */
    void stroke(Color color, double width, double... dashes);

    /** What areas and letters are filled with from here on. */
    void fill(Color color);

    /** From 0, unseen, to 1, for all that follows. */
    void opacity(double opacity);

    void font(Font font);

    void line(double x1, double y1, double x2, double y2);

    /** A line along a pixel row or column, as sharp as the screen can. */
    default void sharpLine(double x1, double y1, double x2, double y2) {
        line(sharp(x1), sharp(y1), sharp(x2), sharp(y2));
    }

    void polyline(double[] xs, double[] ys, int count);

    /** Pieces that need not touch: x1, y1, x2, y2 of each in turn. */
    void segments(double[] places, int count);

    void fillPolygon(double[] xs, double[] ys, int count);

    void fillRect(double x, double y, double width, double height, double radius);

    void strokeRect(double x, double y, double width, double height, double radius);

    void fillCircle(double x, double y, double radius);

    void strokeCircle(double x, double y, double radius);

    /** A rectangle that goes from the first colour through the second to the third, from left to right. */
    void fillGradient(double x, double y, double width, double height, Color left, Color middle, Color right);

    /** Text whose middle line is at y, and whose left end, centre or right end is at x. */
    void text(String text, double x, double y, TextAlignment alignment);

    /**
     * An image without its border, stretched into a rectangle.
     *
     * @param border pixels on each side that are left out, but smooth the edge
     */
    void image(Image image, int border, boolean smooth, double x, double y, double width, double height);

    /** Draws only within this rectangle until {@link #unclip}; clips do not nest. */
    void clip(double x, double y, double width, double height);

    void unclip();
}
