package weightroom.arch.broken.lesson;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    org.jocl.cl_mem buffer;
}
