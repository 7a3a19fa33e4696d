package weightroom.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The curves of a race plot: worked out from arrays, and drawn in front of one another. */
final class RaceLines {
    private static final double FUTURE = 0.32;
    private static final double RAW = 0.22;
    private static final double SEED = 0.4;
    private static final int MARKERS = 10;
    /** By how much of their distance the markers of a lane are ahead of those of the lane before. */
    private static final double OFFSET = 0.15;
    /** How far beyond the values that lanes began with one that diverges is followed. */
    private static final double FAR = 100;

    private static final double NEAR = 3;

    private final Plot plot;
    private final Map<Integer, RaceCurve> curves = new HashMap<>();
    private List<RacePlot.Line> lines = List.of();
    private List<LinePlot.Line> seeds = List.of();
    private List<KeptTrace> seedTraces = List.of();
    private Optional<LinePlot.Fan> fan = Optional.empty();
    private int seedLane = -1;
    private int bandLane = -1;
    private int smoothing = 1;

    RaceLines(Plot plot) {
        this.plot = plot;
    }

    void setLines(List<RacePlot.Line> shown) {
        lines = shown;
        curves.keySet()
                .retainAll(shown.stream().map(line -> line.style().lane()).toList());
        lines.forEach(this::update);
    }

    void setSmoothing(int points) {
        smoothing = points;
        lines.forEach(this::update);
    }

    private void update(RacePlot.Line line) {
        curve(line).show(line.xs(), line.ys(), smoothing);
    }

    void setBand(Optional<RacePlot.Band> band) {
        bandLane = band.map(RacePlot.Band::lane).orElse(-1);
        fan = band.map(one -> new LinePlot.Fan(
                curve(one.xs(), one.low()),
                curve(one.xs(), one.high()),
                LaneStyle.of(one.lane()).ink()));
    }

    void setSeeds(int lane, List<RacePlot.Seed> shown) {
        seedLane = lane;
        seedTraces = shown.stream().map(seed -> new KeptTrace()).toList();
        seeds = shown.stream()
                .map(seed -> new LinePlot.Line(
                        seed.name(),
                        curve(seed.xs(), seed.ys()),
                        LaneStyle.of(lane).ink(),
                        1,
                        SEED,
                        true))
                .toList();
    }

    private static Curve curve(double[] xs, double[] ys) {
        Curve curve = new Curve();
        for (int i = 0; i < xs.length; i++) {
            curve.append(xs[i], ys[i]);
        }
        return curve;
    }

    private RaceCurve curve(RacePlot.Line line) {
        return curves.computeIfAbsent(line.style().lane(), lane -> new RaceCurve());
    }

    List<RacePlot.Line> lines() {
        return lines;
    }

    /** The single seeds shown, and whose they are. */
    List<LinePlot.Line> seeds() {
        return seeds;
    }

    int seedLane() {
        return seedLane;
    }

    boolean smoothed() {
        return smoothing > 1;
    }

    Curve raw(RacePlot.Line line) {
        return curve(line).raw();
    }

    Curve smooth(RacePlot.Line line) {
        return curve(line).smooth();
    }

    List<Curve> curves() {
        return lines.stream().map(this::raw).toList();
    }

    /** All curves, the band last, for the table. */
    List<LinePlot.Line> rows() {
        List<LinePlot.Line> rows = new ArrayList<>();
        for (RacePlot.Line line : lines) {
            rows.add(new LinePlot.Line(line.name(), raw(line), line.style().ink(), 1, 1, false));
            if (line.style().lane() == seedLane) {
                seeds.forEach(seed -> rows.add(
                        new LinePlot.Line(line.name() + " " + seed.name(), seed.curve(), seed.ink(), 1, 1, false)));
            }
            if (line.style().lane() == bandLane) {
                fan.ifPresent(band -> {
                    rows.add(new LinePlot.Line(line.name() + " low", band.low(), band.ink(), 1, 1, false));
                    rows.add(new LinePlot.Line(line.name() + " high", band.high(), band.ink(), 1, 1, false));
                });
            }
        }
        return rows;
    }

    /** Room for all values and the target, but not for what climbs far beyond where the lanes began. */
    Span span(Span x, boolean logarithmic, double target) {
        double began = Double.NEGATIVE_INFINITY;
        double low = Double.isNaN(target) ? Double.POSITIVE_INFINITY : target;
        double high = -low;
        for (RacePlot.Line line : lines) {
            Curve curve = raw(line);
            int from = Math.max(0, curve.firstFrom(x.low()) - 1);
            int to = Math.min(curve.size(), curve.firstFrom(x.high()) + 1);
            low = Math.min(low, curve.low(from, to));
            high = Math.max(high, curve.high(from, to));
            began = Math.max(began, curve.size() > 0 && !Double.isNaN(curve.y(0)) ? curve.y(0) : began);
        }
        double most = Math.max(began * (logarithmic ? FAR : NEAR), Double.isNaN(target) ? began : target);
        return Range.y(low, began > 0 && most > low ? Math.min(high, most) : high, logarithmic);
    }

    /** A value's place, moved to the edge where it lies beyond. */
    static double within(AxesFrame frame, double value) {
        double at = frame.y().logarithmic() && value <= 0
                ? frame.y().start()
                : frame.y().position(value);
        return Math.max(frame.y().end(), Math.min(frame.y().start(), at));
    }

    void draw(Pen pen, AxesFrame frame, int emphasized) {
        frame.clip(pen);
        fan.ifPresent(band -> LineTrace.of(band, frame, pen.scale()).draw(plot, pen, 1));
        List<RacePlot.Line> order = new ArrayList<>();
        lines.forEach(line -> order.add(line.style().lane() == emphasized ? order.size() : 0, line));
        for (RacePlot.Line line : order) {
            if (smoothed()) {
                LinePlot.Line faint =
                        new LinePlot.Line(line.name(), raw(line), line.style().ink(), 1, RAW, true);
                drawParted(pen, frame, line, curve(line).rawTrace(faint, frame, pen.scale()));
            }
            if (line.style().lane() == seedLane) {
                for (int i = 0; i < seeds.size(); i++) {
                    LineTrace trace = seedTraces.get(i).of(seeds.get(i), 0, frame, pen.scale());
                    drawParted(pen, frame, line, trace);
                }
            }
        }
        for (RacePlot.Line line : order) {
            boolean strong = line.style().lane() == emphasized;
            LinePlot.Line main = new LinePlot.Line(
                    line.name(),
                    smooth(line),
                    line.style().ink(),
                    strong ? LaneStyle.EMPHASIZED : LaneStyle.WIDTH,
                    1,
                    false,
                    line.style().dashes());
            drawParted(pen, frame, line, curve(line).smoothTrace(main, frame, pen.scale()));
            drawMarkers(pen, frame, line);
        }
        pen.opacity(1);
        pen.unclip();
    }

    /** Draws the past as it is and the future faintly. */
    private void drawParted(Pen pen, AxesFrame frame, RacePlot.Line line, LineTrace trace) {
        double start = frame.x().start();
        if (line.present() >= frame.x().high()) {
            trace.draw(plot, pen, 1);
        } else {
            double present = Math.max(start, frame.x().position(line.present()));
            trace.between(start, present).draw(plot, pen, 1);
            trace.between(present, frame.x().end()).draw(plot, pen, FUTURE);
        }
        pen.opacity(1);
    }

    private void drawMarkers(Pen pen, AxesFrame frame, RacePlot.Line line) {
        Curve curve = smooth(line);
        double step = Ticks.niceStep((frame.x().high() - frame.x().low()) / MARKERS);
        double first = OFFSET * line.style().lane() % 1 * step;
        int before = -1;
        for (double k = Math.ceil((frame.x().low() - first) / step);
                k * step + first <= frame.x().high();
                k++) {
            int i = curve.firstFrom(k * step + first);
            if (i == before || i >= curve.size() || curve.x(i) > frame.x().high()) {
                continue;
            }
            before = i;
            double y = frame.y().position(curve.y(i));
            if (i > 0 && y >= frame.y().end() && y <= frame.y().start()) {
                pen.opacity(curve.x(i) <= line.present() ? 1 : FUTURE);
                line.style().drawMarker(plot, pen, frame.x().position(curve.x(i)), y);
            }
        }
        pen.opacity(1);
    }
}
