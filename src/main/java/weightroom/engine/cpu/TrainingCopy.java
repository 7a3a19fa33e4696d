package weightroom.engine.cpu;

import java.util.Arrays;
import java.util.function.IntConsumer;
import weightroom.engine.DropoutMask;
import weightroom.engine.FasterWay;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Split;
import weightroom.engine.Workers;
import weightroom.engine.cpu.StepRule.Stretch;

/**
 * One replica in training. A step of a large network is cut over the workers twice: first ranges of samples go forward and
 * back, then ranges of weights sum their gradient over all samples and are updated at once, while it is near. A small
 * network stays on one thread, for handing it over would take longer than the step.
 */
final class TrainingCopy {
    /** Rows that go forward and back at a time, so that what is kept for the way back does not grow with the batch. */
    private static final int CHUNK = 256;

    private final Arrangement arrangement;
    private final Workers workers;
    private final Numbers numbers;
    private final Tensors gradient;
    private final double[][] squares;
    private final IntConsumer samplePart = this::passSamples;
    private final IntConsumer weightPart = this::sumWeights;
    private final IntConsumer updatePart = this::updateWeights;

    private Plan plan;
    private final boolean batchNorm;
    private final int leastRows;
    private boolean dropout;
    private Replica replica;
    private Split split;
    private Rows rows;
    private Stretches stretches;
    private StepRule rule;
    private Pass pass;
    private int[] order;
    private long orderedEpoch = -1;
    private int gap = Integer.MAX_VALUE;
    private boolean resident;

    private final FasterWay ways = new FasterWay();
    private int parts;

    // The step at hand.
    private int batchStart;
    private int batchSize;
    private int chunkStart;
    private int chunkSize;
    private int dropoutKey;
    private float clipScale;

    TrainingCopy(Arrangement arrangement, Plan plan, int index, Split split, Workers workers) {
        this.arrangement = arrangement;
        this.plan = plan;
        batchNorm = plan.network().hasBatchNorm();
        leastRows = plan.leastRows();
        dropout = plan.network().hasDropout();
        this.workers = workers;
        this.split = split;
        rows = split.train();
        replica = plan.replicas().get(index);
        numbers = new Numbers(arrangement, replica.optimizer().slots());
        gradient = new Tensors(arrangement);
        stretches = new Stretches(arrangement, numbers, gradient, replica.frozen());
        squares = new double[arrangement.layers()][];
        Arrays.setAll(squares, l -> new double[arrangement.small() ? 0 : arrangement.weightRows(l)]);
        rule = new StepRule(plan, replica);
        order = new int[rows.count()];
        parts = mostParts();
        pass = newPass(plan, gradient, capacity(), parts);
    }

    private int capacity() {
        int batch = Math.min(plan.batch(), rows.count());
        return batchNorm ? batch : Math.min(batch, CHUNK);
    }

    private int mostParts() {
        return arrangement.small() ? 1 : workers.count();
    }

    Pass newPass(Plan forPlan, Tensors forGradient, int capacity, int parts) {
        return new Pass(forPlan, arrangement, numbers.theta(), forGradient, capacity, parts);
    }

    Numbers numbers() {
        return numbers;
    }

    /** Goes on with a changed plan of the same shapes and rule. */
    void follow(Plan changed, int index, Split changedSplit) {
        plan = changed;
        dropout = changed.network().hasDropout();
        Replica was = replica;
        replica = changed.replicas().get(index);
        split = changedSplit;
        rows = split.train();
        if (!replica.frozen().equals(was.frozen())) {
            stretches = new Stretches(arrangement, numbers, gradient, replica.frozen());
        }
        rule = new StepRule(changed, replica);
        orderedEpoch = -1;
        resident = false;
        pass = newPass(changed, gradient, capacity(), mostParts());
    }

    /** After the numbers were replaced from outside. */
    void numbersChanged() {
        for (int l = 0; l < arrangement.layers(); l++) {
            pass.stages()[l].linear().refresh(0, arrangement.weightRows(l));
        }
    }

    /** Makes updates number {@code from}, from 0, and those after it; on one thread where that is faster than on all. */
    void train(long from, int steps) {
        if (mostParts() == 1) {
            makeSteps(from, steps);
            return;
        }
        for (int done = 0; done < steps; ) {
            int count = (int) Math.min(ways.steps(), steps - done);
            parts = ways.way() == 0 ? mostParts() : 1;
            long start = System.nanoTime();
            makeSteps(from + done, count);
            ways.took(count, System.nanoTime() - start);
            done += count;
        }
    }

    private void makeSteps(long from, int steps) {
        int perEpoch = plan.stepsPerEpoch(rows.count());
        int size = Math.min(plan.batch(), rows.count());
        long epoch = plan.counted(from) / perEpoch;
        int inEpoch = (int) (plan.counted(from) % perEpoch);
        for (long step = from; step < from + steps; step++) {
            shuffle(epoch, size);
            placeBatch(inEpoch * size, Math.min(inEpoch * size + size, rows.count()));
            if (batchSize >= leastRows) {
                rule.prepare(step, epoch);
                step(step);
            }
            if (++inEpoch == perEpoch) {
                inEpoch = 0;
                epoch++;
            }
        }
    }

    /** Around a row that is left out. */
    private void placeBatch(int start, int end) {
        batchStart = gap < start ? start - 1 : start;
        batchSize = (gap < end ? end - 1 : end) - batchStart;
    }

    /** The sum over a full batch has no order worth shuffling for, and one that fits the pass is loaded only once. */
    private void shuffle(long epoch, int size) {
        if (epoch == orderedEpoch) {
            return;
        }
        boolean anyOrder = size == rows.count() && !dropout;
        if (!anyOrder) {
            plan.order(replica.seed(), epoch, order);
            gap = split.cutFrom(order);
            resident = false;
        } else if (!resident) {
            Arrays.setAll(order, i -> i);
            gap = split.cutFrom(order);
        }
        orderedEpoch = epoch;
    }

    private void step(long step) {
        clearRest();
        if (dropout) {
            dropoutKey = DropoutMask.key(replica.seed(), step);
        }
        // Batch norm needs the whole batch at once.
        int sampleParts = batchNorm ? 1 : parts;
        for (chunkStart = 0; chunkStart < batchSize; chunkStart += pass.capacity()) {
            chunkSize = Math.min(pass.capacity(), batchSize - chunkStart);
            run(sampleParts, samplePart);
            if (arrangement.small()) {
                sumSmall();
            } else {
                run(parts, weightPart);
            }
        }
        boolean full = plan.batch() >= rows.count();
        resident = full && batchSize <= pass.capacity();
        measureRunning();
        if (arrangement.small()) {
            updateSmall();
        } else if (rule.clipsNorm()) {
            clipScale = rule.scale(totalSquares());
            run(parts, updatePart);
        }
    }

    private void clearRest() {
        float[] g = gradient.rest();
        for (int i = 0; i < g.length; i++) {
            g[i] = 0f;
        }
    }

    private void run(int count, IntConsumer work) {
        if (count == 1) {
            work.accept(0);
        } else {
            workers.run(count, work);
        }
    }

    private void passSamples(int part) {
        int count = batchNorm ? 1 : parts;
        int from = chunkSize * part / count;
        int to = chunkSize * (part + 1) / count;
        if (!resident) {
            pass.load(rows, order, batchStart + chunkStart, from, to);
        }
        pass.forward(from, to, chunkStart, dropoutKey);
        pass.backward(from, to, batchSize, part, Pass.Watcher.NONE);
    }

    private void sumSmall() {
        for (int l = 0; l < arrangement.layers(); l++) {
            pass.addWeightGradient(l, chunkSize, 0, arrangement.weightRows(l), 0);
        }
        pass.addRestGradient(chunkSize);
    }

    private void updateSmall() {
        rule.finishGradient(stretches.rest());
        if (rule.clipsNorm()) {
            rule.scale(stretches.rest(), rule.scale(rule.squares(stretches.rest())));
        }
        rule.update(stretches.rest());
    }

    /** Sums gradients of some rows of every layer, and after the last chunk updates them if no norm has to be known. */
    private void sumWeights(int part) {
        boolean last = chunkStart + chunkSize == batchSize;
        for (int l = 0; l < arrangement.layers(); l++) {
            Stretch[] lines = stretches.weights(l);
            int from = firstRow(lines.length, part);
            int to = firstRow(lines.length, part + 1);
            for (int first = from; first < to; first += 2) {
                int end = Math.min(first + 2, to);
                for (int r = first; r < end && chunkStart == 0; r++) {
                    Arrays.fill(lines[r].g(), 0f);
                }
                pass.addWeightGradient(l, chunkSize, first, end, part);
                for (int r = first; r < end && last; r++) {
                    finish(l, r, lines[r]);
                }
            }
            if (last && !rule.clipsNorm()) {
                pass.stages()[l].linear().refresh(from, to);
            }
        }
        if (part == 0) {
            pass.addRestGradient(chunkSize);
            if (last) {
                rule.finishGradient(stretches.rest());
                if (!rule.clipsNorm()) {
                    rule.update(stretches.rest());
                }
            }
        }
    }

    private void finish(int l, int r, Stretch stretch) {
        rule.finishGradient(stretch);
        if (rule.clipsNorm()) {
            squares[l][r] = rule.squares(stretch);
        } else {
            rule.update(stretch);
        }
    }

    private void updateWeights(int part) {
        for (int l = 0; l < arrangement.layers(); l++) {
            Stretch[] lines = stretches.weights(l);
            int from = firstRow(lines.length, part);
            int to = firstRow(lines.length, part + 1);
            for (int r = from; r < to; r++) {
                rule.scale(lines[r], clipScale);
                rule.update(lines[r]);
            }
            pass.stages()[l].linear().refresh(from, to);
        }
        if (part == 0) {
            rule.scale(stretches.rest(), clipScale);
            rule.update(stretches.rest());
        }
    }

    private int firstRow(int count, int part) {
        return (int) ((long) count * part / parts);
    }

    private double totalSquares() {
        double sum = rule.squares(stretches.rest());
        for (double[] layer : squares) {
            for (double one : layer) {
                sum += one;
            }
        }
        return sum;
    }

    private void measureRunning() {
        int trainable = arrangement.layout().trainable();
        for (int l = 0; l < arrangement.layers(); l++) {
            Stage stage = pass.stages()[l];
            if (stage.batchNorm().isPresent()) {
                Slice slice = arrangement.layout().slice(l);
                stage.batchNorm()
                        .get()
                        .measureRunning(
                                numbers.running(),
                                slice.runningMean() - trainable,
                                slice.runningVariance() - trainable,
                                batchSize);
            }
        }
    }
}
