package weightroom.arch.broken.explain;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    org.jocl.cl_mem buffer;
}
