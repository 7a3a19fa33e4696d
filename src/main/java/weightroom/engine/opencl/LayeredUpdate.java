package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Plan;
import weightroom.engine.opencl.LayeredSource.Products;

/** The end of a step: clipping, the optimizers' rules, the transposed weights for the next way back. */
final class LayeredUpdate implements AutoCloseable {
    private final ClContext context;
    private final ClProgram program;
    private final LayeredMemory memory;
    private final LayeredPass training;
    private final ClBuffer gradient;
    private final ClBuffer parts;
    private final Launch squares;
    private final Launch update;
    private final Launch advance;
    private final List<Launch> transpose = new ArrayList<>();
    private final Optional<BlockUpdate> atOnce;
    private LayeredFrozen frozen;
    private Optional<BlockUpdate> shortWay = Optional.empty();
    private boolean clips;

    LayeredUpdate(
            ClContext context,
            ClProgram program,
            Products products,
            LayeredMemory memory,
            LayeredPass training,
            Plan plan) {
        this.context = context;
        this.program = program;
        this.memory = memory;
        this.training = training;
        gradient = training.gradient();
        int copies = plan.replicas().size();
        PanelLayout layout = memory.layout();
        Shapes shapes = new Shapes(products, training.batch(), copies);
        Feed feed = training.feed();
        int units = context.info().computeUnits();
        squares = shapes.chunks(feed.bind(program.kernel("squares")), units);
        parts = context.zeros(squares.global()[0] * copies);
        squares.kernel()
                .arg(memory.theta())
                .arg(layout.total())
                .arg(layout.trainable())
                .arg(gradient)
                .arg(memory.isWeight())
                .arg(memory.knobs())
                .arg(parts);
        update = shapes.chunks(feed.bind(program.kernel("update")), units);
        update.kernel()
                .arg(memory.theta())
                .arg(layout.total())
                .arg(layout.trainable())
                .arg(gradient)
                .arg(memory.isWeight())
                .arg(memory.knobs())
                .arg(parts)
                .arg(memory.slot(0))
                .arg(memory.slot(1))
                .arg(memory.slotStride(0))
                .arg(memory.slotStride(1));
        advance = new Launch(feed.bindAdvance(program.kernel("advance")), new long[] {1}, new long[] {1});
        for (int l = 1; l < layout.layers(); l++) {
            Slice slice = layout.slice(l);
            ClKernel kernel = feed.bind(program.kernel("transpose"))
                    .arg(memory.theta())
                    .arg(layout.total())
                    .arg(slice.weights())
                    .arg(slice.in())
                    .arg(slice.units())
                    .arg(memory.transposed())
                    .arg(layout.transposedTotal())
                    .arg(layout.transposed(l));
            long panels = PanelLayout.padded(slice.in()) / PanelLayout.LANES;
            transpose.add(new Launch(kernel, new long[] {panels, copies}, new long[] {1, 1}));
        }
        frozen = new LayeredFrozen(context, program, memory, gradient, plan);
        atOnce = BlockUpdate.fits(products, layout)
                ? Optional.of(new BlockUpdate(context, memory, training, copies))
                : Optional.empty();
        choose(plan);
    }

    /** Takes over what is frozen and what is clipped. */
    void follow(Plan changed) {
        frozen.close();
        frozen = new LayeredFrozen(context, program, memory, gradient, changed);
        choose(changed);
    }

    private void choose(Plan plan) {
        clips = plan.replicas().stream().anyMatch(replica -> replica.clipNorm() < Double.POSITIVE_INFINITY);
        shortWay = BlockUpdate.takes(plan) ? atOnce : Optional.empty();
    }

    /** Queues the end of a step, after the way back. */
    void queue() {
        if (shortWay.isPresent()) {
            shortWay.get().queue();
            advance.queue(context);
            return;
        }
        training.queueWeightGradients();
        frozen.putAway();
        if (clips) {
            squares.queue(context);
        }
        update.queue(context);
        frozen.putBack();
        queueTranspose();
        advance.queue(context);
    }

    /** Queues the transposition of all weights as they are now. */
    void queueTranspose() {
        for (int i = 0; i < transpose.size(); i++) {
            transpose.get(i).queue(context);
        }
    }

    @Override
    public void close() {
        squares.kernel().close();
        update.kernel().close();
        advance.kernel().close();
        transpose.forEach(launch -> launch.kernel().close());
        frozen.close();
        parts.close();
    }
}
