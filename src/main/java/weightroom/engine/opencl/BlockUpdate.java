package weightroom.engine.opencl;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.opencl.LayeredSource.Products;

/**
 * The short way to the end of a step on a processor: each layer's weights are updated as soon as a block of their gradient
 * is known. {@link #takes} says when it can be gone.
 */
final class BlockUpdate {
    /** Work-groups per compute unit: enough to even out, few enough for each to stay in one part of the weights. */
    private static final int GROUPS = 16;

    private static final int BLOCK = 8;
    private static final int PANELS = 2;

    private final ClContext context;
    private final List<Launch> updates = new ArrayList<>();

    BlockUpdate(ClContext context, LayeredMemory memory, LayeredPass training, int copies) {
        this.context = context;
        PanelLayout layout = memory.layout();
        for (int l = 0; l < layout.layers(); l++) {
            Slice slice = layout.slice(l);
            ClKernel kernel = training.weightUpdate(l)
                    .arg(memory.knobs())
                    .arg(memory.slot(0))
                    .arg(memory.slot(1))
                    .arg(memory.slotStride(0))
                    .arg(memory.slotStride(1))
                    .arg(memory.transposed())
                    .arg(layout.transposedTotal())
                    .arg(l == 0 ? Layout.NONE : layout.transposed(l));
            int panels = PanelLayout.padded(slice.units()) / PanelLayout.LANES;
            int pairs = (panels + PANELS - 1) / PANELS;
            int blocks = (slice.in() + BLOCK - 1) / BLOCK;
            int wanted = Math.max(1, GROUPS * context.info().computeUnits() / pairs);
            updates.add(new Launch(kernel, new long[] {Math.min(wanted, blocks), pairs, copies}, new long[] {1, 1, 1}));
        }
    }

    /** Whether all parameters of the network are weights and biases, of which the program keeps no gradient. */
    static boolean fits(Products products, PanelLayout layout) {
        boolean plain = true;
        for (int l = 0; l < layout.layers(); l++) {
            plain &= layout.slice(l).gamma() == Layout.NONE && layout.slice(l).alpha() == Layout.NONE;
        }
        return plain && products == Products.BLOCKS;
    }

    /** Whether a weight can be updated before the gradients of all others are known, and all may be updated. */
    static boolean takes(Plan plan) {
        return plan.replicas().stream().allMatch(BlockUpdate::takes);
    }

    private static boolean takes(Replica replica) {
        return replica.clipNorm() == Double.POSITIVE_INFINITY
                && replica.frozen().isEmpty();
    }

    /** Queues the gradients, updates and transposed weights of a step, after its way back. */
    void queue() {
        for (int i = 0; i < updates.size(); i++) {
            updates.get(i).queue(context);
        }
    }
}
