package weightroom.surface;

/** A point of the plane below a surface. */
public record Spot(double x, double y) {
    /** √((x − x′)² + (y − y′)²). */
    public double distance(double otherX, double otherY) {
        return Math.hypot(x - otherX, y - otherY);
    }
}
