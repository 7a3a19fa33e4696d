package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.List;
import weightroom.engine.Layer;
import weightroom.engine.Network;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.explain.ExplainModel.Side;

/**
 * Which cards a network has: one for every unit of a small one; of a larger one those on the chosen path, and one for the
 * rest of each layer.
 *
 * @param columns the inputs, the layers, and the loss
 * @param wires between cards that are no rest
 */
record NetworkCards(List<List<Card>> columns, List<Spot.Wire> wires) {
    /** More hidden units and outputs than these are folded. */
    static final int MOST_UNITS = 24;

    /** A layer of more units than these is folded as well. */
    static final int MOST_IN_COLUMN = 16;

    /** More inputs than these are folded. */
    static final int MOST_INPUTS = 12;

    /** A layer of so many units is not worth folding. */
    private static final int FEW = 3;

    NetworkCards {
        columns = columns.stream().map(List::copyOf).toList();
        wires = List.copyOf(wires);
    }

    /** @param raw whether raw inputs differ from what the network receives, and there is one for each */
    static NetworkCards of(Pass pass, CardPath path, Side side, boolean raw) {
        Network network = pass.subject().network();
        List<List<Card>> columns = new ArrayList<>();
        columns.add(inputs(network, path, raw));
        for (int l = 0; l < network.layers().size(); l++) {
            columns.add(units(pass, l, path, side));
        }
        columns.add(List.of(loss(network, pass.penalty() != 0)));
        return new NetworkCards(columns, wires(columns));
    }

    /** Whether the layers of a network are folded. */
    static boolean folds(Network network) {
        int units = network.layers().stream().mapToInt(Layer::units).sum();
        int most = network.layers().stream().mapToInt(Layer::units).max().orElse(0);
        return units > MOST_UNITS || most > MOST_IN_COLUMN;
    }

    private static List<Card> inputs(Network network, CardPath path, boolean raw) {
        List<Card> cards = new ArrayList<>();
        boolean folded = network.inputs() > MOST_INPUTS || (folds(network) && network.inputs() > FEW);
        for (int i = 0; i < network.inputs(); i++) {
            if (!folded || i == path.input()) {
                List<Quantity> numbers = new ArrayList<>();
                if (raw) {
                    numbers.add(new Quantity(Kind.RAW, Quantity.NONE, i, Quantity.NONE));
                }
                numbers.add(Quantity.input(i));
                cards.add(new Card(new Spot.Input(i), numbers, List.of(), List.of()));
            }
        }
        if (folded) {
            cards.add(rest(-1));
        }
        return cards;
    }

    private static Card rest(int layer) {
        return new Card(new Spot.Rest(layer), List.of(), List.of(), List.of());
    }

    private static List<Card> units(Pass pass, int l, CardPath path, Side side) {
        Network network = pass.subject().network();
        List<Card> cards = new ArrayList<>();
        int units = network.layers().get(l).units();
        boolean folded = folds(network) && units > FEW;
        for (int u = 0; u < units; u++) {
            if (!folded || u == path.units()[l]) {
                cards.add(unit(pass, l, u, side));
            }
        }
        if (folded) {
            cards.add(rest(l));
        }
        return cards;
    }

    private static Card unit(Pass pass, int l, int u, Side side) {
        Layer layer = pass.subject().network().layers().get(l);
        boolean drops = pass.dropout() && layer.dropout() > 0;
        List<Quantity> forward = new ArrayList<>();
        List<Quantity> backward = new ArrayList<>();
        List<Quantity> own = new ArrayList<>();
        if (side != Side.BACKWARD) {
            if (layer.batchNorm()) {
                add(forward, l, u, Kind.LINEAR, Kind.NORMALIZED);
            }
            add(forward, l, u, Kind.SUM);
            if (drops) {
                add(forward, l, u, Kind.RESPONSE, Kind.MASK);
            }
            add(forward, l, u, Kind.ACTIVATION);
            boolean last = l == pass.subject().network().layers().size() - 1;
            if (last && layer.units() > 1) {
                forward.add(target(u));
            }
        }
        if (side != Side.FORWARD) {
            if (!pass.subject().plan().perceptron()) {
                add(backward, l, u, Kind.D_ACTIVATION);
            }
            if (drops) {
                add(backward, l, u, Kind.D_RESPONSE);
            }
            add(backward, l, u, Kind.D_SUM);
            if (layer.batchNorm()) {
                add(backward, l, u, Kind.D_LINEAR);
            }
        }
        List<Kind> parameters =
                new ArrayList<>(layer.batchNorm() ? List.of(Kind.GAMMA, Kind.BETA) : List.of(Kind.BIAS));
        if (layer.activation().learnsAlpha()) {
            parameters.add(Kind.ALPHA);
        }
        for (Kind kind : parameters) {
            int place = kind == Kind.ALPHA ? Quantity.NONE : u;
            add(own, l, place, kind);
            if (side != Side.FORWARD) {
                add(own, l, place, kind.derivative());
            }
        }
        return new Card(new Spot.Unit(l, u), forward, backward, own);
    }

    private static void add(List<Quantity> to, int l, int u, Kind... kinds) {
        for (Kind kind : kinds) {
            to.add(Quantity.unit(kind, l, u));
        }
    }

    private static Quantity target(int output) {
        return new Quantity(Kind.TARGET, Quantity.NONE, output, Quantity.NONE);
    }

    private static Card loss(Network network, boolean penalty) {
        List<Quantity> numbers = new ArrayList<>();
        if (network.outputs() == 1) {
            numbers.add(target(0));
        }
        if (penalty) {
            numbers.add(Quantity.PENALTY);
        }
        numbers.add(Quantity.LOSS);
        return new Card(new Spot.Loss(), numbers, List.of(), List.of());
    }

    private static List<Spot.Wire> wires(List<List<Card>> columns) {
        List<Spot.Wire> wires = new ArrayList<>();
        for (int c = 1; c < columns.size() - 1; c++) {
            for (Card to : columns.get(c)) {
                for (Card from : columns.get(c - 1)) {
                    int input = from.spot() instanceof Spot.Input x
                            ? x.index()
                            : from.spot() instanceof Spot.Unit unit ? unit.unit() : Quantity.NONE;
                    if (input != Quantity.NONE && to.spot() instanceof Spot.Unit unit) {
                        wires.add(new Spot.Wire(c - 1, unit.unit(), input));
                    }
                }
            }
        }
        return wires;
    }
}
