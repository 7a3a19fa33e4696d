package weightroom.engine;

/**
 * A number that belongs to one choice of the vocabulary, such as an optimizer's {@code beta1}.
 *
 * @param id kebab-case name in files
 * @param label name on screen
 * @param help what raising it causes, one sentence
 * @param initial the default
 * @param low smallest allowed value
 * @param high largest allowed value
 * @param logarithmic whether a slider should run over its logarithm
 */
public record Knob(String id, String label, String help, double initial, double low, double high, boolean logarithmic) {
    /**
     * Returns {@code value} when it lies in the range.
     *
     * @throws InvalidInput naming {@code owner}, this knob, the value and the range
     */
    public double check(String owner, double value) {
        if (!(value >= low && value <= high)) {
            throw new InvalidInput(
                    "%s: %s is %s; expected a number from %s to %s".formatted(owner, id, value, low, high));
        }
        return value;
    }
}
