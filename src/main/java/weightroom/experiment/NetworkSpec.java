package weightroom.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weightroom.engine.Frozen;
import weightroom.engine.InvalidInput;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;

/**
 * The network's layers, and which of its links training leaves alone; how many inputs it has follows from the data.
 *
 * @param layers hidden layers and, last, the output layer; at least one, softmax only on the last
 * @param locked weights and biases that keep their number; in order
 * @param off links that are off, whose number is 0 and stays so, with the number that each has when it is on again; in
 *     order
 */
public record NetworkSpec(List<LayerSpec> layers, SortedSet<Link> locked, SortedMap<Link, Double> off) {
    /** The most layers a file may ask for. */
    public static final int MAX_LAYERS = 64;

    /** The most links that may be locked, and that may be off. */
    public static final int MAX_LINKS = 200_000;

    /**
     * @throws InvalidInput when there is no layer, there are too many, softmax stands on a hidden one, or a link lies
     *     outside the network
     */
    public NetworkSpec {
        layers = List.copyOf(layers);
        locked = Collections.unmodifiableSortedSet(new TreeSet<>(locked));
        off = Collections.unmodifiableSortedMap(new TreeMap<>(off));
        if (layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new InvalidInput(
                    "network.layers has %d layers; expected 1 to %d".formatted(layers.size(), MAX_LAYERS));
        }
        for (int l = 0; l < layers.size() - 1; l++) {
            if (layers.get(l).softmax()) {
                throw new InvalidInput(
                        ("network.layers[%d].activation is softmax; it mixes the outputs of a whole layer"
                                        + " and stands only on the last one")
                                .formatted(l));
            }
        }
        check("locked", locked, layers);
        check("off", off.keySet(), layers);
    }

    /** A network of which everything is trained. */
    public NetworkSpec(List<LayerSpec> layers) {
        this(layers, Collections.emptySortedSet(), Collections.emptySortedMap());
    }

    private static void check(String name, Set<Link> links, List<LayerSpec> layers) {
        if (links.size() > MAX_LINKS) {
            throw new InvalidInput(
                    "network.%s has %d links; expected at most %d".formatted(name, links.size(), MAX_LINKS));
        }
        for (Link link : links) {
            fault(link, layers).ifPresent(fault -> {
                throw new InvalidInput("network.%s has \"%s\": %s".formatted(name, link, fault));
            });
        }
    }

    /** Why there is no such link over so many inputs; empty where there is. */
    public Optional<String> fault(Link link, int inputs) {
        return fault(link, layers, inputs);
    }

    /** The same as far as it can be said before there is data. */
    static Optional<String> fault(Link link, List<LayerSpec> layers) {
        return fault(link, layers, Integer.MAX_VALUE);
    }

    private static Optional<String> fault(Link link, List<LayerSpec> layers, int ofData) {
        if (link.layer() >= layers.size()) {
            return Optional.of(outside("there is no layer", link.layer(), layers.size()));
        }
        LayerSpec layer = layers.get(link.layer());
        if (link.unit() >= layer.units()) {
            return Optional.of(outside("that layer has no unit", link.unit(), layer.units()));
        }
        if (link.isBias()) {
            return layer.batchNorm()
                    ? Optional.of("that layer has batch norm and no biases; expected \"layer/unit/input\"")
                    : Optional.empty();
        }
        int inputs = link.layer() == 0 ? ofData : layers.get(link.layer() - 1).units();
        return link.input() < inputs
                ? Optional.empty()
                : Optional.of(outside("that layer has no input", link.input(), inputs));
    }

    private static String outside(String what, int found, int count) {
        return "%s %d; expected %s".formatted(what, found, count == 1 ? "0" : "0 to " + (count - 1));
    }

    /** The last layer. */
    public LayerSpec output() {
        return layers.get(layers.size() - 1);
    }

    /** The engine's network over so many inputs. */
    public Network over(int inputs) {
        return new Network(inputs, layers.stream().map(LayerSpec::layer).toList(), output().softmax());
    }

    /**
     * Where a link's number stands in {@link Layout}'s flat array.
     *
     * @throws InvalidInput when the network does not have it
     */
    public static int index(Link link, Layout layout) {
        Slice slice = layout.slice(link.layer());
        if (link.isBias()) {
            return slice.biases() + link.unit();
        }
        if (link.input() >= slice.in()) {
            throw new InvalidInput("network.locked or network.off has \"%s\": %s"
                    .formatted(link, outside("that layer has no input", link.input(), slice.in())));
        }
        return slice.weights() + link.unit() * slice.in() + link.input();
    }

    /**
     * What training leaves alone: all that is locked or off.
     *
     * @throws InvalidInput when one of the links has an input that the data does not give
     */
    public Frozen frozen(Network network) {
        if (locked.isEmpty() && off.isEmpty()) {
            return Frozen.NONE;
        }
        Layout layout = Layout.of(network);
        return Frozen.of(Stream.concat(locked.stream(), off.keySet().stream())
                .mapToInt(link -> index(link, layout))
                .toArray());
    }

    /** With these links locked, in place of all that were. */
    public NetworkSpec withLocked(Collection<Link> changed) {
        return new NetworkSpec(layers, new TreeSet<>(changed), off);
    }

    /** With these links off, in place of all that were; each with the number that it comes back with. */
    public NetworkSpec withOff(Map<Link, Double> changed) {
        return new NetworkSpec(layers, locked, new TreeMap<>(changed));
    }

    /** With other layers; links that no longer exist are no longer locked or off. */
    public NetworkSpec withLayers(List<LayerSpec> changed) {
        return moved(changed, link -> link);
    }

    /** Without the locked and switched off links that ask for more inputs than so many. */
    public NetworkSpec withinInputs(int inputs) {
        return moved(layers, link -> link.layer() == 0 && link.input() >= inputs ? null : link);
    }

    /** Another layer in this place. */
    public NetworkSpec withLayer(int index, LayerSpec changed) {
        List<LayerSpec> next = new ArrayList<>(layers);
        next.set(index, changed);
        return withLayers(next);
    }

    /**
     * One more layer at this place; {@code index} 0 puts it first. What comes after reads from other units than before, so
     * that of the layer behind it only biases stay locked or off.
     */
    public NetworkSpec plusLayer(int index, LayerSpec added) {
        List<LayerSpec> next = new ArrayList<>(layers);
        next.add(index, added);
        return moved(next, link -> {
            boolean readsFromIt = link.layer() == index && !link.isBias();
            return readsFromIt ? null : link.layer() < index ? link : link.inLayer(link.layer() + 1);
        });
    }

    /** Without this layer; of the layer behind it only biases stay locked or off. */
    public NetworkSpec minusLayer(int index) {
        List<LayerSpec> next = new ArrayList<>(layers);
        next.remove(index);
        return moved(next, link -> {
            boolean gone = link.layer() == index || (link.layer() == index + 1 && !link.isBias());
            return gone ? null : link.layer() < index ? link : link.inLayer(link.layer() - 1);
        });
    }

    private NetworkSpec moved(List<LayerSpec> next, UnaryOperator<@Nullable Link> place) {
        SortedSet<Link> stillLocked = new TreeSet<>();
        for (Link link : locked) {
            Link there = place.apply(link);
            if (there != null && fault(there, next).isEmpty()) {
                stillLocked.add(there);
            }
        }
        SortedMap<Link, Double> stillOff = new TreeMap<>();
        for (Map.Entry<Link, Double> entry : off.entrySet()) {
            Link there = place.apply(entry.getKey());
            if (there != null && fault(there, next).isEmpty()) {
                stillOff.put(there, entry.getValue());
            }
        }
        return new NetworkSpec(next, stillLocked, stillOff);
    }
}
