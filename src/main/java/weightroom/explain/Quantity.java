package weightroom.explain;

import java.util.Optional;
import weightroom.experiment.Link;

/**
 * One number of a pass: what it is and where it stands. Layers, units and inputs count from 0; what a kind does not need
 * is {@link #NONE}.
 *
 * @param layer 0 for the first that has weights
 * @param unit within the layer; of the input vector for {@link Kind#INPUT}
 * @param input of the weight
 */
public record Quantity(Kind kind, int layer, int unit, int input) {
    public static final int NONE = -1;

    /** What kind of number. L is the mean data loss of what goes through. */
    public enum Kind {
        /** A raw input, before features and scaling. */
        RAW,
        /** x, as the network receives it. */
        INPUT,
        WEIGHT,
        BIAS,
        GAMMA,
        BETA,
        ALPHA,
        /** v = Wx, before batch norm; only with it. */
        LINEAR,
        /** x̂, only with batch norm. */
        NORMALIZED,
        /** z. */
        SUM,
        /** f(z) before dropout; only with it. */
        RESPONSE,
        /** What dropout multiplies by; only with it. */
        MASK,
        /** a. */
        ACTIVATION,
        TARGET,
        LOSS,
        /** The penalty, which is no part of L. */
        PENALTY,
        D_ACTIVATION,
        /** ∂L/∂f, only with dropout. */
        D_RESPONSE,
        D_SUM,
        /** ∂L/∂v, only with batch norm. */
        D_LINEAR,
        D_WEIGHT,
        D_BIAS,
        D_GAMMA,
        D_BETA,
        D_ALPHA,
        NEW_WEIGHT,
        NEW_BIAS,
        NEW_GAMMA,
        NEW_BETA,
        NEW_ALPHA;

        /** Whether training changes it. */
        public boolean parameter() {
            return this == WEIGHT || this == BIAS || this == GAMMA || this == BETA || this == ALPHA;
        }

        /** Whether it is found on the way back. */
        public boolean gradient() {
            return name().startsWith("D_");
        }

        /** ∂L by this; itself where there is none. */
        public Kind derivative() {
            return switch (this) {
                case WEIGHT -> D_WEIGHT;
                case BIAS -> D_BIAS;
                case GAMMA -> D_GAMMA;
                case BETA -> D_BETA;
                case ALPHA -> D_ALPHA;
                case ACTIVATION -> D_ACTIVATION;
                case RESPONSE -> D_RESPONSE;
                case SUM -> D_SUM;
                case LINEAR -> D_LINEAR;
                default -> this;
            };
        }

        /** The number that this is ∂L by, or the new value of; itself for others. */
        public Kind plain() {
            String rest = name().replaceFirst("^(D|NEW)_", "");
            return rest.length() == name().length() ? this : valueOf(rest);
        }

        /** What it is after the update, for parameters. */
        public Kind updated() {
            return switch (this) {
                case WEIGHT -> NEW_WEIGHT;
                case BIAS -> NEW_BIAS;
                case GAMMA -> NEW_GAMMA;
                case BETA -> NEW_BETA;
                case ALPHA -> NEW_ALPHA;
                default -> this;
            };
        }
    }

    public static final Quantity LOSS = new Quantity(Kind.LOSS, NONE, NONE, NONE);
    public static final Quantity PENALTY = new Quantity(Kind.PENALTY, NONE, NONE, NONE);

    public static Quantity weight(int layer, int unit, int input) {
        return new Quantity(Kind.WEIGHT, layer, unit, input);
    }

    public static Quantity bias(int layer, int unit) {
        return unit(Kind.BIAS, layer, unit);
    }

    /** A number that every unit of a layer has one of. */
    public static Quantity unit(Kind kind, int layer, int unit) {
        return new Quantity(kind, layer, unit, NONE);
    }

    /** x of this place of the input vector. */
    public static Quantity input(int index) {
        return new Quantity(Kind.INPUT, NONE, index, NONE);
    }

    /** The number that this is ∂L by, or the new value of; itself for others. */
    public Quantity plain() {
        return as(kind.plain());
    }

    /** The same place, another kind. */
    public Quantity as(Kind other) {
        return new Quantity(other, layer, unit, input);
    }

    /** A weight or bias as a file names it. */
    public static Quantity of(Link link) {
        return link.isBias() ? bias(link.layer(), link.unit()) : weight(link.layer(), link.unit(), link.input());
    }

    /** As a file names it, for weights and biases. */
    public Optional<Link> link() {
        return switch (kind) {
            case WEIGHT, D_WEIGHT, NEW_WEIGHT -> Optional.of(new Link(layer, unit, input));
            case BIAS, D_BIAS, NEW_BIAS -> Optional.of(Link.bias(layer, unit));
            default -> Optional.empty();
        };
    }
}
