package weightroom.explain;

import java.util.List;
import weightroom.explain.Phase.Step;

/** In which phase of a pass the tensors of a graph become known. */
record GraphPhases(List<Phase> phases) {
    /** v, what the weights make, where batch norm follows. */
    int linear(int l) {
        return at(Step.NORMALIZE, l);
    }

    /** z. */
    int sum(int l) {
        int output = at(Step.OUTPUT, l);
        return output >= 0 ? output : at(Step.SUM, l);
    }

    /** f(z). */
    int activation(int l) {
        int output = at(Step.OUTPUT, l);
        return output >= 0 ? output : at(Step.ACTIVATION, l);
    }

    /** a behind its mask. */
    int dropped(int l) {
        return at(Step.DROPOUT, l);
    }

    int loss() {
        return at(Step.LOSS, Quantity.NONE);
    }

    int dActivation(int l) {
        return at(Step.D_ACTIVATION, l);
    }

    /** ∂L/∂f before the mask. */
    int dResponse(int l) {
        return at(Step.D_DROPOUT, l);
    }

    int dSum(int l) {
        return at(Step.D_SUM, l);
    }

    /** ∂L/∂v before batch norm. */
    int dLinear(int l) {
        return at(Step.D_NORMALIZE, l);
    }

    int parameters() {
        return at(Step.D_PARAMETERS, Quantity.NONE);
    }

    private int at(Step step, int layer) {
        return phases.indexOf(new Phase(step, layer));
    }
}
