package weightroom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code weightroom} itself, which the others hang from. */
@Command(
        name = "weightroom",
        description = "Watch neural networks train. Without a command, the window opens.",
        mixinStandardHelpOptions = true,
        version = "weightroom 0.1.0")
public final class WeightroomCommand {
    /**
     * Carries out one command line.
     *
     * @return the exit status: 0 done, 2 bad input, 3 training diverged, 4 no such device, or it failed
     */
    public static int run(String... args) {
        return new CommandLine(new WeightroomCommand()).execute(args);
    }
}
