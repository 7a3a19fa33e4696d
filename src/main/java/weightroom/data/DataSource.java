package weightroom.data;

import weightroom.data.Origin.Field;
import weightroom.engine.InvalidInput;
import weightroom.engine.RandomStream;
import weightroom.engine.Term;

/**
 * Where rows can come from without a file. The same source, options and seed give the same bits on every machine; points
 * and noise are drawn from streams of their own, so that changing the noise leaves the points underneath as they were.
 *
 * <p><b>Noise</b> means the same for every source: a Gaussian shift whose standard deviation is that share of the spread
 * (the standard deviation over all rows) of what it shifts. Where classes are told apart, it shifts every input by a share
 * of that input's own spread; where amounts are predicted, it shifts the target by a share of the target's spread. Noise
 * 0.1 thus always hides a tenth of what there is to see.
 */
public enum DataSource implements Term {
    AND(
            "and",
            "AND gate",
            "y = 1 if x1 = 1 and x2 = 1",
            "Four rows that one unit can separate with a straight line.",
            Origin.gate(0b1000)),
    OR(
            "or",
            "OR gate",
            "y = 1 if x1 = 1 or x2 = 1",
            "Four rows that one unit can separate with a straight line.",
            Origin.gate(0b1110)),
    NAND(
            "nand",
            "NAND gate",
            "y = 0 if x1 = 1 and x2 = 1, else 1",
            "AND turned round; one unit is enough, and every other gate can be wired from it.",
            Origin.gate(0b0111)),
    NOR(
            "nor",
            "NOR gate",
            "y = 0 if x1 = 1 or x2 = 1, else 1",
            "OR turned round; one unit is enough.",
            Origin.gate(0b0001)),
    XOR(
            "xor",
            "XOR gate",
            "y = 1 if x1 ≠ x2",
            "Four rows that no straight line separates: the reason for hidden layers (Minsky & Papert 1969).",
            Origin.gate(0b0110)),
    XNOR(
            "xnor",
            "XNOR gate",
            "y = 1 if x1 = x2",
            "XOR turned round, and just as much in need of a hidden layer.",
            Origin.gate(0b1001)),
    XOR_CLOUDS(
            "xor-clouds",
            "XOR clouds",
            "class 1 if x1·x2 < 0, |x1| and |x2| uniform in 0.3 … 5",
            "The XOR gate with a cloud of points for each of its rows.",
            Origin.planar(2, Shapes::xorClouds)),
    CIRCLE(
            "circle",
            "Circle",
            "class 0 where ‖x‖ < 2.5, class 1 where 3.5 < ‖x‖ < 5",
            "A disc inside a ring: easy with x1² and x2², three hidden units without.",
            Origin.planar(2, Shapes::circle)),
    SPIRAL(
            "spiral",
            "Spiral",
            "x = r·(sin φ, cos φ), r = 5t, φ = 3.5π·t + π·class, t in 0 … 1",
            "Two arms wound around each other: the hardest of the small tasks, and one that wants depth or good features.",
            Origin.planar(2, Shapes::spiral)),
    MOONS(
            "moons",
            "Moons",
            "two half circles of radius 3.2, each reaching into the other",
            "Two crescents that a gently bent boundary separates.",
            Origin.planar(2, Shapes::moons)),
    BLOBS(
            "blobs",
            "Blobs",
            "x = 3.8·(sin φ, cos φ) + 0.7·ε, φ = 2π·class/k, ε standard normal",
            "One round cloud per class, evenly around the centre; choose how many.",
            Origin.planarOfAnyClasses(3, Shapes::blobs)),
    GAUSSIANS(
            "gaussians",
            "Two Gaussians",
            "x = ±(1.5, 1.5) + 1.2·ε, ε standard normal",
            "Two clouds that overlap, so that no boundary is free of error and a straight one is the best.",
            Origin.planar(2, Shapes::gaussians)),
    RINGS(
            "rings",
            "Rings",
            "class j where 5(j + 0.1)/k < ‖x‖ < 5(j + 0.9)/k",
            "Rings around each other, one per class; choose how many.",
            Origin.planarOfAnyClasses(3, Shapes::rings)),
    CHECKERBOARD(
            "checkerboard",
            "Checkerboard",
            "class = (⌊x1/2.5⌋ + ⌊x2/2.5⌋) mod 2, x1 and x2 uniform in −5 … 5",
            "Four by four squares: many small regions, which take many units.",
            Origin.planar(2, Shapes::checkerboard)),
    LINE(
            "line",
            "Line with outliers",
            "y = 2·x1 + 1, and 5 more in every tenth row; x1 uniform in −1 … 1",
            "A straight line and a few wild rows: squared error bends to them, absolute error does not.",
            Origin.curve(Shapes::line)),
    SINE(
            "sine",
            "Sine",
            "y = sin x1, x1 uniform in −π … π",
            "One wave, to be built out of bent pieces.",
            Origin.curve(Shapes::sine)),
    POLYNOMIAL(
            "polynomial",
            "Polynomial",
            "y = 4·x1³ − 3·x1, x1 uniform in −1 … 1",
            "A cubic with a hill and a valley; with x1^3 as a feature it is a straight line.",
            Origin.curve(Shapes::polynomial)),
    PLANE(
            "plane",
            "Plane",
            "y = (x1 + x2)/10, x1 and x2 uniform in −6 … 6",
            "A slope that one linear unit predicts exactly.",
            Origin.surface(Shapes::plane)),
    BUMPS(
            "bumps",
            "Bumps",
            "y = Σ s·e^(−‖x − c‖²/4), c = (±3, ±3), s = −1 where both signs are alike, else +1",
            "Two hills and two valleys on a plain.",
            Origin.surface(Shapes::bumps)),
    IRIS(
            "iris",
            "Iris flowers",
            "4 lengths in cm → setosa, versicolor or virginica",
            "150 flowers measured in 1935: one species stands apart, the other two overlap.",
            new Origin.Shipped(
                    "iris.csv", 150, 3, 4, "R. A. Fisher (1936), Iris, UCI Machine Learning Repository, CC BY 4.0")),
    DIGITS(
            "digits",
            "Handwritten digits",
            "8 × 8 pixels, each 0 (white) … 16 (black) → digit 0 … 9",
            "1,797 handwritten digits, small enough to train on in seconds.",
            new Origin.Shipped(
                    "digits.csv",
                    1797,
                    10,
                    64,
                    "E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits (test part),"
                            + " UCI Machine Learning Repository, CC BY 4.0"));

    /** Most rows a source gives. */
    public static final int MAX_SAMPLES = 100_000;

    /** Most classes of a source that lets one choose. */
    public static final int MAX_CLASSES = 10;

    private final String id;
    private final String label;
    private final String formula;
    private final String help;
    private final Origin origin;

    DataSource(String id, String label, String formula, String help, Origin origin) {
        this.id = id;
        this.label = label;
        this.formula = formula;
        this.help = help;
        this.origin = origin;
    }

    /**
     * How much of a source is wanted.
     *
     * @param samples rows, 1 to {@link #MAX_SAMPLES}; of shipped tables at most what they hold
     * @param noise 0 to 1, see {@link DataSource}
     * @param classes number of classes; 0 where amounts are predicted
     */
    public record Options(int samples, double noise, int classes) {}

    /** What is generated unless something else is asked for. */
    public Options defaults() {
        return new Options(origin.samples(), origin.noise(), origin.classes());
    }

    /** Whether the number of classes is free, from 2 to {@link #MAX_CLASSES}. */
    public boolean choosesClasses() {
        return origin instanceof Field field && field.anyClasses();
    }

    /** Whether amounts are predicted rather than classes. */
    public boolean isRegression() {
        return origin.classes() == 0;
    }

    /** Number of raw inputs. */
    public int inputCount() {
        return origin.inputs();
    }

    /** Most rows this source gives. */
    public int maxSamples() {
        return origin instanceof Origin.Shipped shipped ? shipped.samples() : MAX_SAMPLES;
    }

    /** Who made the rows and under which licence; empty for what is generated. */
    public String attribution() {
        return origin instanceof Origin.Shipped shipped ? shipped.attribution() : "";
    }

    /**
     * The rows.
     *
     * @param seed the experiment's; points are drawn from {@link RandomStream.Purpose#DATA}, noise from
     *     {@link RandomStream.Purpose#NOISE}
     * @throws InvalidInput naming the option that is out of its range
     */
    public Dataset generate(Options options, long seed) {
        if (options.samples() < 1 || options.samples() > maxSamples()) {
            throw new InvalidInput(
                    "samples is %d; source %s expects 1 to %d".formatted(options.samples(), id, maxSamples()));
        }
        if (!(options.noise() >= 0 && options.noise() <= 1)) {
            throw new InvalidInput(
                    "noise is %s; expected a share of the spread from 0 to 1".formatted(options.noise()));
        }
        if (choosesClasses() && (options.classes() < 2 || options.classes() > MAX_CLASSES)) {
            throw new InvalidInput(
                    "classes is %d; source %s expects 2 to %d".formatted(options.classes(), id, MAX_CLASSES));
        }
        if (!choosesClasses() && options.classes() != origin.classes()) {
            throw new InvalidInput(
                    "classes is %d; source %s always has %d".formatted(options.classes(), id, origin.classes()));
        }
        Dataset clean = origin.make(this, options, new RandomStream(seed, RandomStream.Purpose.DATA, 0));
        return Noise.add(clean, options.noise(), new RandomStream(seed, RandomStream.Purpose.NOISE, 0));
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
