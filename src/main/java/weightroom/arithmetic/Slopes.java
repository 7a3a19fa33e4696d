package weightroom.arithmetic;

import java.util.HashMap;
import java.util.Map;

/** The derivatives of a formula by its symbols, and how far double precision may have led its value astray. */
public final class Slopes {
    private final Map<String, Double> bySymbol = new HashMap<>();
    private double noise;

    Slopes() {}

    /** The derivative by a symbol, 0 for one that the formula has not. */
    public double by(String symbol) {
        return bySymbol.getOrDefault(symbol, 0.0);
    }

    /**
     * The most by which the value may differ, to first order, from that of exact arithmetic with numbers that agree with
     * these to 16 digits.
     */
    public double noise() {
        return noise;
    }

    void add(String symbol, double slope) {
        bySymbol.merge(symbol, slope, Double::sum);
    }

    /** A part with this value has been computed, whose slope is {@code outer}. */
    void computed(double value, double outer) {
        double moved = Math.abs(value * outer) * Math.ulp(1.0);
        if (Double.isFinite(moved)) {
            noise += moved;
        }
    }
}
