package weightroom.plot;

import javafx.scene.input.KeyCode;

/** The mark that the keys move over a surface to choose where to start. */
final class SurfaceStart {
    private static final double FINE = 0.01;
    private static final double COARSE = 0.1;
    private static final double RADIUS = 8;
    private static final double ARM = 16;

    private final Plot plot;
    private SurfacePlot.Place onChosen = (x, y) -> {};
    private double x = Double.NaN;
    private double y = Double.NaN;

    SurfaceStart(Plot plot) {
        this.plot = plot;
    }

    void setOnChosen(SurfacePlot.Place listener) {
        onChosen = listener;
    }

    void set(double newX, double newY) {
        x = newX;
        y = newY;
    }

    /** Stays where it is on a surface that has this place, else goes to the middle. */
    void within(Field field) {
        if (!(x >= field.xLow() && x <= field.xHigh() && y >= field.yLow() && y <= field.yHigh())) {
            x = 0.5 * (field.xLow() + field.xHigh());
            y = 0.5 * (field.yLow() + field.yHigh());
        }
    }

    void choose(double newX, double newY) {
        set(newX, newY);
        choose();
    }

    void choose() {
        if (!Double.isNaN(x)) {
            onChosen.at(x, y);
        }
    }

    /** Whether this key moves it. */
    boolean move(AxesFrame frame, KeyCode code, boolean coarse) {
        double share = coarse ? COARSE : FINE;
        double right = share * (frame.x().high() - frame.x().low());
        double up = share * (frame.y().high() - frame.y().low());
        switch (code) {
            case LEFT -> x -= right;
            case RIGHT -> x += right;
            case DOWN -> y -= up;
            case UP -> y += up;
            default -> {
                return false;
            }
        }
        x = Math.max(frame.x().low(), Math.min(frame.x().high(), x));
        y = Math.max(frame.y().low(), Math.min(frame.y().high(), y));
        return true;
    }

    void draw(Pen pen, AxesFrame frame) {
        double across = frame.x().position(x);
        double up = frame.y().position(y);
        double[] arms = {
            across - ARM,
            up,
            across - RADIUS,
            up,
            across + RADIUS,
            up,
            across + ARM,
            up,
            across,
            up - ARM,
            across,
            up - RADIUS,
            across,
            up + RADIUS,
            across,
            up + ARM
        };
        pen.stroke(plot.ink(Ink.SURFACE), 4);
        pen.strokeCircle(across, up, RADIUS);
        pen.segments(arms, arms.length);
        pen.stroke(plot.ink(Ink.ACCENT), 2);
        pen.strokeCircle(across, up, RADIUS);
        pen.segments(arms, arms.length);
    }
}
