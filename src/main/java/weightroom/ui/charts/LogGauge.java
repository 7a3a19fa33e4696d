package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A bar that fills from the left, with a part for each power of ten. */
final class LogGauge extends Region {
    private static final double HEIGHT = 8;
    private static final double GAP = 1;

    private final int lowest;
    private final List<Region> tracks = new ArrayList<>();
    private final List<Region> fills = new ArrayList<>();
    private double value = Double.NaN;

    /**
     * @param lowest power of ten at the left end
     * @param highest power of ten at the right end
     */
    LogGauge(int lowest, int highest) {
        this.lowest = lowest;
        getStyleClass().add("log-gauge");
        for (int i = lowest; i < highest; i++) {
            tracks.add(part("track"));
            fills.add(part("fill"));
        }
        getChildren().addAll(tracks);
        getChildren().addAll(fills);
        setPrefSize(112, HEIGHT);
        setMinSize(40, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Fills up to a number; nothing for one that is none, or is below the left end. */
    void setValue(double value) {
        if (Double.compare(this.value, value) != 0) {
            this.value = value;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        int parts = tracks.size();
        double wide = getWidth() / parts;
        double decades = value > 0 ? Math.log10(value) - lowest : 0;
        for (int i = 0; i < parts; i++) {
            double share = Math.max(0, Math.min(1, decades - i));
            double x = snapPositionX(i * wide);
            double end = snapPositionX((i + 1) * wide) - GAP;
            tracks.get(i).resizeRelocate(x, 0, end - x, getHeight());
            fills.get(i).resizeRelocate(x, 0, snapSizeX(share * (end - x)), getHeight());
        }
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }
}
