package weightroom.ui.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weightroom.plot.Curve;
import weightroom.run.InsightHistory;
import weightroom.run.InsightHistory.Figure;
import weightroom.run.InsightHistory.Series;

/** Figures of the layers as curves over epochs. */
final class InsightCurves {
    private final List<Value> values;
    private final List<List<Curve>> curves = new ArrayList<>();
    private @Nullable InsightHistory history;
    private @Nullable Series last;
    private int taken;

    /** A number that is drawn. */
    interface Value {
        double of(Series series, int entry, int layer);

        /** A figure as it is. */
        static Value of(Figure figure) {
            return (series, entry, layer) -> series.value(entry, layer, figure);
        }
    }

    InsightCurves(Value... values) {
        this.values = List.of(values);
    }

    /** How many layers there are. */
    int layers() {
        return curves.size();
    }

    /** The curve of a layer, of the n-th value. */
    Curve curve(int layer, int value) {
        return curves.get(layer).get(value);
    }

    /** Takes over what was seen since; returns whether there is anything new. */
    @SuppressWarnings("ReferenceEquality") // Another history is another object.
    boolean take(InsightHistory now) {
        Series series = now.series();
        if (series == last) {
            return false;
        }
        boolean goesOn = now == history && last != null && continues(series, last);
        if (!goesOn) {
            taken = 0;
            while (curves.size() > series.layers()) {
                curves.remove(curves.size() - 1);
            }
            curves.forEach(layer -> layer.forEach(Curve::clear));
            while (curves.size() < series.layers()) {
                List<Curve> layer = new ArrayList<>();
                values.forEach(value -> layer.add(new Curve()));
                curves.add(layer);
            }
        }
        history = now;
        last = series;
        for (; taken < series.size(); taken++) {
            for (int l = 0; l < curves.size(); l++) {
                for (int v = 0; v < values.size(); v++) {
                    double y = values.get(v).of(series, taken, l);
                    curves.get(l).get(v).append(series.epoch(taken), y);
                }
            }
        }
        return true;
    }

    /** Whether the entries begin with those before; they do not when some were dropped to make room. */
    private boolean continues(Series series, Series before) {
        return series.layers() == before.layers()
                && series.size() >= taken
                && (taken == 0 || series.step(taken - 1) == before.step(taken - 1));
    }
}
