package weightroom.ui.explain;

import java.util.HashMap;
import java.util.Map;
import weightroom.arithmetic.Shown;
import weightroom.engine.Layer;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Loss;
import weightroom.engine.Network;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.explain.Symbols;
import weightroom.ui.kit.Messages;

/** What the cards of one pass say: names, and numbers of one row. Each text is made once. */
final class CardWords {
    /** In the place of a number that is not known yet. */
    static final String UNKNOWN = "–";

    /** In the place of a number that there is none of. */
    static final String NONE = "—";

    private final Pass pass;
    private final int row;
    private final Network network;
    private final Symbols symbols;
    private final Layout layout;
    private final double[] theta;
    private final Map<Quantity, String> names = new HashMap<>();
    private final Map<Quantity, String> numbers = new HashMap<>();

    CardWords(Pass pass, int row) {
        this.pass = pass;
        this.row = row;
        network = pass.subject().network();
        symbols = Symbols.of(network);
        layout = pass.subject().layout();
        theta = pass.subject().parameters();
    }

    Pass pass() {
        return pass;
    }

    int row() {
        return row;
    }

    double value(Quantity quantity) {
        return pass.value(quantity, row);
    }

    String name(Quantity quantity) {
        return names.computeIfAbsent(quantity, symbols::text);
    }

    String number(Quantity quantity) {
        return numbers.computeIfAbsent(quantity, wanted -> number(value(wanted)));
    }

    static String number(double value) {
        return Double.isFinite(value) ? Shown.card(value).text() : NONE;
    }

    /** All digits of a number. */
    static String allDigits(double value) {
        return Double.isFinite(value) ? Shown.exact(value).text() : NONE;
    }

    String title(Spot spot) {
        if (spot instanceof Spot.Input input) {
            return name(Quantity.input(input.index()));
        }
        if (spot instanceof Spot.Unit unit) {
            return symbols.unit(unit.layer(), unit.unit());
        }
        return spot instanceof Spot.Loss ? Messages.text("explain.loss") : "";
    }

    /** What stands beside the title: the activation, the loss's formula. */
    String subtitle(Spot spot) {
        if (spot instanceof Spot.Input) {
            return Messages.text("explain.input");
        }
        if (spot instanceof Spot.Unit unit) {
            Layer layer = network.layers().get(unit.layer());
            boolean output = unit.layer() == network.layers().size() - 1;
            return output && network.softmax() ? "softmax" : layer.activation().id();
        }
        return spot instanceof Spot.Loss ? lossFormula() : "";
    }

    /** In short, as it stands in the head of its card. */
    private String lossFormula() {
        Loss loss = pass.subject().plan().loss();
        String formula = Messages.text("explain.loss." + loss.id());
        boolean mean = pass.sample().n() > 1 || loss.divisor(network.outputs()) > 1;
        return mean ? Messages.text("explain.loss.mean", formula) : formula;
    }

    Symbols symbols() {
        return symbols;
    }

    /** Whether a number belongs to the whole batch while units show one row of it. */
    boolean ofAllRows(Quantity quantity) {
        boolean parameter =
                switch (quantity.kind()) {
                    case D_WEIGHT, D_BIAS, D_GAMMA, D_BETA, D_ALPHA, LOSS -> true;
                    default -> false;
                };
        return pass.sample().n() > 1 && parameter;
    }

    /** How many units, or inputs, a card of folded ones stands for. */
    int restCount(Spot.Rest rest) {
        return (rest.layer() < 0
                        ? network.inputs()
                        : network.layers().get(rest.layer()).units())
                - 1;
    }

    /** The output's units go into no sum. */
    boolean hasForwardSum(Spot.Rest rest) {
        return rest.layer() < network.layers().size() - 1;
    }

    /** One of the numbers that its sum is made of: when that is known, so is the sum. */
    Quantity restNumber(Spot.Rest rest) {
        return rest.layer() < 0 ? Quantity.input(0) : Quantity.unit(Kind.ACTIVATION, rest.layer(), 0);
    }

    /** Σ w·a of the folded units: their part of z of the unit on the path behind them. */
    double forwardSum(Spot.Rest rest, CardPath path) {
        int next = rest.layer() + 1;
        Slice at = layout.slice(next);
        double sum = 0;
        for (int i = 0; i < at.in(); i++) {
            if (i != path.at(rest.layer())) {
                double a = next == 0
                        ? pass.value(Quantity.input(i), row)
                        : pass.value(Quantity.unit(Kind.ACTIVATION, rest.layer(), i), row);
                sum += theta[at.weights() + path.at(next) * at.in() + i] * a;
            }
        }
        return sum;
    }

    /** Σ w·∂L/∂z of the folded units: their part of ∂L/∂a of the unit on the path before them. */
    double backwardSum(Spot.Rest rest, CardPath path) {
        Slice at = layout.slice(rest.layer());
        Kind kind = network.layers().get(rest.layer()).batchNorm() ? Kind.D_LINEAR : Kind.D_SUM;
        double sum = 0;
        for (int u = 0; u < at.units(); u++) {
            if (u != path.at(rest.layer())) {
                double slope = pass.value(Quantity.unit(kind, rest.layer(), u), row);
                sum += theta[at.weights() + u * at.in() + path.at(rest.layer() - 1)] * slope;
            }
        }
        return sum;
    }
}
