package weightroom.arch.broken.run;

/** Planted for {@code ArchitectureTest}. */
public class ReachesTooFar {
    com.fasterxml.jackson.databind.ObjectMapper mapper;
}
