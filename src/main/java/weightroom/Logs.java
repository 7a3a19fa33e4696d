package weightroom;

import java.util.Objects;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the log shows on the terminal: nothing, unless {@code -Dweightroom.log=WARNING} (or another level of
 * {@link Level}) asks for it. The libraries log here too: JavaFX through {@link System.Logger}, the others through
 * SLF4J.
 */
final class Logs {
    /** The system property that holds the level. */
    static final String LEVEL_PROPERTY = "weightroom.log";

    /**
     * Where JavaFX says at every start that its classes came from the class path. It is told there on purpose, since
     * the jar is started with {@code java -jar} and its libraries beside it; nothing that this program uses depends
     * on named modules. Only that one message is dropped: {@code javafx.css} and the other loggers below this one do
     * not pass through its filter.
     *
     * <p>Held here because java.util.logging keeps only a weak reference, and would lose the filter with the logger.
     */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Logs() {}

    /**
     * Sets the terminal's level. To be called before the first JavaFX class is loaded.
     *
     * @throws IllegalArgumentException if the property holds no level
     */
    static void configure() {
        JAVAFX.setFilter(Logs::isWorthSaying);
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        Level level = Level.parse(System.getProperty(LEVEL_PROPERTY, "OFF"));
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(level);
            }
        }
    }

    private static boolean isWorthSaying(LogRecord record) {
        return !Objects.requireNonNullElse(record.getMessage(), "").startsWith("Unsupported JavaFX configuration");
    }
}
