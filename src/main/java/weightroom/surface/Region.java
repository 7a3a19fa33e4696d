package weightroom.surface;

/** A rectangle of the plane: {@code lowX} ≤ x ≤ {@code highX}, and likewise for y. */
public record Region(double lowX, double highX, double lowY, double highY) {
    public boolean contains(double x, double y) {
        return x >= lowX && x <= highX && y >= lowY && y <= highY;
    }

    public double width() {
        return highX - lowX;
    }

    public double height() {
        return highY - lowY;
    }

    /** So many times as large, around the same centre. */
    Region times(double factor) {
        double moreX = width() * (factor - 1) / 2;
        double moreY = height() * (factor - 1) / 2;
        return new Region(lowX - moreX, highX + moreX, lowY - moreY, highY + moreY);
    }
}
