package weightroom.arch.broken.plot;

/** Planted for {@code ArchitectureTest}. */
class ReachesTooFar {
    weightroom.arch.broken.run.ReachesTooFar training;
}
