package weightroom.arch.broken.engine.opencl;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    picocli.CommandLine commandLine;
}
