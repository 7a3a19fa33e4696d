package weightroom;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.LoggerFactory;
import weightroom.cli.WeightroomCommand;
import weightroom.run.SecondStart;
import weightroom.run.SecondStart.Terminal;
import weightroom.ui.WeightroomApp;

/**
 * Where the program starts: without arguments the window, with arguments the command line. A command loads no class of
 * JavaFX, so that it starts fast and needs no display.
 */
public final class Main {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int NO_SUCH_DEVICE = 4;

    /** Opens the window, says when it answers, trains for a moment, and closes it again: for checking a build. */
    private static final String SMOKE = "--smoke";

    private static final String WHAT_NEEDS_NO_DISPLAY =
            "the commands train, devices and bench need none, as in: java -jar weightroom.jar train FILE";

    private Main() {}

    /** Starts the program, and ends it with the status for what happened: 0, 2, 3 or 4. */
    public static void main(String... args) {
        System.exit(start(args));
    }

    private static int start(String... args) {
        boolean logs = System.getProperty(Logs.LEVEL_PROPERTY) != null;
        if (logs && !configureLogs()) {
            return BAD_INPUT;
        }
        boolean window = args.length == 0 || List.of(args).equals(List.of(SMOKE));
        if (window && !hasDisplay()) {
            System.err.printf("There is no display to open the window on; %s%n", WHAT_NEEDS_NO_DISPLAY);
            return NO_SUCH_DEVICE;
        }
        SecondStart.watchFirst();
        SecondStart second = SecondStart.ofThisSystem();
        boolean chains = second.chains() && (window || WeightroomCommand.mayUseOpenCl(args));
        if (chains || window && second.opensFaster()) {
            OptionalInt status = second.run(
                    window ? Optional.of(new Terminal(System.out::println, System.err::println)) : Optional.empty());
            if (status.isPresent()) {
                return status.getAsInt();
            }
        }
        if (!logs) {
            configureLogs();
        }
        return window ? openWindow(args) : WeightroomCommand.run(new Windows(), args);
    }

    /** Where nobody asked for logs, the first of two processes does without: it would lose a tenth of a second over it. */
    private static boolean configureLogs() {
        try {
            Logs.configure();
            return true;
        } catch (IllegalArgumentException e) {
            System.err.printf(
                    "The system property %s is '%s', but should be OFF, SEVERE, WARNING, INFO, FINE or ALL.%n",
                    Logs.LEVEL_PROPERTY, System.getProperty(Logs.LEVEL_PROPERTY));
            return false;
        }
    }

    private static int openWindow(String... args) {
        try {
            Optional<String> complaint = WeightroomApp.open(() -> System.out.println("The window answers."), args);
            complaint.ifPresent(text -> System.err.printf("The window does not work: %s%n", text));
            return complaint.isPresent() ? FAILED : 0;
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Main.class).error("The window could not be opened", e);
            System.err.printf(
                    "The window could not be opened (%s; more with -D%s=WARNING); %s%n",
                    rootCause(e), Logs.LEVEL_PROPERTY, WHAT_NEEDS_NO_DISPLAY);
            return NO_SUCH_DEVICE;
        }
    }

    /** Whether it is worth trying: on Linux a window needs X11 or Wayland, unless another toolkit was asked for. */
    static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null
                || System.getProperty("glass.platform") != null;
    }

    private static String rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
