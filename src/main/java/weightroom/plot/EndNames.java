package weightroom.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.text.TextAlignment;

/** Names at the right ends of lines: moved apart where they would overlap, each with a leader from its line's end. */
final class EndNames {
    static final double LEADER = 14;
    private static final double MOST = 140;
    private static final double SHARE = 0.25;
    private static final double GAP = 6;

    private final Plot plot;

    /**
     * One name.
     *
     * @param x where the line ends
     * @param y where the line ends
     * @param strong whether it is the emphasized one, which is never left out
     */
    record End(String name, Ink ink, double x, double y, boolean strong) {}

    EndNames(Plot plot) {
        this.plot = plot;
    }

    /** Where lines end that have a point in what is shown; the first of them is the emphasized one. */
    static List<End> of(List<LinePlot.Line> lines, AxesFrame frame) {
        List<End> found = new ArrayList<>();
        for (LinePlot.Line line : lines) {
            Curve curve = line.curve();
            int last = curve.firstFrom(Math.nextUp(frame.x().high())) - 1;
            while (last >= 0 && !Double.isFinite(curve.y(last))) {
                last--;
            }
            if (last >= 0 && curve.x(last) >= frame.x().low()) {
                double x = frame.x().position(curve.x(last));
                double y = Math.max(
                        frame.y().end(), Math.min(frame.y().start(), frame.y().position(curve.y(last))));
                found.add(new End(line.name(), line.ink(), x, y, found.isEmpty()));
            }
        }
        return found;
    }

    /** Pixels right of the axes that names take, which may be those of files and are kept short. */
    double room(List<String> names, double width) {
        return roomUpTo(Math.min(MOST, SHARE * width), names);
    }

    /** The same, for names of which no more is cut off than what lies beyond so many pixels. */
    double roomUpTo(double limit, List<String> names) {
        double most = 0;
        for (String name : names) {
            most = Math.max(most, plot.widthOf(name) * 1.06);
        }
        return names.isEmpty() ? AxesFrame.RIGHT : LEADER + Math.min(most, limit) + GAP;
    }

    /** @param ends the best first; where there is no room for all, the last are left out */
    void draw(Pen pen, AxesFrame frame, List<End> ends, double width) {
        double pitch = Math.ceil(plot.font().getSize() * 1.2);
        int most = (int) Math.max(1, (frame.height() + pitch) / pitch);
        List<End> shown = IntStream.range(0, ends.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> !ends.get(i).strong()))
                .limit(most)
                .sorted()
                .map(ends::get)
                .sorted(Comparator.comparingDouble(End::y))
                .toList();
        double[] wanted = shown.stream().mapToDouble(End::y).toArray();
        double[] places = spread(wanted, pitch, frame.y().end(), frame.y().start());
        double left = frame.x().end();
        for (int i = 0; i < places.length; i++) {
            End end = shown.get(i);
            pen.stroke(plot.ink(end.ink()), 1);
            if (left - end.x() > 1) {
                pen.opacity(0.5);
                pen.stroke(plot.ink(end.ink()), 1, 1, 3);
                pen.line(end.x(), end.y(), left, end.y());
                pen.opacity(1);
                pen.stroke(plot.ink(end.ink()), 1);
            }
            double[] xs = {left, left + 3, left + LEADER - 5, left + LEADER - 3};
            pen.polyline(xs, new double[] {end.y(), end.y(), places[i], places[i]}, 4);
            pen.font(end.strong() ? plot.boldFont() : plot.font());
            String name = plot.fitted(end.name(), (width - left - LEADER) / (end.strong() ? 1.06 : 1));
            plot.text(pen, name, left + LEADER, places[i], TextAlignment.LEFT, end.strong() ? Ink.STRONG : Ink.TEXT);
        }
        pen.font(plot.font());
    }

    /**
     * Moves places apart so that neighbours are at least {@code gap} apart, all lie within bounds and the sum of squared
     * moves is least: neighbours that would meet form a group that moves as one (pool adjacent violators).
     *
     * @param wanted ascending
     * @return ascending; closer than {@code gap} only where there is no room for all
     */
    static double[] spread(double[] wanted, double gap, double low, double high) {
        int n = wanted.length;
        double step = n > 1 ? Math.min(gap, (high - low) / (n - 1)) : gap;
        double[] sums = new double[n];
        int[] sizes = new int[n];
        int groups = 0;
        for (int i = 0; i < n; i++) {
            sums[groups] = wanted[i] - i * step;
            sizes[groups++] = 1;
            while (groups > 1 && sums[groups - 2] / sizes[groups - 2] > sums[groups - 1] / sizes[groups - 1]) {
                groups--;
                sums[groups - 1] += sums[groups];
                sizes[groups - 1] += sizes[groups];
            }
        }
        double[] places = new double[n];
        int i = 0;
        for (int group = 0; group < groups; group++) {
            double base = sums[group] / sizes[group];
            base = Math.max(low, Math.min(high - (n - 1) * step, base));
            Arrays.fill(places, i, i + sizes[group], base);
            i += sizes[group];
        }
        for (int k = 0; k < n; k++) {
            places[k] += k * step;
        }
        return places;
    }
}
