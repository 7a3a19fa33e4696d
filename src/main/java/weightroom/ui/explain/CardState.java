package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weightroom.data.FeatureMap;
import weightroom.explain.Pass;
import weightroom.explain.Quantity;
import weightroom.explain.Quantity.Kind;
import weightroom.ui.explain.ExplainModel.Side;

/** What the network's picture shows now. Keeps what was worked out for as long as it holds. */
final class CardState {
    private static final int MOST_LAYOUTS = 8;

    private final ExplainModel model;
    private final CardMeasure measure;
    /** The last few: the next sample often needs one of them again. */
    private final Map<LayoutKey, CardLayout> layouts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LayoutKey, CardLayout> eldest) {
            return size() > MOST_LAYOUTS;
        }
    };

    private Optional<Made> made = Optional.empty();
    private Optional<Spot> focused = Optional.empty();
    private Optional<Spot> hovered = Optional.empty();
    private boolean focusShown;

    /** What was drawn last, and what it was made from. */
    private record Made(Side side, Quantity selected, CardEms ems, double width, double height, CardPicture picture) {}

    private record LayoutKey(NetworkCards cards, CardEms ems, double width, double height, Side side) {}

    CardState(ExplainModel model, CardMeasure measure) {
        this.model = model;
        this.measure = measure;
    }

    void focus(Optional<Spot> spot, boolean shown) {
        focused = spot;
        focusShown = shown;
    }

    void hover(Optional<Spot> spot) {
        hovered = spot;
    }

    Optional<Spot> focused() {
        return focused;
    }

    Optional<Spot> hovered() {
        return hovered;
    }

    /** The last picture; empty before the first, and where there is no pass. */
    Optional<CardPicture> last() {
        return made.map(Made::picture);
    }

    /** What the picture in this room is. */
    Optional<CardPicture> picture(double width, double height) {
        made = model.pass().get().map(pass -> make(pass, width, height));
        return last();
    }

    @SuppressWarnings("ReferenceEquality")
    private Made make(Pass pass, double width, double height) {
        Quantity selected = model.selected().get();
        int row = model.row().get();
        Side side = model.side().get();
        Optional<Made> before = made.filter(last ->
                last.picture().words().pass() == pass && last.picture().words().row() == row);
        CardWords words = before.map(last -> last.picture().words()).orElseGet(() -> new CardWords(pass, row));
        boolean samePath =
                before.filter(last -> last.selected().equals(selected)).isPresent();
        CardPath path = samePath ? before.get().picture().path() : CardPath.of(pass, selected, row);
        NetworkCards cards = samePath && before.get().side() == side
                ? before.get().picture().cards()
                : NetworkCards.of(pass, path, side, showsRaw(pass, row));
        CardEms ems = before.filter(last -> last.picture().cards().equals(cards))
                .map(Made::ems)
                .orElseGet(() -> measure.of(cards, words, side != Side.FORWARD));
        boolean stands = samePath
                && before.filter(last -> last.side() == side && last.width() == width && last.height() == height)
                        .isPresent();
        CardPicture picture = new CardPicture(
                cards,
                stands ? before.get().picture().layout() : layout(cards, ems, width, height, side, path, selected),
                words,
                path,
                selected,
                model::known,
                focused.filter(spot -> focusShown),
                hovered);
        return new Made(side, selected, ems, width, height, picture);
    }

    private CardLayout layout(
            NetworkCards cards, CardEms ems, double width, double height, Side side, CardPath path, Quantity selected) {
        LayoutKey key = new LayoutKey(cards, ems, width, height, side);
        List<Spot.Wire> first = first(cards, path, selected);
        CardLayout layout = layouts.computeIfAbsent(
                key, wanted -> CardLayout.of(cards, ems, width, height, side != Side.FORWARD, first));
        return layout.complete() ? layout : layout.withLabels(first);
    }

    /** Links whose labels matter most: the chosen one, its path, then the strongest. */
    private List<Spot.Wire> first(NetworkCards cards, CardPath path, Quantity selected) {
        List<Spot.Wire> wires = new ArrayList<>();
        if (selected.kind() == Kind.WEIGHT || selected.kind() == Kind.D_WEIGHT) {
            wires.add(new Spot.Wire(selected.layer(), selected.unit(), selected.input()));
        }
        for (int l = 0; l < path.units().length; l++) {
            wires.add(new Spot.Wire(l, path.units()[l], path.at(l - 1)));
        }
        Pass pass = model.pass().get().orElseThrow();
        cards.wires().stream()
                .sorted((a, b) -> Double.compare(strength(pass, b), strength(pass, a)))
                .forEach(wires::add);
        return wires.stream().distinct().toList();
    }

    private static double strength(Pass pass, Spot.Wire wire) {
        return Math.abs(pass.value(wire.quantity().orElseThrow(), 0));
    }

    /** Whether the network receives other numbers than stand in the data, one for one. */
    private static boolean showsRaw(Pass pass, int row) {
        FeatureMap map = pass.subject().setup().rows().map();
        double[] raw = pass.sample().raw()[row];
        if (raw.length != map.width()) {
            return false;
        }
        boolean differs = false;
        for (int i = 0; i < raw.length; i++) {
            if (map.features().get(i).value(raw) != raw[i]) {
                return false;
            }
            differs |= (float) raw[i] != (float) pass.value(Quantity.input(i), row);
        }
        return differs;
    }
}
