package weightroom.ui.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import weightroom.engine.Optimizer;
import weightroom.plot.Numbers;
import weightroom.surface.Verdict;
import weightroom.surface.Walk;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.TimelineReading;
import weightroom.ui.model.TimelineReading.Curve;
import weightroom.ui.model.TimelineReading.Epochs;
import weightroom.ui.model.TimelineReading.Flag;
import weightroom.ui.model.TimelineReading.Span;

/** What the timeline shows of balls on a surface; its places are steps. */
final class SurfaceTimeline {
    private SurfaceTimeline() {}

    static TimelineReading of(SurfaceModel model) {
        int latest = model.latest();
        String words = model.at() < latest
                ? Messages.text("surface.place", Numbers.count(model.at()), Numbers.count(latest))
                : Messages.text("surface.end", Numbers.count(latest));
        Epochs epochs = new Epochs(
                latest, 1, step -> step <= latest ? OptionalLong.of(Math.round(step)) : OptionalLong.empty());
        return new TimelineReading(
                span(model), words, curve(model), List.of(), epochs, flags(model), Optional.empty(), model.past());
    }

    static Span span(SurfaceModel model) {
        return new Span(0, model.at(), model.latest());
    }

    /** How high the chosen ball was. */
    private static Curve curve(SurfaceModel model) {
        if (model.shown().isEmpty()) {
            return Curve.NONE;
        }
        Walk walk = model.walk(model.chosen());
        int last = Math.min(model.latest(), walk.known());
        int points = Math.min(Curve.POINTS, last + 1);
        long[] places = new long[points];
        double[] losses = new double[points];
        for (int i = 0; i < points; i++) {
            places[i] = points == 1 ? 0 : (long) i * last / (points - 1);
            losses[i] = walk.at((int) places[i]).value();
        }
        return new Curve(places, losses);
    }

    /** Where balls have reached a minimum, or left. */
    private static List<Flag> flags(SurfaceModel model) {
        List<Flag> flags = new ArrayList<>();
        for (Optimizer optimizer : model.shown()) {
            Verdict verdict = model.walk(optimizer).verdict(model.latest());
            if (verdict.ended() || verdict.kind() == Verdict.Kind.REACHED) {
                flags.add(new Flag(
                        Flag.Kind.LANE,
                        SurfaceModel.OPTIMIZERS.indexOf(optimizer),
                        verdict.step(),
                        optimizer.label(),
                        VerdictWords.of(optimizer, verdict) + "\n" + Messages.text("surface.flag.help")));
            }
        }
        return flags;
    }
}
