package weightroom.arch.broken.data;

/** Planted for {@code ArchitectureTest}. */
public class ReachesTooFar {
    weightroom.arch.broken.experiment.ReachesTooFar above;
}
