package weightroom.data;

/** The part of the plane of two inputs that is worth drawing: x1 from {@code low1} to {@code high1}, x2 likewise. */
public record Plane(double low1, double high1, double low2, double high2) {
    /** Room left around points that come without a plane of their own, as a share of their range. */
    private static final double MARGIN = 0.05;
    /** At most so many round numbers lie within the plane. */
    private static final double STEPS = 12;

    /** A square from low to high in both inputs. */
    public static Plane square(double low, double high) {
        return new Plane(low, high, low, high);
    }

    /**
     * The plane that holds all points and at least a twentieth of their range around them, its ends moved outwards to round numbers, so
     * that one point more seldom moves the axes; a range of 0 is widened to 1.
     *
     * @param points {@code (n, 2)}, n at least 1
     */
    public static Plane around(double[][] points) {
        double[] first = range(points, 0);
        double[] second = range(points, 1);
        return new Plane(first[0], first[1], second[0], second[1]);
    }

    private static double[] range(double[][] points, int column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] point : points) {
            low = Math.min(low, point[column]);
            high = Math.max(high, point[column]);
        }
        double room = low == high ? 0.5 : MARGIN * (high - low);
        double step = round((high - low + 2 * room) / STEPS);
        double roundLow = Math.floor((low - room) / step) * step;
        double roundHigh = Math.ceil((high + room) / step) * step;
        // Numbers far from 0 and close together have no round ones between them.
        boolean distinct = roundLow < low && roundHigh > high && Double.isFinite(roundHigh - roundLow);
        return distinct ? new double[] {roundLow, roundHigh} : new double[] {low - room, high + room};
    }

    /** The next of 1, 2, 5, 10 … times a power of ten that is not smaller. */
    private static double round(double size) {
        double power = Math.pow(10, Math.floor(Math.log10(size)));
        for (double lead : new double[] {1, 2, 5}) {
            if (lead * power >= size) {
                return lead * power;
            }
        }
        return 10 * power;
    }
}
