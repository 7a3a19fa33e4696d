package weightroom.plot;

/**
 * From where a relief is seen, without perspective. The plane reaches from −1 to 1 in both directions, heights from 0 to 1.
 * Turned by the azimuth a and tilted by the elevation e, a point (u, v, h) stands so far to the right, r = u cos a + v sin a,
 * so far away in the plane, d = v cos a − u sin a, and is drawn at (r, d sin e + h' cos e); it is d cos e − h' sin e from the
 * eye, with h' = {@value #TALL} (h − ½).
 *
 * @param azimuth degrees that it is turned by
 * @param elevation degrees that the eye is above the plane, 0 to 90
 * @param x pixel of the middle
 * @param y pixel of the middle
 * @param scale pixels for 1
 */
record ReliefCamera(double azimuth, double elevation, double x, double y, double scale) {
    static final double TALL = 0.95;
    private static final double MARGIN = 22;

    /** Looks at all of the relief, however it is turned. */
    static ReliefCamera fit(double azimuth, double elevation, double width, double height) {
        double e = Math.toRadians(elevation);
        double tall = Math.sqrt(2) * Math.sin(e) + TALL / 2 * Math.cos(e);
        double scale = Math.min((width / 2 - MARGIN) / Math.sqrt(2), (height / 2 - MARGIN) / tall);
        return new ReliefCamera(azimuth, elevation, width / 2, height / 2, Math.max(1, scale));
    }

    double right(double u, double v) {
        double a = Math.toRadians(azimuth);
        return x + scale * (u * Math.cos(a) + v * Math.sin(a));
    }

    double down(double u, double v, double h) {
        double e = Math.toRadians(elevation);
        return y - scale * (away(u, v) * Math.sin(e) + TALL * (h - 0.5) * Math.cos(e));
    }

    double distance(double u, double v, double h) {
        double e = Math.toRadians(elevation);
        return away(u, v) * Math.cos(e) - TALL * (h - 0.5) * Math.sin(e);
    }

    private double away(double u, double v) {
        double a = Math.toRadians(azimuth);
        return v * Math.cos(a) - u * Math.sin(a);
    }
}
