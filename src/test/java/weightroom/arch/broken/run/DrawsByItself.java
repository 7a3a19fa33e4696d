package weightroom.arch.broken.run;

/** Planted for {@code ArchitectureTest}. */
class DrawsByItself {
    javafx.scene.paint.Color color;
}
