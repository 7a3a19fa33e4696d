package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.explain.Pulls.Pull;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Subject;
import weightroom.explain.Symbols;
import weightroom.ui.kit.Messages;

/**
 * The pull of a row on one parameter.
 *
 * @param name as the formulas have it
 * @param place where it is, in words
 * @param own ∂Lᵢ/∂θ of the row's loss
 * @param part what that is in the mean over n rows, own/n
 * @param all ∂L/∂θ of the mean over all rows
 */
record PullLine(Quantity quantity, String name, String place, double own, double part, double all) {
    /** Beyond these, nobody scrolls. */
    private static final int MOST = 500;

    /** Whether the row wants what all rows together want. */
    boolean with() {
        return own * all > 0;
    }

    /** With all rows together, or against, in a word. */
    String direction() {
        String key = own * all == 0 ? "neither" : with() ? "with" : "against";
        return Messages.text("explain.point.pull." + key);
    }

    /** Those of all parameters, the strongest first; of very many, only these. */
    static List<PullLine> of(Subject subject, Pull pull) {
        double least = least(pull.own());
        Symbols symbols = Symbols.of(subject.network());
        List<PullLine> lines = new ArrayList<>();
        Layout layout = subject.layout();
        for (int l = 0; l < layout.slices().size(); l++) {
            Slice at = layout.slice(l);
            for (int i = at.weights(); i < at.weightsEnd(); i++) {
                if (Math.abs(pull.own()[i]) >= least) {
                    int w = i - at.weights();
                    lines.add(line(symbols, pull, Quantity.weight(l, w / at.in(), w % at.in()), i));
                }
            }
            addUnits(lines, symbols, pull, Quantity.bias(l, 0), at.biases(), at.units());
            addUnits(lines, symbols, pull, Quantity.unit(Kind.GAMMA, l, 0), at.gamma(), at.units());
            addUnits(lines, symbols, pull, Quantity.unit(Kind.BETA, l, 0), at.beta(), at.units());
            addUnits(lines, symbols, pull, Quantity.unit(Kind.ALPHA, l, 0), at.alpha(), 1);
        }
        lines.sort(Comparator.comparingDouble((PullLine line) -> -Math.abs(line.own())));
        return List.copyOf(lines.subList(0, Math.min(MOST, lines.size())));
    }

    /** What the weakest of those that are shown has at least. */
    private static double least(double[] own) {
        double[] sizes = Arrays.stream(own).map(Math::abs).sorted().toArray();
        return sizes[Math.max(0, sizes.length - MOST)];
    }

    private static void addUnits(List<PullLine> lines, Symbols symbols, Pull pull, Quantity of, int first, int count) {
        for (int u = 0; first != Layout.NONE && u < count; u++) {
            lines.add(line(symbols, pull, Quantity.unit(of.kind(), of.layer(), u), first + u));
        }
    }

    private static PullLine line(Symbols symbols, Pull pull, Quantity quantity, int i) {
        return new PullLine(
                quantity, symbols.text(quantity), symbols.name(quantity), pull.own()[i], pull.part(i), pull.all()[i]);
    }
}
