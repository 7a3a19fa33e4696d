package weightroom.engine;

/**
 * How far a prediction is from its target. Every loss is a sum over the outputs of a row, divided by
 * {@link #divisor(int)}, then averaged over the rows of a batch.
 *
 * <p>The terms are functions of one output j: its pre-activation {@code z}, its prediction {@code p}, {@code logp} =
 * log p computed from the pre-activations without overflow, its target {@code y}, and for the losses that look at a whole
 * row {@code t} = Σ y_k p_k (the score of the true class), {@code v} = Σ violations and {@code ySum} = Σ y_k. The losses
 * {@linkplain #fromLogits() taken from logits} give ∂L/∂z at once, where sigmoid or softmax cancels; the others give
 * ∂L/∂p, which the output's activation then carries on to z.
 *
 * <p>OpenCL expressions use the same names, in {@code float}, and the functions of the common prelude.
 */
public enum Loss implements Term {
    MSE(
            "mse",
            "Mean squared error",
            "mean (p − y)²",
            "Squares every error, so one outlier outweighs many small misses.",
            Fit.ANY,
            Targets.REAL,
            false,
            new Kernel("((p - y) * (p - y))", "(2.0f * (p - y))")) {
        @Override
        public double value(Terms o) {
            return (o.p - o.y) * (o.p - o.y);
        }

        @Override
        public double slope(Terms o) {
            return 2 * (o.p - o.y);
        }

        @Override
        public WrittenLoss written(Terms o) {
            return new WrittenLoss("(p - y)^2", "2 (p - y)");
        }
    },
    MAE(
            "mae",
            "Mean absolute error",
            "mean |p − y|",
            "Counts every unit of error alike, so outliers pull no harder than other rows.",
            Fit.ANY,
            Targets.REAL,
            true,
            new Kernel("fabs(p - y)", "sign(p - y)")) {
        @Override
        public double value(Terms o) {
            return Math.abs(o.p - o.y);
        }

        @Override
        public double slope(Terms o) {
            return Math.signum(o.p - o.y);
        }

        @Override
        public WrittenLoss written(Terms o) {
            return new WrittenLoss("|p - y|", "\\operatorname{sign}(p - y)");
        }
    },
    MAPE(
            "mape",
            "Mean absolute percentage error",
            "mean |(y − p)/y|",
            "Measures error as a share of the target; a target of 0 has no percentage and is refused.",
            Fit.ANY,
            Targets.NONZERO,
            false,
            new Kernel("fabs((y - p) / y)", "(sign(p - y) / fabs(y))")) {
        @Override
        public double value(Terms o) {
            return Math.abs((o.y - o.p) / o.y);
        }

        @Override
        public double slope(Terms o) {
            return Math.signum(o.p - o.y) / Math.abs(o.y);
        }

        @Override
        public WrittenLoss written(Terms o) {
            return new WrittenLoss("\\frac{|y - p|}{|y|}", "\\frac{\\operatorname{sign}(p - y)}{|y|}");
        }
    },
    HUBER(
            "huber",
            "Huber",
            "mean of ½e² if |e| ≤ δ, else δ(|e| − ½δ), with e = p − y, δ = 1",
            "Squared near the target and absolute far away: smooth, and calm about outliers (Huber 1964).",
            Fit.ANY,
            Targets.REAL,
            true,
            new Kernel(
                    "(fabs(p - y) <= 1.0f ? 0.5f * (p - y) * (p - y) : fabs(p - y) - 0.5f)",
                    "clamp(p - y, -1.0f, 1.0f)")) {
        @Override
        public double value(Terms o) {
            double e = Math.abs(o.p - o.y);
            return e <= 1 ? 0.5 * e * e : e - 0.5;
        }

        @Override
        public double slope(Terms o) {
            return Math.max(-1, Math.min(1, o.p - o.y));
        }

        @Override
        public WrittenLoss written(Terms o) {
            return Math.abs(o.p - o.y) <= 1
                    ? new WrittenLoss("\\frac{1}{2} (p - y)^2", "p - y").when("|p - y| \\le 1")
                    : new WrittenLoss("|p - y| - \\frac{1}{2}", "\\operatorname{sign}(p - y)").when("|p - y| > 1");
        }
    },
    LOG_COSH(
            "log-cosh",
            "Log-cosh",
            "mean log cosh(p − y)",
            "About e²/2 for small errors and |e| − log 2 for large ones, with no corner in between.",
            Fit.ANY,
            Targets.REAL,
            true,
            new Kernel(
                    "(fabs(p - y) + wr_log1p(wr_exp(-2.0f * fabs(p - y))) - 0.6931471805599453f)", "wr_tanh(p - y)")) {
        @Override
        public double value(Terms o) {
            double e = Math.abs(o.p - o.y);
            return e + Math.log1p(Math.exp(-2 * e)) - LN2;
        }

        @Override
        public double slope(Terms o) {
            return Math.tanh(o.p - o.y);
        }

        @Override
        public WrittenLoss written(Terms o) {
            return new WrittenLoss("\\ln(\\cosh(p - y))", "\\tanh(p - y)");
        }
    },
    QUANTILE(
            "quantile",
            "Quantile",
            "mean of max(α(y − p), (α − 1)(y − p)), α = 0.5",
            "Its minimum is the α-quantile of the targets; at α = 0.5 the median.",
            Fit.ANY,
            Targets.REAL,
            true,
            new Kernel("(0.5f * fabs(y - p))", "(0.5f * sign(p - y))")) {
        @Override
        public double value(Terms o) {
            double e = o.y - o.p;
            return Math.max(QUANTILE_ALPHA * e, (QUANTILE_ALPHA - 1) * e);
        }

        @Override
        public double slope(Terms o) {
            return o.y > o.p ? -QUANTILE_ALPHA : o.y < o.p ? 1 - QUANTILE_ALPHA : 0;
        }

        @Override
        public WrittenLoss written(Terms o) {
            double above = 1 - QUANTILE_ALPHA;
            if (o.p == o.y) {
                return new WrittenLoss("0", "0").when("p = y");
            }
            return o.p < o.y
                    ? new WrittenLoss(QUANTILE_ALPHA + " (y - p)", "-" + QUANTILE_ALPHA).when("p < y")
                    : new WrittenLoss(above + " (p - y)", "" + above).when("p > y");
        }
    },
    BINARY_CROSS_ENTROPY(
            "binary-cross-entropy",
            "Binary cross-entropy",
            "mean −[y log p + (1 − y) log(1 − p)]",
            "The surprise of the right answer in nats; confident and wrong costs most.",
            Fit.SIGMOID,
            Targets.UNIT_INTERVAL,
            false,
            new Kernel("((1.0f - y) * z - logp)", "(p - y)")) {
        @Override
        public double value(Terms o) {
            return (1 - o.y) * o.z - o.logp;
        }

        @Override
        public double slope(Terms o) {
            return o.p - o.y;
        }

        @Override
        public WrittenLoss written(Terms o) {
            WrittenLoss written = new WrittenLoss("-(y \\ln(p) + (1 - y) \\ln(1 - p))", "\\frac{p - y}{p (1 - p)}")
                    .fromLogit("p - y");
            if (o.y == 1) {
                return new WrittenLoss("y = 1", "-\\ln(p)", written.byPrediction(), written.byLogit());
            }
            return o.y == 0
                    ? new WrittenLoss("y = 0", "-\\ln(1 - p)", written.byPrediction(), written.byLogit())
                    : written;
        }
    },
    HINGE(
            "hinge",
            "Hinge",
            "mean max(0, 1 − y·s), y = ±1, s the raw score",
            "Asks for a margin of 1 and is content beyond it, as support vector machines are.",
            Fit.LINEAR,
            Targets.SIGNS,
            false,
            new Kernel("fmax(0.0f, 1.0f - y * p)", "(y * p < 1.0f ? -y : 0.0f)")) {
        @Override
        public double value(Terms o) {
            return Math.max(0, 1 - o.y * o.p);
        }

        @Override
        public double slope(Terms o) {
            return o.y * o.p < 1 ? -o.y : 0;
        }

        @Override
        public WrittenLoss written(Terms o) {
            return o.y * o.p < 1
                    ? new WrittenLoss("1 - y p", "-y").when("y p < 1")
                    : new WrittenLoss("0", "0").when("y p \\ge 1");
        }
    },
    EXPONENTIAL(
            "exponential",
            "Exponential",
            "mean e^(−y·s), y = ±1, s the raw score",
            "Punishes a wrong sign exponentially, as boosting does; a single mislabelled row can rule it.",
            Fit.LINEAR,
            Targets.SIGNS,
            false,
            new Kernel("exp(-y * p)", "(-y * exp(-y * p))")) {
        @Override
        public double value(Terms o) {
            return Math.exp(-o.y * o.p);
        }

        @Override
        public double slope(Terms o) {
            return -o.y * Math.exp(-o.y * o.p);
        }

        @Override
        public WrittenLoss written(Terms o) {
            return new WrittenLoss("e^{-y p}", "-y e^{-y p}");
        }
    },
    FOCAL(
            "focal",
            "Focal",
            "mean −α_t (1 − p_t)^γ log p_t, γ = 2, α_t = 0.25 for class 1, 0.75 for class 0",
            "Cross-entropy that looks away from rows already right, so that a rare class is heard (Lin et al. 2017).",
            Fit.SIGMOID,
            Targets.BITS,
            false,
            new Kernel(
                    "(y > 0.5f ? -0.25f * (1.0f - p) * (1.0f - p) * logp : -0.75f * p * p * (logp - z))",
                    "(y > 0.5f ? 0.25f * (1.0f - p) * (1.0f - p) * (2.0f * p * logp + p - 1.0f)"
                            + " : 0.75f * p * p * (p - 2.0f * (1.0f - p) * (logp - z)))")) {
        @Override
        public double value(Terms o) {
            return o.y > 0.5
                    ? -FOCAL_ALPHA * (1 - o.p) * (1 - o.p) * o.logp
                    : -(1 - FOCAL_ALPHA) * o.p * o.p * (o.logp - o.z);
        }

        @Override
        public double slope(Terms o) {
            double q = 1 - o.p;
            return o.y > 0.5
                    ? FOCAL_ALPHA * q * q * (2 * o.p * o.logp + o.p - 1)
                    : (1 - FOCAL_ALPHA) * o.p * o.p * (o.p - 2 * q * (o.logp - o.z));
        }

        @Override
        public WrittenLoss written(Terms o) {
            return o.y > 0.5
                    ? new WrittenLoss(
                            "y = 1",
                            "-" + FOCAL_ALPHA + " (1 - p)^2 \\ln(p)",
                            FOCAL_ALPHA + " (1 - p) (2 \\ln(p) - \\frac{1 - p}{p})",
                            FOCAL_ALPHA + " (1 - p)^2 (2 p \\ln(p) + p - 1)")
                    : new WrittenLoss(
                            "y = 0",
                            "-" + (1 - FOCAL_ALPHA) + " p^2 \\ln(1 - p)",
                            (1 - FOCAL_ALPHA) + " p (\\frac{p}{1 - p} - 2 \\ln(1 - p))",
                            (1 - FOCAL_ALPHA) + " p^2 (p - 2 (1 - p) \\ln(1 - p))");
        }
    },
    CATEGORICAL_CROSS_ENTROPY(
            "categorical-cross-entropy",
            "Categorical cross-entropy",
            "mean over rows of −Σ y log p, one-hot targets",
            "The surprise of the right class in nats, for outputs that are one probability per class.",
            Fit.SOFTMAX,
            Targets.ONE_HOT,
            false,
            new Kernel("(-y * logp)", "(ySum * p - y)")) {
        @Override
        public double value(Terms o) {
            return o.y == 0 ? 0 : -o.y * o.logp;
        }

        @Override
        public double slope(Terms o) {
            return o.ySum * o.p - o.y;
        }

        @Override
        public WrittenLoss written(Terms o) {
            WrittenLoss written =
                    o.y == 0 ? new WrittenLoss("0", "0").when("y = 0") : new WrittenLoss("-y \\ln(p)", "-\\frac{y}{p}");
            return written.fromLogit(softmaxSlope(o));
        }
    },
    SPARSE_CATEGORICAL_CROSS_ENTROPY(
            "sparse-categorical-cross-entropy",
            "Sparse categorical cross-entropy",
            "mean over rows of −log p_label, integer labels",
            "The same number as categorical cross-entropy, from labels 0, 1, 2 … instead of one-hot rows.",
            Fit.SOFTMAX,
            Targets.LABEL,
            false,
            new Kernel("(-y * logp)", "(ySum * p - y)")) {
        @Override
        public double value(Terms o) {
            return CATEGORICAL_CROSS_ENTROPY.value(o);
        }

        @Override
        public double slope(Terms o) {
            return CATEGORICAL_CROSS_ENTROPY.slope(o);
        }

        @Override
        public WrittenLoss written(Terms o) {
            return CATEGORICAL_CROSS_ENTROPY.written(o);
        }
    },
    MULTICLASS_HINGE(
            "multiclass-hinge",
            "Multiclass hinge",
            "mean over rows of Σ_{j≠y} max(0, s_j − s_y + 1)",
            "Asks the true class to lead every other by a margin of 1 (Crammer & Singer 2001, summed).",
            Fit.LINEAR_ROW,
            Targets.LABEL,
            false,
            new Kernel(
                    "((1.0f - y) * fmax(0.0f, p - t + 1.0f))",
                    "((1.0f - y) * (p - t + 1.0f > 0.0f ? 1.0f : 0.0f) - y * v)")) {
        @Override
        public double value(Terms o) {
            return o.y > 0 ? 0 : Math.max(0, o.p - o.t + 1);
        }

        @Override
        public double slope(Terms o) {
            return o.y > 0 ? -o.v : o.p - o.t + 1 > 0 ? 1 : 0;
        }

        @Override
        public WrittenLoss written(Terms o) {
            if (o.y > 0) {
                return new WrittenLoss("0", "-v").when("y = 1");
            }
            return o.p - o.t + 1 > 0
                    ? new WrittenLoss("p - t + 1", "1").when("p - t + 1 > 0")
                    : new WrittenLoss("0", "0").when("p - t + 1 \\le 0");
        }
    },
    KL_DIVERGENCE(
            "kl-divergence",
            "Kullback-Leibler divergence",
            "mean over rows of Σ y log(y/p), 0·log 0 = 0",
            "The extra surprise of believing p where y holds; zero only where both agree.",
            Fit.SOFTMAX,
            Targets.DISTRIBUTION,
            false,
            new Kernel("(y > 0.0f ? y * (log(y) - logp) : 0.0f)", "(ySum * p - y)")) {
        @Override
        public double value(Terms o) {
            return o.y > 0 ? o.y * (Math.log(o.y) - o.logp) : 0;
        }

        @Override
        public double slope(Terms o) {
            return o.ySum * o.p - o.y;
        }

        @Override
        public WrittenLoss written(Terms o) {
            WrittenLoss written = o.y > 0
                    ? new WrittenLoss("y \\ln(\\frac{y}{p})", "-\\frac{y}{p}").when("y > 0")
                    : new WrittenLoss("0", "0").when("y = 0");
            return written.fromLogit(softmaxSlope(o));
        }
    },
    WASSERSTEIN(
            "wasserstein",
            "Wasserstein critic",
            "mean y·s, y = ±1, s the raw score",
            "Pushes the scores of two groups apart; the critic of the GAN lab (Arjovsky et al. 2017).",
            Fit.LINEAR,
            Targets.SIGNS,
            false,
            new Kernel("(y * p)", "y")) {
        @Override
        public double value(Terms o) {
            return o.y * o.p;
        }

        @Override
        public double slope(Terms o) {
            return o.y;
        }

        @Override
        public WrittenLoss written(Terms o) {
            return new WrittenLoss("y p", "y");
        }
    };

    private static final double LN2 = Math.log(2);
    private static final double QUANTILE_ALPHA = 0.5;
    private static final double FOCAL_ALPHA = 0.25;

    private final String id;
    private final String label;
    private final String formula;
    private final String help;
    private final Fit fit;
    private final Targets targets;
    private final boolean robustToOutliers;
    private final Kernel kernel;

    Loss(
            String id,
            String label,
            String formula,
            String help,
            Fit fit,
            Targets targets,
            boolean robustToOutliers,
            Kernel kernel) {
        this.id = id;
        this.label = label;
        this.formula = formula;
        this.help = help;
        this.fit = fit;
        this.targets = targets;
        this.robustToOutliers = robustToOutliers;
        this.kernel = kernel;
    }

    /** The outputs a loss can stand behind. */
    public enum Fit {
        /** Any output; ∂L/∂p is carried through the activation, softmax included. */
        ANY("any output"),
        /** Sigmoid units; computed from their logits. */
        SIGMOID("a sigmoid output"),
        /** A softmax of two units or more; computed from the logits. */
        SOFTMAX("a softmax output of two units or more"),
        /** Linear units that give raw scores. */
        LINEAR("a linear output"),
        /** One linear unit per class, two or more. */
        LINEAR_ROW("a linear output of two units or more");

        private final String text;

        Fit(String text) {
            this.text = text;
        }

        /** What is asked for, in words that end a sentence. */
        public String text() {
            return text;
        }

        boolean accepts(Network network) {
            Layer output = network.output();
            return switch (this) {
                case ANY -> true;
                case SIGMOID -> output.activation() == Activation.SIGMOID;
                case SOFTMAX -> network.softmax() && output.units() >= 2;
                case LINEAR -> output.activation() == Activation.LINEAR && !network.softmax();
                case LINEAR_ROW ->
                    output.activation() == Activation.LINEAR && !network.softmax() && output.units() >= 2;
            };
        }
    }

    /** The targets a loss is defined for, as the engine receives them: shape {@code (n, c)}. */
    public enum Targets {
        REAL("any finite number"),
        NONZERO("any finite number but 0"),
        UNIT_INTERVAL("a number from 0 to 1"),
        BITS("0 or 1"),
        SIGNS("−1 or +1"),
        /** One-hot rows given as such. */
        ONE_HOT("a one-hot row: one 1, the others 0"),
        /** Whole labels 0 … c−1 in files; one-hot rows once they reach the engine. */
        LABEL("a whole label from 0 to the number of classes less one"),
        DISTRIBUTION("shares of at least 0 that sum to 1");

        private final String text;

        Targets(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * The OpenCL C expressions of {@link #value} and {@link #slope}, over the names of {@link Terms}.
     *
     * @param value the term of one output
     * @param slope ∂L/∂z where the loss is taken from logits, else ∂L/∂p
     */
    public record Kernel(String value, String slope) {}

    /** What the term of one output is computed from; reused from output to output, so that training allocates nothing. */
    public static final class Terms {
        /** Pre-activation. */
        public double z;
        /** Prediction. */
        public double p;
        /** log p from the pre-activations; only for losses taken from logits. */
        public double logp;
        /** Target. */
        public double y;
        /** Σ_k y_k p_k of the row. */
        public double t;
        /** Number of k with y_k = 0 and p_k − t + 1 > 0. */
        public double v;
        /** Σ_k y_k of the row. */
        public double ySum;
    }

    /** The term of one output, not yet divided. */
    public abstract double value(Terms o);

    /** The derivative of the row's sum by one output: by z where {@link #fromLogits()}, else by p. */
    public abstract double slope(Terms o);

    /** The same as a reader works it out at these numbers. */
    public abstract WrittenLoss written(Terms o);

    /** ∂/∂z of a row's −Σ y log p behind a softmax. */
    private static String softmaxSlope(Terms o) {
        return o.ySum == 1 ? "p - y" : "\\Sigma_y p - y";
    }

    /** Whether {@link #slope} is ∂L/∂z. */
    public boolean fromLogits() {
        return fit == Fit.SIGMOID || fit == Fit.SOFTMAX;
    }

    /** Whether the sum over a row is averaged over its outputs (1/c) or kept (1). */
    public int divisor(int outputs) {
        return fit == Fit.SOFTMAX || fit == Fit.LINEAR_ROW ? 1 : outputs;
    }

    /** Whether it sorts rows into classes rather than predicting amounts. */
    public boolean classifies() {
        return targets != Targets.REAL && targets != Targets.NONZERO;
    }

    /** Whether it is an amount of information, with the natural logarithm. */
    public boolean inNats() {
        return this == KL_DIVERGENCE || id().endsWith("cross-entropy");
    }

    public boolean robustToOutliers() {
        return robustToOutliers;
    }

    public Fit fit() {
        return fit;
    }

    public Targets targets() {
        return targets;
    }

    public Kernel kernel() {
        return kernel;
    }

    /** Whether this loss can stand behind the network's output. */
    public boolean fits(Network network) {
        return fit.accepts(network);
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
}
