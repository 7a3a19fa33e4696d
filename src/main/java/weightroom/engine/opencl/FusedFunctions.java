package weightroom.engine.opencl;

import weightroom.engine.Activation;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Loss;
import weightroom.engine.Task;
import weightroom.engine.opencl.FusedShape.Part;

/** The functions of the fused source: what each layer computes forward and backward, and what stands behind the output. */
final class FusedFunctions {
    /** Products that are written out rather than looped over. */
    static final int UNROLLED = 64;

    private static final String RIGHT_BINARY =
            """
                right += (ps[OUT(s, 0)] > %1$sf) == (ys[OUT(s, 0)] > %1$sf) ? 1 : 0;
            """;
    private static final String RIGHT_CLASSES =
            """
                int best = 0, meant = 0;
                for (int k = 1; k < OUTPUTS; k++) {
                  best = ps[OUT(s, k)] > ps[OUT(s, best)] ? k : best;
                  meant = ys[OUT(s, k)] > ys[OUT(s, meant)] ? k : meant;
                }
                right += best == meant ? 1 : 0;
            """;

    private final FusedFrame frame;

    FusedFunctions(FusedFrame frame) {
        this.frame = frame;
    }

    String text() {
        return frame.layers(this::functions) + output();
    }

    private String functions(int l) {
        Part part = frame.part(l);
        Layer layer = frame.network().layers().get(l);
        StringBuilder text = new StringBuilder();
        if (part.dot()) {
            text.append(keep(l, part));
            text.append(describe(new Template("fused-dot.cl"), l).with("CARRIES", l > 0 ? 1 : 0));
        } else {
            text.append(product("sum_" + l, part.in(), frame.inputStride(l), part.blocks(), true));
            text.append(gradients(l, part));
            text.append(describe(new Template("fused-dense.cl"), l));
            if (l > 0) {
                int below = frame.part(l - 1).blocks();
                text.append(product(
                        "carry_" + l,
                        part.units(),
                        part.blocks() * frame.shape().lanes(),
                        below,
                        false));
            }
        }
        if (!(frame.network().softmax() && l == frame.last())) {
            Activation.Kernel kernel = layer.activation().kernel();
            text.append(describe(new Template("fused-activation.cl"), l)
                    .with("ID", layer.activation().id())
                    .with("VALUE", kernel.value())
                    .with("SLOPE", kernel.slope()));
        }
        if (part.alpha() != Layout.NONE) {
            text.append(describe(new Template("fused-alpha.cl"), l));
        }
        if (layer.dropout() > 0) {
            text.append(describe(new Template("fused-dropout.cl"), l));
        }
        return text.toString();
    }

    /** Fills in what a layer is. */
    Template describe(Template template, int l) {
        Part part = frame.part(l);
        return template.with("L", l)
                .with("IN", part.in())
                .with("UNITS", part.units())
                .with("BLOCKS", part.blocks())
                .with("BELOW", l == 0 ? 0 : frame.part(l - 1).blocks())
                .with("WEIGHTS", part.weights())
                .with("PACKS", frame.packs(l))
                .with("SET", frame.oneTile() ? "=" : "+=");
    }

    private String product(String name, int in, int stride, int blocks, boolean biases) {
        boolean unrolled = in * blocks <= UNROLLED;
        int rows = 1;
        while (!unrolled && frame.tile() % (2 * rows) == 0 && 2 * rows * blocks <= FusedFrame.REGISTERS) {
            rows *= 2;
        }
        return new Template("fused-product.cl")
                .with("NAME", name)
                .with("IN", in)
                .with("STRIDE", stride)
                .with("BLOCKS", blocks)
                .with("ROWS", rows)
                .with("START_ARGUMENT", biases ? "const vec* restrict start, " : "")
                .with("START", biases ? "start[q %% %d]".formatted(blocks).replace("%%", "%") : "(vec)0.0f")
                .with("UNROLL", unrolled ? "UNROLL" : "")
                .toString();
    }

    /** As many inputs at a time as registers allow, then the rest. */
    private String gradients(int l, Part part) {
        int group = Math.max(1, Math.min(Math.min(part.in(), 8), FusedFrame.REGISTERS / part.blocks()));
        int whole = part.in() / group * group;
        String text = gradient("gradient_" + l, 0, whole, group, l);
        return whole == part.in() ? text : text + gradient("rest_" + l, whole, part.in(), part.in() - whole, l);
    }

    private String gradient(String name, int from, int to, int group, int l) {
        return describe(new Template("fused-gradient.cl"), l)
                .with("NAME", name)
                .with("FROM", from)
                .with("TO", to)
                .with("GROUP", group)
                .with("STRIDE", frame.inputStride(l))
                .toString();
    }

    private String keep(int l, Part part) {
        String kept = part.in() % frame.shape().lanes() == 0
                ? "(v)"
                : "((b) == %d ? %s : (v))".formatted(part.blocks() - 1, frame.masked("(v)", part.in()));
        return "\n#define KEEP_%d(v, b) %s\n".formatted(l, kept);
    }

    private String output() {
        Loss loss = frame.plan().loss();
        String value = loss.kernel().value();
        String slope = frame.plan().perceptron() ? "(p - y)" : loss.kernel().slope();
        return new Template("fused-output.cl")
                .with("SOFTPLUS", Activation.SOFTPLUS.kernel().value())
                .with("WHAT", frame.plan().perceptron() || loss.fromLogits() ? "∂L/∂z" : "∂L/∂p")
                .with("ROW_TERMS", rowTerms(value + slope))
                .with("OUTPUT_TERMS", outputTerms())
                .with("LOSS", value)
                .with("RIGHT", right(frame.plan().task()))
                .with("SLOPE", slope)
                .toString();
    }

    private String rowTerms(String formulas) {
        StringBuilder text = new StringBuilder();
        if (FusedFrame.mentions(formulas, "ySum")) {
            text.append(
                    """
                        float ySum = 0.0f;
                        for (int k = 0; k < OUTPUTS; k++) ySum += ys[OUT(s, k)];
                    """);
        }
        if (FusedFrame.mentions(formulas, "t")) {
            text.append(
                    """
                        float t = 0.0f;
                        for (int k = 0; k < OUTPUTS; k++) t += ys[OUT(s, k)] * ps[OUT(s, k)];
                    """);
        }
        if (FusedFrame.mentions(formulas, "v")) {
            text.append(
                    """
                        float v = 0.0f;
                        for (int k = 0; k < OUTPUTS; k++) {
                          v += ys[OUT(s, k)] == 0.0f && ps[OUT(s, k)] - t + 1.0f > 0.0f ? 1.0f : 0.0f;
                        }
                    """);
        }
        return text.toString();
    }

    private String outputTerms() {
        String logp =
                switch (frame.plan().loss().fit()) {
                    case SOFTMAX -> "      const float logp = z - lines[s];\n";
                    case SIGMOID -> "      const float logp = -softplus(-z);\n";
                    default -> "";
                };
        return "      const float z = zs[OUT(s, k)], p = ps[OUT(s, k)], y = ys[OUT(s, k)];\n" + logp;
    }

    /** See {@link Task#right}. */
    private static String right(Task task) {
        if (task instanceof Task.Binary binary) {
            return RIGHT_BINARY.formatted(binary.threshold());
        }
        return task instanceof Task.Classes ? RIGHT_CLASSES : "";
    }
}
