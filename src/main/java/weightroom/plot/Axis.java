package weightroom.plot;

/**
 * Maps numbers to places on the screen and back.
 *
 * @param low number at {@code start}; more than 0 on a logarithmic axis
 * @param high number at {@code end}
 * @param logarithmic whether equal ratios are equally far apart
 * @param start pixel of the low end; for a vertical axis the larger one
 * @param end pixel of the high end
 */
record Axis(double low, double high, boolean logarithmic, double start, double end) {
    double position(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return start + share * (end - start);
    }

    double value(double position) {
        double share = (position - start) / (end - start);
        return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    Ticks ticks(int wanted) {
        return logarithmic ? Ticks.log(low, high, wanted) : Ticks.linear(low, high, wanted);
    }
}
