package weightroom.plot;

/**
 * How many values fall into each of equally wide intervals.
 *
 * @param low left edge of the first interval
 * @param high right edge of the last one, at least {@code low}
 * @param counts how many, or which share; not to be written while shown
 */
public record Bins(double low, double high, double[] counts) {
    public Bins {
        if (!(low <= high) || counts.length == 0) {
            throw new IllegalArgumentException("%d intervals from %s to %s; expected at least one, from low to high"
                    .formatted(counts.length, low, high));
        }
    }

    public int size() {
        return counts.length;
    }

    /** The left edge of an interval; that of the one after the last is the right end. */
    public double edge(int index) {
        return index == counts.length ? high : low + (high - low) * index / counts.length;
    }

    public double total() {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return sum;
    }

    double most() {
        double most = 0;
        for (double count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /** The interval a value falls into; −1 outside. */
    int indexOf(double value) {
        if (!(value >= low && value <= high)) {
            return -1;
        }
        return high > low ? Math.min(counts.length - 1, (int) ((value - low) / (high - low) * counts.length)) : 0;
    }

    /** Wide enough to be drawn, even where all values are the same. */
    Bins drawable() {
        if (high > low) {
            return this;
        }
        double room = low == 0 ? 0.5 : 0.05 * Math.abs(low);
        return new Bins(low - room, low + room, new double[] {total()});
    }
}
