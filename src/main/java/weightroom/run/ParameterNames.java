package weightroom.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import weightroom.engine.Layout;
import weightroom.engine.Layout.Slice;
import weightroom.engine.Network;

/** Places in the flat array of {@link Layout} in words. */
final class ParameterNames {
    private static final MathContext SHOWN = new MathContext(4);

    private ParameterNames() {}

    /** What an edit did: the one parameter with both of its values, or how many there were. */
    static String edit(Network network, Map<Integer, Float> before, Map<Integer, Float> after) {
        if (after.size() != 1) {
            return Text.of("edit.many", after.size());
        }
        Map.Entry<Integer, Float> one = after.entrySet().iterator().next();
        float old = before.getOrDefault(one.getKey(), Float.NaN);
        return Text.of("change.value", name(network, one.getKey()), number(old), number(one.getValue()));
    }

    private static String name(Network network, int index) {
        Layout layout = Layout.of(network);
        for (int l = 0; l < layout.slices().size(); l++) {
            Slice slice = layout.slice(l);
            if (index >= slice.weights() && index < slice.weightsEnd()) {
                int unit = (index - slice.weights()) / slice.in();
                int input = (index - slice.weights()) % slice.in();
                return Text.of("edit.weight", l + 1, unit + 1, input + 1);
            }
            if (slice.biases() != Layout.NONE && index >= slice.biases() && index < slice.biases() + slice.units()) {
                return Text.of("edit.bias", l + 1, index - slice.biases() + 1);
            }
        }
        return Text.of("edit.other", index);
    }

    private static String number(float value) {
        return !Float.isFinite(value)
                ? Float.toString(value)
                : new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
