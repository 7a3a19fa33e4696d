package weightroom.ui.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import weightroom.ui.explain.CardLayout.Placed;
import weightroom.ui.explain.CardLayout.Wired;

/**
 * From one card or link to the next by arrow keys: up and down within a column or among the links between two, left and
 * right from a card to the links beside it and on to the next card.
 */
final class CardKeys {
    private final CardLayout layout;

    CardKeys(CardLayout layout) {
        this.layout = layout;
    }

    /** Where a key leads from a spot; empty where it leads nowhere. */
    Optional<Spot> from(Spot spot, KeyCode key) {
        return switch (key) {
            case UP -> along(spot, -1);
            case DOWN -> along(spot, 1);
            case LEFT -> across(spot, -1);
            case RIGHT -> across(spot, 1);
            default -> Optional.empty();
        };
    }

    /** The middle of a spot. */
    Optional<double[]> middle(Spot spot) {
        if (spot instanceof Spot.Wire wire) {
            return layout.wire(wire).map(found -> found.label()
                    .map(box -> new double[] {box.centerX(), box.centerY()})
                    .orElse(new double[] {(found.x1() + found.x2()) / 2, (found.y1() + found.y2()) / 2}));
        }
        return box(spot).map(box -> new double[] {box.centerX(), box.centerY()});
    }

    /** Its card. */
    Optional<Box> box(Spot spot) {
        if (spot instanceof Spot.Own own) {
            return layout.card(new Spot.Unit(own.layer(), own.unit()))
                    .map(placed -> placed.own().orElse(placed.box()));
        }
        return layout.card(spot).map(Placed::box);
    }

    private Optional<Spot> along(Spot spot, int by) {
        List<Spot> stops = spot instanceof Spot.Wire wire ? wires(wire.layer()) : column(columnOf(spot));
        int at = stops.indexOf(spot) + by;
        return at >= 0 && at < stops.size() ? Optional.of(stops.get(at)) : Optional.empty();
    }

    private int columnOf(Spot spot) {
        int loss = layout.cards().get(layout.cards().size() - 1).column();
        return spot.column(loss - 1);
    }

    /** The cards of a column with what hangs on them, from top to bottom. */
    private List<Spot> column(int column) {
        return layout.cards().stream()
                .filter(placed -> placed.column() == column)
                .flatMap(CardKeys::spots)
                .sorted(Comparator.comparingDouble(this::height))
                .toList();
    }

    private static Stream<Spot> spots(Placed placed) {
        if (placed.card().spot() instanceof Spot.Unit unit && placed.own().isPresent()) {
            return Stream.of(unit, new Spot.Own(unit.layer(), unit.unit()));
        }
        return Stream.of(placed.card().spot());
    }

    private double height(Spot spot) {
        return middle(spot).map(place -> place[1]).orElse(0.0);
    }

    private List<Spot> wires(int layer) {
        return layout.wires().stream()
                .filter(wired -> wired.wire().layer() == layer)
                .sorted(Comparator.comparingDouble((Wired wired) -> wired.y1() + wired.y2())
                        .thenComparing(Wired::y1))
                .map(wired -> (Spot) wired.wire())
                .toList();
    }

    private Optional<Spot> across(Spot spot, int by) {
        if (spot instanceof Spot.Wire wire) {
            Spot from =
                    wire.layer() == 0 ? new Spot.Input(wire.input()) : new Spot.Unit(wire.layer() - 1, wire.input());
            return Optional.of(by < 0 ? from : new Spot.Unit(wire.layer(), wire.unit()));
        }
        int column = columnOf(spot);
        List<Spot> links = wires(by < 0 ? column - 1 : column).stream()
                .filter(link -> touches((Spot.Wire) link, spot, by))
                .toList();
        if (!links.isEmpty()) {
            return nearest(links, height(spot));
        }
        List<Spot> cards = column(column + by).stream()
                .filter(stop -> !(stop instanceof Spot.Own))
                .toList();
        return nearest(cards, height(spot));
    }

    private static boolean touches(Spot.Wire wire, Spot spot, int by) {
        if (spot instanceof Spot.Input input) {
            return by > 0 && wire.layer() == 0 && wire.input() == input.index();
        }
        if (spot instanceof Spot.Unit unit) {
            return by > 0
                    ? wire.layer() == unit.layer() + 1 && wire.input() == unit.unit()
                    : wire.layer() == unit.layer() && wire.unit() == unit.unit();
        }
        return false;
    }

    private Optional<Spot> nearest(List<Spot> stops, double y) {
        return stops.stream().min(Comparator.comparingDouble(stop -> Math.abs(height(stop) - y)));
    }
}
