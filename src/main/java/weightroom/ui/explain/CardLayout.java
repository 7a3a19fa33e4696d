package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weightroom.ui.explain.CardSizes.LabelForm;

/**
 * Where the cards of a network stand, its links and their labels. Takes the roomiest form in which all of them find room
 * without touching each other; else the one in which the cards do, with labels only for the links that matter most; else
 * the tightest, larger than the room there is.
 *
 * @param complete whether every link has its label
 * @param width at least the room there was
 * @param height likewise
 */
record CardLayout(
        CardSizes sizes,
        LabelForm labels,
        boolean derivatives,
        List<Placed> cards,
        List<Wired> wires,
        boolean complete,
        double width,
        double height) {
    /** A card, and the parameters that hang on it. */
    record Placed(Card card, int column, Box box, Optional<Box> own) {}

    /** A link from x1, y1 to x2, y2. */
    record Wired(Spot.Wire wire, double x1, double y1, double x2, double y2, Optional<Box> label) {
        Wired with(Optional<Box> other) {
            return new Wired(wire, x1, y1, x2, y2, other);
        }

        double[] line() {
            return new double[] {x1, y1, x2, y2};
        }

        double distance(double x, double y) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
            return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
        }
    }

    CardLayout {
        cards = List.copyOf(cards);
        wires = List.copyOf(wires);
    }

    /**
     * The layout for some room.
     *
     * @param derivatives whether labels have a second row, with ∂L by the weight
     * @param first links that have a label before others, in order
     */
    static CardLayout of(
            NetworkCards cards,
            CardEms ems,
            double width,
            double height,
            boolean derivatives,
            Collection<Spot.Wire> first) {
        for (CardForm form : CardForm.values()) {
            CardSizes sizes = new CardSizes(form, ems);
            for (LabelForm label : LabelForm.values()) {
                CardPlaces places = new CardPlaces(cards, sizes, label, derivatives);
                if (places.fits(width, height) && form != CardForm.MINI) {
                    CardLayout whole = places.layout(width, height).withAllLabels();
                    if (whole.complete()) {
                        return whole;
                    }
                }
            }
        }
        return partial(cards, ems, width, height, derivatives).withLabels(first);
    }

    private static CardLayout partial(
            NetworkCards cards, CardEms ems, double width, double height, boolean derivatives) {
        for (CardForm form : CardForm.values()) {
            for (LabelForm label : LabelForm.values()) {
                CardPlaces places = new CardPlaces(cards, new CardSizes(form, ems), label, derivatives);
                if (places.fits(width, height)) {
                    return places.layout(width, height);
                }
            }
        }
        for (CardForm form : List.of(CardForm.TABLE, CardForm.MINI)) {
            CardPlaces places = new CardPlaces(cards, new CardSizes(form, ems), LabelForm.NARROW, derivatives);
            if (form == CardForm.MINI
                    || places.fits(width, Double.MAX_VALUE)
                    || places.fits(Double.MAX_VALUE, height)) {
                return places.layout(Math.max(width, places.width()), Math.max(height, places.height()));
            }
        }
        throw new AssertionError("the tightest form is always laid out");
    }

    /** The same with labels for these links, and for as many others as there is room for. */
    CardLayout withLabels(Collection<Spot.Wire> first) {
        Set<Spot.Wire> chosen = Set.copyOf(first);
        List<Wired> ordered = new ArrayList<>();
        for (Spot.Wire wire : first) {
            wires.stream()
                    .filter(found -> found.wire().equals(wire))
                    .findFirst()
                    .ifPresent(ordered::add);
        }
        wires.stream().filter(found -> !chosen.contains(found.wire())).forEach(ordered::add);
        return labelled(ordered, false);
    }

    private CardLayout withAllLabels() {
        return labelled(wires, true);
    }

    private CardLayout labelled(List<Wired> ordered, boolean all) {
        List<Wired> done = new ArrayList<>();
        int columns = cards.isEmpty() ? 0 : cards.get(cards.size() - 1).column();
        for (int c = 1; c < columns; c++) {
            int layer = c - 1;
            List<Wired> gap = ordered.stream()
                    .filter(found -> found.wire().layer() == layer)
                    .toList();
            LabelSearch search = new LabelSearch(
                    gap.stream().map(Wired::line).toList(),
                    obstacles(layer),
                    sizes.labelWidth(labels),
                    sizes.labelHeight(labels, derivatives));
            List<Optional<Box>> found = all ? search.all() : search.first();
            for (int i = 0; i < gap.size(); i++) {
                done.add(gap.get(i).with(found.get(i)));
            }
            if (all && LabelSearch.missing(found) > 0) {
                return new CardLayout(sizes, labels, derivatives, cards, wires, false, width, height);
            }
        }
        boolean whole = done.stream().allMatch(found -> found.label().isPresent());
        return new CardLayout(sizes, labels, derivatives, cards, done, whole, width, height);
    }

    /** What stands on either side of a layer's links. */
    private List<Box> obstacles(int layer) {
        List<Box> boxes = new ArrayList<>();
        for (Placed placed : cards) {
            if (placed.column() == layer || placed.column() == layer + 1) {
                boxes.add(placed.box());
                placed.own().ifPresent(boxes::add);
            }
        }
        return boxes;
    }

    /** The card of a spot, where it has one. */
    Optional<Placed> card(Spot spot) {
        return cards.stream()
                .filter(placed -> placed.card().spot().equals(spot))
                .findFirst();
    }

    Optional<Wired> wire(Spot.Wire wire) {
        return wires.stream().filter(found -> found.wire().equals(wire)).findFirst();
    }
}
