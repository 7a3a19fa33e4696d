package weightroom.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Java does not say of the terminal. */
final class Terminal {
    /** Where Linux keeps what standard error goes to; elsewhere this is missing. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /**
     * Whether a person sees standard error as it is written. Java only tells whether input and output are both a terminal,
     * which they are not in {@code train --json > result.json}.
     */
    static boolean showsErrors() {
        if (Files.exists(STANDARD_ERROR)) {
            try {
                String name = Files.readSymbolicLink(STANDARD_ERROR).toString();
                return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
            } catch (IOException unreadable) {
                return hasConsole();
            }
        }
        return hasConsole();
    }

    /** Since Java 22 there is a console even where nobody looks; the method that tells is newer than our floor. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
