package weightroom.explain;

import java.util.List;

/**
 * What comes out where one thing goes wrong.
 *
 * @param key of the sentence that names it
 * @param names what the sentence speaks of
 */
record Slip(double value, String key, List<String> names) {
    /** Names it. */
    String sentence() {
        return Text.of("slip." + key, names.toArray());
    }
}
