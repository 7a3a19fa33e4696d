package weightroom.arch.broken.engine.cpu;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    org.slf4j.Logger log;
}
