package weightroom.plot;

import javafx.geometry.Rectangle2D;

/**
 * Where the parts of a {@link NeuronPlot} stand: in one line from left to right, or where the picture is too narrow for that,
 * curve and output in a line of their own below.
 *
 * @param em height of a letter
 * @param rows inputs and the bias
 */
record NeuronPlaces(double em, int rows, double width, double height) {
    private static final double NARROW = 33;
    private static final double TIGHT = 38;
    private static final double MARGIN = 4;
    private static final double WIDEST_PITCH = 8;

    private boolean folded() {
        return width < NARROW * em;
    }

    /** Whether one line has just enough room. */
    private boolean tight() {
        return !folded() && width < TIGHT * em;
    }

    /** Whether the name of an input has a line of its own. */
    boolean roomy() {
        return pitch() >= 3.2 * em;
    }

    double inputRight() {
        return MARGIN + (tight() ? 4.6 : 5.4) * em;
    }

    Rectangle2D input(int row) {
        double tall = roomy() ? 2.9 * em : Math.min(1.9 * em, 0.9 * pitch());
        return new Rectangle2D(MARGIN, rowY(row) - tall / 2, inputRight() - MARGIN, tall);
    }

    Rectangle2D product(int row) {
        double tall = Math.min(1.8 * em, 0.9 * pitch());
        return new Rectangle2D(productLeft(), rowY(row) - tall / 2, productRight() - productLeft(), tall);
    }

    double productRight() {
        return sumX() - sumRadius() - (tight() ? 1.6 : 2.5) * em;
    }

    double productLeft() {
        return productRight() - 3.4 * em;
    }

    double sumRadius() {
        return 2.6 * em;
    }

    double sumX() {
        return folded() ? width - MARGIN - sumRadius() : curve().getMinX() - 1.5 * em - sumRadius();
    }

    double sumY() {
        return MARGIN + bodyHeight() / 2;
    }

    double rowY(int row) {
        return sumY() + (row - (rows - 1) / 2.0) * pitch();
    }

    /** Where a row's link arrives at the circle. */
    double sumPort(int row) {
        return sumY() + (row - (rows - 1) / 2.0) * Math.min(8, 1.4 * sumRadius() / rows);
    }

    Rectangle2D curve() {
        if (folded()) {
            double wide = Math.min(9 * em, 0.36 * width);
            double top = MARGIN + bodyHeight() + 2.6 * em;
            double right = width - MARGIN;
            return new Rectangle2D(right - wide, top, wide, Math.max(2 * em, height - top - MARGIN));
        }
        double side = Math.min(8.5 * em, (tight() ? 0.16 : 0.19) * width);
        double tall = Math.min(side, height - 4 * em);
        return new Rectangle2D(output().getMinX() - 1.7 * em - side, sumY() - tall / 2, side, Math.max(tall, em));
    }

    Rectangle2D output() {
        double wide = 5.2 * em;
        double tall = 2.9 * em;
        if (folded()) {
            Rectangle2D curve = curve();
            double x = Math.max(MARGIN, curve.getMinX() - 4 * em - wide);
            double y = curve.getMinY() + curve.getHeight() / 2 - tall / 2 - 0.5 * em;
            return new Rectangle2D(x, y, wide, tall);
        }
        return new Rectangle2D(width - MARGIN - wide, sumY() - tall / 2, wide, tall);
    }

    /** x1, y1, x2, y2 of the arrow from the sum to the curve. */
    double[] toCurve() {
        Rectangle2D curve = curve();
        if (folded()) {
            double x = sumX();
            return new double[] {x, sumY() + sumRadius() + 2, x, curve.getMinY() - 1.6 * em};
        }
        return new double[] {sumX() + sumRadius() + 2, sumY(), curve.getMinX() - 2, sumY()};
    }

    /** x1, y1, x2, y2 of the arrow from the curve to the output. */
    double[] toOutput() {
        Rectangle2D curve = curve();
        Rectangle2D output = output();
        double y = output.getMinY() + output.getHeight() / 2;
        return folded()
                ? new double[] {curve.getMinX() - 2, y, output.getMaxX() + 2, y}
                : new double[] {curve.getMaxX() + 2, y, output.getMinX() - 2, y};
    }

    /** Height of the rows. */
    private double bodyHeight() {
        return folded() ? Math.max(0.5 * height, height - 9.5 * em) - MARGIN : height - 2 * MARGIN;
    }

    private double pitch() {
        return Math.max(1, Math.min(bodyHeight() / rows, WIDEST_PITCH * em));
    }
}
