package weightroom.arch.broken.cellar;

/** Planted for {@code ArchitectureTest}. */
class HasNoRoom {}
