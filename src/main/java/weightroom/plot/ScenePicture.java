package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

/**
 * A part of the window as a picture: as pixels, or as lines and letters. The latter knows what panels are made of: boxes
 * with backgrounds and borders, letters, rectangles and paths, moved but neither turned nor stretched; canvases become images.
 */
public final class ScenePicture {
    private static final double[] DASHES = {4, 3};
    private static final double DETAIL = 2;
    private static final double MIDDLE_OF_LETTERS = 0.36;

    private final Node root;
    private final SvgPen pen;

    private ScenePicture(Node root, SvgPen pen) {
        this.root = root;
        this.pen = pen;
    }

    /**
     * As pixels, whole, whether or not it is scrolled out of sight.
     *
     * @param scale pixels of the image per pixel of the screen
     */
    public static WritableImage image(Node node, Color background, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(background);
        parameters.setTransform(Transform.scale(scale, scale));
        return node.snapshot(parameters, null);
    }

    /** The bytes of a PNG file. */
    public static byte[] png(Node node, Color background, double scale) {
        return Png.of(image(node, background, scale), 0);
    }

    /** The text of an SVG file. */
    public static String svg(Region node, Color background, String title) {
        SvgPen pen = new SvgPen(title, node.getWidth(), node.getHeight(), 1, Font.getDefault());
        pen.fill(background);
        pen.fillRect(0, 0, node.getWidth(), node.getHeight(), 0);
        new ScenePicture(node, pen).draw(node, 0, 0, 1);
        return pen.finish();
    }

    /** What a region is painted with first; white where it is not. */
    public static Color background(Region region) {
        if (region.getBackground() != null) {
            List<BackgroundFill> fills = region.getBackground().getFills();
            for (int i = fills.size() - 1; i >= 0; i--) {
                if (fills.get(i).getFill() instanceof Color color && color.isOpaque()) {
                    return color;
                }
            }
        }
        return Color.WHITE;
    }

    /** A node whose own origin is at (x, y). */
    private void draw(Node node, double x, double y, double opacity) {
        if (!node.isVisible()) {
            return;
        }
        double seen = opacity * node.getOpacity();
        pen.opacity(seen);
        if (node instanceof Text text) {
            letters(text, x, y);
        } else if (node instanceof Rectangle rectangle && rectangle.getFill() instanceof Color color) {
            pen.fill(color);
            pen.fillRect(
                    x + rectangle.getX(),
                    y + rectangle.getY(),
                    rectangle.getWidth(),
                    rectangle.getHeight(),
                    rectangle.getArcWidth() / 2);
        } else if (node instanceof Path path) {
            path(path, x, y);
        } else if (node instanceof Canvas || node instanceof ImageView) {
            double width = node.getLayoutBounds().getWidth();
            double height = node.getLayoutBounds().getHeight();
            pen.image(image(node, Color.TRANSPARENT, DETAIL), 0, true, x, y, width, height);
        } else if (node instanceof Region region) {
            box(region, x, y);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Point2D at = child.localToParent(0, 0);
                draw(child, x + at.getX(), y + at.getY(), seen);
            }
        }
    }

    private void box(Region region, double x, double y) {
        double width = region.getWidth();
        double height = region.getHeight();
        if (region.getBackground() != null && region.getShape() == null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color && color.getOpacity() > 0) {
                    Insets in = fill.getInsets();
                    pen.fill(color);
                    pen.fillRect(
                            x + in.getLeft(),
                            y + in.getTop(),
                            Math.max(0, width - in.getLeft() - in.getRight()),
                            Math.max(0, height - in.getTop() - in.getBottom()),
                            radius(fill.getRadii()));
                }
            }
        }
        if (region.getBorder() != null) {
            region.getBorder().getStrokes().forEach(stroke -> border(stroke, x, y, width, height));
        }
    }

    private void border(BorderStroke stroke, double x, double y, double width, double height) {
        BorderWidths widths = stroke.getWidths();
        boolean even = widths.getTop() == widths.getBottom()
                && widths.getLeft() == widths.getRight()
                && widths.getTop() == widths.getLeft()
                && stroke.getTopStroke().equals(stroke.getBottomStroke());
        if (even) {
            double half = widths.getTop() / 2;
            if (ink(stroke.getTopStroke(), widths.getTop(), stroke)) {
                pen.strokeRect(x + half, y + half, width - 2 * half, height - 2 * half, radius(stroke.getRadii()));
            }
            return;
        }
        if (ink(stroke.getBottomStroke(), widths.getBottom(), stroke)) {
            double at = y + height - widths.getBottom() / 2;
            pen.line(x, at, x + width, at);
        }
        if (ink(stroke.getTopStroke(), widths.getTop(), stroke)) {
            double at = y + widths.getTop() / 2;
            pen.line(x, at, x + width, at);
        }
    }

    /** Takes up the pen for a border, where there is one to draw. */
    private boolean ink(Paint paint, double width, BorderStroke stroke) {
        if (!(paint instanceof Color color) || color.getOpacity() == 0 || width == 0) {
            return false;
        }
        boolean dashed = stroke.getTopStyle().equals(BorderStrokeStyle.DASHED);
        pen.stroke(color, width, dashed ? DASHES : new double[0]);
        return true;
    }

    private static double radius(CornerRadii radii) {
        return radii.getTopLeftHorizontalRadius();
    }

    private void path(Path path, double x, double y) {
        String outline = outline(path.getElements(), x, y);
        if (path.getFill() instanceof Color color && color.getOpacity() > 0) {
            pen.fill(color);
            pen.fillPath(outline);
        }
        if (path.getStroke() instanceof Color color && color.getOpacity() > 0) {
            pen.stroke(color, path.getStrokeWidth());
            pen.strokePath(outline);
        }
    }

    private void letters(Text text, double x, double y) {
        if (!(text.getFill() instanceof Color color) || text.getText().isEmpty()) {
            return;
        }
        pen.fill(color);
        if (isIcon(text)) {
            // No reader of the file has the font of the icons.
            Path drawn = (Path) Shape.union(text, new Rectangle(0, 0));
            Point2D moved = root.sceneToLocal(0, 0);
            pen.fillPath(outline(drawn.getElements(), moved.getX(), moved.getY()));
            return;
        }
        pen.font(text.getFont());
        double top = y + text.getLayoutBounds().getMinY();
        double baseline = top + text.getBaselineOffset();
        List<String> lines = lines(text);
        double pitch = text.getLayoutBounds().getHeight() / lines.size();
        for (int i = 0; i < lines.size(); i++) {
            double left = x + text.getX();
            double middle =
                    baseline + i * pitch - MIDDLE_OF_LETTERS * text.getFont().getSize();
            switch (text.getTextAlignment()) {
                case RIGHT -> pen.text(lines.get(i), left + room(text), middle, text.getTextAlignment());
                case CENTER -> pen.text(lines.get(i), left + room(text) / 2, middle, text.getTextAlignment());
                default -> pen.text(lines.get(i), left, middle, text.getTextAlignment());
            }
        }
    }

    private static double room(Text text) {
        return text.getWrappingWidth() > 0
                ? text.getWrappingWidth()
                : text.getLayoutBounds().getWidth();
    }

    private static boolean isIcon(Text text) {
        int type = Character.getType(text.getText().codePointAt(0));
        return type == Character.PRIVATE_USE;
    }

    /** As the text is broken on the screen. */
    private static List<String> lines(Text text) {
        if (text.getWrappingWidth() <= 0) {
            return List.of(text.getText().split("\n"));
        }
        Text ruler = new Text();
        ruler.setFont(text.getFont());
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.getText().split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            ruler.setText(longer);
            if (!line.isEmpty() && ruler.getLayoutBounds().getWidth() > text.getWrappingWidth()) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private static String outline(List<PathElement> elements, double x, double y) {
        StringBuilder path = new StringBuilder();
        for (PathElement element : elements) {
            if (element instanceof MoveTo to) {
                points(path.append('M'), x, y, to.getX(), to.getY());
            } else if (element instanceof LineTo to) {
                points(path.append('L'), x, y, to.getX(), to.getY());
            } else if (element instanceof QuadCurveTo to) {
                points(path.append('Q'), x, y, to.getControlX(), to.getControlY(), to.getX(), to.getY());
            } else if (element instanceof CubicCurveTo to) {
                points(path.append('C'), x, y, to.getControlX1(), to.getControlY1());
                points(path.append(' '), x, y, to.getControlX2(), to.getControlY2(), to.getX(), to.getY());
            } else if (element instanceof ClosePath) {
                path.append('Z');
            }
        }
        return path.toString();
    }

    private static void points(StringBuilder path, double x, double y, double... at) {
        for (int i = 0; i < at.length; i += 2) {
            path.append(i == 0 ? "" : " ")
                    .append(SvgPen.number(x + at[i]))
                    .append(' ')
                    .append(SvgPen.number(y + at[i + 1]));
        }
    }
}
