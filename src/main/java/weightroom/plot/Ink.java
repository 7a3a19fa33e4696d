package weightroom.plot;

import javafx.scene.paint.Color;

/** The colours of plots, each a property for style sheets: {@code .plot { -plot-grid: #262d38; }}. */
public enum Ink {
    /** What plots stand on. */
    SURFACE("-plot-surface", "#ffffff"),
    /** Notes beside the pointer. */
    NOTE("-plot-note", "#f1f3f5"),
    NOTE_BORDER("-plot-note-border", "#c3cad2"),
    TEXT("-plot-text", "#18202a"),
    /** Names of axes and values of marks. */
    MUTED("-plot-muted", "#626d7b"),
    AXIS("-plot-axis", "#c3cad2"),
    GRID("-plot-grid", "#e9ecf0"),
    /** Contours and the main curve. */
    STRONG("-plot-strong", "#18202a"),
    /** What is chosen, and the playhead. */
    ACCENT("-plot-accent", "#5a49d6"),
    ACCENT_TINT("-plot-accent-tint", "#eceafc"),
    OK("-plot-ok", "#15803d"),
    WARN("-plot-warn", "#8f6400"),
    BAD("-plot-bad", "#c03a2b"),
    /** Values of the forward pass. */
    FORWARD("-plot-forward", "#0a756b"),
    /** Gradients. */
    BACKWARD("-plot-backward", "#c22d5e"),
    /** Bars and tracks that nothing fills. */
    EMPTY("-plot-empty", "#e3e7eb"),
    /** The low end, the middle and the high end of a field. */
    NEGATIVE("-plot-negative", "#f59322"),
    MIDDLE("-plot-middle", "#e8eaeb"),
    POSITIVE("-plot-positive", "#0877bd"),
    POINT_NEGATIVE("-plot-point-negative", "#e07b06"),
    POINT_POSITIVE("-plot-point-positive", "#0877bd"),
    POINT_RING("-plot-point-ring", "#ffffff"),
    SERIES_1("-plot-series-1", "#18202a"),
    SERIES_2("-plot-series-2", "#a8467c"),
    SERIES_3("-plot-series-3", "#007a59"),
    SERIES_4("-plot-series-4", "#2b84b8"),
    SERIES_5("-plot-series-5", "#857a00"),
    SERIES_6("-plot-series-6", "#a87200"),
    SERIES_7("-plot-series-7", "#d55e00"),
    SERIES_8("-plot-series-8", "#5a49d6"),
    /** The colours of lanes, see {@link LaneStyle}. */
    LANE_1("-plot-lane-1", "#2b84b8"),
    LANE_2("-plot-lane-2", "#007a59"),
    LANE_3("-plot-lane-3", "#857a00"),
    LANE_4("-plot-lane-4", "#a8467c"),
    LANE_5("-plot-lane-5", "#a87200"),
    LANE_6("-plot-lane-6", "#d55e00"),
    /** The colours of classes, ten that one can tell apart. */
    CLASS_1("-plot-class-1", "#2b84b8"),
    CLASS_2("-plot-class-2", "#d55e00"),
    CLASS_3("-plot-class-3", "#007a59"),
    CLASS_4("-plot-class-4", "#a8467c"),
    CLASS_5("-plot-class-5", "#8a8400"),
    CLASS_6("-plot-class-6", "#7a2e00"),
    CLASS_7("-plot-class-7", "#5a49d6"),
    CLASS_8("-plot-class-8", "#18202a"),
    CLASS_9("-plot-class-9", "#e010e0"),
    CLASS_10("-plot-class-10", "#00008c");

    private static final int SERIES = 8;
    private static final int CLASSES = 10;

    private final String property;
    private final Color fallback;

    Ink(String property, String fallback) {
        this.property = property;
        this.fallback = Color.web(fallback);
    }

    /** The colour of a series, counted from 0; after eight they come again. */
    public static Ink series(int index) {
        return values()[SERIES_1.ordinal() + Math.floorMod(index, SERIES)];
    }

    /** The colour of a class, counted from 0; after ten they come again. */
    static Ink ofClass(int index) {
        return values()[CLASS_1.ordinal() + Math.floorMod(index, CLASSES)];
    }

    /** Its name in style sheets. */
    public String property() {
        return property;
    }

    /** What it is where no style sheet says. */
    Color fallback() {
        return fallback;
    }
}
