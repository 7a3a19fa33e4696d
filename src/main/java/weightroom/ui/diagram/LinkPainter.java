package weightroom.ui.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws the links, the strongest last, and of large layers only the strongest. */
final class LinkPainter {
    /** More would take too long to draw and hide each other. */
    static final int MOST_LINKS = 1500;

    private static final int SHADES = 32;

    private final InkedCanvas canvas;
    private final Color[] negative = new Color[SHADES + 1];
    private final Color[] positive = new Color[SHADES + 1];

    LinkPainter(InkedCanvas canvas) {
        this.canvas = canvas;
        inksChanged();
    }

    /** Mixes the shades anew. */
    void inksChanged() {
        for (int i = 0; i <= SHADES; i++) {
            negative[i] = canvas.ink(DiagramInk.LINK_NEGATIVE).deriveColor(0, 1, 1, (double) i / SHADES);
            positive[i] = canvas.ink(DiagramInk.LINK_POSITIVE).deriveColor(0, 1, 1, (double) i / SHADES);
        }
    }

    void draw(GraphicsContext g, DiagramModel model) {
        List<LinkCurve> links = model.map().links();
        double[] strengths = model.strengthsOfLinks();
        if (!model.known()) {
            drawUnknown(g, links);
            return;
        }
        drawBands(g, model);
        long[] order = new long[links.size()];
        for (int i = 0; i < order.length; i++) {
            float size = Double.isNaN(strengths[i]) ? 0 : (float) Math.abs(strengths[i]);
            order[i] = (long) Float.floatToIntBits(size) << 32 | i;
        }
        Arrays.sort(order);
        for (int k = Math.max(0, order.length - MOST_LINKS); k < order.length; k++) {
            int i = (int) order[k];
            draw(g, model, links.get(i), strengths[i]);
        }
        g.setLineDashes();
        emphasized(model).ifPresent(link -> drawSelected(g, model, link));
    }

    /** The links of the units that a summarized layer does not show: one band to either side. */
    private void drawBands(GraphicsContext g, DiagramModel model) {
        DiagramLayout layout = model.layout();
        g.setFill(canvas.ink(DiagramInk.MUTED).deriveColor(0, 1, 1, 0.08));
        for (Column column : layout.columns()) {
            column.more().ifPresent(box -> {
                if (column.layer() >= 0) {
                    List<Cell> before = linked(model, layout.column(column.layer() - 1));
                    drawBand(g, before.get(0).right(), before, box.x(), box);
                }
                if (column.layer() < layout.outputLayer()) {
                    List<Cell> after = layout.column(column.layer() + 1).cells();
                    drawBand(g, after.get(0).x(), after, box.x() + box.width(), box);
                }
            });
        }
    }

    /** Tiles that links leave: of the inputs those in use; all of them where none of those has a tile. */
    private static List<Cell> linked(DiagramModel model, Column column) {
        List<Cell> used = column.cells().stream()
                .filter(cell -> column.layer() >= 0
                        || model.map().inputs().choices().get(cell.index()).used())
                .toList();
        return used.isEmpty() ? column.cells() : used;
    }

    private static void drawBand(GraphicsContext g, double x0, List<Cell> from, double x1, Column.Box to) {
        double half = (x0 + x1) / 2;
        double top = from.get(0).y();
        double bottom = from.get(from.size() - 1).bottom();
        g.beginPath();
        g.moveTo(x0, top);
        g.bezierCurveTo(half, top, half, to.y(), x1, to.y());
        g.lineTo(x1, to.y() + to.height());
        g.bezierCurveTo(half, to.y() + to.height(), half, bottom, x0, bottom);
        g.closePath();
        g.fill();
    }

    /** Links of a network that waits for a fresh start: thin and without a sign. */
    private void drawUnknown(GraphicsContext g, List<LinkCurve> links) {
        g.setStroke(canvas.ink(DiagramInk.BORDER));
        g.setLineWidth(0.75);
        links.stream().limit(MOST_LINKS).forEach(link -> stroke(g, link));
    }

    private void draw(GraphicsContext g, DiagramModel model, LinkCurve link, double strength) {
        int place = model.reading().weightAt(link.layer(), link.unit(), link.input());
        if (model.marks().off().get(place)) {
            g.setStroke(canvas.ink(DiagramInk.BORDER));
            g.setLineWidth(1);
            g.setLineDashes(2, 5);
            stroke(g, link);
            g.setLineDashes();
            return;
        }
        if (Double.isNaN(strength) || strength == 0) {
            return;
        }
        double width = LinkCurve.width(strength);
        g.setStroke((strength < 0 ? negative : positive)[(int) Math.round(SHADES * LinkCurve.opacity(strength))]);
        g.setLineWidth(width);
        stroke(g, link);
        if (model.marks().locked().get(place)) {
            drawLock(g, link, width);
        }
    }

    /** A locked link is a double line: the ground shows through its middle. */
    private void drawLock(GraphicsContext g, LinkCurve link, double width) {
        if (width < 3) {
            g.setLineWidth(3);
            stroke(g, link);
        }
        g.setStroke(canvas.ink(DiagramInk.GROUND));
        g.setLineWidth(Math.max(1, width / 3));
        stroke(g, link);
    }

    private void drawSelected(GraphicsContext g, DiagramModel model, LinkCurve link) {
        int place = model.reading().weightAt(link.layer(), link.unit(), link.input());
        double width = LinkCurve.width(model.reading().parameters()[place]);
        g.setStroke(canvas.ink(DiagramInk.ACCENT));
        g.setLineWidth(width + 3);
        stroke(g, link);
        double strength = model.reading().weight(link.layer(), link.unit(), link.input());
        g.setStroke((strength < 0 ? negative : positive)[SHADES]);
        g.setLineWidth(width);
        stroke(g, link);
    }

    private static Optional<LinkCurve> emphasized(DiagramModel model) {
        Hit hit = model.hovered().or(model::selected).orElse(null);
        if (!(hit instanceof Hit.Wire wire)) {
            return Optional.empty();
        }
        return model.map().links().stream()
                .filter(link ->
                        link.layer() == wire.layer() && link.unit() == wire.index() && link.input() == wire.input())
                .findFirst();
    }

    private static void stroke(GraphicsContext g, LinkCurve link) {
        g.beginPath();
        g.moveTo(link.x0(), link.y0());
        g.bezierCurveTo(link.control(), link.y0(), link.control(), link.y1(), link.x1(), link.y1());
        g.stroke();
    }
}
