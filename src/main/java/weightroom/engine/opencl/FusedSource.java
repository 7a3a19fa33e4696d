package weightroom.engine.opencl;

import weightroom.engine.Layout;
import weightroom.engine.Plan;
import weightroom.engine.opencl.FusedShape.Part;

/**
 * Writes the OpenCL C of the fused program for exactly one network: sizes, activations, loss and rules are constants of
 * the text. What is the same for all networks stands in {@code fused-*.cl}; formulas come from the vocabulary.
 */
final class FusedSource {
    private static final String LOAD_SLOT =
            """
              vec S%1$d[VECTORS];
              for (int i = 0; i < VECTORS; i++) S%1$d[i] = mine[(1 + %1$d) * VECTORS + i];
            """;
    private static final String STORE_SLOT =
            """
                for (int i = 0; i < VECTORS; i++) {
                  mine[(1 + %1$d) * VECTORS + i] = S%1$d[i];
                  check += S%1$d[i] * 0.0f;
                }
            """;

    private final FusedFrame frame;
    private final FusedFunctions functions;
    private final FusedBody body;

    /** @param rows training rows */
    FusedSource(Plan plan, int rows) {
        frame = new FusedFrame(plan, rows);
        functions = new FusedFunctions(frame);
        body = new FusedBody(frame);
    }

    FusedShape shape() {
        return frame.shape();
    }

    /** Slots that every replica has room for. */
    int slots() {
        return frame.slots();
    }

    /** The whole program. */
    String text() {
        return KernelSource.prelude(16) + constants() + train() + predict();
    }

    private String constants() {
        int lanes = frame.shape().lanes();
        Part output = frame.part(frame.last());
        int line = FusedFrame.roundUp(frame.tile(), 16);
        String out = output.dot() ? "((k) * LINE + (s))" : "((s) * %d + (k))".formatted(output.blocks() * lanes);
        return """

                #define UNROLL _Pragma("unroll")
                #define V %d
                typedef float%d vec;
                #define VECTORS %d
                #define SLOTS %d
                #define IN %d
                #define OUTPUTS %d
                #define X_STRIDE %d
                #define TILE %d
                #define LINE %d
                #define OUT(s, k) %s
                #define DIVISOR %d.0f
                #define MEASURED %d
                #define SETTINGS %d
                #define CHOICES %d
                #define POINTS %d
                """
                .formatted(
                        lanes,
                        lanes,
                        frame.shape().vectors(),
                        frame.slots(),
                        frame.network().inputs(),
                        frame.network().outputs(),
                        FusedFrame.roundUp(frame.network().inputs(), lanes),
                        frame.tile(),
                        line,
                        out,
                        frame.plan().perceptron()
                                ? 1
                                : frame.plan().loss().divisor(frame.network().outputs()),
                        FusedLaunch.MEASURED,
                        FusedScript.settings(frame.network()),
                        FusedScript.CHOICES,
                        FusedProgram.POINTS);
    }

    private String train() {
        return new Template("fused-train.cl")
                .with("NETWORK", frame.network())
                .with("FUNCTIONS", functions.text())
                .with("TIDY", frame.layers(body::tidy))
                .with("LOAD_SLOTS", FusedFrame.eachSlot(frame.slots(), LOAD_SLOT))
                .with("STORE_SLOTS", FusedFrame.eachSlot(frame.slots(), STORE_SLOT))
                .with("ARRAYS", body.arrays())
                .with("BEFORE_BATCH", body.beforeBatch())
                .with("TRAINING_FORWARD", frame.layers(l -> body.forward(l, true)))
                .with("MEASURING_FORWARD", frame.layers(l -> body.forward(l, false)))
                .with("BACKWARD", body.backward())
                .with("PENALTIES", frame.layers(l -> "      if (penalized) add_penalty(P, G, %d, %d, l1, l2);\n"
                        .formatted(frame.part(l).weights(), frame.part(l).biases())))
                .with(
                        "MEASURED_PENALTIES",
                        frame.layers(l -> "      if (penalized) sumOfPenalties += penalty(P, %d, %d, l1, l2);\n"
                                .formatted(
                                        frame.part(l).weights(), frame.part(l).biases())))
                .with("ANSWERS", FusedFrame.floats("A" + frame.last()))
                .with("FREEZE", body.freeze())
                .with("OPTIMIZERS", body.optimizers())
                .with("RESTORE", body.restore())
                .with(
                        "OUTPUT_ARRAYS",
                        FusedFrame.floats(frame.z(frame.last())) + ", " + FusedFrame.floats("A" + frame.last()))
                .toString();
    }

    private String predict() {
        StringBuilder text = new StringBuilder();
        for (int l = 0; l <= frame.last(); l++) {
            Part part = frame.part(l);
            text.append(functions
                    .describe(new Template("fused-predict-layer.cl"), l)
                    .with("ABOVE", l + 1)
                    .with("FIRST_WEIGHT", part.weights() * frame.shape().lanes())
                    .with("FIRST_BIAS", part.biases() * frame.shape().lanes())
                    .with("INPUT_STEP", part.inputStep())
                    .with("UNIT_STEP", part.unitStep())
                    .with("UNROLL", part.in() * part.units() <= FusedFunctions.UNROLLED ? "UNROLL" : "")
                    .with(
                            "ALPHA",
                            part.alpha() == Layout.NONE
                                    ? frame.alpha(l)
                                    : "p[%d]"
                                            .formatted(
                                                    part.alpha() * frame.shape().lanes()))
                    .with(
                            "VALUE",
                            frame.network()
                                    .layers()
                                    .get(l)
                                    .activation()
                                    .kernel()
                                    .value()));
        }
        if (frame.network().softmax()) {
            text.append("    softmax_lanes(h%d);\n".formatted(frame.last() + 1));
        }
        return new Template("fused-predict.cl")
                .with("NETWORK", frame.network())
                .with("LAYERS", text)
                .with("LAST", "h" + (frame.last() + 1))
                .toString();
    }
}
