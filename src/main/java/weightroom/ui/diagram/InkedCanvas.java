package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A canvas with colours from the style sheet, drawn at most once per pulse, and only where it can be seen. */
abstract class InkedCanvas extends Region {
    private static final List<CssMetaData<InkedCanvas, Color>> INKS = new ArrayList<>();
    private static final List<CssMetaData<? extends Styleable, ?>> METADATA =
            new ArrayList<>(Region.getClassCssMetaData());

    static {
        for (DiagramInk ink : DiagramInk.values()) {
            INKS.add(new InkMetaData(ink));
        }
        METADATA.addAll(INKS);
    }

    private static final double LEAST = 100;

    private final Canvas canvas = new Canvas();
    private final List<SimpleStyleableObjectProperty<Color>> inks = new ArrayList<>();
    private boolean dirty = true;

    @SuppressWarnings("this-escape")
    InkedCanvas() {
        for (DiagramInk ink : DiagramInk.values()) {
            SimpleStyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(INKS.get(ink.ordinal()), this, ink.property(), ink.fallback());
            property.addListener((observable, before, after) -> inksChanged());
            inks.add(property);
        }
        getChildren().add(canvas);
    }

    /** Draws everything anew on the next pulse. */
    final void requestDraw() {
        dirty = true;
        setNeedsLayout(true);
    }

    /** Draws onto an empty canvas of this size. */
    abstract void draw(GraphicsContext g, double width, double height);

    /** The drawing has another size than before. */
    abstract void resized(double width, double height);

    /** A colour has changed. */
    void inksChanged() {
        requestDraw();
    }

    final Color ink(DiagramInk ink) {
        return inks.get(ink.ordinal()).get();
    }

    /** Device pixels per pixel. */
    final double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    /** Whether neither it nor what it stands in is hidden. */
    final boolean canBeSeen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return List.copyOf(METADATA);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return METADATA;
    }

    /** Takes the room there is; what was drawn last has no say in it. */
    @Override
    protected double computePrefWidth(double height) {
        return LEAST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
            resized(width, height);
        }
        if (dirty && width > 0 && height > 0 && canBeSeen()) {
            dirty = false;
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width, height);
            g.setTextBaseline(VPos.CENTER);
            draw(g, width, height);
        }
    }

    private static final class InkMetaData extends CssMetaData<InkedCanvas, Color> {
        private final DiagramInk ink;

        InkMetaData(DiagramInk ink) {
            super(ink.property(), StyleConverter.getColorConverter(), ink.fallback());
            this.ink = ink;
        }

        @Override
        public boolean isSettable(InkedCanvas node) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(InkedCanvas node) {
            return node.inks.get(ink.ordinal());
        }
    }
}
