package weightroom.engine;

/**
 * What a unit makes of its weighted sum: a = f(z), element by element. Each constant is the only place where its formula
 * stands; menus, tooltips, files, kernels and exports read it from here.
 *
 * <p>The OpenCL forms are expressions over {@code z}, {@code a} and {@code alpha} that hold for {@code float} and for
 * {@code floatN} alike: constants carry an {@code f}, choices are written with {@code select(no, yes, condition)}, and
 * {@code wr_tanh}, {@code wr_exp}, {@code wr_log1p}, {@code wr_erf} stand for the functions of the common prelude.
 * Softmax is no constant here: it mixes the outputs of a whole layer and belongs to {@link Network#softmax()}.
 */
public enum Activation implements Term {
    LINEAR(
            "linear",
            "Linear",
            "a = z",
            "a' = 1",
            "Passes the sum on unchanged; the usual output for predicting numbers.",
            new Shape(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true, false)) {
        @Override
        public double value(double z, double alpha) {
            return z;
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return 1;
        }

        @Override
        public float value(float z, float alpha) {
            return z;
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return 1f;
        }

        @Override
        public WrittenFunction written(double z) {
            return IDENTITY;
        }

        @Override
        public Kernel kernel() {
            return new Kernel("z", "(z * 0.0f + 1.0f)");
        }
    },
    STEP(
            "step",
            "Step",
            "a = 1 if z ≥ 0 else 0",
            "a' = 0",
            "Fires or does not; has no slope to follow, so only the perceptron rule can train it.",
            new Shape(0, 1, false, true, true)) {
        @Override
        public double value(double z, double alpha) {
            return z >= 0 ? 1 : z < 0 ? 0 : z;
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return 0;
        }

        @Override
        public float value(float z, float alpha) {
            return z >= 0 ? 1f : z < 0 ? 0f : z;
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return 0f;
        }

        @Override
        public WrittenFunction written(double z) {
            return z >= 0 ? new WrittenFunction("z \\ge 0", "1", "0") : new WrittenFunction("z < 0", "0", "0");
        }

        @Override
        public Kernel kernel() {
            return new Kernel("select(select(z, z * 0.0f, z < 0.0f), z * 0.0f + 1.0f, z >= 0.0f)", "(z * 0.0f)");
        }
    },
    SIGN(
            "sign",
            "Sign",
            "a = 1 if z ≥ 0 else −1",
            "a' = 0",
            "Votes for or against; has no slope to follow, so only the perceptron rule can train it.",
            new Shape(-1, 1, true, true, true)) {
        @Override
        public double value(double z, double alpha) {
            return z >= 0 ? 1 : z < 0 ? -1 : z;
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return 0;
        }

        @Override
        public float value(float z, float alpha) {
            return z >= 0 ? 1f : z < 0 ? -1f : z;
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return 0f;
        }

        @Override
        public WrittenFunction written(double z) {
            return z >= 0 ? new WrittenFunction("z \\ge 0", "1", "0") : new WrittenFunction("z < 0", "-1", "0");
        }

        @Override
        public Kernel kernel() {
            return new Kernel("select(select(z, z * 0.0f - 1.0f, z < 0.0f), z * 0.0f + 1.0f, z >= 0.0f)", "(z * 0.0f)");
        }
    },
    SIGMOID(
            "sigmoid",
            "Sigmoid",
            "a = 1/(1 + e^−z)",
            "a' = a(1 − a)",
            "Squeezes any sum into 0..1, read as a probability; its slope is at most 0.25, so deep stacks of it learn slowly.",
            new Shape(0, 1, false, true, true)) {
        @Override
        public double value(double z, double alpha) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return a * (1 - a);
        }

        @Override
        public float value(float z, float alpha) {
            return FastMath.sigmoid(z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return a * (1f - a);
        }

        @Override
        public WrittenFunction written(double z) {
            return new WrittenFunction("\\frac{1}{1 + e^{-z}}", "a (1 - a)");
        }

        @Override
        public Kernel kernel() {
            return new Kernel("(0.5f + 0.5f * wr_tanh(0.5f * z))", "(a * (1.0f - a))");
        }
    },
    TANH(
            "tanh",
            "Tanh",
            "a = tanh z = 2σ(2z) − 1",
            "a' = 1 − a²",
            "Squeezes any sum into −1..1, centred on zero; learns faster than sigmoid, but still saturates.",
            new Shape(-1, 1, true, true, true)) {
        @Override
        public double value(double z, double alpha) {
            return Math.tanh(z);
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return 1 - a * a;
        }

        @Override
        public float value(float z, float alpha) {
            return FastMath.tanh(z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return 1f - a * a;
        }

        @Override
        public WrittenFunction written(double z) {
            return new WrittenFunction("\\tanh(z)", "1 - a^2");
        }

        @Override
        public Kernel kernel() {
            return new Kernel("wr_tanh(z)", "(1.0f - a * a)");
        }
    },
    HARD_TANH(
            "hard-tanh",
            "Hard tanh",
            "a = z clipped to −1..1",
            "a' = 1 inside, else 0",
            "A tanh made of three straight lines: cheap, but a unit outside −1..1 stops learning.",
            new Shape(-1, 1, true, true, true)) {
        @Override
        public double value(double z, double alpha) {
            return Math.max(-1, Math.min(1, z));
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return z > -1 && z < 1 ? 1 : 0;
        }

        @Override
        public float value(float z, float alpha) {
            return Math.max(-1f, Math.min(1f, z));
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return z > -1f && z < 1f ? 1f : 0f;
        }

        @Override
        public WrittenFunction written(double z) {
            if (z > -1 && z < 1) {
                return new WrittenFunction("-1 < z < 1", "z", "1");
            }
            return z > 0 ? new WrittenFunction("z \\ge 1", "1", "0") : new WrittenFunction("z \\le -1", "-1", "0");
        }

        @Override
        public Kernel kernel() {
            return new Kernel(
                    "select(select(z, z * 0.0f + 1.0f, z > 1.0f), z * 0.0f - 1.0f, z < -1.0f)",
                    "select(z * 0.0f, z * 0.0f + 1.0f, (z > -1.0f) && (z < 1.0f))");
        }
    },
    RELU(
            "relu",
            "ReLU",
            "a = max(0, z)",
            "a' = 1 if z > 0 else 0",
            "Cuts off below zero; fast and free of saturation above, but a unit stuck below zero is dead.",
            new Shape(0, Double.POSITIVE_INFINITY, false, true, false)) {
        @Override
        public double value(double z, double alpha) {
            return Math.max(0, z);
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return z > 0 ? 1 : 0;
        }

        @Override
        public float value(float z, float alpha) {
            return Math.max(0f, z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return positive(z);
        }

        @Override
        public WrittenFunction written(double z) {
            return WrittenFunction.above(z, IDENTITY, new WrittenFunction("0", "0"));
        }

        @Override
        public Kernel kernel() {
            return new Kernel("select(z, z * 0.0f, z < 0.0f)", "select(z * 0.0f, z * 0.0f + 1.0f, z > 0.0f)");
        }
    },
    LEAKY_RELU(
            "leaky-relu",
            "Leaky ReLU",
            "a = max(αz, z), α = 0.01",
            "a' = 1 if z > 0 else α",
            "A ReLU that lets a little through below zero, so that no unit dies.",
            new Shape(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, true, false)) {
        @Override
        public double defaultAlpha() {
            return 0.01;
        }

        @Override
        public double value(double z, double alpha) {
            return z > 0 ? z : alpha * z;
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return z > 0 ? 1 : alpha;
        }

        @Override
        public float value(float z, float alpha) {
            return Math.max(0f, z) + alpha * Math.min(0f, z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return alpha + (1f - alpha) * positive(z);
        }

        @Override
        public WrittenFunction written(double z) {
            return WrittenFunction.above(z, IDENTITY, new WrittenFunction("\\alpha z", "\\alpha"));
        }

        @Override
        public Kernel kernel() {
            return LEAKY;
        }
    },
    PRELU(
            "prelu",
            "PReLU",
            "a = z if z > 0 else αz, α learned",
            "a' = 1 if z > 0 else α; ∂a/∂α = min(z, 0)",
            "A leaky ReLU whose slope below zero is learned, one for the whole layer (He et al. 2015).",
            new Shape(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, true, false)) {
        @Override
        public double defaultAlpha() {
            return 0.25;
        }

        @Override
        public boolean learnsAlpha() {
            return true;
        }

        @Override
        public double value(double z, double alpha) {
            return z > 0 ? z : alpha * z;
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return z > 0 ? 1 : alpha;
        }

        @Override
        public float value(float z, float alpha) {
            return Math.max(0f, z) + alpha * Math.min(0f, z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return alpha + (1f - alpha) * positive(z);
        }

        @Override
        public WrittenFunction written(double z) {
            return LEAKY_RELU.written(z);
        }

        @Override
        public Kernel kernel() {
            return LEAKY;
        }
    },
    ELU(
            "elu",
            "ELU",
            "a = z if z > 0 else α(e^z − 1), α = 1",
            "a' = 1 if z > 0 else a + α",
            "Bends smoothly to −α below zero, which keeps outputs centred near zero (Clevert et al. 2015).",
            new Shape(-1, Double.POSITIVE_INFINITY, false, true, true)) {
        @Override
        public double defaultAlpha() {
            return 1;
        }

        @Override
        public double value(double z, double alpha) {
            return z > 0 ? z : alpha * Math.expm1(z);
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return z > 0 ? 1 : a + alpha;
        }

        @Override
        public float value(float z, float alpha) {
            float below = alpha * (FastMath.exp(z) - 1f);
            return z > 0f ? z : below;
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return z > 0f ? 1f : a + alpha;
        }

        @Override
        public WrittenFunction written(double z) {
            return WrittenFunction.above(z, IDENTITY, new WrittenFunction("\\alpha (e^z - 1)", "a + \\alpha"));
        }

        @Override
        public Kernel kernel() {
            return new Kernel(
                    "select(alpha * (wr_exp(z) - 1.0f), z, z > 0.0f)", "select(a + alpha, z * 0.0f + 1.0f, z > 0.0f)");
        }
    },
    SELU(
            "selu",
            "SELU",
            "a = λ·elu(z), λ = 1.0507009873554805, α = 1.6732632423543772",
            "a' = λ if z > 0 else a + λα",
            "An ELU scaled so that deep stacks keep mean 0 and variance 1 by themselves (Klambauer et al. 2017).",
            new Shape(-1.7580993408473766, Double.POSITIVE_INFINITY, false, true, true)) {
        @Override
        public double value(double z, double alpha) {
            return SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z));
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return z > 0 ? SELU_SCALE : a + SELU_SCALE * SELU_ALPHA;
        }

        @Override
        public float value(float z, float alpha) {
            float below = (float) (SELU_SCALE * SELU_ALPHA) * (FastMath.exp(z) - 1f);
            return z > 0f ? (float) SELU_SCALE * z : below;
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return z > 0f ? (float) SELU_SCALE : a + (float) (SELU_SCALE * SELU_ALPHA);
        }

        @Override
        public WrittenFunction written(double z) {
            double low = SELU_SCALE * SELU_ALPHA;
            return WrittenFunction.above(
                    z,
                    new WrittenFunction(SELU_SCALE + " z", "" + SELU_SCALE),
                    new WrittenFunction(low + " (e^z - 1)", "a + " + low));
        }

        @Override
        public Kernel kernel() {
            return new Kernel(
                    "select(1.7580993408473766f * (wr_exp(z) - 1.0f), 1.0507009873554805f * z, z > 0.0f)",
                    "select(a + 1.7580993408473766f, z * 0.0f + 1.0507009873554805f, z > 0.0f)");
        }
    },
    SOFTPLUS(
            "softplus",
            "Softplus",
            "a = log(1 + e^z)",
            "a' = σ(z)",
            "A ReLU with its corner rounded off; always positive.",
            new Shape(0, Double.POSITIVE_INFINITY, false, true, false)) {
        @Override
        public double value(double z, double alpha) {
            return softplus(z);
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        public float value(float z, float alpha) {
            return (float) softplus(z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return FastMath.sigmoid(z);
        }

        @Override
        public WrittenFunction written(double z) {
            return new WrittenFunction("\\ln(1 + e^z)", "\\frac{1}{1 + e^{-z}}");
        }

        @Override
        public Kernel kernel() {
            return new Kernel("(fmax(z, z * 0.0f) + wr_log1p(wr_exp(-fabs(z))))", "(0.5f + 0.5f * wr_tanh(0.5f * z))");
        }
    },
    GELU(
            "gelu",
            "GELU",
            "a = z·Φ(z)",
            "a' = Φ(z) + z·φ(z)",
            "Weighs the sum by how probable a smaller normal draw is; the exact form (Hendrycks & Gimpel 2016).",
            new Shape(-0.16997120747990369, Double.POSITIVE_INFINITY, false, false, false)) {
        @Override
        public double value(double z, double alpha) {
            return z * Normal.distribution(z);
        }

        @Override
        public double slope(double z, double a, double alpha) {
            return Normal.distribution(z) + z * Normal.density(z);
        }

        @Override
        public float value(float z, float alpha) {
            return (float) value((double) z, 0);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            return (float) slope((double) z, 0, 0);
        }

        @Override
        public WrittenFunction written(double z) {
            return new WrittenFunction("z \\Phi(z)", "\\Phi(z) + z \\varphi(z)");
        }

        @Override
        public Kernel kernel() {
            return new Kernel(
                    "(z * (0.5f + 0.5f * wr_erf(z * 0.7071067811865476f)))",
                    "(0.5f + 0.5f * wr_erf(z * 0.7071067811865476f) + z * 0.3989422804014327f * wr_exp(-0.5f * z * z))");
        }
    },
    SWISH(
            "swish",
            "Swish",
            "a = z·σ(z)",
            "a' = σ(z) + a(1 − σ(z))",
            "A smooth ReLU that dips a little below zero before it rises (Ramachandran et al. 2017).",
            new Shape(-0.27846454276107380, Double.POSITIVE_INFINITY, false, false, false)) {
        @Override
        public double value(double z, double alpha) {
            return z / (1 + Math.exp(-z));
        }

        @Override
        public double slope(double z, double a, double alpha) {
            double sigma = 1 / (1 + Math.exp(-z));
            return sigma + z * sigma * (1 - sigma);
        }

        @Override
        public float value(float z, float alpha) {
            return z * FastMath.sigmoid(z);
        }

        @Override
        public float slope(float z, float a, float alpha) {
            float sigma = FastMath.sigmoid(z);
            return sigma + z * sigma * (1f - sigma);
        }

        @Override
        public WrittenFunction written(double z) {
            return new WrittenFunction("z \\sigma(z)", "\\sigma(z) + a (1 - \\sigma(z))");
        }

        @Override
        public Kernel kernel() {
            return new Kernel(
                    "(z * (0.5f + 0.5f * wr_tanh(0.5f * z)))",
                    "(0.5f + 0.5f * wr_tanh(0.5f * z) + a * (0.5f - 0.5f * wr_tanh(0.5f * z)))");
        }
    };

    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final WrittenFunction IDENTITY = new WrittenFunction("z", "1");
    private static final Kernel LEAKY =
            new Kernel("select(alpha * z, z, z > 0.0f)", "select(z * 0.0f + alpha, z * 0.0f + 1.0f, z > 0.0f)");

    private final String id;
    private final String label;
    private final String formula;
    private final String slopeFormula;
    private final String help;
    private final Shape shape;

    Activation(String id, String label, String formula, String slopeFormula, String help, Shape shape) {
        this.id = id;
        this.label = label;
        this.formula = formula;
        this.slopeFormula = slopeFormula;
        this.help = help;
        this.shape = shape;
    }

    /**
     * What the curve looks like.
     *
     * @param low infimum of a
     * @param high supremum of a
     * @param zeroCentred whether the range lies around 0
     * @param monotonic whether a never falls while z rises
     * @param saturating whether the slope fades to 0 where a nears a bound other than a plain cut at 0
     */
    public record Shape(double low, double high, boolean zeroCentred, boolean monotonic, boolean saturating) {}

    /**
     * The OpenCL C expressions.
     *
     * @param value a from {@code z} and {@code alpha}
     * @param slope a' from {@code z}, {@code a} and {@code alpha}
     */
    public record Kernel(String value, String slope) {}

    /** a(z); {@code alpha} is ignored where {@link #defaultAlpha()} is NaN. */
    public abstract double value(double z, double alpha);

    /** a'(z), given a = a(z) too because many slopes are shortest in a. */
    public abstract double slope(double z, double a, double alpha);

    /** {@link #value(double, double)} in single precision for the fast program, within 10⁻⁵, swish 8·10⁻⁵. */
    public abstract float value(float z, float alpha);

    /** {@link #slope(double, double, double)} in single precision for the fast program, within 2·10⁻⁵, swish 8·10⁻⁵. */
    public abstract float slope(float z, float a, float alpha);

    /** The same two functions as a reader works them out at this z. */
    public abstract WrittenFunction written(double z);

    /** The same two functions in OpenCL C. */
    public abstract Kernel kernel();

    /** α when a file says nothing, NaN where the activation has none. */
    public double defaultAlpha() {
        return Double.NaN;
    }

    /** Whether α is a parameter that training changes. */
    public boolean learnsAlpha() {
        return false;
    }

    /** Whether gradients can pass; step and sign are left to the perceptron rule. */
    public boolean hasSlope() {
        return this != STEP && this != SIGN;
    }

    public Shape shape() {
        return shape;
    }

    public String slopeFormula() {
        return slopeFormula;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String formula() {
        return formula;
    }

    @Override
    public String help() {
        return help;
    }

    /** 1 if z > 0 else 0, without a branch, so that it runs on several numbers at once; normal numbers only. */
    private static float positive(float z) {
        return Math.min(1f, Math.max(0f, z * Float.MAX_VALUE));
    }

    /** log(1 + e^z) without overflow. */
    static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
