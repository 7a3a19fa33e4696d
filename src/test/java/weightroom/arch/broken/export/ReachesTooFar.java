package weightroom.arch.broken.export;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    picocli.CommandLine commandLine;
}
