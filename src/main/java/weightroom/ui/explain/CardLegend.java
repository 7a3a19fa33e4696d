package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import weightroom.ui.kit.Messages;

/** What the colours and dashes of the network's picture mean. */
final class CardLegend {
    private static final double TYPE = 11;
    private static final double LINE = 18;
    private static final double SAMPLE = 26;
    private static final double GAP = 8;
    private static final double COLUMN_GAP = 20;

    private final CardCanvas canvas;
    private final TypeRuler ruler = new TypeRuler(TypeRuler.REGULAR);

    CardLegend(CardCanvas canvas) {
        this.canvas = canvas;
    }

    /** Room in which the legend stands in a line of its own. */
    static final double NARROW = 800;

    /** A line with what it means. */
    private record Entry(String text, CardInk ink, double width, double... dashes) {}

    /** Draws it in two columns, the right one ending at {@code right}; returns its width. */
    double draw(GraphicsContext g, CardPicture picture, double right) {
        List<List<Entry>> columns = List.of(directions(picture, false), weights(picture));
        double total = COLUMN_GAP;
        for (List<Entry> column : columns) {
            total += width(column);
        }
        double x = right - total;
        for (List<Entry> column : columns) {
            double y = 14;
            for (Entry entry : column) {
                entry(g, entry, x, y);
                y += LINE;
            }
            x += width(column) + COLUMN_GAP;
        }
        return total;
    }

    /** Draws it in one line, as much as there is room for. */
    void drawLine(GraphicsContext g, CardPicture picture, double left, double right, double y) {
        List<Entry> all = new ArrayList<>(directions(picture, true));
        all.addAll(weights(picture));
        double x = left;
        for (Entry entry : all) {
            if (x + width(entry) <= right) {
                entry(g, entry, x, y);
                x += width(entry) + COLUMN_GAP;
            }
        }
    }

    private void entry(GraphicsContext g, Entry entry, double x, double y) {
        if (entry.width() > 0) {
            g.setStroke(canvas.ink(entry.ink()));
            g.setLineWidth(entry.width());
            g.setLineDashes(entry.dashes());
            g.strokeLine(x, y, x + SAMPLE, y);
            g.setLineDashes();
        }
        double indent = entry.width() > 0 ? SAMPLE + GAP : 0;
        new CardPen(g, canvas).left(entry.text(), x + indent, y, TYPE, false, CardInk.SOFT);
    }

    private double width(Entry entry) {
        return TYPE * ruler.width(entry.text()) + (entry.width() > 0 ? SAMPLE + GAP : 0);
    }

    private double width(List<Entry> column) {
        return column.stream().mapToDouble(this::width).max().orElse(0);
    }

    private static List<Entry> directions(CardPicture picture, boolean brief) {
        List<Entry> entries = new ArrayList<>();
        int rows = picture.words().pass().sample().n();
        if (brief && rows > 1 && picture.layout().derivatives()) {
            entries.add(new Entry(Messages.text("explain.of.rows.brief", rows), CardInk.SOFT, 0));
        } else {
            entries.add(new Entry(Messages.text("explain.legend.forward"), CardInk.FORWARD, 2));
        }
        if (picture.layout().derivatives()) {
            String key = picture.path().several() ? "explain.legend.strongest" : "explain.legend.backward";
            String name = picture.words().name(picture.selected());
            entries.add(new Entry(Messages.text(brief ? key + ".brief" : key, name), CardInk.BACKWARD, 2, 5, 4));
            if (rows > 1 && !brief) {
                entries.add(new Entry(Messages.text("explain.of.rows", rows), CardInk.SOFT, 0));
            }
        }
        return entries;
    }

    private static List<Entry> weights(CardPicture picture) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                Messages.text("explain.legend.negative"),
                CardInk.NEGATIVE,
                3,
                WirePainter.dashes(picture.layout(), true)));
        entries.add(new Entry(Messages.text("explain.legend.positive"), CardInk.POSITIVE, 3));
        if (!picture.layout().complete()) {
            entries.add(new Entry(Messages.text("explain.legend.labels"), CardInk.SOFT, 0));
        }
        return entries;
    }
}
