package weightroom.ui.diagram;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import weightroom.plot.Numbers;
import weightroom.ui.diagram.NumberTags.Tag;
import weightroom.ui.kit.Messages;

/** Writes the weights of a small network on its links, and the biases under its tiles, where there is room. */
final class NumberPainter {
    private static final Font FONT = Font.font("Inter", 11);
    private static final double PADDING = 5;
    /** All numbers below 1,000 are as wide as this at most, so that no tag moves while they change. */
    private static final String WIDEST = "\u22128.88";

    /** From a tile to the middle of the line below it. */
    private static final double BELOW = 10;
    /** An output has its name there already. */
    private static final double BELOW_NAME = 29;
    /** The lowest part belongs to the legend. */
    private static final double LEGEND = 56;

    private final InkedCanvas canvas;
    private final Text ruler = new Text();

    NumberPainter(InkedCanvas canvas) {
        this.canvas = canvas;
        ruler.setFont(FONT);
    }

    void draw(GraphicsContext g, DiagramModel model) {
        if (!model.known() || model.mode() != LinkMode.WEIGHT) {
            return;
        }
        List<Tag> tags = NumberTags.place(model.map(), widthOf(WIDEST) + PADDING);
        g.setFont(FONT);
        g.setTextAlign(TextAlignment.CENTER);
        for (Tag tag : tags) {
            LinkCurve link = model.map().links().get(tag.link());
            int place = model.reading().weightAt(link.layer(), link.unit(), link.input());
            if (!model.marks().off().get(place)) {
                draw(g, tag, model.reading().parameters()[place]);
            }
        }
        if (!tags.isEmpty()) {
            drawBiases(g, model);
        }
    }

    private void draw(GraphicsContext g, Tag tag, double weight) {
        double left = tag.x() - tag.width() / 2;
        double top = tag.y() - NumberTags.HEIGHT / 2;
        g.setFill(canvas.ink(DiagramInk.GROUND));
        g.fillRoundRect(left, top, tag.width(), NumberTags.HEIGHT, 6, 6);
        g.setStroke(canvas.ink(weight < 0 ? DiagramInk.LINK_NEGATIVE : DiagramInk.LINK_POSITIVE));
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, top + 0.5, tag.width() - 1, NumberTags.HEIGHT - 1, 6, 6);
        g.setFill(canvas.ink(DiagramInk.TEXT));
        g.fillText(text(weight), tag.x(), tag.y(), tag.width() - 2);
    }

    private void drawBiases(GraphicsContext g, DiagramModel model) {
        int last = model.layout().outputLayer();
        g.setFill(canvas.ink(DiagramInk.MUTED));
        for (int layer = 0; layer <= last; layer++) {
            Column column = model.layout().column(layer);
            double below = layer == last ? BELOW_NAME : BELOW;
            boolean alone = layer == last && column.cells().size() == 1;
            boolean room = alone
                    ? column.bottom() + below + BELOW <= model.layout().height() - LEGEND
                    : column.pitch() - column.cells().get(0).size() >= below + BELOW;
            for (Cell cell : room ? column.cells() : List.<Cell>of()) {
                boolean dead = model.marks().dead().contains(new Hit.Tile(layer, cell.index()));
                if (!dead && !model.marks().unitOff(model.reading(), layer, cell.index())) {
                    String bias = text(model.reading().bias(layer, cell.index()));
                    String key = model.reading().hasBeta(layer) ? "unit.beta" : "unit.bias";
                    g.fillText(Messages.text(key, bias), cell.middleX(), cell.bottom() + below);
                }
            }
        }
    }

    private static String text(double value) {
        double size = Math.abs(value);
        return size < 100 ? Numbers.fixed(value, size < 9.995 ? 2 : 1) : Numbers.significant(value, 3);
    }

    private double widthOf(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
