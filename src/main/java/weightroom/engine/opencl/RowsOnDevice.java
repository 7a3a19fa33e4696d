package weightroom.engine.opencl;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import weightroom.engine.Rows;
import weightroom.engine.Split;

/**
 * Rows that are on the device. The training rows of all splits stand behind one another in one buffer, so that each copy
 * finds its own by an offset; other rows are uploaded when they are first asked for and kept while somebody holds them.
 */
final class RowsOnDevice implements AutoCloseable {
    private final ClContext context;
    private final int outputs;
    private final List<Place> places = new ArrayList<>();

    /**
     * Where some rows stand.
     *
     * @param base index of the first row
     */
    private record Place(WeakReference<Rows> rows, ClBuffer inputs, ClBuffer targets, int base, boolean training) {}

    /** Buffers of rows, {@code (n, in)} and {@code (n, c)}, and the index of the first row. */
    record Found(ClBuffer inputs, ClBuffer targets, int base) {}

    RowsOnDevice(ClContext context, int inputs, int outputs, List<Split> data) {
        this.context = context;
        this.outputs = outputs;
        int rows = data.get(0).train().count();
        ClBuffer x = context.buffer((long) data.size() * rows * inputs);
        ClBuffer y = context.buffer((long) data.size() * rows * outputs);
        for (int d = 0; d < data.size(); d++) {
            Rows train = data.get(d).train();
            context.write(x, (long) d * rows * inputs, train.inputs(), train.inputs().length);
            context.write(y, (long) d * rows * outputs, train.targets(), train.targets().length);
            places.add(new Place(new WeakReference<>(train), x, y, d * rows, true));
        }
    }

    /** The training rows of all splits. */
    Found training() {
        Place first = places.get(0);
        return new Found(first.inputs, first.targets, 0);
    }

    /** Where these rows stand, uploaded now if need be. */
    Found find(Rows rows) {
        for (Iterator<Place> all = places.iterator(); all.hasNext(); ) {
            Place place = all.next();
            if (place.rows.refersTo(rows)) {
                return new Found(place.inputs, place.targets, place.base);
            }
            if (!place.training && place.rows.refersTo(null)) {
                release(place);
                all.remove();
            }
        }
        if (rows.targets().length != rows.count() * outputs) {
            throw new IllegalArgumentException("rows have %d targets; the network has %d outputs for each of %d rows"
                    .formatted(rows.targets().length, outputs, rows.count()));
        }
        Place place = new Place(
                new WeakReference<>(rows), context.copyOf(rows.inputs()), context.copyOf(rows.targets()), 0, false);
        places.add(place);
        return new Found(place.inputs, place.targets, 0);
    }

    private static void release(Place place) {
        place.inputs.close();
        place.targets.close();
    }

    @Override
    public void close() {
        places.forEach(RowsOnDevice::release);
        places.clear();
    }
}
