package weightroom.explain;

import java.util.List;
import java.util.Locale;
import weightroom.engine.Activation;
import weightroom.engine.Loss;
import weightroom.engine.cpu.DenseLayer;

/**
 * The line that does what a node does.
 *
 * @param pytorch with {@code torch} and {@code torch.nn.functional as F}
 * @param keras with {@code keras} 3 and {@code keras.ops as ops}
 */
public record FrameworkCode(String pytorch, String keras) {
    /** The line of a node. */
    public static FrameworkCode of(ComputationGraph graph, GraphNode node) {
        List<String> in =
                node.inputs().stream().map(id -> name(graph.tensors().get(id))).toList();
        if (node.kind() == GraphNode.Kind.RESULT) {
            return new FrameworkCode(in.get(0) + ".backward()", "model.fit(…)");
        }
        Tensor made = graph.tensors().get(node.output());
        FrameworkCode right = node.isLeaf() ? leaf(made) : right(node, made, in);
        if (node.kind() == GraphNode.Kind.TRANSPOSE) {
            return right;
        }
        String out = name(made) + " = ";
        return new FrameworkCode(out + right.pytorch, out + right.keras);
    }

    /** A tensor's name as programs write it: {@code W1}. */
    static String name(Tensor tensor) {
        StringBuilder name = new StringBuilder();
        for (char c : tensor.name().toCharArray()) {
            name.append(c >= '₀' && c <= '₉' ? String.valueOf((char) (c - '₀' + '0')) : word(c));
        }
        String flat = name.toString();
        int number = tensor.layer() + 1;
        if (flat.endsWith(".T") && flat.indexOf('W') > 0) {
            return "s" + number;
        }
        if (flat.startsWith("v") && flat.contains("-")) {
            return "centred" + number;
        }
        return flat.startsWith("gamma") && flat.contains("normalized") ? "scaled" + number : flat;
    }

    private static String word(char c) {
        return switch (c) {
            case 'ᵀ' -> ".T";
            case 'γ' -> "gamma";
            case 'β' -> "beta";
            case 'α' -> "alpha";
            case 'μ' -> "mean";
            case 'σ' -> "std";
            case 'φ' -> "features";
            case '²' -> "_squared";
            case 'ʳ' -> "_raw";
            case 'ᵃ', 'ʷ', '\u0302' -> "";
            case '−' -> "-";
            case 'm' -> "mask";
            default -> String.valueOf(c);
        };
    }

    private static FrameworkCode leaf(Tensor tensor) {
        String shape = tensor.shapeText();
        if (tensor.role() == Tensor.Role.PARAMETER) {
            boolean weights =
                    tensor.kind().filter(kind -> kind == Quantity.Kind.WEIGHT).isPresent();
            String turned = weights
                    ? "(" + tensor.shape().get(1) + ", " + tensor.shape().get(0) + ")"
                    : shape;
            return new FrameworkCode(
                    "nn.Parameter(torch.empty(" + shape + "))", "layer.add_weight(shape=" + turned + ")");
        }
        return tensor.role() == Tensor.Role.STATISTIC
                ? same(
                        "running_" + (tensor.name().endsWith("²") ? "var" : "mean"),
                        "moving_" + (tensor.name().endsWith("²") ? "variance" : "mean"))
                : same("torch.as_tensor(rows)  # " + shape, "ops.convert_to_tensor(rows)  # " + shape);
    }

    private static FrameworkCode right(GraphNode node, Tensor made, List<String> in) {
        String first = in.get(0);
        return switch (node.kind()) {
            case FEATURES -> same("torch.stack(columns, dim=1)", "ops.stack(columns, axis=1)");
            case STANDARDIZE -> same("(" + first + " - mean) / std", "layers.Normalization()(" + first + ")");
            case TRANSPOSE -> same(first + ".T", first + "  # kernels are " + made.shapeText() + " already");
            case MATMUL ->
                same(
                        first + " @ " + in.get(1),
                        "ops.matmul(" + first + ", " + in.get(1).replace(".T", "") + ")");
            case ADD, SHIFT, TOTAL -> both(first + " + " + in.get(1));
            case SUBTRACT -> both(first + " - " + in.get(1));
            case SCALE, DROPOUT -> dropout(node, first, in);
            case DIVIDE -> both(first + " / " + in.get(1));
            case BATCH_NORM -> normalize(node, in);
            case MEAN -> same(first + ".mean(dim=0)", "ops.mean(" + first + ", axis=0)");
            case DEVIATION -> deviation(node, first);
            case ACTIVATION -> activation(node, first);
            case SOFTMAX -> same("torch.softmax(" + first + ", dim=-1)", "ops.softmax(" + first + ")");
            case LOSS -> loss(((Operation.MeanLoss) node.operation().orElseThrow()).loss(), first);
            case FUSED_LOSS -> fused(node, first);
            case PENALTY -> penalty(node);
            case LEAF, RESULT -> both(first);
        };
    }

    private static FrameworkCode same(String pytorch, String keras) {
        return new FrameworkCode(pytorch, keras);
    }

    private static FrameworkCode both(String line) {
        return new FrameworkCode(line, line);
    }

    private static String number(double number) {
        return String.valueOf(number).toLowerCase(Locale.ROOT);
    }

    private static FrameworkCode dropout(GraphNode node, String first, List<String> in) {
        return node.kind() == GraphNode.Kind.SCALE
                ? both(in.get(1) + " * " + first)
                : same(first + " * " + in.get(1) + "  # nn.Dropout", first + " * " + in.get(1) + "  # layers.Dropout");
    }

    private static FrameworkCode normalize(GraphNode node, List<String> in) {
        boolean measured = ((Operation.Normalize) node.operation().orElseThrow()).measured();
        String epsilon = number(DenseLayer.EPSILON);
        return same(
                "F.batch_norm(%s, running_mean, running_var, %s, %s, training=%s, eps=%s)"
                        .formatted(in.get(0), in.get(1), in.get(2), measured ? "True" : "False", epsilon),
                "layers.BatchNormalization(momentum=0.9, epsilon=%s)(%s, training=%s)"
                        .formatted(epsilon, in.get(0), measured ? "True" : "False"));
    }

    private static FrameworkCode deviation(GraphNode node, String first) {
        boolean measured = ((Operation.Deviation) node.operation().orElseThrow()).measured();
        String epsilon = number(DenseLayer.EPSILON);
        return measured
                ? same(
                        "((%s ** 2).mean(dim=0) + %s).sqrt()".formatted(first, epsilon),
                        "ops.sqrt(ops.mean(%s ** 2, axis=0) + %s)".formatted(first, epsilon))
                : same("(%s + %s).sqrt()".formatted(first, epsilon), "ops.sqrt(%s + %s)".formatted(first, epsilon));
    }

    private static FrameworkCode activation(GraphNode node, String z) {
        Operation.Respond respond = (Operation.Respond) node.operation().orElseThrow();
        String alpha = number(Double.isNaN(respond.alpha()) ? 0 : respond.alpha());
        return switch (respond.activation()) {
            case LINEAR -> both(z);
            case STEP -> same("(%s >= 0).float()".formatted(z), "ops.where(%s >= 0, 1.0, 0.0)".formatted(z));
            case SIGN ->
                same("torch.where(%s >= 0, 1.0, -1.0)".formatted(z), "ops.where(%s >= 0, 1.0, -1.0)".formatted(z));
            case SIGMOID -> same("torch.sigmoid(" + z + ")", "ops.sigmoid(" + z + ")");
            case TANH -> same("torch.tanh(" + z + ")", "ops.tanh(" + z + ")");
            case HARD_TANH -> same("F.hardtanh(" + z + ")", "ops.hard_tanh(" + z + ")");
            case RELU -> same("F.relu(" + z + ")", "ops.relu(" + z + ")");
            case LEAKY_RELU ->
                same(
                        "F.leaky_relu(%s, %s)".formatted(z, alpha),
                        "ops.leaky_relu(%s, negative_slope=%s)".formatted(z, alpha));
            case PRELU -> same("F.prelu(" + z + ", alpha)", "layers.PReLU(shared_axes=[1])(" + z + ")");
            case ELU -> same("F.elu(%s, alpha=%s)".formatted(z, alpha), "ops.elu(%s, alpha=%s)".formatted(z, alpha));
            case SELU -> same("F.selu(" + z + ")", "ops.selu(" + z + ")");
            case SOFTPLUS -> same("F.softplus(" + z + ")", "ops.softplus(" + z + ")");
            case GELU -> same("F.gelu(" + z + ")", "ops.gelu(" + z + ", approximate=False)");
            case SWISH -> same("F.silu(" + z + ")", "ops.silu(" + z + ")");
        };
    }

    private static FrameworkCode fused(GraphNode node, String z) {
        Operation.FusedLoss fused = (Operation.FusedLoss) node.operation().orElseThrow();
        if (!fused.perceptron()) {
            return loss(fused.loss(), z);
        }
        String fires = fused.activation() == Activation.SIGN ? "where(%s >= 0, 1.0, -1.0)" : "where(%s >= 0, 1.0, 0.0)";
        FrameworkCode loss = loss(fused.loss(), "p");
        return same(
                loss.pytorch + "  # p = torch." + fires.formatted(z), loss.keras + "  # p = ops." + fires.formatted(z));
    }

    private static FrameworkCode penalty(GraphNode node) {
        Operation.Penalize penalty = (Operation.Penalize) node.operation().orElseThrow();
        String l1 = number(penalty.l1());
        String l2 = number(penalty.l2());
        String absolute = penalty.l1() == 0 ? "" : l1 + " * w.abs().sum()";
        String squared = penalty.l2() == 0 ? "" : l2 + " * (w ** 2).sum()";
        String plus = absolute.isEmpty() || squared.isEmpty() ? "" : " + ";
        return same(
                "sum(" + absolute + plus + squared + " for w in weights)",
                "sum(regularizers.L1L2(%s, %s)(w) for w in weights)".formatted(l1, l2));
    }

    /** The mean loss of p, or of z where it is taken from logits. */
    static FrameworkCode loss(Loss loss, String p) {
        String call = "(y, " + p + ")";
        return switch (loss) {
            case MSE -> same("F.mse_loss(" + p + ", y)", "losses.MeanSquaredError()" + call);
            case MAE -> same("F.l1_loss(" + p + ", y)", "losses.MeanAbsoluteError()" + call);
            case MAPE ->
                same("((y - " + p + ") / y).abs().mean()", "losses.MeanAbsolutePercentageError()" + call + " / 100");
            case HUBER -> same("F.huber_loss(" + p + ", y, delta=1.0)", "losses.Huber(delta=1.0)" + call);
            case LOG_COSH -> same("(" + p + " - y).cosh().log().mean()", "losses.LogCosh()" + call);
            case QUANTILE -> same("0.5 * F.l1_loss(" + p + ", y)", "0.5 * losses.MeanAbsoluteError()" + call);
            case BINARY_CROSS_ENTROPY ->
                same(
                        "F.binary_cross_entropy_with_logits(" + p + ", y)",
                        "losses.BinaryCrossentropy(from_logits=True)" + call);
            case HINGE -> same("F.relu(1 - y * " + p + ").mean()", "losses.Hinge()" + call);
            case EXPONENTIAL -> same("torch.exp(-y * " + p + ").mean()", "ops.mean(ops.exp(-y * " + p + "))");
            case FOCAL ->
                same(
                        "torchvision.ops.sigmoid_focal_loss(" + p + ", y, reduction=\"mean\")",
                        "losses.BinaryFocalCrossentropy(apply_class_balancing=True, from_logits=True)" + call);
            case CATEGORICAL_CROSS_ENTROPY ->
                same("F.cross_entropy(" + p + ", y)", "losses.CategoricalCrossentropy(from_logits=True)" + call);
            case SPARSE_CATEGORICAL_CROSS_ENTROPY ->
                same(
                        "F.cross_entropy(" + p + ", labels)",
                        "losses.SparseCategoricalCrossentropy(from_logits=True)(labels, " + p + ")");
            case MULTICLASS_HINGE ->
                same(
                        "c * F.multi_margin_loss(" + p + ", labels)",
                        "ops.mean(ops.sum((1 - y) * ops.relu(%s - ops.sum(y * %s, 1, keepdims=True) + 1), 1))"
                                .formatted(p, p));
            case KL_DIVERGENCE ->
                same(
                        "F.kl_div(F.log_softmax(" + p + ", -1), y, reduction=\"batchmean\")",
                        "losses.KLDivergence()(y, ops.softmax(" + p + "))");
            case WASSERSTEIN -> same("(y * " + p + ").mean()", "ops.mean(y * " + p + ")");
        };
    }
}
