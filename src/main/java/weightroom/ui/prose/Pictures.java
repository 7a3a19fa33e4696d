package weightroom.ui.prose;

import weightroom.engine.InvalidInput;

/** Finds the pictures that texts show. */
@FunctionalInterface
public interface Pictures {
    /** Has none. */
    Pictures NONE = path -> {
        throw new InvalidInput(path + ": there are no pictures here");
    };

    /**
     * The text of an SVG file.
     *
     * @param path as the text writes it, {@code assets/neuron.svg}
     * @throws InvalidInput where there is none that may be read
     */
    String svg(String path);
}
