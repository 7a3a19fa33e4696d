package weightroom.engine;

import java.util.List;

/** How the learning rate changes from epoch to epoch; e counts epochs from 0, η is the rate the student set. */
public enum Schedule implements Term {
    CONSTANT("constant", "Constant", "η", "The rate stays as it is set.") {
        @Override
        public double rate(double eta, long e, long epochs, double[] k) {
            return eta;
        }

        @Override
        public boolean varies() {
            return false;
        }
    },
    STEP(
            "step",
            "Step",
            "η·γ^⌊e/every⌋",
            "Cuts the rate every so many epochs.",
            gamma(0.5),
            new Knob("every", "Every", "Epochs between two cuts.", 100, 1, 1e9, true)) {
        @Override
        public double rate(double eta, long e, long epochs, double[] k) {
            return eta * Math.pow(k[0], Math.floor(e / k[1]));
        }
    },
    EXPONENTIAL("exponential", "Exponential", "η·γ^e", "Shrinks the rate by the same share every epoch.", gamma(0.99)) {
        @Override
        public double rate(double eta, long e, long epochs, double[] k) {
            return eta * Math.pow(k[0], e);
        }
    },
    INVERSE_TIME(
            "inverse-time",
            "1/t",
            "η/(1 + k·e)",
            "Shrinks the rate fast at first and ever more slowly later (Robbins & Monro 1951).",
            new Knob("k", "k", "Raising it shrinks the rate sooner.", 0.01, 0, 1e6, true)) {
        @Override
        public double rate(double eta, long e, long epochs, double[] k) {
            return eta / (1 + k[0] * e);
        }
    },
    COSINE(
            "cosine",
            "Cosine",
            "η_min + ½(η − η_min)(1 + cos(π·e/epochs))",
            "Glides from the full rate to the least along half a wave (Loshchilov & Hutter 2017).",
            new Knob("min", "η min", "The rate at the end.", 0, 0, 1e6, true)) {
        @Override
        public double rate(double eta, long e, long epochs, double[] k) {
            double progress = Math.min(1.0, (double) e / Math.max(1, epochs));
            return k[0] + 0.5 * (eta - k[0]) * (1 + Math.cos(Math.PI * progress));
        }
    },
    PLATEAU(
            "plateau",
            "Reduce on plateau",
            "η·factor after `patience` epochs without a better validation (else train) loss",
            "Cuts the rate only when learning has stalled.",
            new Knob("factor", "Factor", "What the rate is multiplied by.", 0.5, 0, 1, false),
            new Knob("patience", "Patience", "Epochs to wait for a better loss.", 10, 1, 1e9, true)) {
        /** The cuts made so far stand in {@link Replica#rateScale()}: they depend on measured losses. */
        @Override
        public double rate(double eta, long e, long epochs, double[] k) {
            return eta;
        }

        @Override
        public boolean varies() {
            return false;
        }
    };

    private final String id;
    private final String label;
    private final String formula;
    private final String help;
    private final List<Knob> knobs;

    Schedule(String id, String label, String formula, String help, Knob... knobs) {
        this.id = id;
        this.label = label;
        this.formula = formula;
        this.help = help;
        this.knobs = List.of(knobs);
    }

    /** The rate in epoch {@code e} of {@code epochs}. */
    public abstract double rate(double eta, long e, long epochs, double[] k);

    /** Whether the rate depends on the epoch. */
    public boolean varies() {
        return true;
    }

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

    private static Knob gamma(double initial) {
        return new Knob("gamma", "γ", "What the rate is multiplied by.", initial, 0, 1, false);
    }
}
