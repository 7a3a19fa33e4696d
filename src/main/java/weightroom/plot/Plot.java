package weightroom.plot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A picture that draws itself on a canvas, at most once per pulse, in colours and a font from the style sheet. Drawing
 * happens in the layout pass, after style sheets were applied, and only where it can be seen; a plot that was hidden is to
 * be told to {@link #requestDraw} when it is shown again. The same picture, without what the pointer shows, can be had as
 * pixels ({@link #image}, {@link #png}), as lines and letters ({@link #svg}), and its numbers as a table ({@link #csv}).
 */
public abstract class Plot extends Region {
    private static final double USUAL_WIDTH = 640;
    private static final double USUAL_HEIGHT = 400;
    private static final int MOST_WIDTHS = 512;

    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private final PlotStyle style = new PlotStyle(this, this::fontChanged, this::inkChanged);
    private String emptyText = "";
    private boolean dirty = true;
    private @Nullable Point2D pointer;

    @SuppressWarnings("this-escape")
    Plot() {
        getStyleClass().add("plot");
        getChildren().add(canvas);
        setOnMouseMoved(event -> point(new Point2D(event.getX(), event.getY())));
        setOnMouseExited(event -> point(null));
        focusVisibleProperty().addListener((observable, before, after) -> requestDraw());
    }

    /** Draws everything anew on the next pulse. */
    public final void requestDraw() {
        dirty = true;
        setNeedsLayout(true);
    }

    /** What stands in the middle while there is nothing to draw. */
    public void setEmptyText(String text) {
        emptyText = text;
        requestDraw();
    }

    /** Says that there is nothing to draw. */
    final void drawEmpty(Pen pen, double x, double y) {
        text(pen, emptyText, x, y, TextAlignment.CENTER, Ink.MUTED);
    }

    /** The same, cut short where there is no more room than this. */
    final void drawEmpty(Pen pen, double x, double y, double room) {
        text(pen, fitted(emptyText, room), x, y, TextAlignment.CENTER, Ink.MUTED);
    }

    /**
     * The picture as pixels, as large as it is on the screen.
     *
     * @param scale pixels of the image per pixel of the screen, more than 0
     */
    public final WritableImage image(double scale) {
        applyCss();
        Canvas sheet = new Canvas(Math.ceil(pictureWidth() * scale), Math.ceil(pictureHeight() * scale));
        GraphicsContext g = sheet.getGraphicsContext2D();
        g.scale(scale, scale);
        drawPicture(new CanvasPen(g, scale, style.weight(), style.font()));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return sheet.snapshot(parameters, null);
    }

    /** The bytes of a PNG file with the {@linkplain #image picture}. */
    public final byte[] png(double scale) {
        return Png.of(image(scale), 0);
    }

    /** The text of an SVG file with the picture, in the colours of the theme. */
    public final String svg() {
        applyCss();
        String title = getAccessibleText() == null ? "" : getAccessibleText();
        SvgPen pen = new SvgPen(title, pictureWidth(), pictureHeight(), style.weight(), style.font());
        drawPicture(pen);
        return pen.finish();
    }

    /** The numbers behind the picture as comma-separated values, the first line with names. */
    public final String csv() {
        return table().csv();
    }

    /** Puts the picture onto the clipboard, twice as fine as on the screen. */
    public final void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image(2));
        Clipboard.getSystemClipboard().setContent(content);
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return PlotStyle.METADATA;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return PlotStyle.METADATA;
    }

    /** Draws onto an empty sheet of this size. */
    abstract void draw(Pen pen, double width, double height);

    /** Draws what only the screen shows, on top: what the pointer is at. */
    void drawOverlay(Pen pen, double width, double height) {}

    /** Shows that the keys go here. */
    void drawFocus(Pen pen, double width, double height) {
        pen.stroke(ink(Ink.ACCENT), 2);
        pen.strokeRect(1, 1, width - 2, height - 2, 6);
    }

    /** The pointer is elsewhere, or gone. */
    void pointerMoved() {}

    /** The numbers shown. */
    abstract Table table();

    /** A colour has changed. */
    void inkChanged() {
        requestDraw();
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
        }
        if (dirty && width > 0 && height > 0 && canBeSeen()) {
            dirty = false;
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width, height);
            Pen pen = new CanvasPen(g, renderScale(), style.weight(), style.font());
            draw(pen, width, height);
            drawOverlay(pen, width, height);
            if (isFocusVisible()) {
                drawFocus(pen, width, height);
            }
        }
    }

    final PlotStyle style() {
        return style;
    }

    final Color ink(Ink ink) {
        return style.ink(ink);
    }

    /** Where the mouse is over the plot, if it is. */
    final Optional<Point2D> pointer() {
        return Optional.ofNullable(pointer);
    }

    final Font font() {
        return style.font();
    }

    /** The font, heavier. */
    final Font boldFont() {
        Font font = style.font();
        Font semiBold = Font.font("Inter Semi Bold", font.getSize());
        return semiBold.getFamily().startsWith("Inter")
                ? semiBold
                : Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    }

    final double widthOf(String text) {
        Double known = widths.get(text);
        if (known != null) {
            return known;
        }
        if (widths.size() >= MOST_WIDTHS) {
            widths.clear();
        }
        ruler.setFont(style.font());
        ruler.setText(text);
        double width = ruler.getLayoutBounds().getWidth();
        widths.put(text, width);
        return width;
    }

    /** As much of a text as this many pixels hold, with an ellipsis where it was cut; empty where nothing fits. */
    final String fitted(String text, double room) {
        String shown = text;
        while (widthOf(shown) > room && shown.length() > 1) {
            shown = shown.substring(0, shown.length() - (shown.endsWith("…") ? 2 : 1)) + "…";
        }
        return widthOf(shown) > room ? "" : shown;
    }

    final void text(Pen pen, String text, double x, double y, TextAlignment alignment, Ink ink) {
        pen.fill(ink(ink));
        pen.text(text, x, y, alignment);
    }

    /** Takes the pointer to a place, or away. */
    final void point(@Nullable Point2D at) {
        pointer = at;
        requestDraw();
        pointerMoved();
    }

    private void fontChanged() {
        widths.clear();
        requestDraw();
    }

    private void drawPicture(Pen pen) {
        pen.fill(ink(Ink.SURFACE));
        pen.fillRect(0, 0, pictureWidth(), pictureHeight(), 0);
        draw(pen, pictureWidth(), pictureHeight());
    }

    private double pictureWidth() {
        return getWidth() > 0 ? snapSizeX(getWidth()) : USUAL_WIDTH;
    }

    private double pictureHeight() {
        return getHeight() > 0 ? snapSizeY(getHeight()) : USUAL_HEIGHT;
    }

    private double renderScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private boolean canBeSeen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
