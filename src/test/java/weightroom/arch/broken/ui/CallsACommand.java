package weightroom.arch.broken.ui;

/** Planted for {@code ArchitectureTest}. */
class CallsACommand {
    weightroom.arch.broken.cli.Command command;
}
