package weightroom.ui.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.data.Prepared;
import weightroom.explain.Subject;
import weightroom.plot.DecisionPlot;
import weightroom.plot.Field;
import weightroom.plot.Touch;
import weightroom.run.Slice;
import weightroom.ui.charts.Points;
import weightroom.ui.kit.FeatureLabel;
import weightroom.ui.kit.Messages;

/** Where a point is chosen: in the plane of two inputs, or in a list of rows. */
final class PointPlane extends VBox {
    private final ExplainModel model;
    private final DecisionPlot plot = new DecisionPlot();
    private Optional<RowPicker> list = Optional.empty();
    private Optional<Prepared> rows = Optional.empty();
    private Optional<Field> shown = Optional.empty();
    private int[] order = {};
    private int row = -1;

    PointPlane(ExplainModel model) {
        this.model = model;
        getStyleClass().add("point-plane");
        plot.setId("point-plot");
        plot.setAccessibleText(Messages.text("explain.point.plot"));
        plot.setEmptyText(Messages.text("explain.point.waits"));
        plot.setWords(Messages.text("part.train"), Messages.text("part.test"), Messages.text("contour"));
        plot.setOnTouch(this::touch);
        plot.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        plot.getProperties().put("own-arrows", true);
        plot.setMinSize(160, 140);
        plot.setPrefSize(300, 300);
        VBox.setVgrow(plot, Priority.ALWAYS);
        setMinSize(0, 190);
    }

    /** Shows a network's rows and the one that is chosen. */
    @SuppressWarnings("ReferenceEquality")
    void show(Subject subject, Optional<Field> field, int chosen) {
        Prepared now = subject.setup().rows();
        if (rows.filter(known -> known == now).isEmpty()) {
            rows = Optional.of(now);
            begin(subject);
        }
        row = chosen;
        if (list.isPresent()) {
            list.get().show(chosen);
            return;
        }
        if (!shown.equals(field)) {
            shown = field;
            field.ifPresent(plot::setField);
        }
        plot.select(pointOf(chosen));
        plot.setAccessibleText(Messages.text("explain.point.plot") + " " + SampleWords.row(subject, chosen));
    }

    private void begin(Subject subject) {
        int count = subject.setup().rows().dataset().count();
        if (!PointPicker.fits(subject)) {
            RowPicker picker = new RowPicker(
                    IntStream.range(0, count).boxed().toList(),
                    one -> Messages.text(
                            "explain.row.words",
                            SampleWords.row(subject, one),
                            SampleWords.part(subject.setup().rows(), one).toLowerCase(Locale.ROOT)),
                    this::choose);
            VBox.setVgrow(picker, Priority.ALWAYS);
            list = Optional.of(picker);
            getChildren().setAll(picker);
            return;
        }
        list = Optional.empty();
        plot.clearField();
        shown = Optional.empty();
        List<String> names = subject.setup().rows().dataset().inputNames();
        plot.setNames(FeatureLabel.of(names.get(0)), FeatureLabel.of(names.get(1)));
        plot.setScale(Points.scale(subject.setup()));
        plot.setPoints(Points.of(subject.setup(), Optional.empty(), Slice.FIRST_TWO, true));
        int[] train = subject.setup().rows().parts().train();
        int[] test = subject.setup().rows().parts().test();
        order = IntStream.concat(Arrays.stream(train), Arrays.stream(test)).toArray();
        getChildren().setAll(plot);
    }

    private boolean touch(Touch touch) {
        if (touch.phase() == Touch.Phase.PRESS && touch.point() >= 0) {
            choose(order[touch.point()]);
            return true;
        }
        return false;
    }

    /** The arrows go from point to point while all of the plane is shown. */
    private void key(KeyEvent event) {
        Point2D way =
                switch (event.getCode()) {
                    case LEFT -> new Point2D(-1, 0);
                    case RIGHT -> new Point2D(1, 0);
                    case UP -> new Point2D(0, 1);
                    case DOWN -> new Point2D(0, -1);
                    default -> Point2D.ZERO;
                };
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (!way.equals(Point2D.ZERO) && plain && !plot.isZoomed() && order.length > 0) {
            choose(next(way));
            event.consume();
        }
    }

    private void choose(int chosen) {
        model.choice().set(new Choice.Row(chosen));
    }

    private int pointOf(int wanted) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The nearest point of those that lie more in this direction than aside of it; the same where none does. */
    int next(Point2D way) {
        double[][] inputs = rows.orElseThrow().dataset().inputs();
        double[] from = inputs[Math.max(0, row)];
        int best = Math.max(0, row);
        double least = Double.POSITIVE_INFINITY;
        for (int one : order) {
            Point2D to = new Point2D(inputs[one][0] - from[0], inputs[one][1] - from[1]);
            double ahead = to.dotProduct(way);
            double aside = Math.abs(to.crossProduct(way).getZ());
            double far = ahead + 2 * aside;
            if (one != row && ahead > 0 && aside <= ahead && far < least) {
                least = far;
                best = one;
            }
        }
        return best;
    }
}
