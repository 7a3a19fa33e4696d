package weightroom.ui.controls;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Reach;

/** The powers of ten under a logarithmic slider, each below its place. */
final class DecadeTicks extends Region {
    private static final double HEIGHT = 14;
    /** From the end of a slider to where the middle of its thumb stands at that end. */
    private static final double HALF_THUMB = 7;

    private static final double GAP = 3;

    private final Reach reach;
    private final List<Double> decades;

    DecadeTicks(Reach reach, List<Double> decades, List<String> texts) {
        this.reach = reach;
        this.decades = List.copyOf(decades);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMouseTransparent(true);
        for (String text : texts) {
            getChildren().add(Controls.label(text, "decades"));
        }
    }

    @Override
    protected void layoutChildren() {
        double way = getWidth() - 2 * HALF_THUMB;
        // Where there is no room, every second one must do.
        int step = 1;
        while (step < decades.size() && !fits(way, step)) {
            step++;
        }
        for (int i = 0; i < decades.size(); i++) {
            Label label = (Label) getChildren().get(i);
            double width = label.prefWidth(-1);
            double middle = middle(way, i);
            label.resizeRelocate(middle - width / 2, 0, width, HEIGHT);
            label.setVisible(i % step == 0);
        }
    }

    private double middle(double way, int decade) {
        return HALF_THUMB + way * reach.place(decades.get(decade));
    }

    private boolean fits(double way, int step) {
        double taken = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < decades.size(); i += step) {
            double half = ((Label) getChildren().get(i)).prefWidth(-1) / 2;
            if (middle(way, i) - half < taken) {
                return false;
            }
            taken = middle(way, i) + half + GAP;
        }
        return true;
    }
}
