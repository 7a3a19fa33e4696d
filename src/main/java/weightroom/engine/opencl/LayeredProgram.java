package weightroom.engine.opencl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weightroom.engine.DropoutMask;
import weightroom.engine.GuardedProgram;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Probe;
import weightroom.engine.Rows;
import weightroom.engine.Score;
import weightroom.engine.Split;
import weightroom.engine.opencl.LayeredSource.Products;

/**
 * Trains any network on an OpenCL device, one operation of one layer at a time, over buffers that stay there. A whole
 * chunk of steps is queued without waiting; what changes from step to step comes from the {@link Feed}.
 */
final class LayeredProgram extends GuardedProgram {
    /** Numbers of activations that an evaluation holds at a time. */
    private static final int EVALUATED = 1 << 21;

    private static final int MOST_ROWS = 4096;

    private final ClContext context;
    private final ClProgram program;
    private final Products products;
    private final PanelLayout layout;
    private final LayeredMemory memory;
    private final RowsOnDevice rows;
    private final LayeredPass training;
    private final LayeredUpdate update;
    private final LayeredSteps steps;
    private @Nullable LayeredPass evaluation;
    private @Nullable LayeredPass probing;
    private @Nullable ClBuffer staging;

    LayeredProgram(ClContext context, Products products, Plan plan, List<Split> data) {
        super(plan, data);
        this.context = context;
        this.products = products;
        program = context.program(LayeredSource.of(plan, products));
        layout = new PanelLayout(plan.network());
        memory = new LayeredMemory(context, program, plan, layout);
        rows = new RowsOnDevice(context, plan.network().inputs(), plan.network().outputs(), data);
        int copies = plan.replicas().size();
        int most = Math.min(plan.batch(), trainingRows());
        training = new LayeredPass(
                context,
                program,
                products,
                plan,
                memory,
                rows.training(),
                new LayeredPass.Size(copies, most, Integer.MAX_VALUE, true));
        update = new LayeredUpdate(context, program, products, memory, training, plan);
        steps = new LayeredSteps(copies, trainingRows());
    }

    @Override
    protected void advance(long from, int count, boolean[] active) {
        memory.touched();
        update.queueTranspose();
        Feed feed = training.feed();
        for (int done = 0; done < count; ) {
            int slice = Math.min(feed.steps(), count - done);
            feed.begin();
            for (int s = 0; s < slice; s++) {
                steps.fill(feed, plan(), s, from + done + s, active);
            }
            feed.upload(slice);
            for (int s = 0; s < slice; s++) {
                training.queueForward();
                training.queueBackward();
                update.queue();
            }
            context.flush();
            done += slice;
        }
    }

    @Override
    public Score score(int replica, Rows part) {
        if (part.isEmpty()) {
            return Score.NONE;
        }
        int c = plan().network().outputs();
        boolean answers = plan().task().classes() > 0;
        RowsOnDevice.Found found = rows.find(part);
        LayeredPass pass = evaluation(part.count());
        pass.read(found.inputs(), found.targets());
        float[] losses = new float[pass.batch()];
        float[] outputs = new float[answers ? part.count() * c : 0];
        double sum = 0;
        for (int start = 0; start < part.count(); start += pass.batch()) {
            int n = Math.min(pass.batch(), part.count() - start);
            evaluate(pass, replica, n, found.base() + start, Feed.LOSS);
            context.read(pass.losses(), 0, losses, n);
            for (int i = 0; i < n; i++) {
                sum += losses[i];
            }
            if (answers) {
                readOutputs(pass, n, outputs, start);
            }
        }
        int right = answers ? plan().task().right(outputs, part.targets(), part.count(), c) : 0;
        return Score.of(plan().task(), sum, right, part.count());
    }

    /** Reads the outputs of the n rows in a pass into the places of rows from {@code first} on. */
    private void readOutputs(LayeredPass pass, int n, float[] outputs, int first) {
        int c = plan().network().outputs();
        int up = PanelLayout.padded(c);
        float[] padded = new float[n * up];
        context.read(pass.layer(layout.layers() - 1).a(), 0, padded, n * up);
        for (int i = 0; i < n; i++) {
            System.arraycopy(padded, i * up, outputs, (first + i) * c, c);
        }
    }

    @Override
    public void predict(int replica, float[] inputs, int n, float[] outputs) {
        Network network = plan().network();
        LayeredPass pass = evaluation(n);
        int in = network.inputs();
        if (staging == null || staging.bytes() < 4L * pass.batch() * in) {
            if (staging != null) {
                staging.close();
            }
            staging = context.buffer((long) pass.batch() * in);
        }
        pass.read(staging, rows.training().targets());
        float[] block = new float[Math.min(pass.batch(), Math.max(1, n)) * in];
        for (int start = 0; start < n; start += pass.batch()) {
            int m = Math.min(pass.batch(), n - start);
            System.arraycopy(inputs, start * in, block, 0, m * in);
            context.write(staging, 0, block, m * in);
            evaluate(pass, replica, m, 0, 0);
            readOutputs(pass, m, outputs, start);
        }
    }

    private void evaluate(LayeredPass pass, int replica, int n, int base, int flags) {
        pass.select(replica);
        pass.feed().begin();
        pass.feed().record(0, 0, n, 0, 0, LayeredSteps.NO_COEFFICIENTS, base, Feed.ACTIVE | Feed.CONSECUTIVE | flags);
        pass.feed().upload(1);
        pass.queueForward();
    }

    /** A pass for evaluation with room for so many rows, or for as many as it takes at a time. */
    private LayeredPass evaluation(int n) {
        int widest = 0;
        for (int l = 0; l < layout.layers(); l++) {
            widest += 2 * PanelLayout.padded(layout.slice(l).units());
        }
        int wanted = Math.min(Math.max(1, n), Math.max(64, Math.min(MOST_ROWS, EVALUATED / widest)));
        if (evaluation != null && evaluation.batch() < wanted) {
            evaluation.close();
            evaluation = null;
        }
        if (evaluation == null) {
            evaluation = pass(new LayeredPass.Size(1, wanted, 1, false));
        }
        return evaluation;
    }

    private LayeredPass pass(LayeredPass.Size size) {
        return new LayeredPass(context, program, products, plan(), memory, rows.training(), size);
    }

    @Override
    public Probe probe(int replica, int[] chosen) {
        LayeredPass pass = probing;
        if (pass == null || pass.batch() < chosen.length || pass.batch() > 4 * chosen.length + PanelLayout.LANES) {
            if (pass != null) {
                pass.close();
                probing = null;
            }
            pass = pass(new LayeredPass.Size(1, chosen.length, 1, true));
            probing = pass;
        }
        update.queueTranspose();
        int key = DropoutMask.key(plan().replicas().get(replica).seed(), step());
        int base = plan().replicas().get(replica).data() * trainingRows();
        int flags = Feed.ACTIVE | Feed.TRAINING | Feed.LOSS | Feed.GRADIENT;
        pass.select(replica);
        pass.feed().begin();
        pass.feed().record(0, 0, chosen.length, key, 0, LayeredSteps.NO_COEFFICIENTS, base, flags);
        pass.feed().rows(0, 0, chosen, 0, chosen.length);
        pass.feed().upload(1);
        pass.queueForward();
        pass.queueBackward();
        pass.queueWeightGradients();
        return new LayeredProbe(context, layout, Layout.of(plan().network()), pass).read(chosen);
    }

    @Override
    protected boolean finite(int replica) {
        return memory.finite(replica);
    }

    @Override
    protected void mark(int replica) {
        memory.mark(replica);
    }

    @Override
    protected void rollback(int replica) {
        memory.rollback(replica);
    }

    @Override
    protected void read(int replica, float[] parameters, float[][] slots) {
        memory.read(replica, parameters, slots);
    }

    @Override
    protected void write(int replica, float[] parameters, float[][] slots) {
        memory.write(replica, parameters, slots);
    }

    /** Follows all but another shape, activation, loss or rule, and larger batches than there is room for. */
    @Override
    protected boolean follow(Plan changed) {
        boolean same = changed.loss() == plan().loss()
                && sameShape(changed.network(), plan().network())
                && Math.min(changed.batch(), trainingRows()) <= training.batch()
                && changed.stepsPerEpoch(trainingRows()) == plan().stepsPerEpoch(trainingRows());
        for (int r = 0; same && r < changed.replicas().size(); r++) {
            int split = changed.replicas().get(r).data();
            same = changed.replicas().get(r).optimizer()
                            == plan().replicas().get(r).optimizer()
                    && split >= 0
                    && split < data().size();
        }
        if (same) {
            memory.settings(changed);
            update.follow(changed);
            steps.forget();
        }
        return same;
    }

    private static boolean sameShape(Network a, Network b) {
        boolean same = a.inputs() == b.inputs()
                && a.softmax() == b.softmax()
                && a.layers().size() == b.layers().size();
        for (int l = 0; same && l < a.layers().size(); l++) {
            Layer one = a.layers().get(l);
            Layer other = b.layers().get(l);
            same = one.units() == other.units()
                    && one.activation() == other.activation()
                    && one.batchNorm() == other.batchNorm();
        }
        return same;
    }

    @Override
    public void close() {
        Stream.of(Optional.ofNullable(evaluation), Optional.ofNullable(probing))
                .flatMap(Optional::stream)
                .forEach(LayeredPass::close);
        evaluation = null;
        probing = null;
        if (staging != null) {
            staging.close();
            staging = null;
        }
        update.close();
        training.close();
        rows.close();
        memory.close();
    }
}
