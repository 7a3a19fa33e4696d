package weightroom.run;

/**
 * What the verdicts need to know of the losses measured so far, kept up to date as the history grows. Mini-batches make
 * losses jump, so falls and rises are told from running means that take in a fifth of every new loss.
 */
final class LossCourse {
    /** A loss below this share of the first one is small. */
    static final double SMALL = 0.05;

    /** Losses on held-out rows that rise by more than this share above their lowest point mean overfitting. */
    static final double RISE = 0.1;

    /** A loss that falls by less than this share stands still. */
    static final double STANDSTILL = 0.01;

    /** Epochs that a loss has to stand still for, or a quarter of the run if that is longer. */
    static final double PATIENCE = 50;

    private static final double SHARE_OF_NEW = 0.2;
    /** Losses that are looked at in each half of the epochs before now. */
    private static final int LOOKS = 32;

    private History history = new History();
    private int seen;
    private double first = Double.NaN;
    private double train = Double.NaN;
    private double heldOut = Double.NaN;
    private double lowestHeldOut = Double.POSITIVE_INFINITY;
    private double trainAtLowest = Double.NaN;

    /** Takes in what was measured up to this step. */
    void follow(History grown, long step) {
        boolean wentBack = seen > 0 && history == grown && grown.step(seen - 1) > step;
        if (history != grown || wentBack) {
            history = grown;
            seen = 0;
            first = Double.NaN;
            train = Double.NaN;
            heldOut = Double.NaN;
            lowestHeldOut = Double.POSITIVE_INFINITY;
        }
        for (int size = grown.size(); seen < size && grown.step(seen) <= step; seen++) {
            take(grown.train(seen), Double.isNaN(grown.validation(seen)) ? grown.test(seen) : grown.validation(seen));
        }
    }

    private void take(double newTrain, double newHeldOut) {
        first = Double.isNaN(first) ? newTrain : first;
        train = Double.isNaN(train) ? newTrain : train + SHARE_OF_NEW * (newTrain - train);
        heldOut = Double.isNaN(heldOut) ? newHeldOut : heldOut + SHARE_OF_NEW * (newHeldOut - heldOut);
        if (heldOut < lowestHeldOut) {
            lowestHeldOut = heldOut;
            trainAtLowest = train;
        }
    }

    /** Whether the training loss is below {@value #SMALL} of the first one; false as long as nothing was measured. */
    boolean small() {
        return train < SMALL * first;
    }

    /**
     * By which share the loss on validation (without these, test) rows has risen above its lowest point while the training
     * loss went on falling; 0 where it has not, or where it rose by less than a hundredth of the first training loss.
     */
    double rise() {
        boolean rose =
                heldOut > (1 + RISE) * lowestHeldOut && heldOut - lowestHeldOut > 0.01 * first && train < trainAtLowest;
        return rose ? heldOut / lowestHeldOut - 1 : 0;
    }

    /**
     * For how many epochs the training loss, though not small, has stood still: its mean over the later half of them is less
     * than {@value #STANDSTILL} below that of the earlier half. 0 for a loss that falls, and before {@value #PATIENCE}
     * epochs are over.
     */
    double standstill() {
        if (seen == 0 || small()) {
            return 0;
        }
        double now = history.epoch(seen - 1);
        double window = Math.max(PATIENCE, now / 4);
        if (window > now) {
            return 0;
        }
        int begin = history.firstAt(now - window);
        int middle = history.firstAt(now - window / 2);
        double earlier = mean(begin, middle);
        double later = mean(middle, seen);
        return later > (1 - STANDSTILL) * earlier ? window : 0;
    }

    private double mean(int from, int to) {
        int looks = Math.min(LOOKS, to - from);
        double sum = 0;
        for (int i = 0; i < looks; i++) {
            sum += history.train(from + (int) ((long) i * (to - from) / looks));
        }
        return sum / looks;
    }
}
