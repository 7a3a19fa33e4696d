package weightroom.arch.broken.cli;

/** Planted for {@code ArchitectureTest}. */
public class Command {}
