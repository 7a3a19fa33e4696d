package weightroom.engine.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import weightroom.engine.Chunk.Measurement;
import weightroom.engine.DropoutMask;
import weightroom.engine.GuardedProgram;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Probe.LayerPass;
import weightroom.engine.Replica;
import weightroom.engine.Rows;
import weightroom.engine.Score;
import weightroom.engine.Split;
import weightroom.engine.Workers;

/**
 * The fast program on the processor, in single precision; {@link ReferenceProgram} is what it must agree with. It is
 * layered for large networks and tiled for small ones ({@link Arrangement} decides), and allocates nothing per step.
 * Replicas are trained side by side on the workers; a lone one is cut over them if it is large.
 */
final class JavaProgram extends GuardedProgram {
    private final Arrangement arrangement;
    private final Workers workers;
    private final TrainingCopy[] copies;
    private final Numbers[] marks;
    private final int[] turn;
    private final IntConsumer trainTurn = this::trainTurn;
    private final IntConsumer measuredTurn = this::trainAndMeasure;
    private final Queue<Evaluator> idle = new ConcurrentLinkedQueue<>();
    private Evaluator evaluator;
    private long from;
    private int steps;
    private int every;
    private List<List<Measurement>> measured = List.of();

    JavaProgram(Plan plan, List<Split> data, Workers workers) {
        super(plan, data);
        this.workers = workers;
        arrangement = new Arrangement(plan.network());
        int replicas = plan.replicas().size();
        copies = new TrainingCopy[replicas];
        marks = new Numbers[replicas];
        turn = new int[replicas];
        for (int r = 0; r < replicas; r++) {
            copies[r] = new TrainingCopy(arrangement, plan, r, split(r), replicas == 1 ? workers : Workers.NONE);
            marks[r] =
                    new Numbers(arrangement, plan.replicas().get(r).optimizer().slots());
        }
        evaluator = new Evaluator(plan, arrangement, workers);
    }

    @Override
    protected void advance(long firstStep, int stepCount, boolean[] active) {
        int count = prepare(firstStep, stepCount, active);
        if (count == 1) {
            trainTurn(0);
        } else {
            workers.run(count, trainTurn);
        }
    }

    private int prepare(long firstStep, int stepCount, boolean[] active) {
        from = firstStep;
        steps = stepCount;
        int count = 0;
        for (int r = 0; r < active.length; r++) {
            if (active[r]) {
                turn[count++] = r;
            }
        }
        return count;
    }

    /** Replicas do not wait for each other at the ends of epochs: whoever trains one measures it. */
    @Override
    protected void advanceMeasured(
            long firstStep, int stepCount, boolean[] active, int measureEvery, List<Measurement> measurements) {
        int count = prepare(firstStep, stepCount, active);
        if (count == 1 || measureEvery == 0) {
            super.advanceMeasured(firstStep, stepCount, active, measureEvery, measurements);
            return;
        }
        every = measureEvery;
        measured = IntStream.range(0, count)
                .<List<Measurement>>mapToObj(part -> new ArrayList<>())
                .toList();
        workers.run(count, measuredTurn);
        for (int i = 0; i < measured.get(0).size(); i++) {
            for (List<Measurement> one : measured) {
                measurements.add(one.get(i));
            }
        }
        measured = List.of();
    }

    private void trainAndMeasure(int part) {
        int replica = turn[part];
        TrainingCopy copy = copies[replica];
        Evaluator own =
                Objects.requireNonNullElseGet(idle.poll(), () -> new Evaluator(plan(), arrangement, Workers.NONE));
        long next = from;
        long end = from + steps;
        while (next < end) {
            long stop = Math.min(end, nextMeasurement(next, every));
            copy.train(next, (int) (stop - next));
            next = stop;
            if (measures(next, every)) {
                measured.get(part)
                        .add(measurement(
                                replica,
                                next,
                                rows -> own.score(copy.numbers(), rows.inputs(), rows.targets(), rows.count())));
            }
        }
        idle.add(own);
    }

    private void trainTurn(int part) {
        copies[turn[part]].train(from, steps);
    }

    @Override
    public Score score(int replica, Rows rows) {
        return evaluator.score(copies[replica].numbers(), rows.inputs(), rows.targets(), rows.count());
    }

    @Override
    public void predict(int replica, float[] inputs, int n, float[] outputs) {
        evaluator.predict(copies[replica].numbers(), inputs, n, outputs);
    }

    @Override
    public Probe probe(int replica, int[] rows) {
        Tensors gradient = new Tensors(arrangement);
        Pass pass = copies[replica].newPass(plan(), gradient, Math.max(1, rows.length), 1);
        int key = DropoutMask.key(plan().replicas().get(replica).seed(), step());
        int n = rows.length;
        pass.load(split(replica).train(), rows, 0, 0, n);
        pass.forward(0, n, 0, key);
        Derivatives derivatives = new Derivatives(arrangement.layers(), n);
        pass.backward(0, n, n, 0, derivatives);
        for (int l = 0; l < arrangement.layers(); l++) {
            pass.addWeightGradient(l, n, 0, arrangement.weightRows(l), 0);
        }
        pass.addRestGradient(n);
        float[] flat = new float[arrangement.layout().total()];
        gradient.read(flat);
        List<LayerPass> layers = new ArrayList<>();
        for (int l = 0; l < arrangement.layers(); l++) {
            layers.add(layerPass(pass.stages()[l], l, n, derivatives, flat));
        }
        return new Probe(rows.clone(), pass.loss(n), layers);
    }

    /** Copies of what goes by. */
    private static final class Derivatives implements Pass.Watcher {
        private final int n;
        private final float[][] byActivation;
        private final float[][] byPreActivation;

        Derivatives(int layers, int n) {
            this.n = n;
            byActivation = new float[layers][0];
            byPreActivation = new float[layers][0];
        }

        @Override
        public void activationGradient(int l, Block d) {
            byActivation[l] = d.read(n);
        }

        @Override
        public void preActivationGradient(int l, Block d) {
            byPreActivation[l] = d.read(n);
        }
    }

    private LayerPass layerPass(Stage stage, int l, int n, Derivatives derivatives, float[] flat) {
        Slice slice = arrangement.layout().slice(l);
        float[] byActivation = derivatives.byActivation[l];
        if (byActivation.length == 0) {
            byActivation = new float[n * slice.units()];
            Arrays.fill(byActivation, Float.NaN);
        }
        return new LayerPass(
                stage.preActivations().read(n),
                stage.activations().read(n),
                byActivation,
                derivatives.byPreActivation[l],
                Arrays.copyOfRange(flat, slice.weights(), slice.weightsEnd()),
                part(flat, slice.biases(), slice.units()),
                part(flat, slice.gamma(), slice.units()),
                part(flat, slice.beta(), slice.units()),
                slice.alpha() == Layout.NONE ? Float.NaN : flat[slice.alpha()]);
    }

    private static float[] part(float[] flat, int at, int units) {
        return at == Layout.NONE ? new float[0] : Arrays.copyOfRange(flat, at, at + units);
    }

    @Override
    protected boolean finite(int replica) {
        return copies[replica].numbers().finite();
    }

    @Override
    protected void mark(int replica) {
        marks[replica].copyFrom(copies[replica].numbers());
    }

    @Override
    protected void rollback(int replica) {
        copies[replica].numbers().copyFrom(marks[replica]);
        copies[replica].numbersChanged();
    }

    @Override
    protected void read(int replica, float[] parameters, float[][] slots) {
        copies[replica].numbers().read(parameters, slots);
    }

    @Override
    protected void write(int replica, float[] parameters, float[][] slots) {
        copies[replica].numbers().write(parameters, slots);
        copies[replica].numbersChanged();
    }

    /** Follows whatever leaves the meaning of parameters, slots and step as it is. */
    @Override
    protected boolean follow(Plan changed) {
        Plan plan = plan();
        boolean same = changed.batch() == plan.batch()
                && changed.shuffle() == plan.shuffle()
                && sameShapes(changed.network(), plan.network());
        for (int r = 0; same && r < copies.length; r++) {
            Replica replica = changed.replicas().get(r);
            same = replica.optimizer() == plan.replicas().get(r).optimizer()
                    && replica.data() >= 0
                    && replica.data() < data().size();
        }
        if (same) {
            for (int r = 0; r < copies.length; r++) {
                copies[r].follow(
                        changed, r, data().get(changed.replicas().get(r).data()));
            }
            evaluator = new Evaluator(changed, arrangement, workers);
            idle.clear();
        }
        return same;
    }

    private static boolean sameShapes(Network a, Network b) {
        return a.inputs() == b.inputs()
                && a.layers().size() == b.layers().size()
                && IntStream.range(0, a.layers().size())
                        .allMatch(l -> sameShape(a.layers().get(l), b.layers().get(l)));
    }

    private static boolean sameShape(Layer a, Layer b) {
        return a.units() == b.units()
                && a.batchNorm() == b.batchNorm()
                && a.activation().learnsAlpha() == b.activation().learnsAlpha();
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }
}
