package weightroom.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.engine.Plan;
import weightroom.explain.Quantity.Kind;

/**
 * A step of a pass, in which some numbers become known: forward layer by layer, then the loss, then back layer by layer, so
 * that each number needs only those of earlier phases.
 *
 * @param layer that it is about; {@link Quantity#NONE} where it is about all
 */
public record Phase(Step step, int layer) {
    /** What is found out. */
    public enum Step {
        INPUT(true),
        /** v and x̂ of a layer with batch norm. */
        NORMALIZE(true),
        SUM(true),
        ACTIVATION(true),
        /** Which units are dropped. */
        DROPOUT(true),
        /** z and a of the last layer. */
        OUTPUT(true),
        LOSS(true),
        D_ACTIVATION(false),
        /** Back through the mask. */
        D_DROPOUT(false),
        D_SUM(false),
        /** Back through batch norm. */
        D_NORMALIZE(false),
        /** ∂L by every parameter. */
        D_PARAMETERS(false),
        UPDATE(false);

        private final boolean forward;

        Step(boolean forward) {
            this.forward = forward;
        }

        public boolean forward() {
            return forward;
        }

        /** As lessons write it: {@code d-sum}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** As lessons write it: {@code d-sum 1}, or {@code loss} where it is about all layers. */
    public String id() {
        return layer == Quantity.NONE ? step.id() : step.id() + " " + layer;
    }

    /**
     * The phases of a pass, in order. The perceptron rule has no way back through the output's step: it begins at its error
     * p − y, which stands in the place of ∂L/∂z.
     *
     * @param dropout whether units are dropped
     */
    public static List<Phase> of(Plan plan, boolean dropout) {
        Network network = plan.network();
        List<Phase> phases = new ArrayList<>();
        phases.add(new Phase(Step.INPUT, Quantity.NONE));
        int last = network.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            Layer layer = network.layers().get(l);
            if (layer.batchNorm()) {
                phases.add(new Phase(Step.NORMALIZE, l));
            }
            if (l == last) {
                phases.add(new Phase(Step.OUTPUT, l));
            } else {
                phases.add(new Phase(Step.SUM, l));
                phases.add(new Phase(Step.ACTIVATION, l));
                if (dropout && layer.dropout() > 0) {
                    phases.add(new Phase(Step.DROPOUT, l));
                }
            }
        }
        phases.add(new Phase(Step.LOSS, Quantity.NONE));
        for (int l = last; l >= 0; l--) {
            Layer layer = network.layers().get(l);
            if (!plan.perceptron()) {
                phases.add(new Phase(Step.D_ACTIVATION, l));
            }
            if (dropout && layer.dropout() > 0) {
                phases.add(new Phase(Step.D_DROPOUT, l));
            }
            phases.add(new Phase(Step.D_SUM, l));
            if (layer.batchNorm()) {
                phases.add(new Phase(Step.D_NORMALIZE, l));
            }
        }
        phases.add(new Phase(Step.D_PARAMETERS, Quantity.NONE));
        phases.add(new Phase(Step.UPDATE, Quantity.NONE));
        return phases;
    }

    /** Whether the numbers of this kind in this layer become known here. */
    public boolean reveals(Quantity quantity) {
        return layerFits(quantity) && reveals(quantity.kind());
    }

    private boolean layerFits(Quantity quantity) {
        return layer == Quantity.NONE || layer == quantity.layer();
    }

    private boolean reveals(Kind kind) {
        return switch (step) {
            case INPUT ->
                kind.parameter()
                        || kind == Kind.RAW
                        || kind == Kind.INPUT
                        || kind == Kind.TARGET
                        || kind == Kind.PENALTY;
            case NORMALIZE -> kind == Kind.LINEAR || kind == Kind.NORMALIZED;
            case SUM -> kind == Kind.SUM;
            case ACTIVATION -> kind == Kind.RESPONSE || kind == Kind.ACTIVATION;
            case DROPOUT -> kind == Kind.MASK || kind == Kind.ACTIVATION;
            case OUTPUT -> kind == Kind.SUM || kind == Kind.RESPONSE || kind == Kind.ACTIVATION;
            case LOSS -> kind == Kind.LOSS;
            case D_ACTIVATION -> kind == Kind.D_ACTIVATION;
            case D_DROPOUT -> kind == Kind.D_RESPONSE;
            case D_SUM -> kind == Kind.D_SUM;
            case D_NORMALIZE -> kind == Kind.D_LINEAR;
            case D_PARAMETERS ->
                kind == Kind.D_WEIGHT
                        || kind == Kind.D_BIAS
                        || kind == Kind.D_GAMMA
                        || kind == Kind.D_BETA
                        || kind == Kind.D_ALPHA;
            case UPDATE ->
                kind == Kind.NEW_WEIGHT
                        || kind == Kind.NEW_BIAS
                        || kind == Kind.NEW_GAMMA
                        || kind == Kind.NEW_BETA
                        || kind == Kind.NEW_ALPHA;
        };
    }

    /** Which of these phases makes a number known: the last that reveals it, so that a is known after its mask. */
    public static int revealing(List<Phase> phases, Quantity quantity) {
        for (int i = phases.size() - 1; i >= 0; i--) {
            if (phases.get(i).reveals(quantity)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no phase of this pass reveals " + quantity);
    }
}
