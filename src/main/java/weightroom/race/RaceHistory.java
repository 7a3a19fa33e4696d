package weightroom.race;

import java.util.Arrays;
import java.util.List;
import weightroom.engine.Chunk.Accuracy;
import weightroom.engine.Chunk.Measurement;
import weightroom.race.Pack.Round;
import weightroom.run.History;

/**
 * What was measured in a race: after every epoch a round with every figure of every entrant. One thread appends rounds; any
 * number read without a lock: a reader looks at {@link #size()} once and may then read every round below it.
 *
 * <p>Round 0 is before the first update. An entrant that diverged has NaN from then on; one that is over in another way keeps
 * what it had. Where memory asks for it every second round goes, in a history of its own.
 */
public final class RaceHistory {
    /** What a race's rounds may take, in bytes; then every second one goes. */
    public static final long MOST_BYTES = 64L << 20;

    private static final int LOSSES = 3; // train, validation, test
    private static final int SHARES = 4; // accuracy of train, validation, test; penalty
    private static final int BLOCK_BYTES = 1 << 16;

    private final int lanes;
    private final int seeds;
    private final int roundsPerBlock;
    private volatile Block[] blocks = new Block[0];
    private volatile int size;

    /** Some rounds: losses have to be exact, the rest is only looked at. */
    private record Block(long[] epochs, double[] losses, float[] shares, double[] seconds) {
        Block copy() {
            return new Block(epochs.clone(), losses.clone(), shares.clone(), seconds.clone());
        }
    }

    /** Without any round. */
    public RaceHistory(int lanes, int seeds) {
        this.lanes = lanes;
        this.seeds = seeds;
        roundsPerBlock = (int) Math.max(1, BLOCK_BYTES / bytesPerRound(lanes, seeds));
    }

    /** What a round takes, in bytes. */
    public static long bytesPerRound(int lanes, int seeds) {
        return (long) lanes * seeds * (LOSSES * Double.BYTES + SHARES * Float.BYTES) + Long.BYTES * (1L + lanes);
    }

    public int lanes() {
        return lanes;
    }

    public int seeds() {
        return seeds;
    }

    /** How many rounds there are; grows only. */
    public int size() {
        return size;
    }

    /**
     * Appends a round. Called by the one writing thread.
     *
     * @param epoch done, more than in the round before
     * @param figures of every entrant, the seeds of the first lane first; all NaN for one that diverged
     * @param seconds of training that one entrant of each lane has cost so far
     */
    public void add(long epoch, List<Measurement> figures, double[] seconds) {
        int index = size;
        int at = index % roundsPerBlock;
        Block block = nextBlock();
        block.epochs[at] = epoch;
        System.arraycopy(seconds, 0, block.seconds, at * lanes, lanes);
        for (int entrant = 0; entrant < lanes * seeds; entrant++) {
            put(block, at * lanes * seeds + entrant, figures.get(entrant));
        }
        size = index + 1;
    }

    /** Appends a round of a pack of all entrants; what an entrant of a lane has cost is the mean over the lane. */
    void add(Round round) {
        double[] mean = new double[lanes];
        for (int m = 0; m < round.seconds().length; m++) {
            mean[m / seeds] += round.seconds()[m] / seeds;
        }
        add(round.epoch(), round.figures(), mean);
    }

    /** The block that the next round goes to, made where it is the first of its block. */
    private Block nextBlock() {
        int number = size / roundsPerBlock;
        if (number == blocks.length) {
            Block[] grown = Arrays.copyOf(blocks, number + 1);
            grown[number] = emptyBlock();
            blocks = grown;
        }
        return blocks[number];
    }

    private Block emptyBlock() {
        int points = roundsPerBlock * lanes * seeds;
        return new Block(
                new long[roundsPerBlock],
                new double[points * LOSSES],
                new float[points * SHARES],
                new double[roundsPerBlock * lanes]);
    }

    private static void put(Block block, int point, Measurement measured) {
        block.losses[point * LOSSES] = measured.train();
        block.losses[point * LOSSES + 1] = measured.validation();
        block.losses[point * LOSSES + 2] = measured.test();
        block.shares[point * SHARES] = (float) measured.accuracy().train();
        block.shares[point * SHARES + 1] = (float) measured.accuracy().validation();
        block.shares[point * SHARES + 2] = (float) measured.accuracy().test();
        block.shares[point * SHARES + 3] = (float) measured.penalty();
    }

    /** Epochs done in this round, for all lanes alike. */
    public long epoch(int round) {
        return block(round).epochs[round % roundsPerBlock];
    }

    /** A figure of one entrant in one round. */
    public double value(Figure figure, int round, Entrant entrant) {
        return value(figure, block(round), point(round, entrant));
    }

    private static double value(Figure figure, Block block, int point) {
        return switch (figure) {
            case TRAIN_LOSS -> block.losses[point * LOSSES];
            case VALIDATION_LOSS -> block.losses[point * LOSSES + 1];
            case TEST_LOSS -> block.losses[point * LOSSES + 2];
            case TRAIN_ACCURACY -> block.shares[point * SHARES];
            case VALIDATION_ACCURACY -> block.shares[point * SHARES + 1];
            case TEST_ACCURACY -> block.shares[point * SHARES + 2];
        };
    }

    /** All that was measured of one entrant in one round; its step and replica are 0. */
    public Measurement measured(int round, Entrant entrant) {
        Block block = block(round);
        int point = point(round, entrant);
        float[] shares = block.shares;
        return new Measurement(
                0,
                epoch(round),
                0,
                block.losses[point * LOSSES],
                block.losses[point * LOSSES + 1],
                block.losses[point * LOSSES + 2],
                new Accuracy(shares[point * SHARES], shares[point * SHARES + 1], shares[point * SHARES + 2]),
                shares[point * SHARES + 3]);
    }

    /**
     * The quartiles of a lane's seeds in one round. Entrants that diverged count as worse than all others; NaN where the
     * figure is not measured.
     */
    public Spread spread(Figure figure, int round, int lane) {
        Block block = block(round);
        int from = point(round, new Entrant(lane, 0));
        double[] values = new double[seeds];
        double worst = figure.lowerIsBetter() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int seed = 0; seed < seeds; seed++) {
            boolean finite = Double.isFinite(block.losses[(from + seed) * LOSSES]);
            values[seed] = finite ? value(figure, block, from + seed) : worst;
        }
        return Spread.of(values);
    }

    /** Seconds of training that one of the lane's entrants has cost up to this round: its share of the program it is trained by. */
    public double seconds(int round, int lane) {
        return block(round).seconds[round % roundsPerBlock * lanes + lane];
    }

    /** The last round at this epoch or before it; −1 where there is none. */
    public int roundAt(double epoch) {
        return History.first(size, round -> epoch(round) > epoch) - 1;
    }

    /** A history of its own that begins with the rounds up to this epoch; it shares their memory. */
    public RaceHistory upTo(long epoch) {
        RaceHistory kept = new RaceHistory(lanes, seeds);
        int count = roundAt(epoch) + 1;
        int whole = count / roundsPerBlock;
        boolean begun = count % roundsPerBlock != 0;
        Block[] shared = Arrays.copyOf(blocks, whole + (begun ? 1 : 0));
        if (begun) {
            shared[whole] = shared[whole].copy();
        }
        kept.blocks = shared;
        kept.size = count;
        return kept;
    }

    /** A history of its own with the first and every second round after it. */
    public RaceHistory halved() {
        RaceHistory kept = new RaceHistory(lanes, seeds);
        int points = lanes * seeds;
        for (int round = 0; round < size; round += 2) {
            int count = kept.size;
            Block from = block(round);
            Block to = kept.nextBlock();
            int here = round % roundsPerBlock;
            int there = count % kept.roundsPerBlock;
            to.epochs[there] = from.epochs[here];
            copy(from.losses, here, to.losses, there, points * LOSSES);
            copy(from.shares, here, to.shares, there, points * SHARES);
            copy(from.seconds, here, to.seconds, there, lanes);
            kept.size = count + 1;
        }
        return kept;
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void copy(Object from, int here, Object to, int there, int numbers) {
        System.arraycopy(from, here * numbers, to, there * numbers, numbers);
    }

    private int point(int round, Entrant entrant) {
        return (round % roundsPerBlock * lanes + entrant.lane()) * seeds + entrant.seed();
    }

    private Block block(int round) {
        if (round < 0 || round >= size) {
            throw new IndexOutOfBoundsException("round %d of %d".formatted(round, size));
        }
        return blocks[round / roundsPerBlock];
    }

    /**
     * Quartiles over seeds, between two values on the straight line from one to the other; infinite where entrants that
     * diverged decide it.
     *
     * @param low a quarter of the seeds are below
     * @param median the middle
     * @param high a quarter of the seeds are above
     */
    public record Spread(double low, double median, double high) {
        /** Of these values, in any order, which are sorted; NaN where one of them is. */
        public static Spread of(double[] values) {
            Arrays.sort(values);
            return new Spread(quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75));
        }

        /** NaN sorts last. */
        private static double quantile(double[] sorted, double share) {
            double at = share * (sorted.length - 1);
            int below = (int) at;
            double part = at - below;
            if (Double.isNaN(sorted[sorted.length - 1])) {
                return Double.NaN;
            }
            // Infinity times 0 would be no number.
            return part == 0 || sorted[below] == sorted[below + 1]
                    ? sorted[below]
                    : (1 - part) * sorted[below] + part * sorted[below + 1];
        }
    }
}
