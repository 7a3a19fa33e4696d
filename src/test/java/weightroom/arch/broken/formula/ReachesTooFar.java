package weightroom.arch.broken.formula;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    org.jocl.cl_mem buffer;
}
