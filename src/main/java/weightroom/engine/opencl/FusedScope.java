package weightroom.engine.opencl;

import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.engine.Split;

/** Which plans the fused program takes. */
final class FusedScope {
    private static final int MAX_PARAMETERS = 8192;
    private static final int MAX_WIDTH = 128;

    /** Row numbers of one epoch, of all seeds together, that are handed to a launch. */
    private static final int MAX_ORDERS = 1 << 21;

    private FusedScope() {}

    /**
     * Whether this program can train the plan on such a device: a processor, a small network without batch norm and
     * without dropout behind the output layer, and data of which a launch can be told the order of the rows.
     */
    static boolean supports(Plan plan, List<Split> data, DeviceInfo device) {
        Network network = plan.network();
        long orders = (long) data.get(0).train().count() * FusedScript.seeds(plan);
        boolean narrow = network.layers().stream().allMatch(layer -> layer.units() <= MAX_WIDTH);
        return device.processor()
                && narrow
                && orders <= MAX_ORDERS
                && network.inputs() <= MAX_WIDTH
                && Layout.of(network).total() <= MAX_PARAMETERS
                && !network.hasBatchNorm()
                && network.output().dropout() == 0;
    }

    /** Whether parameters, slots and step mean the same under both plans. */
    static boolean sameMeaning(Plan plan, Plan changed, int splits) {
        boolean same = changed.batch() == plan.batch()
                && changed.shuffle() == plan.shuffle()
                && changed.network().inputs() == plan.network().inputs()
                && changed.network().layers().size() == plan.network().layers().size();
        for (int l = 0; same && l < changed.network().layers().size(); l++) {
            Layer one = changed.network().layers().get(l);
            Layer other = plan.network().layers().get(l);
            same = one.units() == other.units()
                    && one.activation().learnsAlpha() == other.activation().learnsAlpha();
        }
        for (int r = 0; same && r < changed.replicas().size(); r++) {
            int data = changed.replicas().get(r).data();
            same = changed.replicas().get(r).optimizer()
                            == plan.replicas().get(r).optimizer()
                    && data >= 0
                    && data < splits;
        }
        return same;
    }
}
