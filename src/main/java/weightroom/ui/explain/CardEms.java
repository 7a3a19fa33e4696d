package weightroom.ui.explain;

/**
 * How wide the texts of the cards are, in units of their type's size.
 *
 * @param title the widest name of a unit with its activation
 * @param name the widest name of a number of a unit, as {@code ∂L/∂a₁}
 * @param symbol the widest without ∂L, as {@code z₁}
 * @param value the widest number of units that is no gradient
 * @param slope the widest gradient of units
 * @param inputTitle the widest head of an input
 * @param inputName the widest name in front of its numbers
 * @param inputValue the widest number of inputs
 * @param lossTitle the head of the loss
 * @param loss its widest row
 * @param wireName the widest name of a weight or of ∂L by it
 * @param wireValue the widest number of a label
 */
record CardEms(
        double title,
        double name,
        double symbol,
        double value,
        double slope,
        double inputTitle,
        double inputName,
        double inputValue,
        double lossTitle,
        double loss,
        double wireName,
        double wireValue) {}
