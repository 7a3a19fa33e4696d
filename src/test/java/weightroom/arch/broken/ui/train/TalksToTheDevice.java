package weightroom.arch.broken.ui.train;

/** Planted for {@code ArchitectureTest}. */
class TalksToTheDevice {
    org.jocl.cl_mem buffer;
}
