package weightroom.arch.broken.experiment;

/** Planted for {@code ArchitectureTest}. */
public class ReachesTooFar {
    weightroom.arch.broken.data.ReachesTooFar below;
    weightroom.arch.broken.run.ReachesTooFar above;
}
