package weightroom.engine.opencl;

import weightroom.engine.Layout;
import weightroom.engine.Optimizer;
import weightroom.engine.opencl.FusedShape.Part;

/** The body of the training kernel: its private arrays and the calls that make up one step. */
final class FusedBody {
    private final FusedFrame frame;

    FusedBody(FusedFrame frame) {
        this.frame = frame;
    }

    String tidy(int l) {
        Part part = frame.part(l);
        int units = part.units();
        StringBuilder text = new StringBuilder();
        if (part.dot()) {
            if (part.in() % frame.shape().lanes() != 0) {
                text.append(tidyRows(part, units));
            }
            text.append(tidyOne(part.biases(), units));
        } else if (units % frame.shape().lanes() != 0) {
            text.append(tidyRows(part, part.in() + 1));
        }
        if (part.alpha() != Layout.NONE) {
            text.append(tidyOne(part.alpha(), 1));
        }
        return text.toString();
    }

    private String tidyRows(Part part, int rows) {
        int filled = part.dot() ? part.in() : part.units();
        String at = "p[%d + j * %d]".formatted(part.weights() + part.blocks() - 1, part.blocks());
        return "  for (int j = 0; j < %d; j++) %s = %s;\n".formatted(rows, at, frame.masked(at, filled));
    }

    private String tidyOne(int vector, int filled) {
        String at = "p[%d]".formatted(vector);
        return "  %s = %s;\n".formatted(at, frame.masked(at, filled));
    }

    String arrays() {
        StringBuilder text = new StringBuilder();
        declare(
                text,
                "X16",
                FusedFrame.divideUp(
                        FusedFrame.roundUp(
                                        frame.network().inputs(), frame.shape().lanes())
                                * frame.tile(),
                        16));
        declare(text, "Y16", frame.packs(frame.last()));
        for (int l = 0; l <= frame.last(); l++) {
            declare(text, "A" + l, frame.packs(l));
            declare(text, "D" + l, frame.packs(l));
            if (!frame.z(l).equals("A" + l)) {
                declare(text, frame.z(l), frame.packs(l));
            }
            if (frame.dropped(l)) {
                declare(text, "H" + l, frame.packs(l));
                declare(text, "M" + l, frame.packs(l));
            }
            if (frame.carries(l)) {
                Part part = frame.part(l);
                int floats = part.units()
                        * frame.part(l - 1).blocks()
                        * frame.shape().lanes();
                declare(text, "T" + l, FusedFrame.divideUp(floats, 16));
            }
        }
        return text + "  float* const X = (float*)X16;\n  float* const Y = (float*)Y16;\n  float lines[TILE];\n";
    }

    private static void declare(StringBuilder text, String name, int packs) {
        text.append("  float16 %1$s[%2$d];\n  for (int i = 0; i < %2$d; i++) %1$s[i] = (float16)0.0f;\n"
                .formatted(name, packs));
    }

    String beforeBatch() {
        StringBuilder text = new StringBuilder();
        if (!frame.oneTile()) {
            text.append("      for (int i = 0; i < VECTORS; i++) G[i] = (vec)0.0f;\n");
        }
        if (frame.network().hasDropout()) {
            text.append("      const uint key = (uint)script[choice[10] + step];\n");
        }
        for (int l = 0; l <= frame.last(); l++) {
            if (frame.carries(l)) {
                text.append("      transpose_%d((const float*)(P + %d), (float*)T%d);\n"
                        .formatted(l, frame.part(l).weights(), l));
            }
        }
        return text.toString();
    }

    String forward(int l, boolean training) {
        Part part = frame.part(l);
        String input = frame.input(l, training);
        StringBuilder text = new StringBuilder();
        if (part.dot()) {
            line(text, "sum_%d((const vec*)%s, P + %d, (float*)%s)".formatted(l, input, part.weights(), frame.z(l)));
        } else {
            line(
                    text,
                    "sum_%d(%s, P + %d, P + %d, (vec*)%s)"
                            .formatted(l, FusedFrame.floats(input), part.weights(), part.biases(), frame.z(l)));
        }
        if (frame.network().softmax() && l == frame.last()) {
            line(text, "softmax(%s, (float*)A%d, lines)".formatted(FusedFrame.floats(frame.z(l)), l));
        } else {
            line(text, "activate_%d(%s, A%d, %s)".formatted(l, frame.z(l), l, frame.alpha(l)));
        }
        if (training && frame.dropped(l)) {
            line(
                    text,
                    "dropout_%1$d(%2$s, (float*)M%1$d, (float*)H%1$d, setting[%3$d], key, first)"
                            .formatted(l, FusedFrame.floats("A" + l), FusedScript.DROPOUT + l));
        }
        return text.toString();
    }

    String backward() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "start_gradient(%s, %s, Y, lines, (float*)D%d, n - first, scale)"
                        .formatted(
                                FusedFrame.floats(frame.z(frame.last())),
                                FusedFrame.floats("A" + frame.last()),
                                frame.last()));
        if (!frame.plan().perceptron() && !frame.plan().loss().fromLogits()) {
            if (frame.network().softmax()) {
                line(
                        text,
                        "softmax_gradient(%s, (float*)D%d)"
                                .formatted(FusedFrame.floats("A" + frame.last()), frame.last()));
            } else {
                slopes(text, frame.last());
            }
        }
        for (int l = frame.last(); l >= 0; l--) {
            backward(text, l);
        }
        return text.toString();
    }

    private void slopes(StringBuilder text, int l) {
        Part part = frame.part(l);
        if (part.alpha() != Layout.NONE) {
            line(
                    text,
                    "G[%1$d] %2$s alpha_%3$d(%4$s, D%3$d)"
                            .formatted(part.alpha(), frame.oneTile() ? "=" : "+=", l, frame.z(l)));
        }
        line(text, "slopes_%1$d(%2$s, A%1$d, D%1$d, %3$s)".formatted(l, frame.z(l), frame.alpha(l)));
    }

    String optimizers() {
        StringBuilder text = new StringBuilder();
        for (int rule = 0; rule < frame.rules().size(); rule++) {
            Optimizer optimizer = frame.rules().get(rule);
            text.append("        case %d: /* %s */\n".formatted(rule, optimizer.id()));
            text.append("          for (int i = 0; i < VECTORS; i++) {\n");
            text.append("            vec theta = P[i], g = G[i]");
            text.append(FusedFrame.eachSlot(optimizer.slots(), ", s%1$d = S%1$d[i]"))
                    .append(";\n");
            text.append("            ").append(optimizer.kernel()).append("\n            P[i] = theta;\n");
            text.append(FusedFrame.eachSlot(optimizer.slots(), "            S%1$d[i] = s%1$d;\n"));
            text.append("          }\n          break;\n");
        }
        return text.toString();
    }

    /** Frozen parameters have no gradient. */
    String freeze() {
        return frame.freezes()
                ? "      for (int i = 0; i < choice[19]; i++) ((float*)G)[script[choice[18] + i]] = 0.0f;\n"
                : "";
    }

    /** Frozen parameters and their slots are again what they were when the launch began. */
    String restore() {
        if (!frame.freezes()) {
            return "";
        }
        return "      for (int i = 0; i < choice[19]; i++) {\n"
                + "        const int at = script[choice[18] + i];\n"
                + "        ((float*)P)[at] = ((global const float*)mine)[at];\n"
                + FusedFrame.eachSlot(
                        frame.slots(),
                        "        ((float*)S%1$d)[at] = ((global const float*)(mine + (1 + %1$d) * VECTORS))[at];\n")
                + "      }\n";
    }

    private static void line(StringBuilder text, String call) {
        text.append("        ").append(call).append(";\n");
    }

    private void backward(StringBuilder text, int l) {
        Part part = frame.part(l);
        String input = frame.input(l, true);
        String below = l == 0 ? "D0" : "D" + (l - 1);
        if (part.dot()) {
            line(
                    text,
                    "gradient_%1$d((const vec*)%2$s, P + %3$d, (const float*)D%1$d, G + %3$d, (vec*)%4$s)"
                            .formatted(l, input, part.weights(), l == 0 ? "X16" : below));
        } else {
            line(
                    text,
                    "gradient_%1$d(%2$s, (const vec*)D%1$d, G + %3$d)"
                            .formatted(l, FusedFrame.floats(input), part.weights()));
            if (part.in() % frame.groupOf(part) != 0) {
                line(
                        text,
                        "rest_%1$d(%2$s, (const vec*)D%1$d, G + %3$d)"
                                .formatted(l, FusedFrame.floats(input), part.weights()));
            }
            line(text, "biases_%1$d((const vec*)D%1$d, G + %2$d)".formatted(l, part.biases()));
            if (l > 0) {
                line(text, "carry_%1$d((const float*)D%1$d, (const vec*)T%1$d, (vec*)%2$s)".formatted(l, below));
            }
        }
        if (l > 0) {
            if (frame.dropped(l - 1)) {
                line(text, "for (int i = 0; i < %1$d; i++) D%2$d[i] *= M%2$d[i]".formatted(frame.packs(l - 1), l - 1));
            }
            slopes(text, l - 1);
        }
    }
}
