package weightroom.ui.explain;

import java.util.Optional;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;

/** What stands somewhere in the picture of the network. Layers, units and inputs count from 0; layer −1 is the input. */
sealed interface Spot {
    /** One of the network's inputs. */
    record Input(int index) implements Spot {}

    record Unit(int layer, int unit) implements Spot {}

    /** The parameters of a unit that hang on its card: its bias, or γ and β. */
    record Own(int layer, int unit) implements Spot {}

    /** The link from an input, or a unit of the layer before, to a unit. */
    record Wire(int layer, int unit, int input) implements Spot {}

    /** The units of a layer that have no card of their own. */
    record Rest(int layer) implements Spot {}

    record Loss() implements Spot {}

    /** The number that stands for it; none for a rest, which stands for many, and for what a unit has of its own. */
    default Optional<Quantity> quantity() {
        if (this instanceof Input input) {
            return Optional.of(Quantity.input(input.index()));
        }
        if (this instanceof Unit unit) {
            return Optional.of(Quantity.unit(Kind.ACTIVATION, unit.layer(), unit.unit()));
        }
        if (this instanceof Wire wire) {
            return Optional.of(Quantity.weight(wire.layer(), wire.unit(), wire.input()));
        }
        return this instanceof Loss ? Optional.of(Quantity.LOSS) : Optional.empty();
    }

    /** The column it stands in, 0 for the inputs; of a link the one that it leads to. */
    default int column(int layers) {
        if (this instanceof Unit unit) {
            return unit.layer() + 1;
        }
        if (this instanceof Own own) {
            return own.layer() + 1;
        }
        if (this instanceof Wire wire) {
            return wire.layer() + 1;
        }
        if (this instanceof Rest rest) {
            return rest.layer() + 1;
        }
        return this instanceof Loss ? layers + 1 : 0;
    }
}
