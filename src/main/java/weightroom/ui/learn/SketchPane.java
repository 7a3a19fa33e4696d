package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.lesson.Part.Answer;
import weightroom.plot.SketchPlot;
import weightroom.run.History;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.learn.Prediction.Point;

/** Where the curve of a prediction is drawn, in the place of the plot that it is about. */
final class SketchPane extends VBox {
    private static final double ROOM_ABOVE = 1.25;

    private final Place place;

    SketchPane(LessonModel model, Place place) {
        this.place = place;
        Prediction prediction = model.prediction(place);
        Answer.Drawn drawn = (Answer.Drawn) prediction.question().answer();
        double[] xs = new double[Prediction.HANDLES];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = (double) drawn.epochs() * i / (xs.length - 1);
        }
        History history = model.run().snapshot().get().history();
        double first = history.size() > 0 && Double.isFinite(history.train(0)) ? history.train(0) : 1;
        double[] ys = new double[xs.length];
        Arrays.fill(ys, first);
        double top = first * ROOM_ABOVE;
        if (prediction.given().orElse(null) instanceof Prediction.Given.Curve before) {
            for (int i = 0; i < ys.length; i++) {
                ys[i] = before.points().get(i).value();
                top = Math.max(top, ys[i]);
            }
        }
        SketchPlot plot = new SketchPlot(xs, ys, top, Messages.text("learn.draw.line"));
        plot.plot().setId("sketch-plot");
        plot.plot().setAccessibleText(Messages.text("learn.draw.plot"));
        plot.plot()
                .setNames(
                        Messages.text("epoch").toLowerCase(Locale.ROOT),
                        drawn.over().toString());
        plot.setOnDrawn(values -> {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                points.add(new Point(xs[i], values[i]));
            }
            model.give(place, new Prediction.Given.Curve(points));
        });
        getStyleClass().add("chart-panel");
        setMinSize(0, 0);
        HBox head = new HBox(
                Controls.label(Messages.text("learn.draw.title"), "title"),
                Controls.label(Messages.text("learn.draw.keys"), "hint"));
        head.getStyleClass().add("panel-head");
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head, plot);
    }

    Place place() {
        return place;
    }
}
