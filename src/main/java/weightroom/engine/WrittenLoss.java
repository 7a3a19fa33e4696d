package weightroom.engine;

/**
 * The term of a {@link Loss} at one output as a reader works it out, in LaTeX: over p, y, t and v as {@link Loss} names them,
 * and {@code \Sigma_y} for Σ y_k of a row where that is not 1. Of a loss made of pieces it is the piece that the output lies
 * on.
 *
 * @param condition for which outputs it holds, such as {@code y = 1}; empty where it holds for all
 * @param value the term, not yet divided
 * @param byPrediction its derivative by p alone, infinite where a loss {@linkplain Loss#fromLogits() taken from logits}
 *     meets a prediction that is 0 or 1 and wrong, and 0/0 where it may be right
 * @param byLogit the derivative of the row's sum by z, in which sigmoid or softmax cancels; empty where the loss is not taken
 *     from logits
 */
public record WrittenLoss(String condition, String value, String byPrediction, String byLogit) {
    WrittenLoss(String value, String byPrediction) {
        this("", value, byPrediction, "");
    }

    WrittenLoss when(String condition) {
        return new WrittenLoss(condition, value, byPrediction, byLogit);
    }

    WrittenLoss fromLogit(String byLogit) {
        return new WrittenLoss(condition, value, byPrediction, byLogit);
    }
}
