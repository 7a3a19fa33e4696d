package weightroom.engine.opencl;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalInt;
import weightroom.engine.Network;
import weightroom.engine.Rows;
import weightroom.engine.Split;

/** All rows of all splits on the device, each part once, inputs and targets of a row side by side. */
final class FusedRows implements AutoCloseable {
    private final IdentityHashMap<Rows, Integer> places = new IdentityHashMap<>();
    private final ClBuffer buffer;

    FusedRows(ClContext context, Network network, List<Split> data) {
        int count = 0;
        for (Split split : data) {
            for (Rows part : List.of(split.train(), split.validation(), split.test())) {
                if (!part.isEmpty() && places.putIfAbsent(part, count) == null) {
                    count += part.count();
                }
            }
        }
        int in = network.inputs();
        int c = network.outputs();
        float[] gathered = new float[count * (in + c)];
        places.forEach((part, first) -> interleave(part, gathered, first, in, c));
        buffer = context.copyOf(gathered);
    }

    /** Rows that are none of the splits', in a buffer that the caller closes. */
    static ClBuffer foreign(ClContext context, Network network, Rows part) {
        int in = network.inputs();
        int c = network.outputs();
        float[] gathered = new float[part.count() * (in + c)];
        interleave(part, gathered, 0, in, c);
        return context.copyOf(gathered);
    }

    private static void interleave(Rows part, float[] to, int first, int in, int c) {
        for (int i = 0; i < part.count(); i++) {
            int at = (first + i) * (in + c);
            System.arraycopy(part.inputs(), i * in, to, at, in);
            System.arraycopy(part.targets(), i * c, to, at + in, c);
        }
    }

    ClBuffer buffer() {
        return buffer;
    }

    /** Number of the part's first row, if the part is here. */
    OptionalInt place(Rows part) {
        Integer first = places.get(part);
        return first == null ? OptionalInt.empty() : OptionalInt.of(first);
    }

    @Override
    public void close() {
        buffer.close();
    }
}
