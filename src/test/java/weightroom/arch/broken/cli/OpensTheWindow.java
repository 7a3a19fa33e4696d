package weightroom.arch.broken.cli;

/** Planted for {@code ArchitectureTest}. */
class OpensTheWindow {
    weightroom.arch.broken.ui.Window window;
}
