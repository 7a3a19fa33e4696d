package weightroom.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weightroom.engine.DropoutMask;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Replica;
import weightroom.engine.cpu.Batch;
import weightroom.engine.cpu.DenseLayer;
import weightroom.engine.cpu.DenseLayer.Mode;
import weightroom.engine.cpu.Descent;
import weightroom.engine.cpu.ReferencePass;
import weightroom.explain.Quantity.Kind;

/**
 * One forward and backward pass with every number, from the reference in double precision. L is the mean data loss of the n
 * rows that go through, without the penalty.
 *
 * <p>A whole batch goes through batch norm as in training, with its own statistics; a single row with the running ones, held
 * constant, because a batch of one row is its own mean.
 */
public final class Pass {
    /** h of the finite difference (L(θ + h) − L(θ − h))/2h. */
    public static final double EPSILON = 1e-4;

    /** Of finite differences by all parameters, in multiply-adds: about ten seconds. */
    private static final double MOST_WORK = 1e10;

    private final Subject subject;
    private final Sample sample;
    private final boolean dropout;
    private final Mode mode;
    private final Layout layout;
    private final double[] theta;
    private final ReferencePass pass;
    private final double[] penaltyGradient;
    private final double[] applied;
    private final Update update;

    private Pass(Subject subject, Sample sample, boolean dropout) {
        this.subject = subject;
        this.sample = sample;
        this.dropout = dropout && subject.network().hasDropout();
        Replica replica = subject.replica();
        boolean measures = sample.kind() == Sample.Kind.BATCH;
        mode = new Mode(
                measures,
                dropout,
                DropoutMask.key(replica.seed(), subject.state().step()));
        layout = subject.layout();
        theta = subject.parameters();
        pass = ReferencePass.of(subject.plan(), theta, sample.batch(), mode);
        penaltyGradient = new double[layout.trainable()];
        Descent.addPenalty(layout, theta, replica, penaltyGradient);
        applied = pass.gradient().clone();
        for (int i = 0; i < applied.length; i++) {
            applied[i] += penaltyGradient[i];
        }
        Descent.freeze(replica, applied);
        Descent.clip(replica, applied);
        update = Update.of(subject, theta, applied);
    }

    /**
     * A pass.
     *
     * @param dropout whether units are dropped as the next update drops them, where the network has dropout
     */
    public static Pass of(Subject subject, Sample sample, boolean dropout) {
        return new Pass(subject, sample, dropout);
    }

    public Subject subject() {
        return subject;
    }

    public Sample sample() {
        return sample;
    }

    /** Whether units were dropped. */
    public boolean dropout() {
        return dropout;
    }

    /** Whether batch norm takes the mean and variance of these rows, not the running ones. */
    boolean measures() {
        return mode.measures();
    }

    /** The steps in which its numbers become known. */
    public List<Phase> phases() {
        return Phase.of(subject.plan(), dropout);
    }

    /** L. */
    public double loss() {
        return pass.loss();
    }

    /** l1·Σ|w| + l2·Σw². */
    public double penalty() {
        return layout.penalty(
                subject.state().parameters(),
                subject.replica().l1(),
                subject.replica().l2());
    }

    /** The layer's numbers as arrays. */
    public DenseLayer layer(int l) {
        return pass.layers().get(l);
    }

    /** ∂L/∂θ of the data loss, of length {@link Layout#trainable()}; not to be written. */
    public double[] gradient() {
        return pass.gradient();
    }

    /** ∂/∂θ of the penalty, likewise. */
    public double[] penaltyGradient() {
        return penaltyGradient;
    }

    /** What the optimizer is given: the sum of both, 0 for what is frozen, clipped. */
    public double[] applied() {
        return applied;
    }

    /** What the optimizer makes of it. */
    public Update update() {
        return update;
    }

    /**
     * (L(θ + h) − L(θ − h))/2h by one parameter, with h = {@link #EPSILON}, everything else as in this pass.
     *
     * @param parameter index into θ
     */
    public double finiteDifference(int parameter) {
        double[] moved = theta.clone();
        moved[parameter] = theta[parameter] + EPSILON;
        double above = lossAt(moved);
        moved[parameter] = theta[parameter] - EPSILON;
        return (above - lossAt(moved)) / (2 * EPSILON);
    }

    /**
     * Those by all parameters, of length {@link Layout#trainable()}; empty where they are too many to be worked out in
     * seconds, and with the perceptron rule, whose error is no derivative of L.
     */
    public Optional<double[]> finiteDifferences() {
        double work = 2.0 * layout.trainable() * layout.trainable() * sample.n();
        if (subject.plan().perceptron() || work > MOST_WORK) {
            return Optional.empty();
        }
        double[] all = new double[layout.trainable()];
        Arrays.setAll(all, this::finiteDifference);
        return Optional.of(all);
    }

    /** L with other parameters. */
    public double lossAt(double[] parameters) {
        return ReferencePass.loss(subject.network(), subject.plan().loss(), parameters, sample.batch(), mode);
    }

    /**
     * A number of the pass. What belongs to a row is that of row {@code s}; L, the penalty, parameters, their gradients and
     * what becomes of them belong to all rows. NaN for what this pass does not have.
     *
     * @param s which of the n rows
     */
    public double value(Quantity quantity, int s) {
        Kind kind = quantity.kind();
        return switch (kind) {
            case LOSS -> loss();
            case PENALTY -> penalty();
            case RAW -> sample.raw()[s][quantity.unit()];
            case INPUT -> sample.batch().inputs()[s * subject.network().inputs() + quantity.unit()];
            case TARGET -> sample.batch().targets()[s * subject.network().outputs() + quantity.unit()];
            case WEIGHT, BIAS, GAMMA, BETA, ALPHA -> theta[parameter(quantity)];
            case D_WEIGHT, D_BIAS, D_GAMMA, D_BETA, D_ALPHA -> gradient()[parameter(quantity)];
            case NEW_WEIGHT, NEW_BIAS, NEW_GAMMA, NEW_BETA, NEW_ALPHA -> update.parameters()[parameter(quantity)];
            case D_ACTIVATION -> byActivation(quantity, s);
            default -> ofUnit(kind, layer(quantity.layer()), s, quantity.unit());
        };
    }

    /** Where the loss gives ∂L/∂z at once, ∂L/∂a is that of its formula; NaN where that is infinite. */
    private double byActivation(Quantity quantity, int s) {
        DenseLayer layer = layer(quantity.layer());
        if (layer.activationGradients().length > 0 || subject.plan().perceptron()) {
            return ofUnit(Kind.D_ACTIVATION, layer, s, quantity.unit());
        }
        double slope =
                new LossForms(new Ground(this), s).byActivation(quantity.unit()).value();
        return Double.isFinite(slope) ? slope : Double.NaN;
    }

    private static double ofUnit(Kind kind, DenseLayer layer, int s, int unit) {
        double[] numbers =
                switch (kind) {
                    case LINEAR -> layer.linearSums();
                    case NORMALIZED -> layer.normalized();
                    case SUM -> layer.preActivations();
                    case RESPONSE -> layer.responses();
                    case MASK -> layer.mask();
                    case ACTIVATION -> layer.activations();
                    case D_ACTIVATION, D_RESPONSE -> layer.activationGradients();
                    case D_SUM -> layer.preActivationGradients();
                    case D_LINEAR -> layer.linearSumGradients();
                    default -> throw new IllegalArgumentException(kind + " is not a number of a unit");
                };
        if (numbers.length == 0) {
            return kind == Kind.MASK ? 1 : Double.NaN;
        }
        int at = s * layer.units() + unit;
        return kind == Kind.D_RESPONSE && layer.mask().length > 0 ? numbers[at] * layer.mask()[at] : numbers[at];
    }

    /**
     * Where a parameter, or what was found about it, stands in the flat array.
     *
     * @throws IllegalArgumentException for another kind of number, and for what the network does not have
     */
    public int parameter(Quantity quantity) {
        Slice at = layout.slice(quantity.layer());
        int index =
                switch (quantity.kind()) {
                    case WEIGHT, D_WEIGHT, NEW_WEIGHT -> at.weights() + quantity.unit() * at.in() + quantity.input();
                    case BIAS, D_BIAS, NEW_BIAS -> after(at.biases(), quantity.unit());
                    case GAMMA, D_GAMMA, NEW_GAMMA -> after(at.gamma(), quantity.unit());
                    case BETA, D_BETA, NEW_BETA -> after(at.beta(), quantity.unit());
                    case ALPHA, D_ALPHA, NEW_ALPHA -> at.alpha();
                    default -> Layout.NONE;
                };
        if (index == Layout.NONE) {
            throw new IllegalArgumentException("there is no parameter for " + quantity);
        }
        return index;
    }

    private static int after(int from, int unit) {
        return from == Layout.NONE ? Layout.NONE : from + unit;
    }

    /** The rows that went through. */
    Batch batch() {
        return sample.batch();
    }
}
