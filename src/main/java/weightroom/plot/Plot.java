package weightroom.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A picture that draws itself on a canvas, at most once per pulse, in colours and a font from the style sheet. Drawing
 * happens in the layout pass, after style sheets were applied, and only where it can be seen; a plot that was hidden is to
 * be told to {@link #requestDraw} when it is shown again.
 */
public abstract class Plot extends Region {
    private static final FontCssMetaData<Plot> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(Plot plot) {
            return !plot.font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(Plot plot) {
            return plot.font;
        }
    };
    private static final CssMetaData<Plot, Number> REACH =
            new CssMetaData<>("-plot-reach", StyleConverter.getSizeConverter(), 0.5) {
                @Override
                public boolean isSettable(Plot plot) {
                    return true;
                }

                @Override
                public StyleableProperty<Number> getStyleableProperty(Plot plot) {
                    return plot.reach;
                }
            };
    private static final List<CssMetaData<Plot, Color>> INKS = new ArrayList<>();
    private static final List<CssMetaData<? extends Styleable, ?>> METADATA = new ArrayList<>();

    static {
        METADATA.addAll(Region.getClassCssMetaData());
        METADATA.add(FONT);
        METADATA.add(REACH);
        for (Ink ink : Ink.values()) {
            INKS.add(new InkMetaData(ink));
        }
        METADATA.addAll(INKS);
    }

    private final Canvas canvas = new Canvas();
    private final Text ruler = new Text();
    private final SimpleStyleableObjectProperty<Font> font =
            new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());
    private final List<SimpleStyleableObjectProperty<Color>> inks = new ArrayList<>();
    private final SimpleStyleableDoubleProperty reach = new SimpleStyleableDoubleProperty(REACH, this, "reach", 0.5);
    private boolean dirty = true;
    private @Nullable Point2D pointer;

    @SuppressWarnings("this-escape")
    Plot() {
        getStyleClass().add("plot");
        for (Ink ink : Ink.values()) {
            SimpleStyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(INKS.get(ink.ordinal()), this, ink.property(), ink.fallback());
            property.addListener((observable, before, after) -> inkChanged());
            inks.add(property);
        }
        reach.addListener((observable, before, after) -> inkChanged());
        font.addListener((observable, before, after) -> requestDraw());
        getChildren().add(canvas);
        setOnMouseMoved(event -> point(new Point2D(event.getX(), event.getY())));
        setOnMouseExited(event -> point(null));
    }

    /** Draws everything anew on the next pulse. */
    public final void requestDraw() {
        dirty = true;
        setNeedsLayout(true);
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return List.copyOf(METADATA);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return METADATA;
    }

    /** Draws onto an empty canvas of this size. */
    abstract void draw(GraphicsContext g, double width, double height);

    /** A colour or the font has changed. */
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
            g.setFont(font.get());
            g.setTextBaseline(VPos.CENTER);
            draw(g, width, height);
        }
    }

    final Color ink(Ink ink) {
        return inks.get(ink.ordinal()).get();
    }

    /** Share of the colour scale that large fields use, so that points stand out. */
    final double reach() {
        return reach.get();
    }

    /** Where the mouse is over the plot, if it is. */
    final @Nullable Point2D pointer() {
        return pointer;
    }

    final double widthOf(String text) {
        ruler.setFont(font.get());
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    final void text(GraphicsContext g, String text, double x, double y, TextAlignment alignment, Ink ink) {
        g.setFill(ink(ink));
        g.setTextAlign(alignment);
        g.fillText(text, x, y);
    }

    /** The place next to this one where a line of one device pixel is sharp. */
    final double sharp(double position) {
        double scale = scale();
        return (Math.floor(position * scale) + 0.5) / scale;
    }

    /** Device pixels per pixel. */
    final double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    final void line(GraphicsContext g, double x1, double y1, double x2, double y2) {
        g.strokeLine(sharp(x1), sharp(y1), sharp(x2), sharp(y2));
    }

    /**
     * A box of text beside the pointer.
     *
     * @param lines each of a name and a value; the first is the heading
     */
    final void note(GraphicsContext g, Point2D at, double width, double height, List<String[]> lines) {
        double names = 0;
        double values = 0;
        for (String[] line : lines) {
            names = Math.max(names, widthOf(line[0]));
            values = Math.max(values, widthOf(line[1]));
        }
        double pitch = Math.ceil(font.get().getSize() * 1.5);
        double w = Math.ceil(names + values + 36);
        double h = lines.size() * pitch + 12;
        double x = Math.floor(at.getX() + 14 + w <= width ? at.getX() + 14 : Math.max(0, at.getX() - 14 - w));
        double y = Math.floor(Math.max(0, Math.min(height - h, at.getY() - h / 2)));
        g.setLineDashes();
        g.setFill(ink(Ink.NOTE));
        g.fillRoundRect(x, y, w, h, 12, 12);
        g.setStroke(ink(Ink.NOTE_BORDER));
        g.setLineWidth(1);
        g.strokeRoundRect(x + 0.5, y + 0.5, w - 1, h - 1, 12, 12);
        for (int i = 0; i < lines.size(); i++) {
            double middle = y + 6 + (i + 0.5) * pitch;
            text(g, lines.get(i)[0], x + 12, middle, TextAlignment.LEFT, Ink.MUTED);
            text(g, lines.get(i)[1], x + w - 12, middle, TextAlignment.RIGHT, Ink.TEXT);
        }
    }

    private void point(@Nullable Point2D at) {
        pointer = at;
        requestDraw();
    }

    private boolean canBeSeen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static final class InkMetaData extends CssMetaData<Plot, Color> {
        private final Ink ink;

        InkMetaData(Ink ink) {
            super(ink.property(), StyleConverter.getColorConverter(), ink.fallback());
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Plot plot) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Plot plot) {
            return plot.inks.get(ink.ordinal());
        }
    }
}
