package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import weightroom.ui.explain.CardSizes.LabelForm;

/**
 * Where the cards of a network stand, its links and their labels. Takes the roomiest form in which all of them find room
 * without touching each other; else the one in which the cards do, with labels only for the links that matter most; else
 * the tightest, larger than the room there is.
 *
 * @param complete whether every link has its label
 * @param width at least the room there was
 * @param height likewise
 * @param searches for places of the labels of each layer's links; none before there are any
 */
record CardLayout(
        CardSizes sizes,
        LabelForm labels,
        boolean derivatives,
        List<Placed> cards,
        List<Wired> wires,
        boolean complete,
        double width,
        double height,
        List<LabelSearch> searches) {
    /** Of the room between two columns, that labels can take. */
    private static final double FILLED = 0.8;

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
        searches = List.copyOf(searches);
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
        for (CardPlaces places : wholes(cards, ems, derivatives)) {
            if (places.sizes().form() != CardForm.MINI && places.fits(width, height)) {
                CardLayout whole = places.layout(width, height).withAllLabels();
                if (whole.complete()) {
                    return whole;
                }
            }
        }
        return partial(cards, ems, width, height, derivatives).withLabels(first);
    }

    /** Those with the names of weights first, each from the roomiest to the tightest. */
    private static List<CardPlaces> wholes(NetworkCards cards, CardEms ems, boolean derivatives) {
        List<CardPlaces> named = new ArrayList<>();
        List<CardPlaces> nameless = new ArrayList<>();
        for (CardPlaces places : tries(cards, ems, derivatives)) {
            (places.label().named() ? named : nameless).add(places);
        }
        named.addAll(nameless);
        return named;
    }

    /** From the roomiest to the tightest. */
    private static List<CardPlaces> tries(NetworkCards cards, CardEms ems, boolean derivatives) {
        boolean stacks = cards.columns().get(cards.columns().size() - 2).size() == 1;
        List<CardPlaces> tries = new ArrayList<>();
        for (boolean stacked : stacks ? new boolean[] {false, true} : new boolean[] {false}) {
            for (CardForm form : CardForm.values()) {
                for (LabelForm label : LabelForm.values()) {
                    tries.add(new CardPlaces(cards, new CardSizes(form, ems), label, derivatives, stacked));
                }
            }
        }
        return tries;
    }

    private static CardLayout partial(
            NetworkCards cards, CardEms ems, double width, double height, boolean derivatives) {
        List<CardPlaces> tries = tries(cards, ems, derivatives);
        for (CardPlaces places : tries) {
            if (places.fits(width, height)) {
                return places.layout(width, height);
            }
        }
        List<CardPlaces> narrow = tries.stream()
                .filter(places -> places.label() == LabelForm.NARROW)
                .toList();
        CardPlaces tightest = narrow.get(narrow.size() - 1);
        CardPlaces chosen = narrow.stream()
                .filter(places -> places.sizes().form() == CardForm.TABLE)
                .filter(places -> places.width() <= width)
                .findFirst()
                .orElse(tightest);
        return chosen.layout(Math.max(width, chosen.width()), Math.max(height, chosen.height()));
    }

    /** The same with labels for these links, and for as many others as there is room for. */
    CardLayout withLabels(Collection<Spot.Wire> first) {
        Map<Spot.Wire, Integer> ranks = new HashMap<>();
        first.forEach(wire -> ranks.putIfAbsent(wire, ranks.size()));
        List<LabelSearch> all = searches.isEmpty() ? makeSearches() : searches;
        List<Wired> done = new ArrayList<>();
        for (int layer = 0; layer < all.size(); layer++) {
            List<Wired> gap = wiresOf(layer);
            List<Integer> order = IntStream.range(0, gap.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(
                            i -> ranks.getOrDefault(gap.get(i).wire(), ranks.size())))
                    .toList();
            List<Optional<Box>> found = all.get(layer).inOrder(order);
            for (int i = 0; i < gap.size(); i++) {
                done.add(gap.get(i).with(found.get(i)));
            }
        }
        return labelled(done, all);
    }

    private CardLayout withAllLabels() {
        for (int layer = 0; layer < layers(); layer++) {
            if (!mayHoldLabels(layer)) {
                return this;
            }
        }
        List<LabelSearch> all = makeSearches();
        List<Wired> done = new ArrayList<>();
        for (int layer = 0; layer < all.size(); layer++) {
            List<Optional<Box>> found = all.get(layer).all();
            List<Wired> gap = wiresOf(layer);
            for (int i = 0; i < gap.size(); i++) {
                done.add(gap.get(i).with(found.get(i)));
            }
            if (LabelSearch.missing(found) > 0) {
                return this;
            }
        }
        return labelled(done, all);
    }

    private CardLayout labelled(List<Wired> done, List<LabelSearch> all) {
        boolean whole = done.stream().allMatch(found -> found.label().isPresent());
        return new CardLayout(sizes, labels, derivatives, cards, done, whole, width, height, all);
    }

    private int layers() {
        return cards.isEmpty() ? 0 : cards.get(cards.size() - 1).column() - 1;
    }

    private List<Wired> wiresOf(int layer) {
        return wires.stream().filter(found -> found.wire().layer() == layer).toList();
    }

    private List<LabelSearch> makeSearches() {
        List<LabelSearch> all = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            all.add(new LabelSearch(
                    wiresOf(layer).stream().map(Wired::line).toList(),
                    obstacles(layer),
                    sizes.labelWidth(labels),
                    sizes.labelHeight(labels, derivatives)));
        }
        return all;
    }

    /** Whether the labels of a layer's links are not too many at first sight. */
    private boolean mayHoldLabels(int layer) {
        List<Wired> gap = wiresOf(layer);
        double room =
                gap.stream().mapToDouble(wired -> wired.x2() - wired.x1()).max().orElse(0) * height;
        double label = (sizes.labelWidth(labels) + LabelSearch.GAP)
                * (sizes.labelHeight(labels, derivatives) + LabelSearch.GAP);
        return gap.size() * label <= room * FILLED;
    }

    /** What stands on either side of a layer's links, and the loss. */
    private List<Box> obstacles(int layer) {
        List<Box> boxes = new ArrayList<>();
        for (Placed placed : cards) {
            if (placed.column() >= layer && placed.column() <= layer + 2) {
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
