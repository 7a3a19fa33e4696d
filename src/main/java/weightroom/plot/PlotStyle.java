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
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * What a plot takes from the style sheet: its {@linkplain Ink inks}, its font, {@code -plot-reach} (share of the colour
 * scale that large fields use, so that points stand out) and {@code -plot-weight} (what the width of lines is multiplied
 * with).
 */
final class PlotStyle {
    private static final FontCssMetaData<Plot> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(Plot plot) {
            return !plot.style().font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(Plot plot) {
            return plot.style().font;
        }
    };
    private static final SizeMetaData REACH = new SizeMetaData("-plot-reach", 0.5) {
        @Override
        public StyleableProperty<Number> getStyleableProperty(Plot plot) {
            return plot.style().reach;
        }
    };
    private static final SizeMetaData WEIGHT = new SizeMetaData("-plot-weight", 1) {
        @Override
        public StyleableProperty<Number> getStyleableProperty(Plot plot) {
            return plot.style().weight;
        }
    };
    private static final List<CssMetaData<Plot, Color>> INKS = new ArrayList<>();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = new ArrayList<>(Region.getClassCssMetaData());

    static {
        for (Ink ink : Ink.values()) {
            INKS.add(new InkMetaData(ink));
        }
        ALL.addAll(List.of(FONT, REACH, WEIGHT));
        ALL.addAll(INKS);
    }

    static final List<CssMetaData<? extends Styleable, ?>> METADATA = List.copyOf(ALL);

    private final SimpleStyleableObjectProperty<Font> font;
    private final List<SimpleStyleableObjectProperty<Color>> inks = new ArrayList<>();
    private final SimpleStyleableDoubleProperty reach;
    private final SimpleStyleableDoubleProperty weight;

    PlotStyle(Plot plot, Runnable fontChanged, Runnable inkChanged) {
        font = new SimpleStyleableObjectProperty<>(FONT, plot, "font", Font.getDefault());
        reach = new SimpleStyleableDoubleProperty(REACH, plot, "reach", 0.5);
        weight = new SimpleStyleableDoubleProperty(WEIGHT, plot, "weight", 1.0);
        font.addListener((observable, before, after) -> fontChanged.run());
        reach.addListener((observable, before, after) -> inkChanged.run());
        weight.addListener((observable, before, after) -> fontChanged.run());
        for (Ink ink : Ink.values()) {
            SimpleStyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(INKS.get(ink.ordinal()), plot, ink.property(), ink.fallback());
            property.addListener((observable, before, after) -> inkChanged.run());
            inks.add(property);
        }
    }

    Color ink(Ink ink) {
        return inks.get(ink.ordinal()).get();
    }

    Font font() {
        return font.get();
    }

    double reach() {
        return reach.get();
    }

    double weight() {
        return weight.get();
    }

    private abstract static class SizeMetaData extends CssMetaData<Plot, Number> {
        SizeMetaData(String name, double value) {
            super(name, StyleConverter.getSizeConverter(), value);
        }

        @Override
        public boolean isSettable(Plot plot) {
            return true;
        }
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
            return plot.style().inks.get(ink.ordinal());
        }
    }
}
