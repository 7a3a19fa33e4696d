package weightroom.arch.broken.engine;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    java.util.logging.Level notInJavaBase;
}
