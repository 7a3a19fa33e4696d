package weightroom.ui.explain;

import java.util.List;
import java.util.Optional;
import weightroom.explain.Quantity;
import weightroom.ui.explain.CardLayout.Placed;
import weightroom.ui.explain.CardLayout.Wired;

/**
 * What stands at a place of the picture.
 *
 * @param number that the place shows, or that stands for the whole
 */
record CardHit(Spot spot, Optional<Quantity> number) {
    /** A link answers this far from its middle, at least, in pixels. */
    private static final double REACH = 5;

    /** What is on top at a place. */
    static Optional<CardHit> at(CardLayout layout, CardWords words, double x, double y) {
        for (Placed placed : layout.cards()) {
            if (placed.box().contains(x, y)) {
                return Optional.of(onCard(layout.sizes(), placed, x, y));
            }
            if (placed.own().filter(box -> box.contains(x, y)).isPresent()) {
                return Optional.of(onOwn(placed, y));
            }
        }
        for (Wired wired : layout.wires()) {
            if (wired.label().filter(box -> box.contains(x, y)).isPresent()) {
                return Optional.of(whole(wired.wire()));
            }
        }
        Optional<Wired> nearest = Optional.empty();
        double least = Double.MAX_VALUE;
        for (Wired wired : layout.wires()) {
            double width = WirePainter.width(words.value(wired.wire().quantity().orElseThrow()));
            double distance = wired.distance(x, y) - Math.max(REACH, width / 2 + 1);
            if (distance < Math.min(0, least)) {
                least = distance;
                nearest = Optional.of(wired);
            }
        }
        return nearest.map(wired -> whole(wired.wire()));
    }

    private static CardHit whole(Spot spot) {
        return new CardHit(spot, spot.quantity());
    }

    private static CardHit onCard(CardSizes sizes, Placed placed, double x, double y) {
        for (CardRow row : CardRow.of(placed.card(), placed.box(), sizes)) {
            if (Math.abs(y - row.y()) <= sizes.form().row() / 2) {
                List<Quantity> numbers = row.numbers();
                boolean slope = x > placed.box().right() - sizes.form().padding() - sizes.slopeWidth() + 5;
                Quantity number = numbers.get(slope ? numbers.size() - 1 : 0);
                return new CardHit(placed.card().spot(), Optional.of(Revealed.plain(number)));
            }
        }
        return whole(placed.card().spot());
    }

    private static CardHit onOwn(Placed placed, double y) {
        Box box = placed.own().orElseThrow();
        List<Quantity> own = placed.card().own();
        int row = (int) ((y - box.y()) / box.height() * own.size());
        Quantity number = Revealed.plain(own.get(Math.max(0, Math.min(own.size() - 1, row))));
        Spot.Unit unit = (Spot.Unit) placed.card().spot();
        return new CardHit(new Spot.Own(unit.layer(), unit.unit()), Optional.of(number));
    }
}
