package weightroom.cli;

import picocli.CommandLine.Command;

/** {@code lessons}: what can be done with lessons. */
@Command(
        name = "lessons",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "weightroom.cli.messages",
        synopsisSubcommandLabel = "COMMAND")
final class LessonsCommand {}
