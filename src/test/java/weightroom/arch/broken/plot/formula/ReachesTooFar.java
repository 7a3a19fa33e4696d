package weightroom.arch.broken.plot.formula;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    org.jocl.cl_mem buffer;
}
