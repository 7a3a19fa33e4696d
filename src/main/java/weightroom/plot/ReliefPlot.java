package weightroom.plot;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;

/**
 * A function of two variables in space, with the balls of a {@link SurfacePlot} upon it: heights are those of its levels, so
 * that a deep valley is seen where levels are logarithmic. Dragging turns and tilts it, and so do the arrow keys; Home goes
 * back to the first view. It moves at once, and never by itself.
 */
public final class ReliefPlot extends Plot {
    private static final double AZIMUTH = -32;
    private static final double ELEVATION = 44;
    private static final double LEAST_ELEVATION = 8;
    private static final double MOST_ELEVATION = 90;
    private static final double PER_PIXEL = 0.45;
    private static final double PER_KEY = 5;
    private static final double REACHABLE = 12;
    private static final double NAME_GAP = 14;

    private final SurfaceShown shown = new SurfaceShown();
    private final ReliefImage image = new ReliefImage();
    private final ReliefPaths paths = new ReliefPaths(this, shown, image);
    private double azimuth = AZIMUTH;
    private double elevation = ELEVATION;
    private Point2D last = Point2D.ZERO;

    @SuppressWarnings("this-escape")
    public ReliefPlot() {
        getStyleClass().add("relief-plot");
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            last = new Point2D(event.getX(), event.getY());
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** As {@link SurfacePlot#setSurface}; heights are in the same steps as levels. */
    public void setSurface(Field field, boolean logarithmic) {
        shown.setField(field, logarithmic);
        image.outdated();
        requestDraw();
    }

    /** Shows these balls, later ones in front. */
    public void setBalls(List<SurfacePlot.Ball> rolling) {
        shown.setBalls(rolling);
        requestDraw();
    }

    /** Draws the path of one lane's ball stronger; −1 for none. */
    public void setEmphasized(int lane) {
        shown.setEmphasized(lane);
        requestDraw();
    }

    public void setMinima(List<SurfacePlot.Minimum> minima) {
        shown.setMinima(minima);
        requestDraw();
    }

    /**
     * @param xName name of the first variable
     * @param yName name of the second
     * @param zName name of the function
     */
    public void setNames(String xName, String yName, String zName) {
        shown.setNames(xName, yName, zName);
        requestDraw();
    }

    /**
     * Turns it.
     *
     * @param azimuth degrees it is turned by, any number
     * @param elevation degrees that the eye is above the plane; 8 to 90
     */
    public void setView(double azimuth, double elevation) {
        this.azimuth = Math.IEEEremainder(azimuth, 360);
        this.elevation = Math.max(LEAST_ELEVATION, Math.min(MOST_ELEVATION, elevation));
        requestDraw();
    }

    /** Goes back to the first view. */
    public void resetView() {
        setView(AZIMUTH, ELEVATION);
    }

    public double azimuth() {
        return azimuth;
    }

    public double elevation() {
        return elevation;
    }

    /** Where a place of the surface stands within this node, as last drawn; NaN before, and where the surface is not. */
    public Point2D position(double x, double y) {
        return shown.field()
                .map(field -> {
                    ReliefPaths.Spot spot = paths.spot(camera(getWidth(), getHeight()), field, x, y);
                    return new Point2D(spot.x(), spot.y());
                })
                .orElse(new Point2D(Double.NaN, Double.NaN));
    }

    @Override
    void inkChanged() {
        image.outdated();
        requestDraw();
    }

    @Override
    void draw(Pen pen, double width, double height) {
        shown.field().filter(field -> width > 60 && height > 60).ifPresent(field -> {
            ReliefCamera camera = camera(width, height);
            drawBase(pen, camera, field);
            image.draw(this, pen, camera, field, shown.levels(), (int) width, (int) height);
            paths.draw(pen, camera, field);
        });
    }

    private ReliefCamera camera(double width, double height) {
        return ReliefCamera.fit(azimuth, elevation, width, height);
    }

    /** The edge of the plane at the lowest level, with names and ends of the two edges in front, and a pillar for heights. */
    private void drawBase(Pen pen, ReliefCamera camera, Field field) {
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        pen.stroke(ink(Ink.AXIS), 1);
        int far = 0;
        for (int i = 0; i < 4; i++) {
            double[] a = corners[i];
            double[] b = corners[(i + 1) % 4];
            pen.line(
                    camera.right(a[0], a[1]),
                    camera.down(a[0], a[1], 0),
                    camera.right(b[0], b[1]),
                    camera.down(b[0], b[1], 0));
            far = camera.right(a[0], a[1]) < camera.right(corners[far][0], corners[far][1]) ? i : far;
            boolean across = i % 2 == 0;
            boolean front = camera.down(a[0] + b[0], a[1] + b[1], 0) > camera.down(0, 0, 0);
            if (front) {
                drawNames(
                        pen,
                        camera,
                        a,
                        b,
                        across ? shown.xName() : shown.yName(),
                        across ? ends(field.xLow(), field.xHigh(), a[0]) : ends(field.yLow(), field.yHigh(), a[1]));
            }
        }
        double[] post = corners[far];
        double x = camera.right(post[0], post[1]);
        pen.line(x, camera.down(post[0], post[1], 0), x, camera.down(post[0], post[1], 1));
        double top = camera.down(post[0], post[1], 1);
        text(pen, shown.zName(), Math.max(widthOf(shown.zName()) / 2, x), top - 9, TextAlignment.CENTER, Ink.TEXT);
    }

    private static double[] ends(double low, double high, double first) {
        return first < 0 ? new double[] {low, high} : new double[] {high, low};
    }

    private void drawNames(Pen pen, ReliefCamera camera, double[] a, double[] b, String name, double[] ends) {
        double out = 1 + NAME_GAP / camera.scale();
        double mx = out * (a[0] + b[0]) / 2;
        double my = out * (a[1] + b[1]) / 2;
        text(pen, name, camera.right(mx, my), camera.down(mx, my, 0), TextAlignment.CENTER, Ink.TEXT);
        for (int end = 0; end < 2; end++) {
            double share = end == 0 ? 0.12 : 0.88;
            double u = a[0] + share * (b[0] - a[0]) + mx - (a[0] + b[0]) / 2;
            double v = a[1] + share * (b[1] - a[1]) + my - (a[1] + b[1]) / 2;
            String number = Numbers.significant(ends[0] + share * (ends[1] - ends[0]), 2);
            text(pen, number, camera.right(u, v), camera.down(u, v, 0), TextAlignment.CENTER, Ink.MUTED);
        }
    }

    @Override
    void drawOverlay(Pen pen, double width, double height) {
        shown.field().ifPresent(field -> pointer().ifPresent(at -> {
            for (int i = shown.balls().size() - 1; i >= 0; i--) {
                SurfacePlot.Ball ball = shown.balls().get(i);
                double x = ball.xs()[ball.at()];
                double y = ball.ys()[ball.at()];
                if (position(x, y).distance(at) <= REACHABLE) {
                    Note note = new Note(this).heading(ball.name());
                    note.row(shown.xName(), Numbers.significant(x, 3)).row(shown.yName(), Numbers.significant(y, 3));
                    note.row(shown.zName(), Numbers.significant(SurfaceShown.at(field, x, y), 4));
                    note.draw(pen, at, width, height);
                    return;
                }
            }
        }));
    }

    private void dragged(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        setView(azimuth + PER_PIXEL * (now.getX() - last.getX()), elevation + PER_PIXEL * (now.getY() - last.getY()));
        last = now;
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? 3 * PER_KEY : PER_KEY;
        switch (event.getCode()) {
            case LEFT -> setView(azimuth - step, elevation);
            case RIGHT -> setView(azimuth + step, elevation);
            case UP -> setView(azimuth, elevation + step);
            case DOWN -> setView(azimuth, elevation - step);
            case HOME -> resetView();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    Table table() {
        return shown.table();
    }
}
