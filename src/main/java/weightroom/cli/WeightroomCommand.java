package weightroom.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import weightroom.engine.DeviceFailure;
import weightroom.engine.InvalidInput;

/** The command {@code weightroom} itself, which the others hang from. */
@Command(
        name = "weightroom",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages")
public final class WeightroomCommand {
    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int BAD_INPUT = 2;
    static final int DIVERGED = 3;
    static final int DEVICE_FAILED = 4;
    static final int NOT_TRUE = 5;

    private WeightroomCommand() {}

    /**
     * Carries out one command line.
     *
     * @param window for the commands that draw it
     * @return the exit status: 0 done, 2 bad input, 3 training diverged, 4 no such device, or it failed, 5 a lesson
     *     says what is not so
     */
    public static int run(WindowPort window, String... args) {
        Charset charset = terminalCharset();
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        return run(window, Terminal.showsErrors(), out, err, args);
    }

    /**
     * Whether a command line may compute on OpenCL, told from its words alone: help does not, nor does a command that measures
     * the window or is told to use a device of Java's.
     */
    public static boolean mayUseOpenCl(String... args) {
        List<String> words = List.of(args);
        boolean computes = words.contains("train")
                || words.contains("compare")
                || words.contains("explain") && words.stream().anyMatch(word -> word.startsWith("--epochs"))
                || words.contains("bench")
                || words.contains("devices");
        boolean needsNone = words.contains("--help") || words.contains("-h") || words.contains("--ui");
        String device = "";
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--device") && i + 1 < args.length) {
                device = args[i + 1];
            } else if (args[i].startsWith("--device=")) {
                device = args[i].substring("--device=".length());
            }
        }
        return computes && !needsNone && !device.equals("java") && !device.equals("reference");
    }

    /**
     * The same with other places for the result and for messages.
     *
     * @param onTerminal whether messages go to a terminal, where a bar can be drawn
     */
    static int run(WindowPort window, boolean onTerminal, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new WeightroomCommand())
                .addSubcommand(new TrainCommand(onTerminal))
                .addSubcommand(new CompareCommand(onTerminal))
                .addSubcommand(new ExplainCommand(onTerminal))
                .addSubcommand(new CommandLine(new LessonsCommand()).addSubcommand(new LessonsCheckCommand(onTerminal)))
                .addSubcommand(new DevicesCommand())
                .addSubcommand(new BenchCommand(window))
                .addSubcommand(new RenderCommand(window))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(WeightroomCommand::explain)
                .setExecutionExceptionHandler((error, failed, parsed) -> explain(error, failed));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError full) {
            err.println(Text.of("out.of.memory", Runtime.getRuntime().maxMemory() >> 20));
            return INTERNAL_ERROR;
        }
    }

    /** What the terminal reads: Java's own default has been UTF-8 since Java 18, whatever the terminal. */
    private static Charset terminalCharset() {
        String known = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(known) ? Charset.forName(known) : StandardCharsets.UTF_8;
    }

    private static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(error.getMessage());
        err.println(Text.of("try.help", command.getCommandSpec().qualifiedName()));
        return BAD_INPUT;
    }

    private static int explain(Exception error, CommandLine command) {
        PrintWriter err = command.getErr();
        if (error instanceof InvalidInput) {
            err.println(error.getMessage());
            return BAD_INPUT;
        }
        if (error instanceof DeviceFailure) {
            err.println(error.getMessage());
            return DEVICE_FAILED;
        }
        Logger log = LoggerFactory.getLogger(WeightroomCommand.class);
        log.error("The command {} failed", command.getCommandName(), error);
        err.println(Text.of("failed", command.getCommandName(), error.toString()));
        return INTERNAL_ERROR;
    }
}
