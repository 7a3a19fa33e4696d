package weightroom.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Fails a test of the window when JavaFX warned while it ran (a colour that no style sheet defines, a line of CSS that
 * cannot be read), or when an exception was caught by nobody, on any thread. Written before TestFX's extension, it also
 * hears what happens while that one starts and stops the window:
 *
 * <pre>{@code @ExtendWith({CleanLogExtension.class, ApplicationExtension.class})}</pre>
 */
public final class CleanLogExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    // Said at every start from the class path, and of no concern: see weightroom.Logs.
    private static final String STARTED_FROM_THE_CLASS_PATH = "Unsupported JavaFX configuration";

    // java.util.logging keeps only a weak reference.
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler listener = new Listener();
    private Thread.UncaughtExceptionHandler before;
    // A nested test class is begun and ended within the one around it.
    private int begun;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (begun++ > 0) {
            return;
        }
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> complaints.add("uncaught on thread " + thread.getName() + ": " + describe(thrown)));
        ROOT.addHandler(listener);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failOnComplaints();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--begun > 0) {
            return;
        }
        ROOT.removeHandler(listener);
        Thread.setDefaultUncaughtExceptionHandler(before);
        failOnComplaints();
    }

    private void failOnComplaints() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        if (!found.isEmpty()) {
            throw new AssertionFailedError("the log should be clean, but holds:\n" + String.join("\n", found));
        }
    }

    private static String describe(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** Hears the warnings of JavaFX, whose loggers are {@code javafx}, {@code javafx.css}, … */
    private final class Listener extends Handler {
        Listener() {
            setLevel(Level.WARNING);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord record) {
            String logger = Objects.requireNonNullElse(record.getLoggerName(), "");
            String message = Objects.requireNonNullElse(record.getMessage(), "");
            boolean javaFx =
                    logger.equals("javafx") || logger.startsWith("javafx.") || logger.startsWith("com.sun.javafx");
            if (isLoggable(record) && javaFx && !message.startsWith(STARTED_FROM_THE_CLASS_PATH)) {
                complaints.add(logger + ": " + getFormatter().format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
