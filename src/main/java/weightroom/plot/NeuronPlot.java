package weightroom.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * One neuron with its numbers: inputs and the bias's own 1 on the left, the weights on the links, the products, the sum, the
 * curve of the activation with the place of this sum on it, the output, and below it the target.
 */
public final class NeuronPlot extends Plot {
    private static final int DIGITS = 3;

    private Words words = new Words("", "", "", "");
    private String functionName = "";
    private DoubleUnaryOperator function = z -> z;
    private @Nullable Cell cell;
    private boolean covered;

    /**
     * One input.
     *
     * @param name as it stands above its number
     */
    public record Input(String name, double value, double weight) {
        double product() {
            return value * weight;
        }
    }

    /**
     * The neuron and its row.
     *
     * @param inputs at least one, without the bias
     * @param target NaN for none
     * @param fires whether sum and output are shown as saying yes
     */
    public record Cell(List<Input> inputs, double bias, double sum, double output, double target, boolean fires) {
        public Cell {
            inputs = List.copyOf(inputs);
        }
    }

    /** What parts are called. */
    public record Words(String bias, String sum, String output, String target) {}

    public NeuronPlot() {
        getStyleClass().add("neuron-plot");
    }

    public void setCell(Cell cell) {
        this.cell = cell;
        requestDraw();
    }

    /** Shows an activation; its name stands above its curve. */
    public void setFunction(String name, DoubleUnaryOperator function) {
        functionName = name;
        this.function = function;
        requestDraw();
    }

    /** Whether a question mark stands for everything that the neuron works out. */
    public void setCovered(boolean covered) {
        this.covered = covered;
        requestDraw();
    }

    public void setWords(Words words) {
        this.words = words;
        requestDraw();
    }

    /** The middle of the circle with the sum, for a picture of this size. */
    public double sumX(double width) {
        Cell now = cell;
        return new NeuronPlaces(font().getSize(), now == null ? 1 : now.inputs().size() + 1, width, 1).sumX();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        Cell now = cell;
        if (now == null) {
            return;
        }
        int rows = now.inputs().size() + 1;
        NeuronPlaces places = new NeuronPlaces(font().getSize(), rows, width, height);
        for (int i = 0; i < rows; i++) {
            Input input = i < now.inputs().size() ? now.inputs().get(i) : new Input(words.bias(), 1, now.bias());
            drawLink(pen, places, i, input);
        }
        for (int i = 0; i < rows; i++) {
            boolean bias = i == now.inputs().size();
            Input input =
                    bias ? new Input(words.bias(), 1, now.bias()) : now.inputs().get(i);
            drawInput(pen, places, i, input, bias);
        }
        drawArrows(pen, places);
        drawSum(pen, places, now);
        drawCurve(pen, places, now);
        drawOutput(pen, places, now);
    }

    private void drawLink(Pen pen, NeuronPlaces places, int row, Input input) {
        double y = places.rowY(row);
        double strength = Math.abs(input.weight());
        pen.opacity(0.22 + 0.63 * Math.min(1, strength / 2.2));
        pen.stroke(ink(input.weight() < 0 ? Ink.NEGATIVE : Ink.POSITIVE), 0.5 + Math.min(5, 1.7 * strength));
        pen.line(places.inputRight(), y, places.productLeft(), y);
        Strokes.link(pen, places.productRight(), y, places.sumX() - places.sumRadius(), places.sumPort(row));
        pen.opacity(1);
    }

    private void drawInput(Pen pen, NeuronPlaces places, int row, Input input, boolean bias) {
        double em = font().getSize();
        Rectangle2D box = places.input(row);
        drawBox(pen, box, bias ? Ink.EMPTY : Ink.SURFACE, Ink.AXIS);
        double middle = box.getMinX() + box.getWidth() / 2;
        double y = places.rowY(row);
        if (places.roomy()) {
            text(pen, fitted(input.name(), box.getWidth() - 8), middle, y - 0.62 * em, TextAlignment.CENTER, Ink.MUTED);
            drawNumber(pen, number(input.value()), middle, y + 0.62 * em);
        } else {
            String number = number(input.value());
            double room = box.getWidth() - widthOf(number) - em;
            text(pen, fitted(input.name(), room), box.getMinX() + 5, y, TextAlignment.LEFT, Ink.MUTED);
            text(pen, number, box.getMaxX() - 5, y, TextAlignment.RIGHT, Ink.STRONG);
        }
        drawChip(
                pen,
                "×\u2009" + number(input.weight()),
                (places.inputRight() + places.productLeft()) / 2,
                y,
                places.product(row).getHeight());
        Rectangle2D product = places.product(row);
        drawBox(pen, product, Ink.NOTE, Ink.NOTE_BORDER);
        text(
                pen,
                result(input.product()),
                (product.getMinX() + product.getMaxX()) / 2,
                y,
                TextAlignment.CENTER,
                Ink.STRONG);
    }

    private void drawArrows(Pen pen, NeuronPlaces places) {
        double[] first = places.toCurve();
        double[] second = places.toOutput();
        Strokes.arrow(pen, ink(Ink.MUTED), 1.5, first[0], first[1], first[2], first[3]);
        Strokes.arrow(pen, ink(Ink.MUTED), 1.5, second[0], second[1], second[2], second[3]);
    }

    private void drawSum(Pen pen, NeuronPlaces places, Cell now) {
        double em = font().getSize();
        pen.fill(ink(fires(now) ? Ink.ACCENT_TINT : Ink.SURFACE));
        pen.fillCircle(places.sumX(), places.sumY(), places.sumRadius());
        pen.stroke(ink(fires(now) ? Ink.ACCENT : Ink.AXIS), fires(now) ? 2.5 : 1.5);
        pen.strokeCircle(places.sumX(), places.sumY(), places.sumRadius());
        text(pen, "Σ " + words.sum(), places.sumX(), places.sumY() - 0.75 * em, TextAlignment.CENTER, Ink.MUTED);
        drawNumber(pen, result(now.sum()), places.sumX(), places.sumY() + 0.55 * em);
    }

    private void drawCurve(Pen pen, NeuronPlaces places, Cell now) {
        Rectangle2D box = places.curve();
        drawBox(pen, box, Ink.NOTE, Ink.NOTE_BORDER);
        double reach = covered ? 4 : Math.max(4, 1.25 * Math.abs(now.sum()));
        double low = Math.min(0, Math.min(function.applyAsDouble(-reach), now.output()));
        double high = Math.max(1, Math.max(function.applyAsDouble(reach), now.output()));
        double room = 0.1 * (high - low);
        Axis x = new Axis(-reach, reach, false, box.getMinX() + 6, box.getMaxX() - 6);
        Axis y = new Axis(low - room, high + room, false, box.getMaxY() - 4, box.getMinY() + 4);
        pen.stroke(ink(Ink.AXIS), 1);
        pen.sharpLine(x.start(), y.position(0), x.end(), y.position(0));
        pen.sharpLine(x.position(0), y.start(), x.position(0), y.end());
        int count = 121;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            double z = -reach + 2 * reach * i / (count - 1);
            xs[i] = x.position(z);
            ys[i] = y.position(function.applyAsDouble(z));
        }
        pen.stroke(ink(Ink.STRONG), 1.75);
        pen.polyline(xs, ys, count);
        if (!covered) {
            drawPlace(pen, x, y, now);
        }
        double above = box.getMinY() - 0.8 * font().getSize();
        text(pen, functionName, (box.getMinX() + box.getMaxX()) / 2, above, TextAlignment.CENTER, Ink.MUTED);
    }

    /** Where the neuron stands on its curve. */
    private void drawPlace(Pen pen, Axis x, Axis y, Cell now) {
        pen.stroke(ink(Ink.ACCENT), 1, 2, 3);
        double px = x.position(now.sum());
        double py = y.position(now.output());
        pen.line(px, y.position(0), px, py);
        pen.line(px, py, x.position(0), py);
        pen.fill(ink(Ink.ACCENT));
        pen.fillCircle(px, py, 4.5);
    }

    private void drawOutput(Pen pen, NeuronPlaces places, Cell now) {
        double em = font().getSize();
        Rectangle2D box = places.output();
        drawBox(pen, box, fires(now) ? Ink.ACCENT_TINT : Ink.SURFACE, fires(now) ? Ink.ACCENT : Ink.AXIS);
        double middle = box.getMinX() + box.getWidth() / 2;
        double y = box.getMinY() + box.getHeight() / 2;
        text(pen, words.output(), middle, y - 0.62 * em, TextAlignment.CENTER, Ink.MUTED);
        drawNumber(pen, result(now.output()), middle, y + 0.62 * em);
        if (!Double.isNaN(now.target())) {
            double below = box.getMaxY() + em;
            text(pen, words.target() + " " + number(now.target()), middle, below, TextAlignment.CENTER, Ink.TEXT);
        }
    }

    private void drawNumber(Pen pen, String number, double x, double y) {
        pen.font(boldFont());
        text(pen, number, x, y, TextAlignment.CENTER, Ink.STRONG);
        pen.font(font());
    }

    private void drawChip(Pen pen, String text, double x, double y, double tall) {
        double em = font().getSize();
        double w = widthOf(text) + 0.9 * em;
        drawBox(pen, new Rectangle2D(x - w / 2, y - tall / 2, w, tall), Ink.SURFACE, Ink.NOTE_BORDER);
        text(pen, text, x, y, TextAlignment.CENTER, Ink.TEXT);
    }

    private void drawBox(Pen pen, Rectangle2D box, Ink ground, Ink border) {
        pen.fill(ink(ground));
        pen.fillRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 5);
        pen.stroke(ink(border), 1);
        pen.strokeRect(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 5);
    }

    private boolean fires(Cell now) {
        return now.fires() && !covered;
    }

    private String result(double number) {
        return covered ? "?" : number(number);
    }

    private static String number(double number) {
        return Numbers.significant(Math.abs(number) < 1e-7 ? 0 : number, DIGITS);
    }

    /** Every input with its weight and product, then the bias, and the rest. */
    @Override
    Table table() {
        Table table = new Table("name", "value", "weight", "product");
        Cell now = cell;
        if (now != null) {
            now.inputs().forEach(one -> table.row(one.name(), one.value(), one.weight(), one.product()));
            table.row(words.bias(), 1.0, now.bias(), now.bias());
            table.row(words.sum(), now.sum(), "", "");
            table.row(words.output(), now.output(), "", "");
        }
        return table;
    }
}
