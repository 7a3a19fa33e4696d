package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import weightroom.explain.Phase;
import weightroom.explain.Phase.Step;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.explain.CardLayout.Placed;
import weightroom.ui.explain.CardLayout.Wired;

/** Draws the links, the way back from the loss, and the dash that runs along them when a phase begins. */
final class WirePainter {
    private static final double PER_WEIGHT = 3.2;
    /** Beyond it a link would hide what lies beside it. */
    private static final double WIDEST = 11;

    private static final double FAINT = 0.6;
    /** Among so many that labels are left out. */
    private static final double FAINTER = 0.4;

    /** Of the way, taken by the dash. */
    private static final double DASH = 0.3;

    private static final double BESIDE = 8;

    private final GraphicsContext g;
    private final CardPen pen;
    private final CardPicture picture;

    WirePainter(GraphicsContext g, CardCanvas canvas, CardPicture picture) {
        this.g = g;
        this.picture = picture;
        pen = new CardPen(g, canvas);
    }

    /** Width of a link. */
    static double width(double weight) {
        return Math.min(WIDEST, 1 + PER_WEIGHT * Math.abs(weight));
    }

    /** Where labels are missing, a sign is told by dashes as well as by the colour. */
    static double[] dashes(CardLayout layout, boolean negative) {
        return negative && !layout.complete() ? new double[] {9, 3} : new double[0];
    }

    private static Quantity weight(Wired wired) {
        return Quantity.weight(
                wired.wire().layer(), wired.wire().unit(), wired.wire().input());
    }

    void draw() {
        rests();
        stalks();
        List<Wired> ordered = new ArrayList<>(picture.layout().wires());
        ordered.sort(Comparator.<Wired, Boolean>comparing(wired -> lit(wired))
                .thenComparingDouble(wired -> Math.abs(picture.words().value(weight(wired)))));
        double faint = picture.layout().complete() ? FAINT : FAINTER;
        for (Wired wired : ordered) {
            double value = picture.words().value(weight(wired));
            Color color = pen.ink(value < 0 ? CardInk.NEGATIVE : CardInk.POSITIVE);
            g.setStroke(lit(wired) ? color : color.deriveColor(0, 1, 1, faint));
            g.setLineWidth(width(value));
            g.setLineDashes(dashes(picture.layout(), value < 0));
            g.strokeLine(wired.x1(), wired.y1(), wired.x2(), wired.y2());
        }
        if (picture.layout().derivatives()) {
            ordered.stream()
                    .filter(wired -> picture.onPath(wired.wire()) && isBack(wired))
                    .forEach(this::back);
        }
        toLoss();
        ordered.stream()
                .filter(wired -> wired.label().isEmpty())
                .filter(wired -> picture.focused().filter(wired.wire()::equals).isPresent())
                .forEach(this::focus);
    }

    /** Where the keyboard is on a link without a label. */
    private void focus(Wired wired) {
        double x = (wired.x1() + wired.x2()) / 2;
        double y = (wired.y1() + wired.y2()) / 2;
        pen.focus(new Box(x - 4, y - 4, 8, 8), 4);
    }

    private boolean lit(Wired wired) {
        return picture.onPath(wired.wire())
                || picture.hovered().filter(wired.wire()::equals).isPresent()
                || picture.focused().filter(wired.wire()::equals).isPresent();
    }

    /** Whether the gradient has come back over a link. */
    private boolean isBack(Wired wired) {
        Quantity weight = weight(wired);
        Quantity before = Quantity.unit(Kind.D_ACTIVATION, weight.layer() - 1, weight.input());
        return picture.known().test(weight.as(Kind.D_WEIGHT))
                || weight.layer() > 0 && picture.known().test(before);
    }

    /** The rose arrow beside a link of the path, against its direction. */
    private void back(Wired wired) {
        double length = Math.hypot(wired.x2() - wired.x1(), wired.y2() - wired.y1());
        double across = BESIDE + width(picture.words().value(weight(wired))) / 2 - 2;
        double dx = -(wired.y2() - wired.y1()) / length * across;
        double dy = (wired.x2() - wired.x1()) / length * across;
        pen.arrow(wired.x2() - 2 + dx, wired.y2() + dy, wired.x1() + 4 + dx, wired.y1() + dy, CardInk.BACKWARD, true);
    }

    /** From folded units to the units of the next layer on the path, and back. */
    private void rests() {
        g.setLineDashes(2, 4);
        g.setLineWidth(1);
        g.setStroke(pen.ink(CardInk.MUTED));
        for (Placed from : picture.layout().cards()) {
            for (Placed to : picture.layout().cards()) {
                boolean neighbours =
                        to.column() == from.column() + 1 && !(to.card().spot() instanceof Spot.Loss);
                boolean folded =
                        from.card().spot() instanceof Spot.Rest || to.card().spot() instanceof Spot.Rest;
                if (neighbours && folded) {
                    g.strokeLine(
                            from.box().right(),
                            from.box().centerY(),
                            to.box().x(),
                            to.box().centerY());
                }
            }
        }
        g.setLineDashes();
    }

    private void stalks() {
        for (Placed placed : picture.layout().cards()) {
            placed.own().ifPresent(own -> {
                double value = picture.words().value(placed.card().own().get(0));
                Color color = pen.ink(value < 0 ? CardInk.NEGATIVE : CardInk.POSITIVE);
                g.setStroke(color.deriveColor(0, 1, 1, FAINT));
                g.setLineWidth(width(value));
                g.setLineDashes();
                double x = placed.box().centerX();
                g.strokeLine(x, own.centerY(), x, placed.box().centerY());
            });
        }
    }

    /** From the output to the loss, which stands beside or below it. */
    private Optional<double[]> lossLine(Placed output) {
        return picture.layout().card(new Spot.Loss()).map(loss -> {
            Box from = output.box();
            Box to = loss.box();
            return to.x() > from.right()
                    ? new double[] {from.right() + 2, from.centerY(), to.x() - 3, to.centerY()}
                    : new double[] {from.centerX(), from.bottom() + 2, to.centerX(), to.y() - 3};
        });
    }

    /** Whether the gradient has come back to an output on the path. */
    private boolean isBack(Placed output) {
        return picture.onPath(output.card().spot())
                && output.card().backward().stream().anyMatch(picture.known());
    }

    private List<Placed> outputs() {
        int last = picture.cards().columns().size() - 2;
        return picture.layout().cards().stream()
                .filter(placed -> placed.column() == last)
                .toList();
    }

    private void toLoss() {
        List<Placed> outputs = outputs();
        for (Placed output : outputs) {
            lossLine(output).ifPresent(line -> {
                boolean below = line[2] < output.box().right();
                boolean alone = outputs.size() == 1;
                double dx = below ? BESIDE : 0;
                double dy = below ? 0 : alone ? BESIDE : 4;
                pen.arrow(line[0] - dx, line[1] - dy, line[2] - dx, line[3] - dy, CardInk.FORWARD, false);
                if (picture.layout().derivatives() && isBack(output)) {
                    pen.arrow(line[2] + dx, line[3] + dy, line[0] + dx, line[1] + dy, CardInk.BACKWARD, true);
                }
            });
        }
    }

    /**
     * The dash along what a phase follows.
     *
     * @param share of its time that has gone by, from 0 to 1
     */
    void dash(Phase phase, double share) {
        boolean forward = phase.step().forward();
        g.setStroke(pen.ink(forward ? CardInk.FORWARD : CardInk.BACKWARD));
        g.setLineWidth(3.5);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineDashes();
        for (double[] line : lines(phase)) {
            double at = share * (1 + DASH);
            double low = Math.max(0, at - DASH);
            double high = Math.min(1, at);
            double a = forward ? low : 1 - low;
            double b = forward ? high : 1 - high;
            double dx = line[2] - line[0];
            double dy = line[3] - line[1];
            g.strokeLine(line[0] + a * dx, line[1] + a * dy, line[0] + b * dx, line[1] + b * dy);
        }
        g.setLineCap(StrokeLineCap.BUTT);
    }

    /** The links along which numbers go in a phase. */
    private List<double[]> lines(Phase phase) {
        int last = picture.cards().columns().size() - 3;
        Step step = phase.step();
        boolean fromLoss = step == Step.D_ACTIVATION && phase.layer() == last;
        if (step == Step.LOSS || fromLoss) {
            return outputs().stream()
                    .flatMap(output -> lossLine(output).stream())
                    .toList();
        }
        boolean normalizes = step == Step.SUM
                && picture.words()
                        .pass()
                        .subject()
                        .network()
                        .layers()
                        .get(phase.layer())
                        .batchNorm();
        if (step == Step.NORMALIZE || step == Step.OUTPUT || (step == Step.SUM && !normalizes)) {
            return linesInto(phase.layer());
        }
        if (step == Step.D_ACTIVATION) {
            return linesInto(phase.layer() + 1);
        }
        return step == Step.D_PARAMETERS
                ? picture.layout().wires().stream().map(Wired::line).toList()
                : List.of();
    }

    private List<double[]> linesInto(int layer) {
        return picture.layout().wires().stream()
                .filter(wired -> wired.wire().layer() == layer)
                .map(Wired::line)
                .toList();
    }
}
