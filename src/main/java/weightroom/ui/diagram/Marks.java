package weightroom.ui.diagram;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import weightroom.engine.Layout;
import weightroom.experiment.Link;
import weightroom.experiment.NetworkSpec;
import weightroom.run.Insight;
import weightroom.run.LayerInsight;

/**
 * What is special about links and units.
 *
 * @param locked parameters that training leaves alone, by their place in the flat array; not to be written
 * @param off weights of links that are switched off, likewise; not to be written
 * @param dead units that never answer
 * @param saturated units that stand at a bound for nearly all rows
 * @param dropped units that dropout silences in the batch in use
 */
record Marks(BitSet locked, BitSet off, Set<Hit.Tile> dead, Set<Hit.Tile> saturated, DroppedUnits dropped) {
    /** Nothing is known of a network that waits for a fresh start. */
    static final Marks NONE = new Marks(new BitSet(), new BitSet(), Set.of(), Set.of(), DroppedUnits.NONE);

    /** The marks of a network that the reading belongs to. */
    static Marks of(NetworkSpec network, Reading reading, DroppedUnits dropped) {
        return new Marks(
                places(network.locked(), reading),
                places(network.off().keySet(), reading),
                units(reading.insight(), LayerInsight::deadUnits),
                units(reading.insight(), LayerInsight::saturatedUnits),
                dropped);
    }

    private static BitSet places(Collection<Link> links, Reading reading) {
        BitSet places = new BitSet();
        links.forEach(link -> places.set(NetworkSpec.index(link, reading.layout())));
        return places;
    }

    private static Set<Hit.Tile> units(Optional<Insight> insight, Function<LayerInsight, int[]> which) {
        Set<Hit.Tile> units = new HashSet<>();
        insight.ifPresent(seen -> {
            for (int l = 0; l < seen.layers().size(); l++) {
                for (int unit : which.apply(seen.layers().get(l))) {
                    units.add(new Hit.Tile(l, unit));
                }
            }
        });
        return units;
    }

    /** Whether a unit is off: every link that leaves it is, and there is one. */
    boolean unitOff(Reading reading, int layer, int unit) {
        if (layer + 1 >= reading.network().layers().size()) {
            return false;
        }
        Layout.Slice next = reading.layout().slice(layer + 1);
        for (int to = 0; to < next.units(); to++) {
            if (!off.get(reading.weightAt(layer + 1, to, unit))) {
                return false;
            }
        }
        return true;
    }
}
