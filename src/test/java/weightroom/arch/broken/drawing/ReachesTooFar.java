package weightroom.arch.broken.prose;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    org.jocl.cl_mem buffer;
}
