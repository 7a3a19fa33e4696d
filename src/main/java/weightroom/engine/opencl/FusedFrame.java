package weightroom.engine.opencl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weightroom.engine.Activation;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;
import weightroom.engine.opencl.FusedShape.Part;

/**
 * What the parts of {@link FusedSource} agree on: sizes, and the names of the kernel's private arrays. Of layer l:
 * {@code Zl} pre-activations (only where something reads them), {@code Al} activations, {@code Hl} and {@code Ml}
 * activations after dropout and their factors, {@code Dl} ∂L/∂z, {@code Tl} transposed weights; and {@code P}, {@code G},
 * {@code S0}, {@code S1} for parameters, gradient and slots.
 */
final class FusedFrame {
    /** Vectors that may be summed at the same time, so that they stay in registers. */
    static final int REGISTERS = 16;

    /** Most rows of a batch that are in work at the same time. */
    private static final int MAX_TILE = 16;

    private final Plan plan;
    private final Network network;
    private final FusedShape shape;
    private final List<Optimizer> rules;
    private final int tile;
    private final boolean oneTile;

    /** @param rows training rows */
    FusedFrame(Plan plan, int rows) {
        this.plan = plan;
        network = plan.network();
        shape = new FusedShape(network);
        rules = rules(plan);
        int batch = Math.min(plan.batch(), rows);
        int tiles = divideUp(batch, MAX_TILE);
        tile = divideUp(batch, tiles);
        oneTile = tiles == 1;
    }

    /** The rules in use, in the order of the kernel's cases. */
    static List<Optimizer> rules(Plan plan) {
        return plan.replicas().stream()
                .map(Replica::optimizer)
                .distinct()
                .sorted()
                .toList();
    }

    Plan plan() {
        return plan;
    }

    Network network() {
        return network;
    }

    FusedShape shape() {
        return shape;
    }

    Part part(int l) {
        return shape.parts().get(l);
    }

    List<Optimizer> rules() {
        return rules;
    }

    /** Slots that every replica has room for: the most that any rule needs. */
    int slots() {
        return rules.stream().mapToInt(Optimizer::slots).max().orElse(0);
    }

    /** Whether any replica has frozen parameters; a kernel for none does not look for them. */
    boolean freezes() {
        return plan.replicas().stream().anyMatch(replica -> !replica.frozen().isEmpty());
    }

    /** The output layer. */
    int last() {
        return network.layers().size() - 1;
    }

    /** Rows in a tile. */
    int tile() {
        return tile;
    }

    /** Whether a tile holds a whole batch. */
    boolean oneTile() {
        return oneTile;
    }

    /** The array that layer l reads. */
    String input(int l, boolean training) {
        return l == 0 ? "X16" : (training && dropped(l - 1) ? "H" : "A") + (l - 1);
    }

    boolean dropped(int l) {
        return network.layers().get(l).dropout() > 0;
    }

    /** Whether gradients go back through the layer's transposed weights. */
    boolean carries(int l) {
        return l > 0 && !part(l).dot();
    }

    /** Where layer l keeps z: in its own place where something reads it once a is known, else where a will stand. */
    String z(int l) {
        Activation activation = network.layers().get(l).activation();
        boolean read = activation.learnsAlpha() || mentions(activation.kernel().slope(), "z");
        if (l == last()) {
            Loss.Kernel loss = plan.loss().kernel();
            String formulas = loss.value() + loss.slope();
            read |= network.softmax() || mentions(formulas, "z") || mentions(formulas, "logp");
        }
        return (read ? "Z" : "A") + l;
    }

    String alpha(int l) {
        Part part = part(l);
        if (part.alpha() != Layout.NONE) {
            return "((const float*)(P + %d))[0]".formatted(part.alpha());
        }
        double alpha = network.layers().get(l).alpha();
        return Double.isNaN(alpha) ? "0.0f" : (float) alpha + "f";
    }

    int inputStride(int l) {
        return l == 0 ? roundUp(network.inputs(), shape.lanes()) : part(l - 1).blocks() * shape.lanes();
    }

    /** Inputs whose gradients are summed at the same time. */
    int groupOf(Part part) {
        return Math.max(1, Math.min(Math.min(part.in(), 8), REGISTERS / part.blocks()));
    }

    /** Packs of 16 floats that hold what layer l computes for a tile. */
    int packs(int l) {
        Part part = part(l);
        return part.dot() ? part.units() * divideUp(tile, 16) : divideUp(tile * part.blocks() * shape.lanes(), 16);
    }

    /** The expression with all lanes from {@code filled} on (modulo lanes) set to 0. */
    String masked(String vector, int filled) {
        int lanes = shape.lanes();
        int kept = filled % lanes == 0 ? lanes : filled % lanes;
        String mask = IntStream.range(0, lanes)
                .mapToObj(lane -> lane < kept ? "-1" : "0")
                .collect(Collectors.joining(", "));
        return "select((vec)0.0f, %s, (int%d)(%s))".formatted(vector, lanes, mask);
    }

    static boolean mentions(String formula, String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(formula).find();
    }

    static int divideUp(int a, int b) {
        return (a + b - 1) / b;
    }

    static int roundUp(int a, int b) {
        return divideUp(a, b) * b;
    }

    static String floats(String array) {
        return "(const float*)" + array;
    }

    interface PerLayer {
        String text(int l);
    }

    /** The texts of all layers, one after the other. */
    String layers(PerLayer what) {
        return IntStream.rangeClosed(0, last()).mapToObj(what::text).collect(Collectors.joining());
    }

    /** A text with {@code %1$d} for the number of each slot. */
    static String eachSlot(int slots, String text) {
        return IntStream.range(0, slots).mapToObj(slot -> text.formatted(slot)).collect(Collectors.joining());
    }
}
