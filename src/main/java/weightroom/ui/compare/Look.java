package weightroom.ui.compare;

import weightroom.race.Figure;

/**
 * How a race is looked at; changing it changes nothing of the race.
 *
 * @param figure what is drawn
 * @param along what runs from left to right
 * @param logarithmic whether equal ways upwards are equal ratios
 * @param median whether the middle of all seeds is drawn rather than one seed
 * @param smoothing the middle of so many rounds is drawn; 1 for what was measured
 * @param lane the chosen one, from 0
 * @param seed the chosen one, from 0
 * @param page what the large card shows
 */
record Look(
        Figure figure, Along along, boolean logarithmic, boolean median, int smoothing, int lane, int seed, Page page) {
    static final Look FIRST = new Look(Figure.TRAIN_LOSS, Along.EPOCHS, true, false, 7, 0, 0, Page.CURVES);

    /** What runs from left to right. */
    enum Along {
        EPOCHS,
        STEPS,
        SAMPLES,
        SECONDS
    }

    /** What the large card shows. */
    enum Page {
        CURVES,
        SEEDS,
        GRADIENTS,
        TABLE
    }

    Look withFigure(Figure changed) {
        return new Look(changed, along, logarithmic, median, smoothing, lane, seed, page);
    }

    Look withAlong(Along changed) {
        return new Look(figure, changed, logarithmic, median, smoothing, lane, seed, page);
    }

    Look withLogarithmic(boolean changed) {
        return new Look(figure, along, changed, median, smoothing, lane, seed, page);
    }

    Look withMedian(boolean changed) {
        return new Look(figure, along, logarithmic, changed, smoothing, lane, seed, page);
    }

    Look withSmoothing(int changed) {
        return new Look(figure, along, logarithmic, median, changed, lane, seed, page);
    }

    Look withLane(int changed) {
        return new Look(figure, along, logarithmic, median, smoothing, changed, seed, page);
    }

    Look withSeed(int changed) {
        return new Look(figure, along, logarithmic, median, smoothing, lane, changed, page);
    }

    Look withPage(Page changed) {
        return new Look(figure, along, logarithmic, median, smoothing, lane, seed, changed);
    }
}
