package weightroom.plot;

import java.util.Arrays;
import java.util.List;
import javafx.scene.text.TextAlignment;

/**
 * A nerve cell as biology books draw it: dendrites that are the thicker the more they count, at their ends the synapses, the
 * soma, which glows when the cell fires, and the axon with its endings.
 */
public final class NerveCellPlot extends Plot {
    private static final int SOMA_CORNERS = 48;
    private static final int SHEATHS = 4;
    /** In a picture of fewer letters' heights there is room for the names of parts only. */
    private static final double BRIEF = 34;

    private List<Dendrite> dendrites = List.of();
    private double strength;
    private boolean fires;
    private Words words = new Words("", "", "", "");

    /**
     * One input.
     *
     * @param active whether a signal comes in here
     */
    public record Dendrite(double weight, boolean active) {}

    /** What parts are called and, after a colon, what they are in an artificial neuron. */
    public record Words(String dendrites, String synapses, String soma, String axon) {}

    public NerveCellPlot() {
        getStyleClass().add("nerve-cell-plot");
    }

    /**
     * Shows a cell.
     *
     * @param strength how strongly it answers, 0 to 1
     */
    public void setCell(List<Dendrite> inputs, double strength, boolean fires) {
        dendrites = List.copyOf(inputs);
        this.strength = strength;
        this.fires = fires;
        requestDraw();
    }

    public void setWords(Words words) {
        this.words = words;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        double em = font().getSize();
        double top = 1.6 * em;
        double middle = (top + height - 1.6 * em) / 2 + 0.2 * em;
        double somaX = 0.44 * width;
        double radius = Math.max(8, Math.min(0.26 * (height - 3 * em), 0.09 * width));
        double left = 0.05 * width;
        drawAxon(pen, somaX + radius, middle, width - 0.04 * width, radius);
        for (int i = 0; i < dendrites.size(); i++) {
            double y = top + (i + 0.5) * (height - 1.4 * em - top) / dendrites.size();
            drawDendrite(pen, dendrites.get(i), left, y, somaX - 0.75 * radius, middle, radius);
        }
        drawSoma(pen, somaX, middle, radius);
        boolean brief = width < BRIEF * em;
        text(
                pen,
                fitted(said(words.synapses(), brief), 0.24 * width),
                left,
                height - 0.7 * em,
                TextAlignment.LEFT,
                Ink.TEXT);
        text(pen, fitted(said(words.dendrites(), brief), 0.34 * width), left, 0.7 * em, TextAlignment.LEFT, Ink.TEXT);
        text(
                pen,
                fitted(said(words.soma(), brief), 0.44 * width),
                somaX,
                height - 0.7 * em,
                TextAlignment.CENTER,
                Ink.TEXT);
        text(pen, fitted(said(words.axon(), brief), 0.4 * width), width - 6, 0.7 * em, TextAlignment.RIGHT, Ink.TEXT);
    }

    private static String said(String words, boolean brief) {
        int end = words.indexOf(':');
        return brief && end > 0 ? words.substring(0, end) : words;
    }

    private void drawDendrite(Pen pen, Dendrite one, double x, double y, double toX, double toY, double radius) {
        double size = Math.abs(one.weight());
        double width = 1 + Math.min(7, 3.2 * size);
        double bend = x + 0.55 * (toX - x);
        double arrive = toY + 0.45 * Math.max(-radius, Math.min(radius, y - toY));
        pen.opacity(one.active() ? 1 : 0.5);
        pen.stroke(ink(one.weight() < 0 ? Ink.NEGATIVE : Ink.POSITIVE), width);
        double[] end = {toX, arrive};
        Strokes.curve(pen, new double[] {x, y}, new double[] {bend, y}, new double[] {bend, arrive}, end);
        // Two twigs, thinner than the branch they grow on.
        pen.stroke(ink(one.weight() < 0 ? Ink.NEGATIVE : Ink.POSITIVE), Math.max(0.8, 0.45 * width));
        double twig = 0.10 * (toX - x);
        for (int side = -1; side <= 1; side += 2) {
            double[] tip = {x + 0.3 * twig, y + side * 0.8 * twig};
            double[] root = {x + 2.4 * twig, y};
            Strokes.curve(pen, tip, new double[] {x + twig, tip[1]}, new double[] {x + 1.5 * twig, y}, root);
        }
        pen.opacity(1);
        pen.fill(ink(one.active() ? Ink.FORWARD : Ink.EMPTY));
        pen.fillCircle(x, y, 5);
        pen.stroke(ink(Ink.MUTED), 1);
        pen.strokeCircle(x, y, 5);
    }

    private void drawAxon(Pen pen, double x, double y, double end, double radius) {
        double ends = end - 1.1 * radius;
        pen.stroke(ink(fires ? Ink.ACCENT : Ink.MUTED), fires ? 4 : 3);
        pen.line(x - 0.3 * radius, y, ends, y);
        double pitch = (ends - x - 0.5 * radius) / SHEATHS;
        pen.fill(ink(fires ? Ink.ACCENT_TINT : Ink.EMPTY));
        for (int i = 0; i < SHEATHS; i++) {
            pen.fillRect(x + 0.5 * radius + i * pitch, y - 5, 0.8 * pitch, 10, 5);
        }
        pen.stroke(ink(fires ? Ink.ACCENT : Ink.MUTED), 1);
        for (int i = 0; i < SHEATHS; i++) {
            pen.strokeRect(x + 0.5 * radius + i * pitch, y - 5, 0.8 * pitch, 10, 5);
        }
        pen.stroke(ink(fires ? Ink.ACCENT : Ink.MUTED), fires ? 2.5 : 1.75);
        pen.fill(ink(fires ? Ink.ACCENT : Ink.MUTED));
        for (int i = -1; i <= 1; i++) {
            double tip = y + 0.8 * i * radius;
            Strokes.link(pen, ends, y, end - 4, tip);
            pen.fillCircle(end - 4, tip, fires ? 4.5 : 3.5);
        }
    }

    private void drawSoma(Pen pen, double x, double y, double radius) {
        if (fires) {
            pen.fill(ink(Ink.ACCENT));
            for (int ring = 3; ring >= 1; ring--) {
                pen.opacity((0.06 + 0.08 * strength) * (4 - ring) / 2);
                pen.fillCircle(x, y, radius * (1 + 0.22 * ring));
            }
            pen.opacity(1);
        }
        double[] xs = new double[SOMA_CORNERS];
        double[] ys = new double[SOMA_CORNERS];
        for (int i = 0; i < SOMA_CORNERS; i++) {
            double angle = 2 * Math.PI * i / SOMA_CORNERS;
            double r = radius * (1 + 0.07 * Math.cos(5 * angle) + 0.05 * Math.sin(3 * angle));
            xs[i] = x + r * Math.cos(angle);
            ys[i] = y + r * Math.sin(angle);
        }
        pen.fill(ink(fires ? Ink.ACCENT : Ink.NOTE));
        pen.fillPolygon(xs, ys, SOMA_CORNERS);
        double[] roundX = Arrays.copyOf(xs, SOMA_CORNERS + 1);
        double[] roundY = Arrays.copyOf(ys, SOMA_CORNERS + 1);
        roundX[SOMA_CORNERS] = xs[0];
        roundY[SOMA_CORNERS] = ys[0];
        pen.stroke(ink(fires ? Ink.ACCENT : Ink.MUTED), 1.75);
        pen.polyline(roundX, roundY, SOMA_CORNERS + 1);
        pen.fill(ink(fires ? Ink.SURFACE : Ink.MUTED));
        pen.opacity(0.7);
        pen.fillCircle(x + 0.08 * radius, y, 0.3 * radius);
        pen.opacity(1);
    }

    /** Every dendrite, then whether the cell fires. */
    @Override
    Table table() {
        Table table = new Table("dendrite", "weight", "active");
        for (int i = 0; i < dendrites.size(); i++) {
            table.row(
                    (double) (i + 1),
                    dendrites.get(i).weight(),
                    dendrites.get(i).active());
        }
        return table.row("fires", fires, "");
    }
}
