package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.engine.Loss;
import weightroom.plot.Curve;
import weightroom.plot.Ink;
import weightroom.plot.LinePlot;
import weightroom.plot.Numbers;
import weightroom.run.Autopsy.Findings;
import weightroom.run.Autopsy.Trained;
import weightroom.run.Replay.Reading;
import weightroom.ui.kit.Messages;

/** The curves of a point: its own loss beside the mean of all, and the run with it beside the run without. */
final class PointCharts {
    private static final double WIDTH = 1.75;
    private static final double STRONG = 2.5;

    private final LinePlot own = plot("point-loss", "explain.point.loss.plot");
    private final LinePlot others = plot("point-without", "explain.point.without.plot");

    private static LinePlot plot(String id, String words) {
        LinePlot plot = new LinePlot();
        plot.setId(id);
        plot.getStyleClass().add("loss-curves");
        plot.setAccessibleText(Messages.text(words));
        plot.setEmptyText(Messages.text("explain.point.waits"));
        plot.setLogarithmic(true);
        plot.setNamesAtEnds(true);
        plot.setMinSize(160, 90);
        VBox.setVgrow(plot, Priority.ALWAYS);
        return plot;
    }

    /** The point's own loss. */
    LinePlot own() {
        return own;
    }

    /** The losses of the others. */
    LinePlot others() {
        return others;
    }

    void show(Optional<Findings> findings, Loss loss) {
        String epoch = Messages.text("epoch").toLowerCase(Locale.ROOT);
        String name = loss.inNats() ? Messages.text("loss.nats", loss.label()) : loss.label();
        own.setNames(epoch, name);
        others.setNames(epoch, name);
        own.setLines(findings.map(all -> ownLines(all, loss.inNats())).orElse(List.of()));
        others.setLines(findings.map(all -> otherLines(all, loss.inNats())).orElse(List.of()));
        double here = findings.map(PointCharts::playhead).orElse(Double.NaN);
        own.setPlayhead(here);
        others.setPlayhead(here);
    }

    /** Where the run stands, when it was further before; NaN where it stands at the end of what is shown. */
    private static double playhead(Findings all) {
        Reading reading = all.whole().reading();
        int count = reading.countUpTo(all.past().step());
        return count > 0 && count < reading.size() ? reading.epochs()[count - 1] : Double.NaN;
    }

    private static List<LinePlot.Line> ownLines(Findings all, boolean nats) {
        List<LinePlot.Line> lines = new ArrayList<>();
        Reading reading = all.whole().reading();
        double[] losses = all.whole().losses();
        lines.add(line("this", reading, i -> losses[i], nats, Ink.ACCENT, STRONG));
        lines.add(line("mean", reading, i -> reading.train()[i], nats, Ink.series(0), WIDTH));
        all.without().ifPresent(without -> {
            double[] unseen = without.losses();
            lines.add(line("unseen", without.reading(), i -> unseen[i], nats, Ink.WARN, WIDTH, 4, 3));
        });
        return lines;
    }

    private static List<LinePlot.Line> otherLines(Findings all, boolean nats) {
        if (all.without().isEmpty()) {
            return List.of();
        }
        List<LinePlot.Line> lines = new ArrayList<>();
        Reading with = all.whole().reading();
        Reading without = all.without().get().reading();
        lines.add(line("others.without", without, i -> without.train()[i], nats, Ink.WARN, WIDTH, 4, 3));
        lines.add(line("others.with", with, i -> others(all, i), nats, Ink.series(0), WIDTH));
        if (without.size() > 0 && !Double.isNaN(without.test()[0])) {
            lines.add(line("test.without", without, i -> without.test()[i], nats, Ink.WARN, WIDTH, 1, 4));
            lines.add(line("test.with", with, i -> with.test()[i], nats, Ink.series(1), WIDTH, 6, 4));
        }
        return lines;
    }

    /** Mean loss of the other rows in the run that learns from all: (n·L − Lᵢ)/(n − 1). */
    static double others(Findings all, int i) {
        double n = all.past().setup().rows().parts().train().length;
        Trained whole = all.whole();
        return Math.max(0, (n * whole.reading().train()[i] - whole.losses()[i]) / (n - 1));
    }

    private static LinePlot.Line line(
            String key,
            Reading reading,
            IntToDoubleFunction loss,
            boolean nats,
            Ink ink,
            double width,
            double... dashes) {
        Curve curve = new Curve();
        for (int i = 0; i < reading.size(); i++) {
            double value = loss.applyAsDouble(i);
            curve.append(reading.epochs()[i], Double.isFinite(value) ? value : Double.NaN);
        }
        int last = reading.size() - 1;
        String value = last < 0 ? "" : Numbers.loss(loss.applyAsDouble(last));
        String name =
                Messages.text("explain.point.line." + key, nats ? Messages.text("explain.point.nats", value) : value);
        return new LinePlot.Line(name, curve, ink, width, 1, false, dashes);
    }
}
