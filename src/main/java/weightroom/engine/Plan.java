package weightroom.engine;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Task.Regression;

/**
 * All that a device needs to know to train, except the data and the numbers themselves.
 *
 * @param network one shape for all replicas
 * @param loss one loss for all replicas
 * @param batch rows per step; more than there are rows means all of them
 * @param shuffle whether rows are drawn in a new order every epoch
 * @param epochs the length of the run, which the cosine schedule aims at
 * @param replicas R copies trained side by side, at least one
 * @param task what the outputs mean, from which devices tell how many rows are answered right
 * @param ahead what is added to a step before it is counted in epochs: 0, but where the batch changed on the way, so that
 *     epochs go on from where they stood. Optimizers and dropout count steps alone
 */
public record Plan(
        Network network,
        Loss loss,
        int batch,
        boolean shuffle,
        long epochs,
        List<Replica> replicas,
        Task task,
        long ahead) {
    /** One batch of all the rows. */
    public static final int FULL = Integer.MAX_VALUE;

    /**
     * @throws InvalidInput when the loss does not fit the output, a unit without slope meets a rule that needs one, the
     *     output has dropout, batch norm meets batches of one row, or a parameter is frozen that the network does not
     *     have; the message says what would fit
     */
    public Plan {
        replicas = List.copyOf(replicas);
        if (batch < 1 || replicas.isEmpty()) {
            throw new InvalidInput("the batch has %d rows and there are %d copies; expected at least 1 of each"
                    .formatted(batch, replicas.size()));
        }
        checkLoss(network, loss);
        checkFrozen(network, replicas);
        if (network.output().dropout() > 0) {
            throw new InvalidInput(
                    "the output layer has dropout %s, which would throw answers away; expected 0 there and"
                                    .formatted(network.output().dropout())
                            + " dropout in hidden layers only");
        }
        boolean perceptron = replicas.stream().anyMatch(replica -> replica.optimizer() == Optimizer.PERCEPTRON);
        if (perceptron) {
            checkPerceptron(network, replicas);
            batch = 1;
        } else {
            checkSlopes(network);
        }
        if (network.hasBatchNorm() && batch == 1) {
            throw new InvalidInput("batch norm needs the mean of a batch, and a batch of 1 row is its own mean;"
                    + " expected training.batch of at least 2");
        }
    }

    /** A plan whose epochs are counted from its first step. */
    public Plan(
            Network network, Loss loss, int batch, boolean shuffle, long epochs, List<Replica> replicas, Task task) {
        this(network, loss, batch, shuffle, epochs, replicas, task, 0);
    }

    /** A plan whose outputs are amounts, or of which nobody asks how many rows are answered right. */
    public Plan(Network network, Loss loss, int batch, boolean shuffle, long epochs, List<Replica> replicas) {
        this(network, loss, batch, shuffle, epochs, replicas, new Regression(List.of()));
    }

    /** A plan for a single copy. */
    public Plan(Network network, Loss loss, int batch, boolean shuffle, long epochs, Replica replica) {
        this(network, loss, batch, shuffle, epochs, List.of(replica));
    }

    /** The same for another copy in place of all there are. */
    public Plan with(Replica replica) {
        return new Plan(network, loss, batch, shuffle, epochs, List.of(replica), task, ahead);
    }

    /** The same for outputs that mean something else. */
    public Plan with(Task changed) {
        return new Plan(network, loss, batch, shuffle, epochs, replicas, changed, ahead);
    }

    /** The same with epochs counted from elsewhere. */
    public Plan withAhead(long changed) {
        return new Plan(network, loss, batch, shuffle, epochs, replicas, task, changed);
    }

    /** Whether the perceptron rule takes the place of the gradient. */
    public boolean perceptron() {
        return replicas.get(0).optimizer() == Optimizer.PERCEPTRON;
    }

    /**
     * Updates per pass over {@code rows} rows. The last, smaller batch counts, except with batch norm when it would be a
     * single row: with batch norm a single row makes no step at all.
     */
    public int stepsPerEpoch(int rows) {
        int size = Math.min(batch, rows);
        int rest = rows % size;
        boolean norm = network.hasBatchNorm();
        int whole = norm && size == 1 ? 0 : rows / size;
        return whole + (rest == 0 || (rest == 1 && norm) ? 0 : 1);
    }

    /** Rows that a batch must have to make an update: with batch norm a single row is its own mean. */
    public int leastRows() {
        return network.hasBatchNorm() ? 2 : 1;
    }

    /** A step as it counts in epochs: epoch · steps per epoch + steps of the epoch under way. */
    public long counted(long step) {
        return step + ahead;
    }

    /** First row, within the epoch's order, of the batch of this step. */
    public int batchStart(long step, int rows) {
        return (int) (counted(step) % stepsPerEpoch(rows)) * Math.min(batch, rows);
    }

    /** Rows in the batch of this step. */
    public int batchSize(long step, int rows) {
        return Math.min(Math.min(batch, rows), rows - batchStart(step, rows));
    }

    /** The epoch, from 0, that this step (from 0) belongs to. */
    public long epochOf(long step, int rows) {
        return counted(step) / stepsPerEpoch(rows);
    }

    /**
     * The order of the rows in one epoch; {@code order} has one place per row.
     *
     * @param seed of the replica
     */
    public void order(long seed, long epoch, int[] order) {
        if (shuffle) {
            new RandomStream(seed, RandomStream.Purpose.SHUFFLE, epoch).permute(order);
        } else {
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
            }
        }
    }

    /** The losses that can stand behind a network's output. */
    public static List<Loss> fittingLosses(Network network) {
        List<Loss> fitting = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            if (loss.fits(network)) {
                fitting.add(loss);
            }
        }
        return fitting;
    }

    private static void checkLoss(Network network, Loss loss) {
        if (!loss.fits(network)) {
            String output = network.softmax()
                    ? "softmax"
                    : network.output().activation().id();
            throw new InvalidInput(
                    "the loss %s needs %s; found %d %s unit(s) at the output. Losses that fit this output: %s"
                            .formatted(
                                    loss.id(),
                                    loss.fit().text(),
                                    network.outputs(),
                                    output,
                                    String.join(
                                            ", ",
                                            fittingLosses(network).stream()
                                                    .map(Loss::id)
                                                    .toList())));
        }
    }

    private static void checkFrozen(Network network, List<Replica> replicas) {
        int last = replicas.stream()
                .mapToInt(replica -> replica.frozen().last())
                .max()
                .orElse(-1);
        int trainable = last < 0 ? 0 : Layout.of(network).trainable();
        if (last >= trainable) {
            throw new InvalidInput("parameter %d is frozen; this network has parameters 0 to %d that training changes"
                    .formatted(last, trainable - 1));
        }
    }

    private static void checkPerceptron(Network network, List<Replica> replicas) {
        boolean only = replicas.stream().allMatch(replica -> replica.optimizer() == Optimizer.PERCEPTRON);
        boolean plain = network.layers().size() == 1
                && !network.output().activation().hasSlope()
                && !network.softmax()
                && !network.hasBatchNorm()
                && !network.hasDropout();
        if (!only || !plain) {
            throw new InvalidInput(
                    "the perceptron rule trains one plain layer of step or sign units; found the network %s"
                                    .formatted(network)
                            + " with " + network.output().activation().id() + " outputs. Expected a single layer with"
                            + " activation step or sign, or another optimizer");
        }
    }

    private static void checkSlopes(Network network) {
        for (Layer layer : network.layers()) {
            if (!layer.activation().hasSlope()) {
                throw new InvalidInput("the activation %s has no slope, so gradients cannot pass it;"
                                .formatted(layer.activation().id())
                        + " expected another activation, or the optimizer perceptron with a single layer");
            }
        }
    }
}
