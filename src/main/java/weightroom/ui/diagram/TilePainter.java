package weightroom.ui.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import weightroom.ui.kit.Messages;

/** Draws the tiles with their borders, bias dots and names. */
final class TilePainter {
    private static final double AVAILABLE = 0.35;
    private static final double HATCH_WASH = 0.5;
    private static final double HATCH_STEP = 7;
    private static final Font SMALL = Font.font("Inter", 11);
    private static final Font NORMAL = Font.font("Inter", 12);
    private static final Font STRONG = Font.font("Inter Semi Bold", 11);
    /** Below it a name does not fit under its tile. */
    private static final double ROOM_FOR_NAME = 14;

    private final InkedCanvas canvas;
    private final Text ruler = new Text();
    private final TileSheet sheet = new TileSheet();
    private final Set<Cell> painted = new HashSet<>();

    TilePainter(InkedCanvas canvas) {
        this.canvas = canvas;
        inksChanged();
    }

    void inksChanged() {
        sheet.setColors(
                canvas.ink(DiagramInk.NEGATIVE), canvas.ink(DiagramInk.MIDDLE), canvas.ink(DiagramInk.POSITIVE));
    }

    /** Paints the pictures of the tiles anew. */
    void paint(List<TileSheet.Swatch> swatches, double width, double height) {
        sheet.paint(swatches, width, height, canvas.scale());
        painted.clear();
        swatches.forEach(swatch -> painted.add(swatch.cell()));
    }

    void draw(GraphicsContext g, DiagramModel model, List<String> outputNames) {
        for (Column column : model.layout().columns()) {
            for (Cell cell : column.cells()) {
                drawTile(g, model, cell);
            }
            if (column.layer() >= 0 && model.known()) {
                column.cells().forEach(cell -> drawBias(g, model, cell));
            }
            column.more().ifPresent(box -> drawMore(g, model, column, box));
            boolean resizable =
                    column.layer() >= 0 && column.layer() < model.layout().outputLayer();
            if (resizable && model.lane().equals(OptionalInt.of(column.layer()))) {
                drawEdge(g, model, column);
            }
        }
        drawInputNames(g, model);
        drawOutputNames(g, model, outputNames);
    }

    private void drawTile(GraphicsContext g, DiagramModel model, Cell cell) {
        boolean input = cell.layer() < 0;
        boolean used =
                !input || model.map().inputs().choices().get(cell.index()).used();
        Hit.Tile tile = new Hit.Tile(cell.layer(), cell.index());
        boolean hovered = model.hovered().filter(tile::equals).isPresent();
        boolean dead = model.marks().dead().contains(tile);
        boolean off = !input && model.known() && model.marks().unitOff(model.reading(), cell.layer(), cell.index());
        if (painted.contains(cell) && !off && !dead) {
            g.setGlobalAlpha(used || hovered ? 1 : AVAILABLE);
            sheet.draw(g, cell);
            g.setGlobalAlpha(1);
        } else {
            g.setFill(canvas.ink(DiagramInk.TILE));
            double radius = radius(cell);
            g.fillRoundRect(cell.x(), cell.y(), cell.size(), cell.size(), radius, radius);
        }
        if (!off && model.marks().dropped().contains(cell.layer(), cell.index())) {
            drawHatch(g, cell.x(), cell.y(), cell.size());
        }
        boolean saturated = !off && !dead && model.marks().saturated().contains(tile);
        boolean meant = hovered || model.selected().filter(tile::equals).isPresent();
        if (used || meant) {
            DiagramInk ink = dead ? DiagramInk.BAD : saturated ? DiagramInk.WARN : DiagramInk.BORDER;
            drawBorder(g, cell, meant ? DiagramInk.ACCENT : ink, meant, off || dead);
        }
        if (saturated) {
            drawBounds(g, cell);
        }
        if (off) {
            g.strokeLine(cell.x() + 3, cell.bottom() - 3, cell.right() - 3, cell.y() + 3);
        }
        if (dead || off) {
            drawState(g, model, cell, dead ? DiagramInk.BAD : DiagramInk.MUTED, dead ? "unit.dead" : "unit.off");
        }
        if (input && !used && hovered) {
            drawPlus(g, cell);
        }
    }

    private static double radius(Cell cell) {
        return Math.min(8, cell.size() / 3);
    }

    private void drawBorder(GraphicsContext g, Cell cell, DiagramInk ink, boolean meant, boolean silent) {
        double out = meant ? 1.5 : 0;
        double side = cell.size() + 2 * out - 1;
        if (silent) {
            g.setLineDashes(3, 3);
        }
        g.setStroke(canvas.ink(ink));
        g.setLineWidth(meant ? 2 : 1);
        double round = radius(cell) + out;
        g.strokeRoundRect(cell.x() - out + 0.5, cell.y() - out + 0.5, side, side, round, round);
        g.setLineDashes();
    }

    /** A unit that is dropped out is crossed by slanted lines, and paler. */
    void drawHatch(GraphicsContext g, double x, double y, double size) {
        g.setFill(canvas.ink(DiagramInk.GROUND));
        g.setGlobalAlpha(HATCH_WASH);
        g.fillRect(x, y, size, size);
        g.setGlobalAlpha(1);
        g.setStroke(canvas.ink(DiagramInk.TEXT));
        g.setLineWidth(1.25);
        double step = Math.max(3, Math.min(HATCH_STEP, size / 3));
        for (double d = step / 2; d < 2 * size; d += step) {
            double over = Math.max(0, d - size);
            double within = Math.min(d, size);
            g.strokeLine(x + over, y + within, x + within, y + over);
        }
    }

    /** A saturated unit stands at its bounds: bars above and below. */
    private void drawBounds(GraphicsContext g, Cell cell) {
        g.setFill(canvas.ink(DiagramInk.WARN));
        g.fillRect(cell.x() + 4, cell.y() - 1, cell.size() - 8, 2);
        g.fillRect(cell.x() + 4, cell.bottom() - 1, cell.size() - 8, 2);
    }

    private void drawState(GraphicsContext g, DiagramModel model, Cell cell, DiagramInk ink, String key) {
        double room = model.layout().column(cell.layer()).pitch() - cell.size();
        boolean below = room >= ROOM_FOR_NAME;
        if (below || cell.size() >= 26) {
            g.setFont(STRONG);
            g.setFill(canvas.ink(ink));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(Messages.text(key), cell.middleX(), below ? cell.bottom() + 10 : cell.middleY());
        }
    }

    private void drawPlus(GraphicsContext g, Cell cell) {
        double x = cell.middleX();
        double y = cell.middleY();
        double arm = cell.size() / 5;
        g.setFill(canvas.ink(DiagramInk.TILE));
        g.fillOval(x - 1.6 * arm, y - 1.6 * arm, 3.2 * arm, 3.2 * arm);
        g.setStroke(canvas.ink(DiagramInk.TEXT));
        g.setLineWidth(1.75);
        g.strokeLine(x - arm, y, x + arm, y);
        g.strokeLine(x, y - arm, x, y + arm);
    }

    private void drawBias(GraphicsContext g, DiagramModel model, Cell cell) {
        double bias = model.reading().bias(cell.layer(), cell.index());
        double t = Math.max(-1, Math.min(1, bias));
        Hit.Bias dot = new Hit.Bias(cell.layer(), cell.index());
        boolean meant = model.hovered().or(model::selected).filter(dot::equals).isPresent();
        boolean locked = model.marks().locked().get(model.reading().biasAt(cell.layer(), cell.index()));
        double r = cell.dot();
        double y = cell.bottom();
        g.setFill(canvas.ink(DiagramInk.MIDDLE)
                .interpolate(canvas.ink(t < 0 ? DiagramInk.NEGATIVE : DiagramInk.POSITIVE), Math.abs(t)));
        g.fillOval(cell.x() - r, y - r, 2 * r, 2 * r);
        g.setStroke(canvas.ink(meant ? DiagramInk.ACCENT : locked ? DiagramInk.TEXT : DiagramInk.MUTED));
        g.setLineWidth(meant || locked ? 2 : 1);
        g.strokeOval(cell.x() - r, y - r, 2 * r, 2 * r);
    }

    private void drawMore(GraphicsContext g, DiagramModel model, Column column, Column.Box box) {
        boolean meant = model.hovered()
                .or(model::selected)
                .filter(new Hit.More(column.layer())::equals)
                .isPresent();
        g.setFill(canvas.ink(DiagramInk.TILE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 8, 8);
        g.setStroke(canvas.ink(meant ? DiagramInk.ACCENT : DiagramInk.BORDER));
        g.setLineWidth(meant ? 2 : 1);
        g.strokeRoundRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, 8, 8);
        g.setFont(SMALL);
        g.setFill(canvas.ink(DiagramInk.TEXT));
        g.setTextAlign(TextAlignment.CENTER);
        boolean wide = box.width() >= 56;
        g.fillText(
                Messages.text(wide ? "units.rest" : "units.rest.short", column.hidden()),
                box.x() + box.width() / 2,
                box.middleY(),
                box.width() - 4);
    }

    private void drawEdge(GraphicsContext g, DiagramModel model, Column column) {
        boolean meant =
                model.hovered().filter(new Hit.Edge(column.layer())::equals).isPresent();
        g.setFill(canvas.ink(meant ? DiagramInk.ACCENT : DiagramInk.BORDER));
        double wide = DiagramMap.EDGE_WIDTH;
        double y = column.bottom() + DiagramMap.EDGE_BELOW;
        g.fillRoundRect(column.middle() - wide / 2, y - 1.5, wide, 3, 3, 3);
    }

    private void drawInputNames(GraphicsContext g, DiagramModel model) {
        Column column = model.layout().column(-1);
        for (Cell cell : column.cells()) {
            InputChoices.Choice choice = model.map().inputs().choices().get(cell.index());
            g.setFill(canvas.ink(choice.used() ? DiagramInk.TEXT : DiagramInk.MUTED));
            double beside = cell.x() - 12;
            boolean below = column.pitch() - cell.size() >= ROOM_FOR_NAME && widthOf(choice.label(), NORMAL) > beside;
            if (below) {
                double room = 2 * Math.min(cell.middleX() - 4, model.layout().way() / 2);
                g.setFont(SMALL);
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText(fitted(choice.label(), SMALL, room), cell.middleX(), cell.bottom() + 9);
            } else {
                g.setFont(NORMAL);
                g.setTextAlign(TextAlignment.RIGHT);
                g.fillText(fitted(choice.label(), NORMAL, beside), cell.x() - 8, cell.middleY());
            }
        }
    }

    private double widthOf(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /** A text cut short where there is no room for it. */
    private String fitted(String text, Font font, double room) {
        String shown = text;
        for (int length = text.length() - 1; length > 1 && widthOf(shown, font) > room; length--) {
            shown = text.substring(0, length) + "…";
        }
        return shown;
    }

    private void drawOutputNames(GraphicsContext g, DiagramModel model, List<String> names) {
        Column outputs = model.layout().column(model.layout().outputLayer());
        g.setFill(canvas.ink(DiagramInk.TEXT));
        g.setFont(SMALL);
        for (Cell cell : outputs.cells()) {
            if (cell.index() >= names.size()) {
                continue;
            }
            boolean below = outputs.pitch() - cell.size() >= ROOM_FOR_NAME + 4;
            double room = model.layout().width() - cell.middleX();
            g.setTextAlign(below ? TextAlignment.CENTER : TextAlignment.LEFT);
            double x = below ? cell.middleX() : cell.right() + 6;
            double y = below ? cell.bottom() + 14 : cell.middleY();
            double wide = below ? 2 * room - 8 : room - cell.size() / 2 - 8;
            g.fillText(fitted(names.get(cell.index()), SMALL, wide), x, y);
        }
    }
}
