package weightroom.ui.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weightroom.lesson.Condition;
import weightroom.lesson.Metric;
import weightroom.lesson.Part;
import weightroom.lesson.Part.Answer;
import weightroom.plot.Curve;
import weightroom.plot.Ink;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.ui.charts.LossOverlay;
import weightroom.ui.kit.Messages;

/** What a step of a lesson wants to be seen over the plot of the loss. */
final class Overlays {
    private Overlays() {}

    /** The prediction whose curve is still to be drawn. */
    static Optional<Place> toDraw(LessonModel model) {
        return model.here(Part.Predict.class).stream()
                .filter(place -> model.prediction(place).question().answer() instanceof Answer.Drawn
                        && model.prediction(place).state() == Prediction.State.OPEN)
                .findFirst();
    }

    static LossOverlay of(LessonModel model) {
        List<LinePlot.Line> lines = new ArrayList<>();
        for (Place place : model.here(Part.Predict.class)) {
            Prediction prediction = model.prediction(place);
            if (prediction.state() != Prediction.State.OPEN
                    && prediction.given().orElse(null) instanceof Prediction.Given.Curve drawn) {
                lines.add(line("learn.draw.line", drawn.points(), Ink.ACCENT, 6, 3));
                if (prediction.remembered() && !prediction.truth().isEmpty()) {
                    lines.add(line("learn.draw.before", prediction.truth(), Ink.MUTED));
                }
            }
        }
        List<LinePlot.Mark> marks = model.milestones(model.run().snapshot().get()).stream()
                .map(mark ->
                        new LinePlot.Mark(mark.at().epoch(), Messages.text("learn.milestone.epoch", Numbers.count((long)
                                mark.at().epoch()))))
                .sorted(Comparator.comparingDouble(LinePlot.Mark::x))
                .toList();
        return new LossOverlay(band(model), marks, lines);
    }

    private static LinePlot.Line line(String key, List<Prediction.Point> points, Ink ink, double... dashes) {
        Curve curve = new Curve();
        points.forEach(point -> curve.append(point.epoch(), point.value()));
        return new LinePlot.Line(Messages.text(key), curve, ink, 2, 1, false, dashes);
    }

    /** The losses that the first goal asks for, where it asks for a loss below a number. */
    private static Optional<LinePlot.Band> band(LessonModel model) {
        return model.here(Part.Goal.class).stream()
                .map(place -> model.goal(place).wanted().reach())
                .filter(Overlays::wantsLoss)
                .map(condition -> ((Condition.Side.Constant) condition.right()).value())
                .map(bound ->
                        new LinePlot.Band(0, bound, bound, Messages.text("learn.band", Numbers.significant(bound, 3))))
                .findFirst();
    }

    private static boolean wantsLoss(Condition condition) {
        return condition.left() instanceof Condition.Side.Measured measured
                && measured.metric().kind() == Metric.Kind.TRAIN_LOSS
                && condition.right() instanceof Condition.Side.Constant
                && (condition.operator() == Condition.Operator.LESS
                        || condition.operator() == Condition.Operator.AT_MOST);
    }
}
