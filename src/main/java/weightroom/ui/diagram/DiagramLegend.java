package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Messages;

/** What the colours and marks of the diagram mean: below the outputs, or in a row where columns leave no room there. */
final class DiagramLegend {
    private static final Font SMALL = Font.font("Inter", 11);
    private static final double PITCH = 16;
    private static final double BELOW = 12;
    private static final double HATCH = 11;

    private final InkedCanvas canvas;
    private final TilePainter tiles;
    private final Text ruler = new Text();

    /** A mark and what it means. */
    private record Entry(Mark mark, String words) {}

    /** Draws around a middle, not wider than twice {@code half}. */
    private interface Mark {
        void draw(GraphicsContext g, double x, double y, double half);
    }

    DiagramLegend(InkedCanvas canvas, TilePainter tiles) {
        this.canvas = canvas;
        this.tiles = tiles;
        ruler.setFont(SMALL);
    }

    void draw(GraphicsContext g, DiagramModel model, double width, double height) {
        List<Entry> entries = entries(model);
        g.setFont(SMALL);
        double y = height - BELOW;
        double left = model.layout().legendInRow()
                ? drawRow(g, entries, width - DiagramLayout.LEGEND_MARGIN, y)
                : drawRows(g, entries, width - DiagramLayout.LEGEND_MARGIN - DiagramLayout.LEGEND_WIDTH, y);
        if (model.mode() != LinkMode.WEIGHT && model.known()) {
            double largest = model.reading().largest(model.mode());
            String words = largest > 0
                    ? Messages.text("legend.widest", Numbers.significant(largest, 2))
                    : Messages.text("legend.none." + model.mode().id());
            g.setFill(canvas.ink(DiagramInk.TEXT));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(words, left - PITCH, y);
        }
    }

    private List<Entry> entries(DiagramModel model) {
        String what = "legend." + model.mode().id();
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(link(DiagramInk.LINK_NEGATIVE), Messages.text(what + ".below")),
                new Entry(link(DiagramInk.LINK_POSITIVE), Messages.text(what + ".above")),
                new Entry(this::drawDot, Messages.text("legend.bias"))));
        if (model.marks().dropped().any()) {
            entries.add(new Entry(
                    (g, x, y, half) -> tiles.drawHatch(g, x - HATCH / 2, y - HATCH / 2, HATCH),
                    Messages.text("legend.dropped")));
        }
        return entries;
    }

    private Mark link(DiagramInk ink) {
        return (g, x, y, half) -> {
            g.setLineWidth(3);
            g.setStroke(canvas.ink(ink));
            g.strokeLine(x - half, y, x + half, y);
        };
    }

    private void drawDot(GraphicsContext g, double x, double y, double half) {
        g.setFill(canvas.ink(DiagramInk.MIDDLE));
        g.fillOval(x - 4, y - 4, 8, 8);
        g.setStroke(canvas.ink(DiagramInk.MUTED));
        g.setLineWidth(1);
        g.strokeOval(x - 4, y - 4, 8, 8);
    }

    /** One below the other, the last one at {@code y}; returns the left end. */
    private double drawRows(GraphicsContext g, List<Entry> entries, double left, double y) {
        for (int i = 0; i < entries.size(); i++) {
            double at = y - (entries.size() - 1 - i) * PITCH;
            entries.get(i).mark().draw(g, left + 14, at, 14);
            drawWords(g, entries.get(i).words(), left + 40, at);
        }
        return left;
    }

    /** Side by side up to the right end; returns the left one. */
    private double drawRow(GraphicsContext g, List<Entry> entries, double right, double y) {
        double x = right;
        for (int i = entries.size() - 1; i >= 0; i--) {
            ruler.setText(entries.get(i).words());
            x -= ruler.getLayoutBounds().getWidth();
            drawWords(g, entries.get(i).words(), x, y);
            entries.get(i).mark().draw(g, x - 16, y, 9);
            x -= 16 + 9 + (i > 0 ? PITCH : 0);
        }
        return x;
    }

    private void drawWords(GraphicsContext g, String words, double x, double y) {
        g.setFill(canvas.ink(DiagramInk.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(words, x, y);
    }
}
