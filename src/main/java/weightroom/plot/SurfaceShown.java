package weightroom.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pictures of a surface show: the function, the balls upon it, its minima. */
final class SurfaceShown {
    private @Nullable Field field;
    private Levels levels = Levels.of(new Field(1, 1, 0, 1, 0, 1, new float[1]), false);
    private List<SurfacePlot.Ball> balls = List.of();
    private List<SurfacePlot.Ball> ordered = List.of();
    private List<SurfacePlot.Minimum> minima = List.of();
    private int emphasized = -1;
    private String xName = "";
    private String yName = "";
    private String zName = "";

    void setField(Field shown, boolean logarithmic) {
        if (shown.depth() != 1) {
            throw new IllegalArgumentException("%d numbers in each cell; expected one".formatted(shown.depth()));
        }
        field = shown;
        levels = Levels.of(shown, logarithmic);
    }

    void setBalls(List<SurfacePlot.Ball> shown) {
        balls = List.copyOf(shown);
        order();
    }

    void setMinima(List<SurfacePlot.Minimum> shown) {
        minima = List.copyOf(shown);
    }

    void setNames(String x, String y, String z) {
        xName = x;
        yName = y;
        zName = z;
    }

    void setEmphasized(int lane) {
        emphasized = lane;
        order();
    }

    private void order() {
        ordered = balls.stream().sorted(Comparator.comparing(this::emphasized)).toList();
    }

    /** The balls from the back to the front, the emphasized one last. */
    List<SurfacePlot.Ball> balls() {
        return ordered;
    }

    Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    Levels levels() {
        return levels;
    }

    List<SurfacePlot.Minimum> minima() {
        return minima;
    }

    String xName() {
        return xName;
    }

    String yName() {
        return yName;
    }

    String zName() {
        return zName;
    }

    boolean emphasized(SurfacePlot.Ball ball) {
        return ball.style().lane() == emphasized;
    }

    /** Colours from the lowest to the highest. */
    static ColorTable colors(Plot plot) {
        return new ColorTable(
                plot.ink(Ink.POSITIVE),
                plot.ink(Ink.MIDDLE),
                plot.ink(Ink.NEGATIVE),
                plot.style().reach());
    }

    /** The function at a place, on straight lines between the centres of cells; NaN outside or where there is none. */
    static double at(Field field, double x, double y) {
        double column = (x - field.xLow()) / (field.xHigh() - field.xLow()) * field.columns() - 0.5;
        double row = (y - field.yLow()) / (field.yHigh() - field.yLow()) * field.rows() - 0.5;
        boolean inside = column >= -0.5 && column <= field.columns() - 0.5 && row >= -0.5 && row <= field.rows() - 0.5;
        return inside ? between(field, column, row) : Double.NaN;
    }

    /** Between the centres of cells, counted from the lower left one; level beyond the outermost. */
    static double between(Field field, double column, double row) {
        double c = Math.max(0, Math.min(field.columns() - 1.0, column));
        double r = Math.max(0, Math.min(field.rows() - 1.0, row));
        int c0 = Math.min((int) c, Math.max(0, field.columns() - 2));
        int r0 = Math.min((int) r, Math.max(0, field.rows() - 2));
        int c1 = Math.min(field.columns() - 1, c0 + 1);
        int r1 = Math.min(field.rows() - 1, r0 + 1);
        double u = c - c0;
        double v = r - r0;
        float[] z = field.values();
        int below = r0 * field.columns();
        int above = r1 * field.columns();
        double low = (1 - u) * z[below + c0] + u * z[below + c1];
        double high = (1 - u) * z[above + c0] + u * z[above + c1];
        return (1 - v) * low + v * high;
    }

    Table table() {
        Table table = new Table("kind", "step", xName, yName, zName);
        for (SurfacePlot.Ball ball : balls) {
            for (int i = 0; i < ball.xs().length; i++) {
                table.row(ball.name(), (double) i, ball.xs()[i], ball.ys()[i], height(ball.xs()[i], ball.ys()[i]));
            }
        }
        for (SurfacePlot.Minimum one : minima) {
            table.row(one.name(), "", one.x(), one.y(), height(one.x(), one.y()));
        }
        return table;
    }

    private double height(double x, double y) {
        return field == null ? Double.NaN : at(field, x, y);
    }
}
