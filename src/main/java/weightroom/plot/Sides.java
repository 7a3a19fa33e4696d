package weightroom.plot;

import javafx.geometry.Rectangle2D;

/** The two sides of a line in the plane. */
final class Sides {
    private Sides() {}

    /** Tints what is answered yes and what is answered no. */
    static void draw(Plot plot, Pen pen, AxesFrame frame, CorrectionPlot.Line line) {
        Rectangle2D box = PlaneFrame.box(frame);
        double[][] corners = {
            {box.getMinX(), box.getMinY()}, {box.getMaxX(), box.getMinY()},
            {box.getMaxX(), box.getMaxY()}, {box.getMinX(), box.getMaxY()}
        };
        pen.opacity(0.16);
        for (int side = -1; side <= 1; side += 2) {
            double[] xs = new double[8];
            double[] ys = new double[8];
            int count = 0;
            for (int i = 0; i < 4; i++) {
                double[] a = corners[i];
                double[] b = corners[(i + 1) % 4];
                double va = side * valueAt(frame, line, a);
                double vb = side * valueAt(frame, line, b);
                if (va >= 0) {
                    xs[count] = a[0];
                    ys[count++] = a[1];
                }
                if (va >= 0 != vb >= 0) {
                    double t = va / (va - vb);
                    xs[count] = a[0] + t * (b[0] - a[0]);
                    ys[count++] = a[1] + t * (b[1] - a[1]);
                }
            }
            // On a plane that is one side as a whole, 0 counts as yes.
            boolean both = line.length() == 0 && line.bias() == 0;
            if (count > 2 && !(both && side < 0)) {
                pen.fill(plot.ink(side > 0 ? Ink.POSITIVE : Ink.NEGATIVE));
                pen.fillPolygon(xs, ys, count);
            }
        }
        pen.opacity(1);
    }

    private static double valueAt(AxesFrame frame, CorrectionPlot.Line line, double[] place) {
        return line.value(frame.x().value(place[0]), frame.y().value(place[1]));
    }
}
