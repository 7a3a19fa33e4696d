package weightroom.ui.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import weightroom.explain.Quantity;

/**
 * What a card of the network says.
 *
 * @param spot whose card it is
 * @param forward numbers of the way forward
 * @param backward those of the way back
 * @param own parameters that belong to the unit alone, each with its gradient where that is shown
 */
record Card(Spot spot, List<Quantity> forward, List<Quantity> backward, List<Quantity> own) {
    Card {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
        own = List.copyOf(own);
    }

    Stream<Quantity> all() {
        return Stream.of(forward, backward, own).flatMap(List::stream);
    }

    /** Its numbers, each with ∂L by it in the same row where both are shown. */
    List<List<Quantity>> pairs() {
        List<List<Quantity>> rows = new ArrayList<>();
        Set<Quantity> paired = new HashSet<>();
        for (Quantity number : all().toList()) {
            Quantity derivative = number.as(number.kind().derivative());
            boolean both = !derivative.equals(number) && all().anyMatch(derivative::equals);
            if (both) {
                paired.add(derivative);
                rows.add(List.of(number, derivative));
            } else if (!paired.contains(number)) {
                rows.add(List.of(number));
            }
        }
        return rows;
    }
}
