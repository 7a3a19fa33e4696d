package weightroom.ui.explain;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the parts that cards and labels are made of. */
final class CardPen {
    private static final Map<Double, Font> REGULAR = new HashMap<>();
    private static final Map<Double, Font> STRONG = new HashMap<>();

    private final GraphicsContext g;
    private final CardCanvas canvas;

    CardPen(GraphicsContext g, CardCanvas canvas) {
        this.g = g;
        this.canvas = canvas;
    }

    Color ink(CardInk ink) {
        return canvas.ink(ink);
    }

    /** A card; two pixels of border where it is outlined. */
    void box(Box box, double radius, Color fill, Color border, double width) {
        g.setFill(fill);
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
        g.setStroke(border);
        g.setLineWidth(width);
        g.setLineDashes();
        double in = width / 2;
        double round = 2 * radius - width;
        g.strokeRoundRect(box.x() + in, box.y() + in, box.width() - width, box.height() - width, round, round);
    }

    /** What stands out of a card. */
    void tint(Box box, CardInk ink) {
        g.setFill(ink(ink));
        g.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    /** Where the keyboard is. */
    void focus(Box box, double radius) {
        g.setStroke(ink(CardInk.ACCENT));
        g.setLineWidth(2);
        g.setLineDashes();
        g.strokeRoundRect(box.x() - 3, box.y() - 3, box.width() + 6, box.height() + 6, 2 * radius + 6, 2 * radius + 6);
    }

    void rule(double x1, double y, double x2) {
        g.setStroke(ink(CardInk.RULE));
        g.setLineWidth(1);
        g.setLineDashes();
        g.strokeLine(x1, Math.floor(y) + 0.5, x2, Math.floor(y) + 0.5);
    }

    void left(String text, double x, double y, double size, boolean strong, CardInk ink) {
        write(text, x, y, size, strong, ink, TextAlignment.LEFT);
    }

    void right(String text, double x, double y, double size, boolean strong, CardInk ink) {
        write(text, x, y, size, strong, ink, TextAlignment.RIGHT);
    }

    private void write(String text, double x, double y, double size, boolean strong, CardInk ink, TextAlignment align) {
        if (!text.isEmpty()) {
            g.setFont((strong ? STRONG : REGULAR)
                    .computeIfAbsent(size, wanted -> Font.font(strong ? TypeRuler.STRONG : TypeRuler.REGULAR, wanted)));
            g.setTextAlign(align);
            g.setFill(ink(ink));
            g.fillText(text, x, y);
        }
    }

    /** A line with an open arrow head at its end. */
    void arrow(double x1, double y1, double x2, double y2, CardInk ink, boolean dashed) {
        double angle = Math.atan2(y2 - y1, x2 - x1);
        g.setStroke(ink(ink));
        g.setLineWidth(1.5);
        g.setLineDashes(dashed ? new double[] {5, 4} : new double[0]);
        g.strokeLine(x1, y1, x2, y2);
        g.setLineDashes();
        for (double turn : new double[] {Math.PI * 0.83, -Math.PI * 0.83}) {
            g.strokeLine(x2, y2, x2 + 9 * Math.cos(angle + turn), y2 + 9 * Math.sin(angle + turn));
        }
    }
}
