package weightroom.ui.explain;

import java.util.function.IntToDoubleFunction;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;

/**
 * One input and one unit of each layer: the way on which the number that is explained acts on the loss. Where there are
 * several ways it is the strongest, by {@code |w·∂L/∂z|} towards the loss and by {@code |w·a|} towards the inputs.
 *
 * @param from the first layer on the way back from the loss to the number; as many as there are layers for the loss itself
 * @param several whether there are other ways from the number to the loss
 */
record CardPath(int input, int[] units, int from, boolean several) {
    /** @param row which of the rows that went through counts */
    static CardPath of(Pass pass, Quantity selected, int row) {
        return new Search(pass, row).from(selected);
    }

    /** Whether a unit lies on the way from the number to the loss. */
    boolean leadsThrough(int layer, int unit) {
        return layer >= from && layer < units.length && units[layer] == unit;
    }

    /** The unit of a layer, or the input for layer −1. */
    int at(int layer) {
        return layer < 0 ? input : units[layer];
    }

    private static final class Search {
        private final Pass pass;
        private final int row;
        private final Layout layout;
        private final double[] theta;
        private final int layers;

        Search(Pass pass, int row) {
            this.pass = pass;
            this.row = row;
            layout = pass.subject().layout();
            theta = pass.subject().parameters();
            layers = layout.slices().size();
        }

        CardPath from(Quantity selected) {
            int[] units = new int[layers];
            int layer = selected.layer();
            int input = 0;
            int from = layer;
            if (selected.kind() == Kind.INPUT || selected.kind() == Kind.RAW) {
                input = Math.max(0, Math.min(selected.unit(), layout.slice(0).in() - 1));
                int chosen = input;
                units[0] = strongest(layout.slice(0).units(), u -> weight(0, u, chosen) * dSum(0, u));
                from = 0;
            } else if (layer == Quantity.NONE) {
                from = layers;
                units[layers - 1] = output(selected);
                input = backwards(units, layers - 1);
            } else {
                units[layer] = Math.max(0, selected.unit());
                input = backwards(units, layer);
                if (selected.input() != Quantity.NONE) {
                    input = through(units, layer, selected.input());
                }
            }
            forwards(units, Math.min(from, layers - 1));
            return new CardPath(input, units, from, several(selected, from));
        }

        private int output(Quantity selected) {
            boolean target = selected.kind() == Kind.TARGET;
            return target ? selected.unit() : strongest(layout.slice(layers - 1).units(), u -> dSum(layers - 1, u));
        }

        private boolean several(Quantity selected, int from) {
            boolean input = selected.kind() == Kind.INPUT || selected.kind() == Kind.RAW;
            int next = input ? 0 : from + 1;
            for (int l = next; l < layers; l++) {
                if (layout.slice(l).units() > 1) {
                    return true;
                }
            }
            return false;
        }

        /** The units before a layer; returns the input. */
        private int backwards(int[] units, int layer) {
            for (int l = layer; l >= 0; l--) {
                int to = l;
                int best = strongest(layout.slice(l).in(), i -> weight(to, units[to], i) * activation(to - 1, i));
                if (l == 0) {
                    return best;
                }
                units[l - 1] = best;
            }
            return 0;
        }

        private int through(int[] units, int layer, int input) {
            if (layer == 0) {
                return input;
            }
            units[layer - 1] = input;
            return backwards(units, layer - 1);
        }

        private void forwards(int[] units, int layer) {
            for (int l = layer + 1; l < layers; l++) {
                int to = l;
                units[l] = strongest(layout.slice(l).units(), u -> weight(to, u, units[to - 1]) * dSum(to, u));
            }
        }

        private static int strongest(int count, IntToDoubleFunction strength) {
            int best = 0;
            double most = -1;
            for (int i = 0; i < count; i++) {
                double size = Math.abs(strength.applyAsDouble(i));
                if (size > most) {
                    most = size;
                    best = i;
                }
            }
            return best;
        }

        private double weight(int layer, int unit, int input) {
            Slice at = layout.slice(layer);
            return theta[at.weights() + unit * at.in() + input];
        }

        private double activation(int layer, int unit) {
            return layer < 0
                    ? pass.value(Quantity.input(unit), row)
                    : pass.value(Quantity.unit(Kind.ACTIVATION, layer, unit), row);
        }

        private double dSum(int layer, int unit) {
            return pass.value(Quantity.unit(Kind.D_SUM, layer, unit), row);
        }
    }
}
