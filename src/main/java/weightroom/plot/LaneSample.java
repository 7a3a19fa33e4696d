package weightroom.plot;

/** A lane's line with its marker, for legends, rows and cards: 36 by 12 pixels. */
public final class LaneSample extends Plot {
    private static final double HEIGHT = 12;

    private LaneStyle style;

    @SuppressWarnings("this-escape")
    public LaneSample(LaneStyle style) {
        this.style = style;
        getStyleClass().add("lane-sample");
        setMinSize(LaneStyle.SAMPLE_WIDTH, HEIGHT);
        setPrefSize(LaneStyle.SAMPLE_WIDTH, HEIGHT);
        setMaxSize(LaneStyle.SAMPLE_WIDTH, HEIGHT);
        setMouseTransparent(true);
    }

    /** Shows another lane's. */
    public void setLane(LaneStyle lane) {
        if (lane.lane() != style.lane()) {
            style = lane;
            requestDraw();
        }
    }

    @Override
    void draw(Pen pen, double width, double height) {
        style.drawSample(this, pen, 1, height / 2, width - 2);
    }

    @Override
    Table table() {
        return new Table("lane", "marker").row((double) style.lane(), style.marker());
    }
}
