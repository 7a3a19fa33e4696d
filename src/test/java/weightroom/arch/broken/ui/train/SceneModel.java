package weightroom.arch.broken.ui.train;

/** Planted for {@code ArchitectureTest}. */
class SceneModel {
    javafx.scene.Node node;
}
