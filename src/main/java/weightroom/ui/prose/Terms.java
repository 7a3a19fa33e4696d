package weightroom.ui.prose;

import java.util.Optional;

/** Says what the terms mean that texts link to. */
@FunctionalInterface
public interface Terms {
    /** Knows none. */
    Terms NONE = id -> Optional.empty();

    /** What a term means; empty where nobody knows it. */
    Optional<Explanation> explain(String id);

    /**
     * What is shown when a term is opened.
     *
     * @param formula in plain Unicode, or in LaTeX's notation between dollar signs; may be empty
     * @param text plain, with a line for each of several meanings
     */
    record Explanation(String title, String formula, String text) {}
}
