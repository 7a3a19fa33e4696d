package weightroom.engine.opencl;

import java.util.List;
import java.util.stream.Stream;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.Loss.Fit;
import weightroom.engine.Optimizer;
import weightroom.engine.Plan;
import weightroom.engine.Replica;

/**
 * The program text of the layered program: the {@code .cl} files, with the vocabulary's expressions put in. Sizes are
 * arguments, so all networks with the same activations, loss and rules share one built program.
 */
final class LayeredSource {
    private LayeredSource() {}

    /** How the products are computed. */
    enum Products {
        /** Blocks in vector registers, one work-item a group: for processors. */
        BLOCKS("blocks.cl"),
        /** Tiles in local memory, 16 × 16 work-items a group: for graphics cards. */
        TILES("tiles.cl");

        private final String file;

        Products(String file) {
            this.file = file;
        }
    }

    /** The rules of a plan in the order of the branches of the update kernel. */
    static List<Optimizer> rules(Plan plan) {
        return plan.replicas().stream()
                .map(Replica::optimizer)
                .distinct()
                .sorted()
                .toList();
    }

    /** An activation's name within a kernel's name. */
    static String name(Activation activation) {
        return activation.id().replace('-', '_');
    }

    static String of(Plan plan, Products products) {
        StringBuilder source = new StringBuilder(KernelSource.prelude(PanelLayout.LANES));
        lanes(source, KernelSource.read("layered_lanes.cl"));
        source.append(KernelSource.read("layered.cl"));
        List<Activation> used = plan.network().layers().stream()
                .map(layer -> layer.activation())
                .distinct()
                .sorted()
                .toList();
        String function = KernelSource.read("activation.cl");
        Stream.concat(used.stream(), Stream.of(Activation.SOFTPLUS))
                .distinct()
                .forEach(activation -> lanes(
                        source,
                        function.replace("NAME", name(activation))
                                .replace("VALUE", activation.kernel().value())
                                .replace("SLOPE", activation.kernel().slope())));
        String product = KernelSource.read(products.file);
        String normalize = KernelSource.read("normalize.cl");
        for (Activation activation : used) {
            source.append(product.replace("NAME", name(activation)));
            if (plan.network().hasBatchNorm()) {
                source.append(normalize.replace("NAME", name(activation)));
            }
        }
        source.append(head(plan));
        source.append(KernelSource.read("update.cl")
                .replace("RULES", branches(plan, "i", "scale * total_gradient(gs[i], theta, isWeight[i], k)")));
        if (products == Products.BLOCKS) {
            source.append(KernelSource.read("blocks_update.cl")
                    .replace("STEPS", branches(plan, "places[i]", "total_gradient(gs[i], theta, penalized, k)")));
        }
        return source.toString();
    }

    private static void lanes(StringBuilder source, String template) {
        source.append(KernelSource.typed(template, ""));
        source.append(KernelSource.typed(template, Integer.toString(PanelLayout.LANES)));
    }

    private static String head(Plan plan) {
        Loss loss = plan.loss();
        int fit = loss.fit() == Fit.SIGMOID ? 1 : loss.fit() == Fit.SOFTMAX ? 2 : 0;
        return """
                #define LOSS_VALUE %s
                #define LOSS_SLOPE %s
                #define OUTPUT_SLOPE slope_%s
                #define FROM_LOGITS %d
                #define SOFTMAX %d
                #define PERCEPTRON %d
                #define FIT %d
                """
                        .formatted(
                                loss.kernel().value(),
                                loss.kernel().slope(),
                                name(plan.network().output().activation()),
                                loss.fromLogits() ? 1 : 0,
                                plan.network().softmax() ? 1 : 0,
                                plan.perceptron() ? 1 : 0,
                                fit)
                + KernelSource.read("head.cl");
    }

    /**
     * The rules of a plan as loops over vectors begin ≤ i < end.
     *
     * @param place which vector of the copy this is
     * @param gradient of its parameters θ, after penalty and clipping
     */
    private static String branches(Plan plan, String place, String gradient) {
        List<Optimizer> rules = rules(plan);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules.size(); i++) {
            Optimizer rule = rules.get(i);
            text.append("    if (rule == ").append(i).append(") {\n");
            text.append("        for (int i = begin; i < end; i++) {\n            float16 theta = ts[%s];\n"
                    .formatted(place));
            text.append("            float16 g = %s;\n".formatted(gradient));
            for (int s = 0; s < rule.slots(); s++) {
                text.append("            float16 s%d = s%ds[%s];\n".formatted(s, s, place));
            }
            text.append("            ")
                    .append(rule.kernel())
                    .append("\n            ts[%s] = theta;\n".formatted(place));
            for (int s = 0; s < rule.slots(); s++) {
                text.append("            s%ds[%s] = s%d;\n".formatted(s, place, s));
            }
            text.append("        }\n    }\n");
        }
        return text.toString();
    }
}
