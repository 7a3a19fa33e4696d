package weightroom.surface;

import java.util.List;
import weightroom.engine.Optimizer;
import weightroom.engine.Term;

/**
 * A function of two variables to walk down on, with its exact gradient. Minima and saddle points are those within what is
 * shown.
 */
public enum Surface implements Term {
    BOWL(
            "bowl",
            "Bowl",
            "Equally steep on all sides: below a rate of 1 plain descent goes straight down, at 1 it bounces for ever, above it"
                    + " flies off.",
            new Formulas("x² + y²", "x^2 + y^2", "2x", "2y"),
            new Region(-3, 3, -3, 3),
            List.of(new Spot(0, 0)),
            List.of(),
            new Spot(-2.2, 1.6),
            rates(0.1, 0.02, 0.02, 0.5, 0.02, 1, 0.1, 0.1, 0.05, 0.02)) {
        @Override
        public double value(double x, double y) {
            return x * x + y * y;
        }

        @Override
        public double slopeX(double x, double y) {
            return 2 * x;
        }

        @Override
        public double slopeY(double x, double y) {
            return 2 * y;
        }
    },
    RAVINE(
            "ravine",
            "Ravine",
            "Twenty times as steep across as along: plain descent zigzags from wall to wall, momentum rolls along the floor.",
            new Formulas("0.1x² + 2y²", "0.1x^2 + 2y^2", "0.2x", "4y"),
            new Region(-6, 6, -3, 3),
            List.of(new Spot(0, 0)),
            List.of(),
            new Spot(-5, -2),
            rates(0.4, 0.1, 0.1, 0.5, 0.05, 1, 0.1, 0.1, 0.1, 0.05)) {
        @Override
        public double value(double x, double y) {
            return 0.1 * x * x + 2 * y * y;
        }

        @Override
        public double slopeX(double x, double y) {
            return 0.2 * x;
        }

        @Override
        public double slopeY(double x, double y) {
            return 4 * y;
        }
    },
    SADDLE(
            "saddle",
            "Saddle",
            "Down on two sides and up on the other two: its middle is flat and no minimum, and plain descent lingers there.",
            new Formulas("x² − y²", "x^2 - y^2", "2x", "-2y"),
            new Region(-3, 3, -3, 3),
            List.of(),
            List.of(new Spot(0, 0)),
            new Spot(-2, 0.001),
            rates(0.05, 0.02, 0.02, 0.5, 0.05, 0.2, 0.1, 0.1, 0.1, 0.05)) {
        @Override
        public double value(double x, double y) {
            return x * x - y * y;
        }

        @Override
        public double slopeX(double x, double y) {
            return 2 * x;
        }

        @Override
        public double slopeY(double x, double y) {
            return -2 * y;
        }
    },
    PLATEAU(
            "plateau",
            "Plateau",
            "Flat far from the hollow: a step as large as the slope goes nowhere, one that divides by past slopes walks on.",
            new Formulas(
                    "1 − exp(−(x² + y²)/2)",
                    "1 - \\exp\\left(-\\frac{x^2 + y^2}{2}\\right)",
                    "x \\exp\\left(-\\frac{x^2 + y^2}{2}\\right)",
                    "y \\exp\\left(-\\frac{x^2 + y^2}{2}\\right)"),
            new Region(-5, 5, -4, 4),
            List.of(new Spot(0, 0)),
            List.of(),
            new Spot(-3.5, 2),
            rates(0.5, 0.1, 0.1, 0.2, 0.05, 0.5, 0.05, 0.05, 0.02, 0.02)) {
        @Override
        public double value(double x, double y) {
            return 1 - Math.exp(-(x * x + y * y) / 2);
        }

        @Override
        public double slopeX(double x, double y) {
            return x * Math.exp(-(x * x + y * y) / 2);
        }

        @Override
        public double slopeY(double x, double y) {
            return y * Math.exp(-(x * x + y * y) / 2);
        }
    },
    BEALE(
            "beale",
            "Beale",
            "Steep at the corners and nearly flat along a bent valley: one rate is too large here and too small there (Beale 1958).",
            new Formulas(
                    "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
                    "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
                    "2(1.5 - x + xy)(y - 1) + 2(2.25 - x + xy^2)(y^2 - 1) + 2(2.625 - x + xy^3)(y^3 - 1)",
                    "2(1.5 - x + xy)x + 4(2.25 - x + xy^2)xy + 6(2.625 - x + xy^3)xy^2"),
            new Region(-4, 4, -4, 4),
            List.of(new Spot(3, 0.5)),
            List.of(new Spot(0, 1)),
            new Spot(1, 1.5),
            rates(0.01, 0.002, 0.002, 0.5, 0.02, 0.2, 0.1, 0.1, 0.1, 0.01)) {
        @Override
        public double value(double x, double y) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            return a * a + b * b + c * c;
        }

        @Override
        public double slopeX(double x, double y) {
            return 2 * (1.5 - x + x * y) * (y - 1)
                    + 2 * (2.25 - x + x * y * y) * (y * y - 1)
                    + 2 * (2.625 - x + x * y * y * y) * (y * y * y - 1);
        }

        @Override
        public double slopeY(double x, double y) {
            return 2 * (1.5 - x + x * y) * x
                    + 4 * (2.25 - x + x * y * y) * x * y
                    + 6 * (2.625 - x + x * y * y * y) * x * y * y;
        }
    },
    ROSENBROCK(
            "rosenbrock",
            "Rosenbrock",
            "A bent valley whose floor hardly falls: finding it is easy, following it is not (Rosenbrock 1960).",
            new Formulas(
                    "(1 − x)² + 100(y − x²)²",
                    "(1 - x)^2 + 100(y - x^2)^2",
                    "-2(1 - x) - 400x(y - x^2)",
                    "200(y - x^2)"),
            new Region(-2, 2, -1, 3),
            List.of(new Spot(1, 1)),
            List.of(),
            new Spot(-1.2, 1),
            rates(0.001, 0.001, 0.001, 0.5, 0.005, 0.5, 0.05, 0.05, 0.02, 0.002)) {
        @Override
        public double value(double x, double y) {
            return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
        }

        @Override
        public double slopeX(double x, double y) {
            return -2 * (1 - x) - 400 * x * (y - x * x);
        }

        @Override
        public double slopeY(double x, double y) {
            return 200 * (y - x * x);
        }
    },
    HIMMELBLAU(
            "himmelblau",
            "Himmelblau",
            "Four minima, all equally deep: where one starts decides which is found (Himmelblau 1972).",
            new Formulas(
                    "(x² + y − 11)² + (x + y² − 7)²",
                    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
                    "4x(x^2 + y - 11) + 2(x + y^2 - 7)",
                    "2(x^2 + y - 11) + 4y(x + y^2 - 7)"),
            new Region(-5, 5, -5, 5),
            List.of(
                    new Spot(3, 2),
                    new Spot(-2.805118, 3.131312),
                    new Spot(-3.779310, -3.283186),
                    new Spot(3.584428, -1.848126)),
            List.of(
                    new Spot(0.086678, 2.884255),
                    new Spot(3.385154, 0.073852),
                    new Spot(-3.073026, -0.081353),
                    new Spot(-0.127961, -1.953715)),
            new Spot(0.2, -0.4),
            rates(0.01, 0.005, 0.005, 0.5, 0.05, 1, 0.1, 0.1, 0.1, 0.05)) {
        @Override
        public double value(double x, double y) {
            double a = x * x + y - 11;
            double b = x + y * y - 7;
            return a * a + b * b;
        }

        @Override
        public double slopeX(double x, double y) {
            return 4 * x * (x * x + y - 11) + 2 * (x + y * y - 7);
        }

        @Override
        public double slopeY(double x, double y) {
            return 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7);
        }
    },
    DOUBLE_WELL(
            "double-well",
            "Double well",
            "A shallow minimum with a deeper one beyond a ridge: plain descent stays in the first, momentum may roll across.",
            new Formulas("x⁴ − 1.68x² + 0.64x + y²", "x^4 - 1.68x^2 + 0.64x + y^2", "4x^3 - 3.36x + 0.64", "2y"),
            new Region(-1.6, 1.6, -1.2, 1.2),
            List.of(new Spot(-1, 0), new Spot(0.8, 0)),
            List.of(new Spot(0.2, 0)),
            new Spot(1.4, 0.8),
            rates(0.05, 0.02, 0.02, 0.1, 0.02, 0.5, 0.05, 0.05, 0.05, 0.01)) {
        @Override
        public double value(double x, double y) {
            return x * x * x * x - 1.68 * x * x + 0.64 * x + y * y;
        }

        @Override
        public double slopeX(double x, double y) {
            return 4 * x * x * x - 3.36 * x + 0.64;
        }

        @Override
        public double slopeY(double x, double y) {
            return 2 * y;
        }
    },
    LINE(
            "line",
            "Fitting a line",
            "The loss of a line y = wx + b through (0, 1), (1, 1), (2, 3) and (3, 3): lowest at the line of least squares.",
            new Formulas(
                    "J",
                    "w",
                    "b",
                    "(1/4) Σ (wxᵢ + b − yᵢ)²",
                    "\\frac{1}{4} \\sum_{i=1}^{4} (w x_i + b - y_i)^2",
                    "7w + 3b - 8",
                    "3w + 2b - 4"),
            new Region(-2, 4, -3, 5),
            List.of(new Spot(0.8, 0.8)),
            List.of(),
            new Spot(-1, 4),
            rates(0.1, 0.02, 0.02, 0.5, 0.05, 1, 0.1, 0.1, 0.02, 0.05)) {
        @Override
        public double value(double x, double y) {
            double sum = 0;
            for (int i = 0; i < INPUTS.length; i++) {
                double error = x * INPUTS[i] + y - TARGETS[i];
                sum += error * error;
            }
            return sum / INPUTS.length;
        }

        @Override
        public double slopeX(double x, double y) {
            double sum = 0;
            for (int i = 0; i < INPUTS.length; i++) {
                sum += 2 * (x * INPUTS[i] + y - TARGETS[i]) * INPUTS[i];
            }
            return sum / INPUTS.length;
        }

        @Override
        public double slopeY(double x, double y) {
            double sum = 0;
            for (int i = 0; i < INPUTS.length; i++) {
                sum += 2 * (x * INPUTS[i] + y - TARGETS[i]);
            }
            return sum / INPUTS.length;
        }
    };

    /** The rows that {@link #LINE} fits. */
    private static final double[] INPUTS = {0, 1, 2, 3};

    private static final double[] TARGETS = {1, 1, 3, 3};

    private final String id;
    private final String label;
    private final String help;
    private final Formulas formulas;
    private final Region region;
    private final List<Spot> minima;
    private final List<Spot> saddles;
    private final Spot start;
    private final List<Double> rates;

    Surface(
            String id,
            String label,
            String help,
            Formulas formulas,
            Region region,
            List<Spot> minima,
            List<Spot> saddles,
            Spot start,
            List<Double> rates) {
        this.id = id;
        this.label = label;
        this.help = help;
        this.formulas = formulas;
        this.region = region;
        this.minima = minima;
        this.saddles = saddles;
        this.start = start;
        this.rates = rates;
    }

    /** f(x, y). */
    public abstract double value(double x, double y);

    /** ∂f/∂x. */
    public abstract double slopeX(double x, double y);

    /** ∂f/∂y. */
    public abstract double slopeY(double x, double y);

    /** What is shown of the plane. */
    public Region region() {
        return region;
    }

    public List<Spot> minima() {
        return minima;
    }

    public List<Spot> saddles() {
        return saddles;
    }

    /** Where walks start unless told otherwise. */
    public Spot start() {
        return start;
    }

    /** A rate that suits an optimizer here. */
    public double rate(Optimizer optimizer) {
        return rates.get(Ball.OPTIMIZERS.indexOf(optimizer));
    }

    /** The name of the value. */
    public String nameOfValue() {
        return formulas.name();
    }

    /** The name of the first variable. */
    public String nameX() {
        return formulas.x();
    }

    /** The name of the second variable. */
    public String nameY() {
        return formulas.y();
    }

    /** The value in LaTeX. */
    public String latex() {
        return formulas.value();
    }

    Formulas formulas() {
        return formulas;
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
        return formulas.text();
    }

    @Override
    public String help() {
        return help;
    }

    /** In the order of {@link Ball#OPTIMIZERS}. */
    private static List<Double> rates(
            double sgd,
            double momentum,
            double nesterov,
            double adagrad,
            double rmsprop,
            double adadelta,
            double adam,
            double adamw,
            double nadam,
            double lion) {
        return List.of(sgd, momentum, nesterov, adagrad, rmsprop, adadelta, adam, adamw, nadam, lion);
    }
}
