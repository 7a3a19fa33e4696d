package weightroom.engine;

import static weightroom.engine.WrittenRule.cache;
import static weightroom.engine.WrittenRule.coefficient;
import static weightroom.engine.WrittenRule.correction;
import static weightroom.engine.WrittenRule.step;
import static weightroom.engine.WrittenRule.velocity;

import java.util.List;

/**
 * A rule that turns a gradient into a step. Every rule sees one parameter at a time: θ, its gradient g (of the total loss,
 * penalty included, after clipping), the state slots s0 and s1 that belong to this parameter and start at 0, the learning
 * rate η, the rule's own knobs k0 … and the step's coefficients c0 … (for bias correction).
 *
 * <p>The same rule stands here three times: in double precision for the reference, in single precision over array ranges
 * for the fast program, and as OpenCL C statements over {@code theta}, {@code g}, {@code s0}, {@code s1}, {@code eta},
 * {@code k0…}, {@code c0…} that hold for {@code float} and {@code floatN}. In single precision 10⁻³⁰ is added to decaying
 * moments so that they never sink into denormal numbers, which would halve the speed of a dead unit. A fourth time it is
 * written out for readers, see {@link #written()}; a test works that out and holds it against the first.
 */
public enum Optimizer implements Term {
    SGD(
            "sgd",
            "SGD",
            "θ −= ηg",
            "Walks straight downhill; the yardstick for all others.",
            0,
            List.of(),
            "theta -= eta * g;",
            WrittenRule.of("", "", step("\\eta g"), WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            return theta - eta * g;
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            for (int i = r.from; i < r.to; i++) {
                theta[i] -= eta * g[i];
            }
        }
    },
    MOMENTUM(
            "momentum",
            "Momentum",
            "v = μv + (1 − d)g ; θ −= ηv",
            "Keeps rolling in the direction it had, so zigzags cancel and slopes add up (Polyak 1964).",
            1,
            List.of(
                    new Knob("momentum", "Momentum μ", "Raising it makes the memory longer.", 0.9, 0, 1, false),
                    new Knob("dampening", "Dampening d", "Equal to μ it gives the averaged form.", 0, 0, 1, false)),
            "s0 = k0 * s0 + (1.0f - k1) * g; theta -= eta * s0;",
            WrittenRule.of("v", "\\mu d", velocity("v", "\\mu v + (1 - d) g"), step("\\eta v"), WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] = k[0] * s[0] + (1 - k[1]) * g;
            return theta - eta * s[0];
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] v = r.s0;
            float mu = k[0];
            float gain = 1f - k[1];
            for (int i = r.from; i < r.to; i++) {
                v[i] = mu * v[i] + gain * g[i];
                theta[i] -= eta * v[i];
            }
        }
    },
    NESTEROV(
            "nesterov",
            "Nesterov",
            "v = μv + g ; θ −= η(g + μv)",
            "Momentum that looks ahead to where it is rolling before it corrects (Nesterov 1983, Sutskever 2013).",
            1,
            List.of(new Knob("momentum", "Momentum μ", "Raising it makes the memory longer.", 0.9, 0, 1, false)),
            "s0 = k0 * s0 + g; theta -= eta * (g + k0 * s0);",
            WrittenRule.of(
                    "v", "\\mu", velocity("v", "\\mu v + g"), step("\\eta (g + \\mu v)"), WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] = k[0] * s[0] + g;
            return theta - eta * (g + k[0] * s[0]);
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] v = r.s0;
            float mu = k[0];
            for (int i = r.from; i < r.to; i++) {
                v[i] = mu * v[i] + g[i];
                theta[i] -= eta * (g[i] + mu * v[i]);
            }
        }
    },
    ADAGRAD(
            "adagrad",
            "Adagrad",
            "s += g² ; θ −= ηg/(√s + ε)",
            "Gives each weight its own rate, which only ever shrinks (Duchi et al. 2011).",
            1,
            List.of(epsilon(1e-8)),
            "s0 += g * g; theta -= eta * g / (sqrt(s0) + k0);",
            WrittenRule.of(
                    "s",
                    "\\varepsilon",
                    cache("s", "s + g^2"),
                    step("\\frac{\\eta g}{\\sqrt{s} + \\varepsilon}"),
                    WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] += g * g;
            return theta - eta * g / (Math.sqrt(s[0]) + k[0]);
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] s = r.s0;
            float epsilon = k[0];
            for (int i = r.from; i < r.to; i++) {
                s[i] += g[i] * g[i];
                theta[i] -= eta * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
            }
        }
    },
    RMSPROP(
            "rmsprop",
            "RMSprop",
            "s = ρs + (1 − ρ)g² ; θ −= ηg/(√s + ε)",
            "Adagrad that forgets, so the rate recovers when gradients grow small (Hinton 2012).",
            1,
            List.of(rho(0.9), epsilon(1e-8)),
            "s0 = k0 * s0 + (1.0f - k0) * g * g + 1e-30f; theta -= eta * g / (sqrt(s0) + k1);",
            WrittenRule.of(
                    "s",
                    "\\rho \\varepsilon",
                    cache("s", "\\rho s + (1 - \\rho) g^2"),
                    step("\\frac{\\eta g}{\\sqrt{s} + \\varepsilon}"),
                    WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] = k[0] * s[0] + (1 - k[0]) * g * g;
            return theta - eta * g / (Math.sqrt(s[0]) + k[1]);
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] s = r.s0;
            float rho = k[0];
            float gain = 1f - rho;
            float epsilon = k[1];
            for (int i = r.from; i < r.to; i++) {
                s[i] = rho * s[i] + gain * g[i] * g[i] + TINY;
                theta[i] -= eta * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
            }
        }
    },
    ADADELTA(
            "adadelta",
            "Adadelta",
            "s = ρs + (1 − ρ)g² ; Δ = √(d + ε)/√(s + ε)·g ; d = ρd + (1 − ρ)Δ² ; θ −= ηΔ",
            "Measures steps in units of past steps, so that it needs no rate: leave η at 1 (Zeiler 2012).",
            2,
            List.of(rho(0.9), epsilon(1e-6)),
            "s0 = k0 * s0 + (1.0f - k0) * g * g + 1e-30f; g *= sqrt(s1 + k1) / sqrt(s0 + k1);"
                    + " s1 = k0 * s1 + (1.0f - k0) * g * g + 1e-30f; theta -= eta * g;",
            WrittenRule.of(
                    "s d",
                    "\\rho \\varepsilon",
                    cache("s", "\\rho s + (1 - \\rho) g^2"),
                    step("\\frac{\\sqrt{d + \\varepsilon}}{\\sqrt{s + \\varepsilon}} g"),
                    cache("d", "\\rho d + (1 - \\rho) \\Delta^2"),
                    new WrittenRule.Line(WrittenRule.Part.POSITION, "\\theta", "\\theta - \\eta \\Delta"))) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] = k[0] * s[0] + (1 - k[0]) * g * g;
            double delta = Math.sqrt(s[1] + k[1]) / Math.sqrt(s[0] + k[1]) * g;
            s[1] = k[0] * s[1] + (1 - k[0]) * delta * delta;
            return theta - eta * delta;
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] s = r.s0;
            float[] d = r.s1;
            float rho = k[0];
            float gain = 1f - rho;
            float epsilon = k[1];
            for (int i = r.from; i < r.to; i++) {
                s[i] = rho * s[i] + gain * g[i] * g[i] + TINY;
                float delta = (float) Math.sqrt((d[i] + epsilon) / (s[i] + epsilon)) * g[i];
                d[i] = rho * d[i] + gain * delta * delta + TINY;
                theta[i] -= eta * delta;
            }
        }

        @Override
        public double defaultLearningRate() {
            return 1;
        }
    },
    ADAM(
            "adam",
            "Adam",
            "m = β1 m + (1 − β1)g ; v = β2 v + (1 − β2)g² ; θ −= η m̂/(√v̂ + ε), m̂ = m/(1 − β1^t), v̂ = v/(1 − β2^t)",
            "Momentum with a rate of its own for each weight, corrected at the first steps (Kingma & Ba 2015).",
            2,
            List.of(beta1(0.9), beta2(0.999), epsilon(1e-8)),
            "s0 = k0 * s0 + (1.0f - k0) * g + 1e-30f; s1 = k1 * s1 + (1.0f - k1) * g * g + 1e-30f;"
                    + " theta -= eta * c0 * s0 / (sqrt(s1) * c1 + k2);",
            WrittenRule.adam("\\beta_1 \\beta_2 \\varepsilon", List.of(), WrittenRule.mean())) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] = k[0] * s[0] + (1 - k[0]) * g;
            s[1] = k[1] * s[1] + (1 - k[1]) * g * g;
            return theta - eta * c[0] * s[0] / (Math.sqrt(s[1]) * c[1] + k[2]);
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            adam(r, eta, k, c, 1f);
        }

        @Override
        public void coefficients(double[] k, long t, double[] c) {
            biasCorrection(k, t, c);
        }
    },
    ADAMW(
            "adamw",
            "AdamW",
            "θ −= η·λθ, then as Adam",
            "Adam that also shrinks every parameter by a fixed share of the rate (Loshchilov & Hutter 2019).",
            2,
            List.of(beta1(0.9), beta2(0.999), epsilon(1e-8), weightDecay(0.01)),
            "s0 = k0 * s0 + (1.0f - k0) * g + 1e-30f; s1 = k1 * s1 + (1.0f - k1) * g * g + 1e-30f;"
                    + " theta = theta * (1.0f - eta * k3) - eta * c0 * s0 / (sqrt(s1) * c1 + k2);",
            WrittenRule.adam(
                    "\\beta_1 \\beta_2 \\varepsilon \\lambda",
                    List.of(WrittenRule.decay("\\theta - \\eta \\lambda \\theta")),
                    WrittenRule.mean())) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            return ADAM.update(theta * (1 - eta * k[3]), g, s, eta, k, c);
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            adam(r, eta, k, c, 1f - eta * k[3]);
        }

        @Override
        public void coefficients(double[] k, long t, double[] c) {
            biasCorrection(k, t, c);
        }
    },
    NADAM(
            "nadam",
            "NAdam",
            "as Adam, with m̂ = μ_{t+1} m/(1 − Π_{i≤t+1} μ_i) + (1 − μ_t)g/(1 − Π_{i≤t} μ_i), μ_t = β1(1 − ½·0.96^{0.004t})",
            "Adam that looks ahead as Nesterov does (Dozat 2016).",
            2,
            List.of(beta1(0.9), beta2(0.999), epsilon(1e-8)),
            "s0 = k0 * s0 + (1.0f - k0) * g + 1e-30f; s1 = k1 * s1 + (1.0f - k1) * g * g + 1e-30f;"
                    + " theta -= eta * (c0 * s0 + c2 * g) / (sqrt(s1) * c1 + k2);",
            WrittenRule.adam(
                    "\\beta_1 \\beta_2 \\varepsilon",
                    List.of(),
                    coefficient("\\mu_t", "\\beta_1 (1 - 0.5 \\cdot 0.96^{0.004 t})"),
                    coefficient("\\mu_{t+1}", "\\beta_1 (1 - 0.5 \\cdot 0.96^{0.004 (t + 1)})"),
                    coefficient("\\Pi", "\\prod_{i=1}^{t} \\beta_1 (1 - 0.5 \\cdot 0.96^{0.004 i})"),
                    correction(
                            "\\hat{m}",
                            "\\frac{\\mu_{t+1} m}{1 - \\Pi \\mu_{t+1}} + \\frac{(1 - \\mu_t) g}{1 - \\Pi}"))) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            s[0] = k[0] * s[0] + (1 - k[0]) * g;
            s[1] = k[1] * s[1] + (1 - k[1]) * g * g;
            return theta - eta * (c[0] * s[0] + c[2] * g) / (Math.sqrt(s[1]) * c[1] + k[2]);
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] m = r.s0;
            float[] v = r.s1;
            float beta1 = k[0];
            float beta2 = k[1];
            float epsilon = k[2];
            float c0 = c[0];
            float c1 = c[1];
            float c2 = c[2];
            for (int i = r.from; i < r.to; i++) {
                m[i] = beta1 * m[i] + (1f - beta1) * g[i] + TINY;
                v[i] = beta2 * v[i] + (1f - beta2) * g[i] * g[i] + TINY;
                theta[i] -= eta * (c0 * m[i] + c2 * g[i]) / ((float) Math.sqrt(v[i]) * c1 + epsilon);
            }
        }

        @Override
        public void coefficients(double[] k, long t, double[] c) {
            double product = power(k[0], t) == 0 ? 0 : 1;
            for (long i = 1; i <= t && product > 1e-20; i++) {
                product *= nadamMomentum(k[0], i);
            }
            double next = nadamMomentum(k[0], t + 1);
            c[0] = next / (1 - product * next);
            c[1] = 1 / Math.sqrt(1 - power(k[1], t));
            c[2] = (1 - nadamMomentum(k[0], t)) / (1 - product);
        }
    },
    LION(
            "lion",
            "Lion",
            "θ −= η(sign(β1 m + (1 − β1)g) + λθ) ; m = β2 m + (1 − β2)g",
            "Takes steps of one size and learns only their direction; wants a rate 3 to 10 times below Adam's (Chen et al. 2023).",
            1,
            List.of(beta1(0.9), beta2(0.99), weightDecay(0)),
            "theta = theta * (1.0f - eta * k2) - eta * sign(k0 * s0 + (1.0f - k0) * g);"
                    + " s0 = k1 * s0 + (1.0f - k1) * g;",
            WrittenRule.of(
                    "m",
                    "\\beta_1 \\beta_2 \\lambda",
                    velocity("u", "\\beta_1 m + (1 - \\beta_1) g"),
                    velocity("m", "\\beta_2 m + (1 - \\beta_2) g"),
                    step("\\eta (\\operatorname{sign}(u) + \\lambda \\theta)"),
                    WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            double direction = Math.signum(k[0] * s[0] + (1 - k[0]) * g);
            s[0] = k[1] * s[0] + (1 - k[1]) * g;
            return theta * (1 - eta * k[2]) - eta * direction;
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            float[] theta = r.theta;
            float[] g = r.g;
            float[] m = r.s0;
            float beta1 = k[0];
            float beta2 = k[1];
            float keep = 1f - eta * k[2];
            for (int i = r.from; i < r.to; i++) {
                float direction = Math.signum(beta1 * m[i] + (1f - beta1) * g[i]);
                m[i] = beta2 * m[i] + (1f - beta2) * g[i];
                theta[i] = theta[i] * keep - eta * direction;
            }
        }
    },
    PERCEPTRON(
            "perceptron",
            "Perceptron rule",
            "per sample: w += η(y − p)x, b += η(y − p)",
            "Corrects only when wrong, one sample at a time; for one layer of step or sign units (Rosenblatt 1958).",
            0,
            List.of(),
            "theta -= eta * g;",
            WrittenRule.of("", "", step("\\eta g"), WrittenRule.POSITION)) {
        @Override
        public double update(double theta, double g, double[] s, double eta, double[] k, double[] c) {
            return theta - eta * g;
        }

        @Override
        public void update(Range r, float eta, float[] k, float[] c) {
            SGD.update(r, eta, k, c);
        }

        @Override
        public double defaultLearningRate() {
            return 1;
        }
    };

    /** The most slots, knobs and coefficients that any rule has. */
    public static final int MAX_SLOTS = 2;

    public static final int MAX_KNOBS = 4;
    public static final int MAX_COEFFICIENTS = 3;

    private static final float TINY = 1e-30f;

    private final String id;
    private final String label;
    private final String formula;
    private final String help;
    private final int slots;
    private final List<Knob> knobs;
    private final String kernel;
    private final WrittenRule written;

    Optimizer(
            String id,
            String label,
            String formula,
            String help,
            int slots,
            List<Knob> knobs,
            String kernel,
            WrittenRule written) {
        this.id = id;
        this.label = label;
        this.formula = formula;
        this.help = help;
        this.slots = slots;
        this.knobs = knobs;
        this.kernel = kernel;
        this.written = written;
    }

    /** A stretch of parameters with their gradients and state, all with the same index; made once, used every step. */
    public static final class Range {
        final float[] theta;
        final float[] g;
        final float[] s0;
        final float[] s1;
        final int from;
        final int to;

        /**
         * @param s0 first state slot, or any array where the rule has none
         * @param s1 second state slot, likewise
         * @param from first index, inclusive
         * @param to last index, exclusive
         */
        public Range(float[] theta, float[] g, float[] s0, float[] s1, int from, int to) {
            this.theta = theta;
            this.g = g;
            this.s0 = s0;
            this.s1 = s1;
            this.from = from;
            this.to = to;
        }
    }

    /** The new θ of one parameter; {@code s} is read and written. */
    public abstract double update(double theta, double g, double[] s, double eta, double[] k, double[] c);

    /** The same for a range in single precision, allocating nothing. */
    public abstract void update(Range r, float eta, float[] k, float[] c);

    /**
     * The scalars that depend on the step alone.
     *
     * @param k the knobs
     * @param t the step, counted from 1
     * @param c receives up to {@link #MAX_COEFFICIENTS} numbers
     */
    public void coefficients(double[] k, long t, double[] c) {}

    /** η when a file says nothing. */
    public double defaultLearningRate() {
        return 0.01;
    }

    /** Numbers of state per parameter, 0 to {@link #MAX_SLOTS}. */
    public int slots() {
        return slots;
    }

    /** The rule's own knobs in the order of k0, k1 …. */
    public List<Knob> knobs() {
        return knobs;
    }

    /** The defaults of {@link #knobs()}. */
    public double[] defaults() {
        return knobs.stream().mapToDouble(Knob::initial).toArray();
    }

    /** The rule as OpenCL C statements. */
    public String kernel() {
        return kernel;
    }

    /** The rule as one works it out by hand. */
    public WrittenRule written() {
        return written;
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

    private static void adam(Range r, float eta, float[] k, float[] c, float keep) {
        float[] theta = r.theta;
        float[] g = r.g;
        float[] m = r.s0;
        float[] v = r.s1;
        float beta1 = k[0];
        float beta2 = k[1];
        float epsilon = k[2];
        float rate = eta * c[0];
        float c1 = c[1];
        for (int i = r.from; i < r.to; i++) {
            m[i] = beta1 * m[i] + (1f - beta1) * g[i] + TINY;
            v[i] = beta2 * v[i] + (1f - beta2) * g[i] * g[i] + TINY;
            theta[i] = theta[i] * keep - rate * m[i] / ((float) Math.sqrt(v[i]) * c1 + epsilon);
        }
    }

    private static void biasCorrection(double[] k, long t, double[] c) {
        c[0] = 1 / (1 - power(k[0], t));
        c[1] = 1 / Math.sqrt(1 - power(k[1], t));
    }

    /** β^t, 0 as soon as 1 − β^t is 1 in single precision: most steps of a run then need no power. */
    private static double power(double beta, long t) {
        return beta <= 0 || t * Math.log(beta) < -18 ? 0 : Math.pow(beta, t);
    }

    private static double nadamMomentum(double beta1, long t) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, t * 0.004));
    }

    private static Knob beta1(double initial) {
        return new Knob("beta1", "β1", "Raising it averages gradients over more steps.", initial, 0, 0.999999, false);
    }

    private static Knob beta2(double initial) {
        return new Knob(
                "beta2", "β2", "Raising it averages squared gradients over more steps.", initial, 0, 0.999999, false);
    }

    private static Knob rho(double initial) {
        return new Knob("rho", "ρ", "Raising it forgets old gradients more slowly.", initial, 0, 0.999999, false);
    }

    private static Knob epsilon(double initial) {
        return new Knob(
                "epsilon",
                "ε",
                "Keeps the division finite; raising it damps rarely used weights.",
                initial,
                0,
                1,
                true);
    }

    private static Knob weightDecay(double initial) {
        return new Knob(
                "weight-decay", "Weight decay λ", "Raising it pulls every parameter towards 0.", initial, 0, 1, true);
    }
}
