package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Plan;
import weightroom.engine.opencl.LayeredSource.Products;

/**
 * The kernels of one pass over a batch, layer after layer, with the buffers between them. All arguments are set here,
 * once; then a pass is a list of launches.
 */
final class LayeredPass implements AutoCloseable {
    /** Batches are padded to whole blocks and tiles. */
    private static final int ROWS = 16;

    private final ClContext context;
    private final ClProgram program;
    private final Plan plan;
    private final LayeredMemory memory;
    private final PanelLayout layout;
    private final Shapes shapes;
    private final int copies;
    private final int batch;
    private final Feed feed;
    private final List<ClBuffer> buffers = new ArrayList<>();
    private final List<ClKernel> kernels = new ArrayList<>();
    private final List<Activations> layers = new ArrayList<>();
    private final List<Launch> forward = new ArrayList<>();
    private final List<Launch> backward = new ArrayList<>();
    private final List<Launch> weightGradients = new ArrayList<>();
    private final RowsOnDevice.Found data;
    private final ClBuffer losses;
    private final ClBuffer gradient;

    /**
     * The buffers of one layer, each {@code (copies, B, UP)}; where a pass has no use for one, another stands in its place.
     *
     * @param z pre-activations
     * @param a activations
     * @param h normalized sums, only with batch norm
     * @param inverse 1/√(variance + ε), {@code (copies, UP)}, likewise
     * @param dA ∂L/∂a
     * @param dZ ∂L/∂z
     * @param dV gradient of the linear part: {@code dZ}, or another buffer with batch norm
     */
    record Activations(ClBuffer z, ClBuffer a, ClBuffer h, ClBuffer inverse, ClBuffer dA, ClBuffer dZ, ClBuffer dV) {}

    /** What a pass is made for. */
    record Size(int copies, int rows, int steps, boolean gradients) {}

    LayeredPass(
            ClContext context,
            ClProgram program,
            Products products,
            Plan plan,
            LayeredMemory memory,
            RowsOnDevice.Found data,
            Size size) {
        this.context = context;
        this.program = program;
        this.plan = plan;
        this.memory = memory;
        this.data = data;
        layout = memory.layout();
        copies = size.copies();
        batch = (size.rows() + ROWS - 1) / ROWS * ROWS;
        shapes = new Shapes(products, batch, copies);
        feed = new Feed(context, copies, batch, size.steps());
        losses = zeros((long) copies * batch);
        gradient = size.gradients() ? zeros((long) copies * layout.total()) : losses;
        for (int l = 0; l < layout.layers(); l++) {
            layers.add(activations(l, size.gradients()));
        }
        for (int l = 0; l < layout.layers(); l++) {
            forward(l);
        }
        head();
        for (int l = layout.layers() - 1; l >= 0 && size.gradients(); l--) {
            backward(l);
        }
    }

    private Activations activations(int l, boolean gradients) {
        long size = (long) copies * batch * PanelLayout.padded(layout.slice(l).units());
        boolean norm = plan.network().layers().get(l).batchNorm();
        ClBuffer z = zeros(size);
        ClBuffer dZ = gradients ? zeros(size) : z;
        return new Activations(
                z,
                zeros(size),
                norm ? zeros(size) : z,
                norm ? zeros(size / batch) : z,
                gradients ? zeros(size) : z,
                dZ,
                gradients && norm ? zeros(size) : dZ);
    }

    private ClBuffer zeros(long numbers) {
        ClBuffer buffer = context.zeros(numbers);
        buffers.add(buffer);
        return buffer;
    }

    private ClKernel kernel(String name) {
        ClKernel kernel = program.kernel(name);
        kernels.add(kernel);
        return feed.bind(kernel);
    }

    private ClKernel kernel(String name, int layer) {
        Layer at = plan.network().layers().get(layer);
        return kernel(name + "_" + LayeredSource.name(at.activation()));
    }

    /** The input of a layer: the data, or the activations below. */
    private ClKernel input(ClKernel kernel, int l) {
        int in = layout.slice(l).in();
        return l == 0
                ? kernel.arg(data.inputs()).arg(1).arg(in).arg(in)
                : kernel.arg(layers.get(l - 1).a()).arg(0).arg(in).arg(PanelLayout.padded(in));
    }

    private void forward(int l) {
        Slice slice = layout.slice(l);
        Activations at = layers.get(l);
        int up = PanelLayout.padded(slice.units());
        ClKernel product = input(kernel("forward", l), l)
                .arg(memory.theta())
                .arg(layout.total())
                .arg(slice.weights())
                .arg(slice.biases())
                .arg(slice.alpha())
                .arg(memory.numbers())
                .arg(l)
                .arg(up)
                .arg(at.h())
                .arg(at.a());
        forward.add(shapes.product(product, batch, up));
        if (slice.gamma() != Layout.NONE) {
            ClKernel normalize = kernel("normalize", l)
                    .arg(memory.theta())
                    .arg(layout.total())
                    .arg(slice.gamma())
                    .arg(slice.beta())
                    .arg(slice.runningMean())
                    .arg(slice.runningVariance())
                    .arg(slice.alpha())
                    .arg(memory.numbers())
                    .arg(l)
                    .arg(up)
                    .arg(at.h())
                    .arg(at.inverse())
                    .arg(at.z())
                    .arg(at.a());
            forward.add(shapes.panels(normalize, up));
        }
    }

    private void head() {
        int last = layout.layers() - 1;
        Slice slice = layout.slice(last);
        Activations at = layers.get(last);
        ClKernel head = kernel("head")
                .arg(data.targets())
                .arg(slice.units())
                .arg(PanelLayout.padded(slice.units()))
                .arg(memory.theta())
                .arg(layout.total())
                .arg(slice.alpha())
                .arg(memory.numbers())
                .arg(last)
                .arg(at.z())
                .arg(at.a())
                .arg(at.dA())
                .arg(at.dZ())
                .arg(losses)
                .arg((float) plan.loss().divisor(slice.units()));
        forward.add(shapes.rows(head));
    }

    private void backward(int l) {
        Slice slice = layout.slice(l);
        Activations at = layers.get(l);
        int up = PanelLayout.padded(slice.units());
        if (slice.alpha() != Layout.NONE) {
            ClKernel alpha = kernel("alpha_gradient")
                    .arg(slice.units())
                    .arg(up)
                    .arg(l)
                    .arg(memory.numbers())
                    .arg(at.z())
                    .arg(at.dA())
                    .arg(gradient)
                    .arg(layout.total())
                    .arg(slice.alpha());
            backward.add(new Launch(alpha, new long[] {copies}, new long[] {1}));
        }
        if (slice.gamma() != Layout.NONE) {
            ClKernel normalize = kernel("normalize_backward")
                    .arg(memory.theta())
                    .arg(layout.total())
                    .arg(slice.gamma())
                    .arg(slice.beta())
                    .arg(up)
                    .arg(at.h())
                    .arg(at.inverse())
                    .arg(at.dZ())
                    .arg(at.dV())
                    .arg(gradient);
            backward.add(shapes.panels(normalize, up));
        }
        ClKernel weights = input(kernel("weight_gradient"), l)
                .arg(at.dV())
                .arg(up)
                .arg(gradient)
                .arg(layout.total())
                .arg(slice.weights())
                .arg(slice.biases());
        weightGradients.add(shapes.product(weights, slice.in(), up));
        if (l > 0) {
            backward.add(below(l, slice, at));
        }
    }

    /** From ∂L/∂(linear part) of a layer to ∂L/∂z of the one below. */
    private Launch below(int l, Slice slice, Activations at) {
        Activations below = layers.get(l - 1);
        int width = PanelLayout.padded(slice.in());
        ClKernel back = kernel("backward", l - 1)
                .arg(at.dV())
                .arg(slice.units())
                .arg(PanelLayout.padded(slice.units()))
                .arg(memory.transposed())
                .arg(layout.transposedTotal())
                .arg(layout.transposed(l))
                .arg(memory.theta())
                .arg(layout.total())
                .arg(layout.slice(l - 1).alpha())
                .arg(memory.numbers())
                .arg(l - 1)
                .arg(width)
                .arg(below.z())
                .arg(below.a())
                .arg(below.dA())
                .arg(below.dZ());
        return shapes.product(back, batch, width);
    }

    Feed feed() {
        return feed;
    }

    /** Rows that fit, padding included. */
    int batch() {
        return batch;
    }

    Activations layer(int l) {
        return layers.get(l);
    }

    ClBuffer losses() {
        return losses;
    }

    ClBuffer gradient() {
        return gradient;
    }

    /** Lets a pass of one copy stand for another copy of the program. */
    void select(int replica) {
        kernels.forEach(kernel -> kernel.arg(Feed.ARGUMENTS - 1, replica));
    }

    /** Lets the pass read from other rows. */
    void read(ClBuffer inputs, ClBuffer targets) {
        forward.get(0).kernel().arg(Feed.ARGUMENTS, inputs);
        forward.get(forward.size() - 1).kernel().arg(Feed.ARGUMENTS, targets);
    }

    void queueForward() {
        for (int i = 0; i < forward.size(); i++) {
            forward.get(i).queue(context);
        }
    }

    /** All derivatives but those by weights and biases. */
    void queueBackward() {
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).queue(context);
        }
    }

    /** The derivatives by weights and biases, after the way back. */
    void queueWeightGradients() {
        for (int i = 0; i < weightGradients.size(); i++) {
            weightGradients.get(i).queue(context);
        }
    }

    /**
     * The arguments of a kernel that sums the gradient of a layer's weights and updates them at once.
     */
    ClKernel weightUpdate(int l) {
        Slice slice = layout.slice(l);
        return input(kernel("weight_update"), l)
                .arg(layers.get(l).dV())
                .arg(PanelLayout.padded(slice.units()))
                .arg(slice.units())
                .arg(memory.theta())
                .arg(layout.total())
                .arg(slice.weights())
                .arg(slice.biases());
    }

    @Override
    public void close() {
        feed.close();
        kernels.forEach(ClKernel::close);
        buffers.forEach(ClBuffer::close);
    }
}
