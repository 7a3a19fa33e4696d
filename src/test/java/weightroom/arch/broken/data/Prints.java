package weightroom.arch.broken.data;

/** Planted for {@code ArchitectureTest}. */
class Prints {
    void print() {
        System.out.println();
    }
}
