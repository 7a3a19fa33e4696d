package weightroom.ui.explain;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import weightroom.engine.Layout.Slice;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;

/**
 * All numbers of a network that can be explained: L, then layer by layer, unit by unit, z and a, ∂L/∂z and ∂L/∂a, weights, bias
 * (γ and β with batch norm), and α of the layer where it is learned. Each is made when it is asked for, so that a network of a hundred
 * thousand weights costs nothing.
 */
final class NumberIndex extends AbstractList<Quantity> {
    /** More than one reads; so few that typing stays quick. */
    static final int MOST_FOUND = 500;

    /** What every unit has. */
    static final List<Kind> UNIT = List.of(Kind.SUM, Kind.ACTIVATION, Kind.D_SUM, Kind.D_ACTIVATION);

    /** The same under the perceptron rule, which begins its way back at the sums. */
    static final List<Kind> PERCEPTRON = List.of(Kind.SUM, Kind.ACTIVATION, Kind.D_SUM);

    private static final String SMALL = "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final List<Slice> slices;
    private final List<Kind> ofUnit;
    private final Function<Quantity, String> names;
    /** Where the numbers of each layer begin, and at last how many there are. */
    private final int[] starts;
    /** What is searched, found out when it is first searched. */
    private List<String> keys = List.of();

    /**
     * @param slices of the network's layers
     * @param ofUnit what every unit has
     * @param names what a number is called: {@code w₁₁, from x₁ to hidden 1}
     */
    NumberIndex(List<Slice> slices, List<Kind> ofUnit, Function<Quantity, String> names) {
        this.slices = slices;
        this.ofUnit = ofUnit;
        this.names = names;
        starts = new int[slices.size() + 1];
        starts[0] = 1;
        for (int l = 0; l < slices.size(); l++) {
            Slice slice = slices.get(l);
            starts[l + 1] = starts[l] + slice.units() * each(slice) + (learnsAlpha(slice) ? 1 : 0);
        }
    }

    @Override
    public int size() {
        return starts[slices.size()];
    }

    @Override
    public Quantity get(int index) {
        if (index == 0) {
            return Quantity.LOSS;
        }
        int layer = slices.size() - 1;
        while (starts[layer] > index) {
            layer--;
        }
        Slice slice = slices.get(layer);
        int inLayer = index - starts[layer];
        int unit = inLayer / each(slice);
        return unit == slice.units()
                ? Quantity.unit(Kind.ALPHA, layer, 0)
                : ofUnit(layer, slice, unit, inLayer % each(slice));
    }

    private Quantity ofUnit(int layer, Slice slice, int unit, int place) {
        int weight = place - ofUnit.size();
        if (weight >= 0 && weight < slice.in()) {
            return Quantity.weight(layer, unit, weight);
        }
        if (weight < 0) {
            return Quantity.unit(ofUnit.get(place), layer, unit);
        }
        boolean norm = slice.gamma() >= 0;
        Kind kind = !norm ? Kind.BIAS : weight == slice.in() ? Kind.GAMMA : Kind.BETA;
        return Quantity.unit(kind, layer, unit);
    }

    String name(Quantity quantity) {
        return names.apply(quantity);
    }

    /**
     * Those whose names hold each of the words typed, {@link #MOST_FOUND} at most; all, however many, where nothing is typed.
     * Digits at the foot of a letter are found as usual ones: {@code w11} finds w₁₁.
     */
    List<Quantity> find(String typed) {
        String wanted = key(typed).strip();
        if (wanted.isEmpty()) {
            return this;
        }
        if (keys.isEmpty()) {
            keys = stream().map(quantity -> key(name(quantity))).toList();
        }
        String[] words = wanted.split("\\s+");
        // What begins so is what was meant: w1 is not w11's end.
        List<Quantity> first = new ArrayList<>();
        List<Quantity> others = new ArrayList<>();
        for (int i = 0; i < keys.size() && first.size() < MOST_FOUND; i++) {
            if (holds(keys.get(i), words)) {
                (keys.get(i).startsWith(words[0]) ? first : others).add(get(i));
            }
        }
        first.addAll(others.subList(0, Math.min(others.size(), MOST_FOUND - first.size())));
        return first;
    }

    private static boolean holds(String key, String[] words) {
        for (String word : words) {
            if (!key.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String key(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            int small = SMALL.indexOf(c);
            if (small >= 0) {
                text.append((char) ('0' + small % 10));
            } else if (c != '⁽' && c != '⁾' && c != '_' && c != ',') {
                text.append(c);
            }
        }
        return text.toString();
    }

    private int each(Slice slice) {
        return ofUnit.size() + slice.in() + (slice.gamma() >= 0 ? 2 : 1);
    }

    private static boolean learnsAlpha(Slice slice) {
        return slice.alpha() >= 0;
    }
}
