package weightroom.ui.charts;

import javafx.scene.layout.Region;

/** A logarithmic scale with a healthy band, a mark within it, and a dot where the number is. */
final class BandGauge extends Region {
    private static final double HEIGHT = 12;
    private static final double TRACK = 6;
    private static final double DOT = 9;

    private final double low;
    private final double high;
    private final double bandLow;
    private final double bandHigh;
    private final double markAt;
    private final Region track = part("track");
    private final Region band = part("band");
    private final Region mark = part("mark");
    private final Region dot = part("value-dot");
    private double value = Double.NaN;

    /**
     * @param low number at the left end, more than 0
     * @param high number at the right end
     * @param bandLow where the healthy band begins
     * @param bandHigh where it ends
     * @param markAt what is marked within it
     */
    BandGauge(double low, double high, double bandLow, double bandHigh, double markAt) {
        this.low = low;
        this.high = high;
        this.bandLow = bandLow;
        this.bandHigh = bandHigh;
        this.markAt = markAt;
        getStyleClass().add("band-gauge");
        getChildren().addAll(track, band, mark, dot);
        setPrefSize(112, HEIGHT);
        setMinSize(40, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Moves the dot; one for a number that is none is not seen. */
    void setValue(double value) {
        if (Double.compare(this.value, value) != 0) {
            this.value = value;
            dot.setVisible(!Double.isNaN(value));
            requestLayout();
        }
    }

    /** Where a number stands, in pixels from the left. */
    double position(double number) {
        double share = number > 0 ? Math.log(number / low) / Math.log(high / low) : 0;
        return Math.max(0, Math.min(1, share)) * getWidth();
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        track.resizeRelocate(0, middle - TRACK / 2, getWidth(), TRACK);
        double left = snapPositionX(position(bandLow));
        band.resizeRelocate(left, middle - TRACK / 2 - 1, snapSizeX(position(bandHigh)) - left, TRACK + 2);
        mark.resizeRelocate(snapPositionX(position(markAt)), 0, 1, getHeight());
        dot.resizeRelocate(position(value) - DOT / 2, middle - DOT / 2, DOT, DOT);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }
}
