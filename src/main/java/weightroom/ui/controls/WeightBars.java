package weightroom.ui.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import weightroom.plot.Numbers;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.StartWeights;

/** A histogram of the first weights: below 0 in one colour, above in the other, paler towards 0. */
final class WeightBars extends Region {
    private static final double WIDTH = 112;
    private static final double BARS_HEIGHT = 28;
    private static final double LABELS_HEIGHT = 14;
    private static final double GAP = 1;
    private static final double PALEST = 0.3;

    private final Rectangle[] bars = new Rectangle[StartWeights.BARS];
    private final Region axis = new Region();
    private final Label low = Controls.label("", "decades");
    private final Label zero = Controls.label("0", "decades");
    private final Label high = Controls.label("", "decades");
    private int[] counts = new int[StartWeights.BARS];

    WeightBars() {
        setId("weight-bars");
        getStyleClass().add("weight-bars");
        setMinSize(WIDTH, BARS_HEIGHT + LABELS_HEIGHT);
        setPrefSize(WIDTH, BARS_HEIGHT + LABELS_HEIGHT);
        setMaxSize(WIDTH, BARS_HEIGHT + LABELS_HEIGHT);
        axis.getStyleClass().add("axis");
        for (int i = 0; i < bars.length; i++) {
            double t = (i + 0.5) / bars.length * 2 - 1;
            bars[i] = new Rectangle();
            bars[i].getStyleClass().add(t < 0 ? "below" : "above");
            bars[i].setOpacity(PALEST + (1 - PALEST) * Math.abs(t));
            bars[i].setManaged(false);
        }
        getChildren().addAll(bars);
        getChildren().addAll(axis, low, zero, high);
    }

    void show(StartWeights weights) {
        counts = weights.counts();
        String end = Numbers.significant(weights.reach(), 3);
        low.setText("\u2212" + end);
        high.setText(end);
        setAccessibleText(Messages.text("bars.accessible", weights.parameters(), end));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double width = getWidth() / bars.length;
        for (int i = 0; i < bars.length; i++) {
            double height = (BARS_HEIGHT - 1) * counts[i] / most;
            bars[i].setX(i * width);
            bars[i].setY(BARS_HEIGHT - 1 - height);
            bars[i].setWidth(width - GAP);
            bars[i].setHeight(height);
        }
        axis.resizeRelocate(0, BARS_HEIGHT - 1, getWidth(), 1);
        place(low, 0);
        place(zero, 0.5);
        place(high, 1);
    }

    private void place(Label label, double share) {
        double width = label.prefWidth(-1);
        label.resizeRelocate((getWidth() - width) * share, BARS_HEIGHT, width, LABELS_HEIGHT);
    }
}
