package weightroom.plot;

import java.util.BitSet;
import javafx.geometry.Point2D;
import javafx.scene.text.TextAlignment;

/**
 * What a network predicts against what is right: on the diagonal it is right, the distance from it is the residual. Train
 * points are filled, test points hollow.
 */
public final class ResidualPlot extends AxesPlot {
    private static final double TOP = 30;
    private static final double RADIUS = 3;
    private static final double REACHABLE = 8;
    private static final int CROWDED = 4000;

    private float[] targets = {};
    private float[] predictions = {};
    private boolean[] test = {};
    private String xName = "";
    private String yName = "";
    private String trainName = "";
    private String testName = "";
    private String residualName = "";

    public ResidualPlot() {
        getStyleClass().add("residual-plot");
    }

    /**
     * Shows rows.
     *
     * @param targets what is right
     * @param predictions what the network says; NaN is left out
     * @param test whether a row is a test row
     * @throws IllegalArgumentException when they are not equally many
     */
    public void setPoints(float[] targets, float[] predictions, boolean[] test) {
        if (targets.length != predictions.length || targets.length != test.length) {
            throw new IllegalArgumentException("%d targets, %d predictions, %d marks of test rows"
                    .formatted(targets.length, predictions.length, test.length));
        }
        this.targets = targets.clone();
        this.predictions = predictions.clone();
        this.test = test.clone();
        requestDraw();
    }

    /**
     * @param xName name of the targets with their unit
     * @param yName name of the predictions with their unit
     */
    public void setNames(String xName, String yName) {
        this.xName = xName;
        this.yName = yName;
        requestDraw();
    }

    /** Words of the legend and of the note at the pointer, each in the user's language. */
    public void setWords(String train, String test, String residual) {
        trainName = train;
        testName = test;
        residualName = residual;
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        if (targets.length == 0) {
            drawEmpty(pen, width / 2, height / 2);
            return;
        }
        Span all = reach();
        AxesFrame frame = AxesFrame.fit(this, view().x(all), view().y(all), TOP, width, height, false);
        if (!frame.usable()) {
            return;
        }
        setFrame(frame);
        frame.draw(this, pen, xName);
        text(pen, yName, 0, 10, TextAlignment.LEFT, Ink.MUTED);
        drawLegend(pen, width - AxesFrame.RIGHT);
        frame.clip(pen);
        pen.stroke(ink(Ink.MUTED), 1.25, 6, 4);
        pen.line(
                frame.x().position(all.low()),
                frame.y().position(all.low()),
                frame.x().position(all.high()),
                frame.y().position(all.high()));
        drawPoints(pen, frame);
        pen.unclip();
    }

    /** Both axes reach over the same numbers, so that the diagonal is one. */
    private Span reach() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < targets.length; i++) {
            if (Float.isFinite(targets[i]) && Float.isFinite(predictions[i])) {
                low = Math.min(low, Math.min(targets[i], predictions[i]));
                high = Math.max(high, Math.max(targets[i], predictions[i]));
            }
        }
        if (!(low <= high)) {
            return new Span(0, 1, false);
        }
        double room = high > low ? 0.05 * (high - low) : 1;
        return new Span(low - room, high + room, false);
    }

    private void drawPoints(Pen pen, AxesFrame frame) {
        BitSet taken = new BitSet();
        int columns = (int) frame.width() / 2 + 1;
        for (int i = 0; i < targets.length; i++) {
            double x = frame.x().position(targets[i]);
            double y = frame.y().position(predictions[i]);
            if (!frame.contains(new Point2D(x, y))) {
                continue;
            }
            if (targets.length > CROWDED) {
                int across = (int) ((x - frame.x().start()) / 2);
                int cell = (((int) ((y - frame.y().end()) / 2)) * columns + across) * 2 + (test[i] ? 1 : 0);
                if (taken.get(cell)) {
                    continue;
                }
                taken.set(cell);
            }
            drawPoint(pen, x, y, test[i]);
        }
    }

    private void drawPoint(Pen pen, double x, double y, boolean hollow) {
        pen.fill(ink(hollow ? Ink.SURFACE : Ink.POINT_POSITIVE));
        pen.fillCircle(x, y, RADIUS);
        pen.stroke(ink(hollow ? Ink.POINT_NEGATIVE : Ink.POINT_RING), hollow ? 1.5 : 0.75);
        pen.strokeCircle(x, y, RADIUS);
    }

    private void drawLegend(Pen pen, double right) {
        double x = right;
        for (String name : new String[] {testName, trainName}) {
            text(pen, name, x, 10, TextAlignment.RIGHT, Ink.TEXT);
            x -= widthOf(name) + 10;
            drawPoint(pen, x, 10, name.equals(testName));
            x -= 18;
        }
    }

    @Override
    void drawPointer(Pen pen, AxesFrame frame, Point2D at, double width, double height) {
        int best = -1;
        double least = REACHABLE;
        for (int i = 0; i < targets.length; i++) {
            double distance =
                    at.distance(frame.x().position(targets[i]), frame.y().position(predictions[i]));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        Note note = new Note(this);
        if (best < 0) {
            note.row(xName, Numbers.significant(frame.x().value(at.getX()), 3));
            note.row(yName, Numbers.significant(frame.y().value(at.getY()), 3));
        } else {
            double x = frame.x().position(targets[best]);
            pen.stroke(ink(Ink.BAD), 1.25);
            pen.line(x, frame.y().position(predictions[best]), x, frame.y().position(targets[best]));
            note.heading(test[best] ? testName : trainName);
            note.row(xName, Numbers.significant(targets[best], 4));
            note.row(yName, Numbers.significant(predictions[best], 4));
            note.row(residualName, Numbers.significant(predictions[best] - (double) targets[best], 3));
        }
        note.draw(pen, at, width, height);
    }

    @Override
    Table table() {
        Table table = new Table(xName, yName, residualName, "test");
        for (int i = 0; i < targets.length; i++) {
            table.row(targets[i], predictions[i], predictions[i] - (double) targets[i], test[i]);
        }
        return table;
    }
}
