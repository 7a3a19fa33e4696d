package weightroom.plot;

import org.jspecify.annotations.Nullable;

/**
 * Which part of its data a plot shows. Without zoom that is all of it, and grows with it; zoomed, it stays. Frozen, it
 * stays as it was when it froze, zoomed or not.
 */
final class Viewport {
    private final Side x = new Side();
    private final Side y = new Side();

    /** One direction: all there is, and what is chosen of it. */
    private static final class Side {
        private Span all = new Span(0, 1, false);
        private boolean known;
        private boolean freezing;
        private @Nullable Span chosen;
        private @Nullable Span frozen;

        Span resolve(Span now) {
            all = now;
            known = true;
            if (freezing) {
                freeze(true);
            }
            if (chosen != null && chosen.logarithmic() != now.logarithmic()) {
                chosen = null;
            }
            if (frozen != null && frozen.logarithmic() != now.logarithmic()) {
                frozen = now;
            }
            return shown();
        }

        Span shown() {
            return chosen != null ? chosen : whole();
        }

        Span whole() {
            return frozen != null ? frozen : all;
        }

        /** What is not known yet stays as it is first seen. */
        void freeze(boolean wanted) {
            freezing = wanted && !known;
            frozen = wanted && known ? shown() : null;
        }

        void choose(Span wanted) {
            Span inside = wanted.within(whole());
            chosen = inside.equals(whole()) ? null : inside;
        }
    }

    /** What is shown of the horizontal axis, when all of it is this. */
    Span x(Span all) {
        return x.resolve(all);
    }

    /** What is shown of the vertical axis, when all of it is this. */
    Span y(Span all) {
        return y.resolve(all);
    }

    /**
     * Shows {@code factor} times as much around a place; 1 leaves a direction as it is.
     *
     * @param xShare place from left, 0, to right, 1
     * @param yShare place from bottom, 0, to top, 1
     */
    void zoom(double xShare, double yShare, double xFactor, double yFactor) {
        if (xFactor != 1) {
            x.choose(x.shown().zoomed(xShare, xFactor));
        }
        if (yFactor != 1) {
            y.choose(y.shown().zoomed(yShare, yFactor));
        }
    }

    /** Moves what is shown, by shares of its width to the right and of its height upwards. */
    void move(double xShare, double yShare) {
        if (x.chosen != null) {
            x.choose(x.chosen.moved(xShare));
        }
        if (y.chosen != null) {
            y.choose(y.chosen.moved(yShare));
        }
    }

    /** Shows what lies between two shares of the width. */
    void chooseX(double one, double other) {
        x.choose(x.shown().part(one, other));
    }

    /** Shows what lies between two shares of the height. */
    void chooseY(double one, double other) {
        y.choose(y.shown().part(one, other));
    }

    void reset() {
        x.chosen = null;
        y.chosen = null;
    }

    boolean zoomed() {
        return x.chosen != null || y.chosen != null;
    }

    void freeze(boolean frozen) {
        x.freeze(frozen);
        y.freeze(frozen);
    }
}
