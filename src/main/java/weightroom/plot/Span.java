package weightroom.plot;

/**
 * The stretch of numbers that an axis reaches over, and what zooming and moving make of it. Shares count from 0 at the low
 * end to 1 at the high one, as far as the eye sees them: on a logarithmic axis equal shares are equal ratios.
 *
 * @param low more than 0 on a logarithmic axis
 * @param high more than low
 */
record Span(double low, double high, boolean logarithmic) {
    private static final double FINEST = 1e-9;

    double at(double share) {
        return back(to(low) + share * (to(high) - to(low)));
    }

    double share(double number) {
        return (to(number) - to(low)) / (to(high) - to(low));
    }

    /** Reaches over {@code factor} times as much; the number at {@code share} stays where it is. */
    Span zoomed(double share, double factor) {
        double reach = to(high) - to(low);
        double finest = FINEST * Math.max(Math.abs(to(low)), Math.abs(to(high)));
        double wanted = Math.max(reach * factor, Math.max(finest, Double.MIN_NORMAL));
        double fixed = to(low) + share * reach;
        double start = fixed - share * wanted;
        return new Span(back(start), back(start + wanted), logarithmic);
    }

    /** Moved to the right by a share of its own width. */
    Span moved(double share) {
        double by = share * (to(high) - to(low));
        return new Span(back(to(low) + by), back(to(high) + by), logarithmic);
    }

    /** The stretch between two shares, in either order. */
    Span part(double one, double other) {
        return new Span(at(Math.min(one, other)), at(Math.max(one, other)), logarithmic);
    }

    /** Moved, and cut where it is wider, so that it lies within another. */
    Span within(Span all) {
        double reach = to(high) - to(low);
        double most = to(all.high) - to(all.low);
        if (reach >= most) {
            return all;
        }
        if (low < all.low) {
            return new Span(all.low, back(to(all.low) + reach), logarithmic);
        }
        return high > all.high ? new Span(back(to(all.high) - reach), all.high, logarithmic) : this;
    }

    Axis axis(double start, double end) {
        return new Axis(low, high, logarithmic, start, end);
    }

    private double to(double number) {
        return logarithmic ? Math.log(number) : number;
    }

    private double back(double place) {
        return logarithmic ? Math.exp(place) : place;
    }
}
