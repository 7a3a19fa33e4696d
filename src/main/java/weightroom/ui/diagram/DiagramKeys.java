package weightroom.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import weightroom.ui.model.Changes;

/**
 * Everything the mouse can do, by keys: arrows go from tile to tile, Tab to a unit's bias and then through the links into it,
 * Enter opens what is selected, + and − make its layer larger and smaller, Insert puts a layer behind it, Delete takes it out.
 */
final class DiagramKeys {
    private final DiagramModel model;
    private final boolean fixed;
    /** Whether Tab belongs to the links; else it leaves the diagram. */
    private boolean inside;

    /** @param fixed whether layers stay as they are */
    DiagramKeys(DiagramModel model, boolean fixed) {
        this.fixed = fixed;
        this.model = model;
    }

    /** The diagram has got or lost the focus. */
    void focused() {
        inside = false;
    }

    /** Does what a key stands for, other than opening; returns whether it did. */
    boolean pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case LEFT -> across(-1);
            case RIGHT -> across(1);
            case UP -> along(-1);
            case DOWN -> along(1);
            case TAB -> inside && through(event.isShiftDown() ? -1 : 1);
            case ESCAPE -> back();
            case PLUS, ADD, EQUALS -> units(1);
            case MINUS, SUBTRACT -> units(-1);
            case INSERT -> layer(true);
            case DELETE -> layer(false);
            default -> false;
        };
    }

    private Hit current() {
        return model.selected().orElse(new Hit.Tile(0, 0));
    }

    private boolean across(int by) {
        int layer =
                Math.max(-1, Math.min(model.layout().outputLayer(), current().layer() + by));
        if (model.selected().isEmpty()) {
            layer = 0;
        }
        double y = Places.of(model.map(), tileOf(current()))[1];
        Hit nearest = stops(layer).get(0);
        for (Hit stop : stops(layer)) {
            double distance = Math.abs(Places.of(model.map(), stop)[1] - y);
            nearest = distance < Math.abs(Places.of(model.map(), nearest)[1] - y) ? stop : nearest;
        }
        return select(nearest);
    }

    private boolean along(int by) {
        List<Hit> stops = stops(current().layer());
        int at = stops.indexOf(tileOf(current()));
        boolean first = model.selected().isEmpty() || at < 0;
        return select(stops.get(first ? 0 : Math.max(0, Math.min(stops.size() - 1, at + by))));
    }

    /** The tiles of a layer from top to bottom, and what names the rest. */
    private List<Hit> stops(int layer) {
        Column column = model.layout().column(layer);
        List<Hit> stops = new ArrayList<>();
        column.cells().forEach(cell -> stops.add(new Hit.Tile(layer, cell.index())));
        column.more().ifPresent(box -> stops.add(new Hit.More(layer)));
        return stops;
    }

    /** The tile that a bias or a link belongs to. */
    static Hit tileOf(Hit hit) {
        if (hit instanceof Hit.Bias bias) {
            return new Hit.Tile(bias.layer(), bias.index());
        }
        return hit instanceof Hit.Wire wire ? new Hit.Tile(wire.layer(), wire.index()) : hit;
    }

    private boolean through(int by) {
        List<Hit> parts = new ArrayList<>();
        Hit tile = tileOf(current());
        parts.add(tile);
        if (tile instanceof Hit.Tile unit && unit.layer() >= 0) {
            parts.add(new Hit.Bias(unit.layer(), unit.index()));
            model.map().links().stream()
                    .filter(link -> link.layer() == unit.layer() && link.unit() == unit.index())
                    .forEach(link -> parts.add(new Hit.Wire(link.layer(), link.unit(), link.input())));
        }
        int next = parts.indexOf(current()) + by;
        return next >= 0 && next < parts.size() && select(parts.get(next));
    }

    private boolean back() {
        Hit tile = tileOf(current());
        boolean within = model.selected().isPresent() && !tile.equals(current());
        if (within) {
            return select(tile);
        }
        inside = false;
        boolean any = model.selected().isPresent();
        model.select(Optional.empty());
        return any;
    }

    private boolean select(Hit hit) {
        inside = true;
        model.select(Optional.of(hit));
        return true;
    }

    private boolean isHidden() {
        int layer = current().layer();
        return model.selected().isPresent()
                && layer >= 0
                && layer < model.layout().outputLayer();
    }

    private boolean units(int by) {
        if (fixed || !isHidden()) {
            return false;
        }
        int layer = current().layer();
        int units = Math.max(
                1, Math.min(Changes.MAX_UNITS, model.layers().get(layer).units() + by));
        model.run().change(now -> Changes.withUnits(now, layer, units));
        return true;
    }

    private boolean layer(boolean more) {
        boolean room = model.layers().size() - 1 < Changes.MAX_HIDDEN;
        if (fixed || (more ? !room || model.selected().isEmpty() : !isHidden())) {
            return false;
        }
        int layer = current().layer();
        int place = Math.min(layer + 1, model.layers().size() - 1);
        model.run().change(now -> more ? Changes.insertLayer(now, place) : Changes.minusLayer(now, layer));
        return true;
    }
}
