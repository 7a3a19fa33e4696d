package weightroom.arch.broken.ui;

/** Planted for {@code ArchitectureTest}. */
public class Window {}
