package weightroom.run;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;

/** Finds units of a layer that compute the same. */
final class Twins {
    /** How far numbers of twins may differ, as a share of the length of their weights. */
    private static final double TOLERANCE = 1e-6;

    private final Slice slice;
    private final float[] parameters;
    private final boolean symmetric;

    private Twins(Slice slice, float[] parameters, boolean symmetric) {
        this.slice = slice;
        this.parameters = parameters;
        this.symmetric = symmetric;
    }

    /**
     * Groups of two or more units with the same weights and bias (γ and β with batch norm), each in rising order.
     *
     * @param symmetric whether units with exactly opposite weights and bias are twins too
     */
    static List<int[]> of(Slice slice, float[] parameters, boolean symmetric) {
        return new Twins(slice, parameters, symmetric).groups();
    }

    private List<int[]> groups() {
        int units = slice.units();
        double[] lengths = new double[units];
        int[] next = new int[units]; // the next unit of the same group, 0 for none
        int[] last = new int[units]; // of a first unit: the last of its group; −1 for the others
        for (int u = 0; u < units; u++) {
            lengths[u] = length(u);
            last[u] = u;
            for (int first = 0; first < u; first++) {
                if (last[first] >= 0 && isTwin(first, u, lengths)) {
                    next[last[first]] = u;
                    last[first] = u;
                    last[u] = -1;
                    break;
                }
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            if (last[u] > u) {
                groups.add(chain(u, next));
            }
        }
        return groups;
    }

    private static int[] chain(int first, int[] next) {
        List<Integer> members = new ArrayList<>();
        for (int u = first; members.isEmpty() || u != 0; u = next[u]) {
            members.add(u);
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    private double length(int u) {
        double sum = 0;
        for (int i = 0; i < slice.in(); i++) {
            double weight = parameters[slice.weights() + u * slice.in() + i];
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }

    private boolean isTwin(int one, int other, double[] lengths) {
        double room = TOLERANCE * lengths[one];
        return Math.abs(lengths[one] - lengths[other]) <= room
                && (isTwin(one, other, 1, room) || (symmetric && isTwin(one, other, -1, room)));
    }

    private boolean isTwin(int one, int other, int sign, double room) {
        int a = slice.weights() + one * slice.in();
        int b = slice.weights() + other * slice.in();
        for (int i = 0; i < slice.in(); i++) {
            if (!isNear(parameters[a + i], sign * parameters[b + i], room)) {
                return false;
            }
        }
        return isSame(slice.biases(), one, other, sign, room)
                && isSame(slice.gamma(), one, other, 1, room)
                && isSame(slice.beta(), one, other, sign, room);
    }

    private boolean isSame(int at, int one, int other, int sign, double room) {
        return at == Layout.NONE || isNear(parameters[at + one], sign * parameters[at + other], room);
    }

    private static boolean isNear(float a, float b, double room) {
        return Math.abs(a - b) <= Math.max(room, TOLERANCE * Math.abs(a));
    }
}
