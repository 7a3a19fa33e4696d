package weightroom.ui.explain;

import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import weightroom.explain.GraphEdge;
import weightroom.explain.GraphLayout.Beside;
import weightroom.explain.GraphLayout.Box;
import weightroom.explain.GraphLayout.Route;
import weightroom.explain.GraphNode;
import weightroom.explain.Tensor;
import weightroom.ui.explain.ExplainModel.Side;
import weightroom.ui.kit.Messages;

/** Draws the graph: what is known in colour, what is not yet known muted, what works at present outlined. */
final class GraphPainter {
    static final Font NODE = Font.font(TypeRuler.STRONG, 12);
    private static final Font SHAPE = Font.font(TypeRuler.REGULAR, 11);
    private static final Font NAME = Font.font(TypeRuler.STRONG, 11);
    private static final double ROUND = 8;
    private static final double HEAD = 5;
    private static final double SPREAD = 3.5;
    private static final double LINE = 14;

    private final GraphModel model;
    private final CardCanvas inks;
    private final GraphicsContext g;

    GraphPainter(GraphModel model, CardCanvas inks, GraphicsContext g) {
        this.model = model;
        this.inks = inks;
        this.g = g;
    }

    /** How wide a node has to be for its name. */
    static double width(GraphNode node, String name) {
        Text text = new Text(name);
        text.setFont(NODE);
        double least = node.kind() == GraphNode.Kind.BATCH_NORM ? 196 : node.isLeaf() ? 48 : 60;
        return Math.max(least, Math.ceil(text.getLayoutBounds().getWidth()) + 24);
    }

    void draw() {
        model.graph().edges().forEach(this::edge);
        model.graph().nodes().forEach(this::node);
    }

    private Side side() {
        return model.explain().side().get();
    }

    // ---- edges

    private void edge(GraphEdge edge) {
        Route route = model.layout().routes().get(edge.id());
        Tensor tensor = model.graph().tensor(edge);
        boolean forward = model.knows(tensor) && side() != Side.BACKWARD;
        boolean back = model.flowsBack(edge) && side() != Side.FORWARD;
        boolean chosen = isChosen(new GraphItem.Wire(edge.id()));
        double width = chosen ? 2.5 : 1.5;
        g.setLineDashes();
        way(route.forward(), inks.ink(forward ? CardInk.FORWARD : CardInk.BORDER), width);
        if (back) {
            g.setLineDashes(5, 4);
            way(route.back(), inks.ink(CardInk.BACKWARD), width);
            g.setLineDashes();
        }
        if (route.beside() == Beside.ABOVE) {
            shapeAbove(route, tensor, back, forward);
        } else if (route.beside() == Beside.RIGHT) {
            shapeRight(route, tensor, back);
        }
    }

    private void way(double[] corners, Color color, double width) {
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(width);
        int last = corners.length - 2;
        double dx = Math.signum(corners[last] - corners[last - 2]);
        double dy = Math.signum(corners[last + 1] - corners[last - 1]);
        double tipX = corners[last] - dx;
        double tipY = corners[last + 1] - dy;
        g.beginPath();
        g.moveTo(corners[0], corners[1]);
        for (int i = 2; i < last; i += 2) {
            g.lineTo(corners[i], corners[i + 1]);
        }
        g.lineTo(tipX - dx * HEAD, tipY - dy * HEAD);
        g.stroke();
        g.fillPolygon(
                new double[] {tipX, tipX - dx * HEAD - dy * SPREAD, tipX - dx * HEAD + dy * SPREAD},
                new double[] {tipY, tipY - dy * HEAD - dx * SPREAD, tipY - dy * HEAD + dx * SPREAD},
                3);
    }

    private void shapeAbove(Route route, Tensor tensor, boolean back, boolean forward) {
        g.setTextAlign(TextAlignment.CENTER);
        write(tensor.name(), NAME, forward ? CardInk.FORWARD : CardInk.MUTED, route.labelX(), route.labelY() - 28);
        write(shape(tensor), SHAPE, CardInk.MUTED, route.labelX(), route.labelY() - LINE);
        if (back) {
            write(gradient(tensor), NAME, CardInk.BACKWARD, route.labelX(), route.labelY() + 15);
            write(tensor.shapeText(), SHAPE, CardInk.MUTED, route.labelX(), route.labelY() + 15 + LINE);
        }
    }

    private void shapeRight(Route route, Tensor tensor, boolean back) {
        g.setTextAlign(TextAlignment.LEFT);
        double y = route.labelY() - (back ? LINE / 2 : 0);
        write(shape(tensor), SHAPE, CardInk.MUTED, route.labelX(), y);
        if (back) {
            write(gradient(tensor), NAME, CardInk.BACKWARD, route.labelX(), y + LINE);
        }
    }

    private static String gradient(Tensor tensor) {
        return "∂" + (tensor.name().length() > 3 ? "(" + tensor.name() + ")" : tensor.name());
    }

    private static String shape(Tensor tensor) {
        return Messages.text("explain.graph.shape", tensor.shapeText(), tensor.rank());
    }

    private void write(String text, Font font, CardInk ink, double x, double y) {
        g.setFont(font);
        g.setFill(inks.ink(ink));
        g.fillText(text, x, y);
    }

    // ---- nodes

    private void node(GraphNode node) {
        Box box = model.layout().boxes().get(node.id());
        boolean leaf = node.isLeaf();
        double round = leaf ? box.height() : ROUND * 2;
        boolean known = node.forward() <= model.phase();
        boolean works = model.graph().works(node, model.phase());
        boolean backward = works && node.forward() != model.phase();
        g.setFill(inks.ink(CardInk.CARD));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
        g.setStroke(inks.ink(works ? backward ? CardInk.BACKWARD : CardInk.FORWARD : CardInk.BORDER));
        g.setLineWidth(works ? 2 : 1);
        if (leaf && model.graph().tensors().get(node.output()).role() != Tensor.Role.PARAMETER) {
            g.setLineDashes(3, 3);
        }
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
        g.setLineDashes();
        if (isChosen(new GraphItem.Op(node.id()))) {
            g.setStroke(inks.ink(CardInk.ACCENT));
            g.setLineWidth(2);
            g.strokeRoundRect(box.x() - 4, box.y() - 4, box.width() + 8, box.height() + 8, round + 8, round + 8);
        }
        g.setTextAlign(TextAlignment.CENTER);
        write(
                GraphWords.title(model.graph(), node),
                NODE,
                known ? CardInk.TEXT : CardInk.MUTED,
                box.centerX(),
                box.centerY());
    }

    private boolean isChosen(GraphItem item) {
        Optional<GraphItem> wanted = Optional.of(item);
        return model.selected().equals(wanted) || model.hovered().equals(wanted);
    }
}
