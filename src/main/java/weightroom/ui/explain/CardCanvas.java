package weightroom.ui.explain;

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
import javafx.scene.transform.Scale;

/**
 * A canvas with colours from the style sheet, drawn at most once per pulse, and only where it can be seen. It stays sharp
 * where what it stands in is enlarged.
 */
abstract class CardCanvas extends Region {
    private static final List<CssMetaData<CardCanvas, Color>> INKS = new ArrayList<>();
    private static final List<CssMetaData<? extends Styleable, ?>> METADATA =
            new ArrayList<>(Region.getClassCssMetaData());

    static {
        for (CardInk ink : CardInk.values()) {
            INKS.add(new InkMetaData(ink));
        }
        METADATA.addAll(INKS);
    }

    private static final double LEAST = 100;

    private final Canvas canvas = new Canvas();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final List<SimpleStyleableObjectProperty<Color>> inks = new ArrayList<>();
    private boolean dirty = true;

    @SuppressWarnings("this-escape")
    CardCanvas() {
        for (CardInk ink : CardInk.values()) {
            SimpleStyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(INKS.get(ink.ordinal()), this, ink.property(), ink.fallback());
            property.addListener((observable, before, after) -> requestDraw());
            inks.add(property);
        }
        canvas.getTransforms().add(scale);
        getChildren().add(canvas);
    }

    /** Draws everything anew on the next pulse. */
    final void requestDraw() {
        dirty = true;
        setNeedsLayout(true);
    }

    /** Draws onto an empty canvas of this size. */
    abstract void draw(GraphicsContext g, double width, double height);

    final Color ink(CardInk ink) {
        return inks.get(ink.ordinal()).get();
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
        double enlarged = Math.max(1, getLocalToSceneTransform().getMxx());
        double width = Math.floor(getWidth() * enlarged);
        double height = Math.floor(getHeight() * enlarged);
        if (canvas.getWidth() != width || canvas.getHeight() != height || scale.getX() != 1 / enlarged) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            scale.setX(1 / enlarged);
            scale.setY(1 / enlarged);
            dirty = true;
        }
        if (dirty && width > 0 && height > 0 && canBeSeen()) {
            dirty = false;
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.setTransform(1, 0, 0, 1, 0, 0);
            g.clearRect(0, 0, width, height);
            g.scale(enlarged, enlarged);
            g.setTextBaseline(VPos.CENTER);
            draw(g, getWidth(), getHeight());
        }
    }

    private static final class InkMetaData extends CssMetaData<CardCanvas, Color> {
        private final CardInk ink;

        InkMetaData(CardInk ink) {
            super(ink.property(), StyleConverter.getColorConverter(), ink.fallback());
            this.ink = ink;
        }

        @Override
        public boolean isSettable(CardCanvas node) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(CardCanvas node) {
            return node.inks.get(ink.ordinal());
        }
    }
}
