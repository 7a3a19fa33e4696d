package weightroom.engine;

/**
 * Something the user gave (a file, a field, a number, an option) cannot be used. The message is written for the user: it
 * names where, what was found and what was expected, and is shown as it is.
 */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInput(String message) {
        super(message);
    }

    public InvalidInput(String message, Throwable cause) {
        super(message, cause);
    }
}
