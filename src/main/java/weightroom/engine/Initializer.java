package weightroom.engine;

import java.util.List;

/** How the weights of a layer are drawn; {@code in} and {@code out} are its fan-in and fan-out. */
public enum Initializer implements Term {
    ZEROS(
            "zeros",
            "Zeros",
            "w = 0",
            "All units of a layer stay twins for ever; harmless only without a hidden layer.") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return 0;
        }
    },
    CONSTANT(
            "constant",
            "Constant",
            "w = c",
            "One number for every weight: twins again, unless there is a single unit.",
            new Knob("value", "Value c", "The number itself.", 0.5, -1e6, 1e6, false)) {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return k[0];
        }
    },
    UNIFORM(
            "uniform",
            "Uniform",
            "w ~ U(low, high)",
            "Any number of the range is as likely as another, whatever the layer's size.",
            new Knob("low", "Low", "The smallest weight.", -1, -1e6, 1e6, false),
            new Knob("high", "High", "The largest weight.", 1, -1e6, 1e6, false)) {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return stream.nextDouble(k[0], k[1]);
        }
    },
    NORMAL(
            "normal",
            "Normal",
            "w ~ N(mean, stddev²)",
            "A bell around the mean, whatever the layer's size; too wide saturates, too narrow starves.",
            new Knob("mean", "Mean", "The centre of the bell.", 0, -1e6, 1e6, false),
            new Knob("stddev", "Deviation", "Raising it makes larger weights.", 1, 0, 1e6, false)) {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return k[0] + k[1] * stream.nextGaussian();
        }
    },
    XAVIER_UNIFORM(
            "xavier-uniform",
            "Xavier uniform",
            "w ~ U(±√(6/(in + out)))",
            "Keeps signals and gradients of one size through sigmoid and tanh layers (Glorot & Bengio 2010).") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return symmetric(stream, 6.0 / (in + out));
        }
    },
    XAVIER_NORMAL(
            "xavier-normal",
            "Xavier normal",
            "w ~ N(0, 2/(in + out))",
            "Xavier's variance in a bell (Glorot & Bengio 2010).") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return Math.sqrt(2.0 / (in + out)) * stream.nextGaussian();
        }
    },
    HE_UNIFORM(
            "he-uniform",
            "He uniform",
            "w ~ U(±√(6/in))",
            "Makes up for the half that ReLU cuts away (He et al. 2015).") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return symmetric(stream, 6.0 / in);
        }
    },
    HE_NORMAL("he-normal", "He normal", "w ~ N(0, 2/in)", "He's variance in a bell (He et al. 2015).") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return Math.sqrt(2.0 / in) * stream.nextGaussian();
        }
    },
    LECUN_UNIFORM(
            "lecun-uniform",
            "LeCun uniform",
            "w ~ U(±√(3/in))",
            "Keeps the variance of what goes forward; the start that SELU asks for (LeCun et al. 1998).") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return symmetric(stream, 3.0 / in);
        }
    },
    LECUN_NORMAL("lecun-normal", "LeCun normal", "w ~ N(0, 1/in)", "LeCun's variance in a bell (LeCun et al. 1998).") {
        @Override
        public double draw(RandomStream stream, int in, int out, double[] k) {
            return Math.sqrt(1.0 / in) * stream.nextGaussian();
        }
    };

    private final String id;
    private final String label;
    private final String formula;
    private final String help;
    private final List<Knob> knobs;

    Initializer(String id, String label, String formula, String help, Knob... knobs) {
        this.id = id;
        this.label = label;
        this.formula = formula;
        this.help = help;
        this.knobs = List.of(knobs);
    }

    /** One weight. */
    public abstract double draw(RandomStream stream, int in, int out, double[] k);

    /** Its own numbers, in the order of k. */
    public List<Knob> knobs() {
        return knobs;
    }

    /** The defaults of {@link #knobs()}. */
    public double[] defaults() {
        return knobs.stream().mapToDouble(Knob::initial).toArray();
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

    private static double symmetric(RandomStream stream, double squaredBound) {
        double bound = Math.sqrt(squaredBound);
        return stream.nextDouble(-bound, bound);
    }
}
