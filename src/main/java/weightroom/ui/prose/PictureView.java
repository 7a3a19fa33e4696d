package weightroom.ui.prose;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import weightroom.drawing.Drawing;
import weightroom.drawing.Drawing.Look;
import weightroom.drawing.Drawing.Shape;

/**
 * A picture as wide as its column, in the colours of the theme. Style classes of its shapes: {@code picture-fill}, which
 * takes {@code -fx-fill}, or {@code picture-line}, which takes {@code -fx-stroke}, and the id of the colour.
 */
public final class PictureView extends Fitted {
    /** How far it is enlarged at most. */
    private static final double LARGEST = 1.4;

    private static final String FAMILY = "Inter";
    private static final String STRONG_FAMILY = "Inter Semi Bold";

    private final Drawing drawing;
    private final Group shapes = new Group();
    private final Scale scale = new Scale();

    public PictureView(Drawing drawing) {
        this.drawing = drawing;
        getStyleClass().add("picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        shapes.setManaged(false);
        shapes.getTransforms().add(scale);
        shapes.getChildren().addAll(nodes(drawing.shapes()));
        getChildren().add(shapes);
    }

    private static List<Node> nodes(List<Shape> shapes) {
        return shapes.stream().map(PictureView::node).toList();
    }

    private static Node node(Shape shape) {
        if (shape instanceof Shape.Group group) {
            return group(group);
        }
        if (shape instanceof Shape.Outline outline) {
            SVGPath path = new SVGPath();
            path.setContent(outline.data());
            return styled(path, outline.look());
        }
        if (shape instanceof Shape.Line line) {
            return styled(
                    new Line(
                            line.from().x(),
                            line.from().y(),
                            line.to().x(),
                            line.to().y()),
                    line.look());
        }
        if (shape instanceof Shape.Box box) {
            Rectangle rectangle = new Rectangle(box.corner().x(), box.corner().y(), box.width(), box.height());
            rectangle.setArcWidth(2 * box.round());
            rectangle.setArcHeight(2 * box.round());
            return styled(rectangle, box.look());
        }
        if (shape instanceof Shape.Oval oval) {
            return styled(
                    new Ellipse(oval.centre().x(), oval.centre().y(), oval.radiusX(), oval.radiusY()), oval.look());
        }
        if (shape instanceof Shape.Chain chain) {
            double[] points = chain.points().stream()
                    .flatMapToDouble(at -> java.util.stream.DoubleStream.of(at.x(), at.y()))
                    .toArray();
            return styled(chain.closed() ? new Polygon(points) : new Polyline(points), chain.look());
        }
        return label((Shape.Label) shape);
    }

    private static Group group(Shape.Group group) {
        Group node = new Group();
        node.getChildren().addAll(nodes(group.shapes()));
        node.setTranslateX(group.x());
        node.setTranslateY(group.y());
        node.setOpacity(group.opacity());
        return node;
    }

    private static javafx.scene.shape.Shape styled(javafx.scene.shape.Shape shape, Look look) {
        shape.getStyleClass()
                .addAll(
                        look.filled() ? "picture-fill" : "picture-line",
                        look.tint().id());
        shape.setStrokeWidth(look.strokeWidth());
        shape.getStrokeDashArray().setAll(look.dashes());
        shape.setStrokeLineCap(StrokeLineCap.ROUND);
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        shape.setOpacity(look.opacity());
        return shape;
    }

    private static Text label(Shape.Label label) {
        Text text = new Text(label.text());
        text.setFont(Font.font(label.strong() ? STRONG_FAMILY : FAMILY, label.size()));
        text.setTextOrigin(VPos.BASELINE);
        double width = text.getLayoutBounds().getWidth();
        double before =
                switch (label.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
        text.setX(label.at().x() - before);
        text.setY(label.at().y());
        text.getStyleClass().addAll("picture-fill", label.look().tint().id());
        text.setOpacity(label.look().opacity());
        return text;
    }

    private double factor(double room) {
        return Double.isInfinite(room) ? 1 : Math.max(0, Math.min(LARGEST, room / drawing.width()));
    }

    @Override
    double naturalWidth() {
        return drawing.width();
    }

    @Override
    double naturalHeight(double room) {
        return drawing.height() * factor(room);
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        double factor = factor(room);
        scale.setX(factor);
        scale.setY(factor);
        double left = snappedLeftInset() + (room - drawing.width() * factor) / 2;
        shapes.setLayoutX(left - drawing.left() * factor);
        shapes.setLayoutY(snappedTopInset() - drawing.top() * factor);
    }
}
