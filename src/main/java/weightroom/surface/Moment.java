package weightroom.surface;

/**
 * A ball after some steps.
 *
 * @param step from 0
 * @param value f where it is
 */
public record Moment(int step, double value, Axis x, Axis y) {
    /**
     * One of the two coordinates.
     *
     * @param theta where the ball is
     * @param gradient the slope there
     * @param s0 the optimizer's first slot as the last step left it
     * @param s1 its second
     */
    public record Axis(double theta, double gradient, double s0, double s1) {
        double[] slotArray() {
            return new double[] {s0, s1};
        }
    }

    /** √((∂f/∂x)² + (∂f/∂y)²). */
    public double steepness() {
        return Math.hypot(x.gradient, y.gradient);
    }

    public boolean finite() {
        return Double.isFinite(value) && Double.isFinite(x.theta) && Double.isFinite(y.theta);
    }

    double distance(Moment other) {
        return Math.hypot(x.theta - other.x.theta, y.theta - other.y.theta);
    }
}
