package weightroom.ui.explain;

import java.util.Optional;
import java.util.function.Predicate;
import weightroom.explain.Quantity;

/**
 * All that the cards are drawn from.
 *
 * @param known whether a number may be shown
 * @param focused where the keyboard is; empty without the focus
 * @param hovered where the mouse is
 */
record CardPicture(
        NetworkCards cards,
        CardLayout layout,
        CardWords words,
        CardPath path,
        Quantity selected,
        Predicate<Quantity> known,
        Optional<Spot> focused,
        Optional<Spot> hovered) {
    /** A number as it stands on its card. */
    String number(Quantity quantity) {
        return known.test(quantity) ? words.number(quantity) : CardWords.UNKNOWN;
    }

    /** What stands in the place of a number: once its update is known, the new value in the place of ∂L by a parameter. */
    Quantity shown(Quantity quantity) {
        boolean slope = quantity.kind().gradient() && quantity.kind().plain().parameter();
        Quantity updated = quantity.as(quantity.kind().plain().updated());
        return slope && known.test(updated) ? updated : quantity;
    }

    /** Whether what is explained is this number, or ∂L by it. */
    boolean chosen(Quantity quantity) {
        return selected.equals(quantity)
                || selected.equals(quantity.as(quantity.kind().derivative()));
    }

    /** Whether a link is the chosen one, or leads on from it towards the loss. */
    boolean onPath(Spot.Wire wire) {
        boolean own = chosen(Quantity.weight(wire.layer(), wire.unit(), wire.input()));
        return own || goesOn(wire);
    }

    private boolean goesOn(Spot.Wire wire) {
        boolean input = selected.kind() == Quantity.Kind.INPUT || selected.kind() == Quantity.Kind.RAW;
        int first = input ? 0 : path.from() + 1;
        return wire.layer() >= first
                && path.leadsThrough(wire.layer(), wire.unit())
                && wire.input() == path.at(wire.layer() - 1);
    }

    /** Whether a card lies on the way from the number to the loss. */
    boolean onPath(Spot spot) {
        if (spot instanceof Spot.Unit unit) {
            return path.leadsThrough(unit.layer(), unit.unit());
        }
        return spot instanceof Spot.Loss || spot instanceof Spot.Input input && chosen(Quantity.input(input.index()));
    }
}
