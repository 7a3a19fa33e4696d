package weightroom.engine.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import weightroom.engine.DropoutMask;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Optimizer.Range;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
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
    private final List<Stretch[]> weightStretches = new ArrayList<>();
    private final Stretch restStretch;
    private final double[][] squares;
    private final IntConsumer samplePart = this::passSamples;
    private final IntConsumer weightPart = this::sumWeights;
    private final IntConsumer updatePart = this::updateWeights;

    private Plan plan;
    private final boolean batchNorm;
    private boolean dropout;
    private Replica replica;
    private Rows rows;
    private StepRule rule;
    private Pass pass;
    private int[] order;
    private long orderedEpoch = -1;
    private boolean resident;

    // The step at hand.
    private int batchStart;
    private int batchSize;
    private int chunkStart;
    private int chunkSize;
    private int dropoutKey;
    private float clipScale;

    TrainingCopy(Arrangement arrangement, Plan plan, int index, Rows rows, Workers workers) {
        this.arrangement = arrangement;
        this.plan = plan;
        batchNorm = plan.network().hasBatchNorm();
        dropout = plan.network().hasDropout();
        this.workers = workers;
        this.rows = rows;
        replica = plan.replicas().get(index);
        numbers = new Numbers(arrangement, replica.optimizer().slots());
        gradient = new Tensors(arrangement);
        int layers = arrangement.layers();
        int[] intervals = new int[arrangement.small() ? 2 * layers : 0];
        for (int l = 0; l < layers; l++) {
            Slice slice = arrangement.layout().slice(l);
            if (arrangement.small()) {
                intervals[2 * l] = slice.weights();
                intervals[2 * l + 1] = slice.weightsEnd();
            } else {
                weightStretches.add(rowStretches(l));
            }
        }
        float[] g = gradient.rest();
        restStretch = new Stretch(
                new Range(
                        numbers.theta().rest(),
                        g,
                        numbers.slot(0).rest(),
                        numbers.slot(1).rest(),
                        0,
                        g.length),
                numbers.theta().rest(),
                g,
                0,
                g.length,
                intervals);
        squares = weightStretches.stream().map(row -> new double[row.length]).toArray(double[][]::new);
        rule = new StepRule(plan, replica);
        order = new int[rows.count()];
        pass = newPass(plan, gradient, capacity(), parts());
    }

    private Stretch[] rowStretches(int l) {
        Stretch[] stretches = new Stretch[arrangement.weightRows(l)];
        int width = arrangement.weightWidth(l);
        for (int r = 0; r < stretches.length; r++) {
            float[] theta = numbers.theta().weights(l).array(r);
            float[] g = gradient.weights(l).array(r);
            float[] s0 = numbers.slot(0).weights(l).array(r);
            float[] s1 = numbers.slot(1).weights(l).array(r);
            stretches[r] = new Stretch(new Range(theta, g, s0, s1, 0, width), theta, g, 0, width, new int[] {0, width});
        }
        return stretches;
    }

    private int capacity() {
        int batch = Math.min(plan.batch(), rows.count());
        return batchNorm ? batch : Math.min(batch, CHUNK);
    }

    private int parts() {
        return arrangement.small() ? 1 : workers.count();
    }

    Pass newPass(Plan forPlan, Tensors forGradient, int capacity, int parts) {
        return new Pass(forPlan, arrangement, numbers.theta(), forGradient, capacity, parts);
    }

    Numbers numbers() {
        return numbers;
    }

    /** Goes on with a changed plan of the same shapes and rule. */
    void follow(Plan changed, int index, Rows changedRows) {
        plan = changed;
        dropout = changed.network().hasDropout();
        replica = changed.replicas().get(index);
        rows = changedRows;
        rule = new StepRule(changed, replica);
        orderedEpoch = -1;
        resident = false;
        pass = newPass(changed, gradient, capacity(), parts());
    }

    /** After the numbers were replaced from outside. */
    void numbersChanged() {
        for (int l = 0; l < arrangement.layers(); l++) {
            pass.stages()[l].linear().refresh(0, arrangement.weightRows(l));
        }
    }

    /** Makes updates number {@code from}, from 0, and those after it. */
    void train(long from, int steps) {
        int perEpoch = plan.stepsPerEpoch(rows.count());
        int size = Math.min(plan.batch(), rows.count());
        long epoch = from / perEpoch;
        int inEpoch = (int) (from % perEpoch);
        for (long step = from; step < from + steps; step++) {
            shuffle(epoch, size);
            batchStart = inEpoch * size;
            batchSize = Math.min(size, rows.count() - batchStart);
            rule.prepare(step, epoch);
            step(step);
            if (++inEpoch == perEpoch) {
                inEpoch = 0;
                epoch++;
            }
        }
    }

    /** The sum over a full batch has no order worth shuffling for, and one that fits the pass is loaded only once. */
    private void shuffle(long epoch, int size) {
        if (epoch == orderedEpoch) {
            return;
        }
        boolean anyOrder = size == rows.count() && !dropout;
        if (!anyOrder) {
            plan.order(replica.seed(), epoch, order);
            resident = false;
        } else if (!resident) {
            Arrays.setAll(order, i -> i);
        }
        orderedEpoch = epoch;
    }

    private void step(long step) {
        clearRest();
        if (dropout) {
            dropoutKey = DropoutMask.key(replica.seed(), step);
        }
        // Batch norm needs the whole batch at once.
        int sampleParts = batchNorm ? 1 : pass.parts();
        for (chunkStart = 0; chunkStart < batchSize; chunkStart += pass.capacity()) {
            chunkSize = Math.min(pass.capacity(), batchSize - chunkStart);
            run(sampleParts, samplePart);
            if (arrangement.small()) {
                sumSmall();
            } else {
                run(pass.parts(), weightPart);
            }
        }
        resident = batchSize == rows.count() && batchSize <= pass.capacity();
        measureRunning();
        if (arrangement.small()) {
            updateSmall();
        } else if (rule.clipsNorm()) {
            clipScale = rule.scale(totalSquares());
            run(pass.parts(), updatePart);
        }
    }

    private void clearRest() {
        float[] g = gradient.rest();
        for (int i = 0; i < g.length; i++) {
            g[i] = 0f;
        }
    }

    private void run(int parts, IntConsumer work) {
        if (parts == 1) {
            work.accept(0);
        } else {
            workers.run(parts, work);
        }
    }

    private void passSamples(int part) {
        int parts = batchNorm ? 1 : pass.parts();
        int from = chunkSize * part / parts;
        int to = chunkSize * (part + 1) / parts;
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
        rule.finishGradient(restStretch);
        if (rule.clipsNorm()) {
            rule.scale(restStretch, rule.scale(rule.squares(restStretch)));
        }
        rule.update(restStretch);
    }

    /** Sums gradients of some rows of every layer, and after the last chunk updates them if no norm has to be known. */
    private void sumWeights(int part) {
        boolean last = chunkStart + chunkSize == batchSize;
        for (int l = 0; l < arrangement.layers(); l++) {
            Stretch[] stretches = weightStretches.get(l);
            int from = firstRow(stretches.length, part);
            int to = firstRow(stretches.length, part + 1);
            for (int first = from; first < to; first += 2) {
                int end = Math.min(first + 2, to);
                for (int r = first; r < end && chunkStart == 0; r++) {
                    Arrays.fill(stretches[r].g(), 0f);
                }
                pass.addWeightGradient(l, chunkSize, first, end, part);
                for (int r = first; r < end && last; r++) {
                    finish(l, r, stretches[r]);
                }
            }
            if (last && !rule.clipsNorm()) {
                pass.stages()[l].linear().refresh(from, to);
            }
        }
        if (part == 0) {
            pass.addRestGradient(chunkSize);
            if (last) {
                rule.finishGradient(restStretch);
                if (!rule.clipsNorm()) {
                    rule.update(restStretch);
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
            Stretch[] stretches = weightStretches.get(l);
            int from = firstRow(stretches.length, part);
            int to = firstRow(stretches.length, part + 1);
            for (int r = from; r < to; r++) {
                rule.scale(stretches[r], clipScale);
                rule.update(stretches[r]);
            }
            pass.stages()[l].linear().refresh(from, to);
        }
        if (part == 0) {
            rule.scale(restStretch, clipScale);
            rule.update(restStretch);
        }
    }

    private int firstRow(int count, int part) {
        return (int) ((long) count * part / pass.parts());
    }

    private double totalSquares() {
        double sum = rule.squares(restStretch);
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
