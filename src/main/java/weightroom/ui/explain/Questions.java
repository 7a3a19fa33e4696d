package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Layout.Slice;
import weightroom.explain.Pass;
import weightroom.explain.Phase;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;

/** Which numbers of a phase are asked for: those on the way of the chosen weight first, and no more than tire nobody. */
final class Questions {
    /** Of a phase. */
    static final int MOST = 2;

    private Questions() {}

    /**
     * The numbers to ask for, in order; none where a phase finds out nothing that can be worked out on paper.
     *
     * @param selected the number that is explained
     * @param s which row of the batch
     */
    static List<Quantity> of(Pass pass, Phase phase, Quantity selected, int s) {
        List<Quantity> all =
                switch (phase.step()) {
                    case INPUT, DROPOUT -> List.of();
                    case NORMALIZE -> units(pass, phase, Kind.NORMALIZED);
                    case SUM -> units(pass, phase, Kind.SUM);
                    case ACTIVATION -> units(pass, phase, Kind.ACTIVATION);
                    case OUTPUT -> both(units(pass, phase, Kind.SUM), units(pass, phase, Kind.ACTIVATION));
                    case LOSS -> List.of(Quantity.LOSS);
                    case D_ACTIVATION -> units(pass, phase, Kind.D_ACTIVATION);
                    case D_DROPOUT -> units(pass, phase, Kind.D_RESPONSE);
                    case D_SUM -> units(pass, phase, Kind.D_SUM);
                    case D_NORMALIZE -> units(pass, phase, Kind.D_LINEAR);
                    case D_PARAMETERS -> parameters(pass, selected, Kind.D_WEIGHT, Kind.D_BIAS);
                    case UPDATE ->
                        parameters(pass, selected, Kind.NEW_WEIGHT, Kind.NEW_BIAS)
                                .subList(0, 1);
                };
        return all.stream()
                .filter(one -> Double.isFinite(pass.value(one, s)))
                .sorted(Comparator.comparingInt(one -> onTheWay(one, selected) ? 0 : 1))
                .limit(MOST)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
    }

    private static List<Quantity> units(Pass pass, Phase phase, Kind kind) {
        List<Quantity> all = new ArrayList<>();
        int units = pass.subject().network().layers().get(phase.layer()).units();
        for (int u = 0; u < units; u++) {
            all.add(Quantity.unit(kind, phase.layer(), u));
        }
        return all;
    }

    /** The first of one list, then the first of another, and so on. */
    private static List<Quantity> both(List<Quantity> one, List<Quantity> other) {
        List<Quantity> all = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            all.add(one.get(i));
            all.add(other.get(i));
        }
        return all;
    }

    /** The chosen weight or bias, then a weight and a bias of each layer from the output on. */
    private static List<Quantity> parameters(Pass pass, Quantity selected, Kind weight, Kind bias) {
        List<Quantity> all = new ArrayList<>();
        if (selected.kind() == Kind.WEIGHT || selected.kind() == Kind.BIAS) {
            all.add(selected.as(selected.kind() == Kind.WEIGHT ? weight : bias));
        }
        List<Layer> layers = pass.subject().network().layers();
        for (int l = layers.size() - 1; l >= 0; l--) {
            Slice at = pass.subject().layout().slice(l);
            all.add(new Quantity(weight, l, 0, 0));
            if (at.biases() >= 0) {
                all.add(new Quantity(bias, l, 0, Quantity.NONE));
            }
        }
        return all.stream().distinct().toList();
    }

    private static boolean onTheWay(Quantity one, Quantity selected) {
        return one.layer() == selected.layer() && one.unit() == selected.unit();
    }
}
