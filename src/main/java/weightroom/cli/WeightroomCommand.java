package weightroom.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
        version = "weightroom 0.1.0",
        resourceBundle = "weightroom.cli.messages",
        subcommands = {TrainCommand.class, DevicesCommand.class, BenchCommand.class})
public final class WeightroomCommand {
    static final int DONE = 0;
    static final int INTERNAL_ERROR = 1;
    static final int BAD_INPUT = 2;
    static final int DIVERGED = 3;
    static final int DEVICE_FAILED = 4;

    private static final Logger LOG = LoggerFactory.getLogger(WeightroomCommand.class);

    /**
     * Carries out one command line.
     *
     * @return the exit status: 0 done, 2 bad input, 3 training diverged, 4 no such device, or it failed
     */
    public static int run(String... args) {
        Charset charset = terminalCharset();
        return run(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset), args);
    }

    /** What the terminal reads: Java's own default has been UTF-8 since Java 18, whatever the terminal. */
    private static Charset terminalCharset() {
        String known = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(known) ? Charset.forName(known) : StandardCharsets.UTF_8;
    }

    /** The same with other places for the result and for messages. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new WeightroomCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(WeightroomCommand::explain)
                .setExecutionExceptionHandler((error, command, parsed) -> explain(error, command))
                .execute(args);
    }

    private static int explain(ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        command.getErr()
                .printf(
                        "%s%nTry: %s --help%n",
                        error.getMessage(), command.getCommandSpec().qualifiedName());
        return BAD_INPUT;
    }

    private static int explain(Exception error, CommandLine command) {
        command.getErr().println(error.getMessage());
        if (error instanceof InvalidInput) {
            return BAD_INPUT;
        }
        if (error instanceof DeviceFailure) {
            return DEVICE_FAILED;
        }
        LOG.error("The command {} failed", command.getCommandName(), error);
        return INTERNAL_ERROR;
    }
}
