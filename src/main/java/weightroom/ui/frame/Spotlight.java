package weightroom.ui.frame;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Dims all but the part under the pointer, so that a class looks where its teacher points. */
final class Spotlight extends Pane {
    /** What counts as a part: the smallest of these around the pointer stays bright. */
    private static final Set<String> PARTS = Set.of(
            "top-bar", "timeline-bar", "rail", "group", "panel", "side", "effects", "health", "chart-panel", "notice");

    private static final double ROUND = 16;

    private final Node lit;
    private final BooleanProperty on;

    Spotlight(Node lit, BooleanProperty on) {
        this.lit = lit;
        this.on = on;
        setId("spotlight");
        setMouseTransparent(true);
        visibleProperty().bind(on);
        lit.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
        on.addListener((observable, before, after) -> getChildren().clear());
    }

    private void follow(MouseEvent event) {
        if (!on.get()) {
            return;
        }
        if (event.getTarget() instanceof Node under) {
            Bounds part = sceneToLocal(part(under).localToScene(part(under).getLayoutBounds()));
            Shape dark = Shape.subtract(new Rectangle(getWidth(), getHeight()), hole(part));
            dark.getStyleClass().add("dark");
            getChildren().setAll(dark);
        }
    }

    private static Rectangle hole(Bounds part) {
        Rectangle hole = new Rectangle(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight());
        hole.setArcWidth(ROUND);
        hole.setArcHeight(ROUND);
        return hole;
    }

    private Node part(Node under) {
        for (Node node = under; node != null && node != lit; node = node.getParent()) {
            if (node.getStyleClass().stream().anyMatch(PARTS::contains)) {
                return node;
            }
        }
        return lit instanceof Parent ? under : lit;
    }

    /** Whether a point of the window is lit. */
    boolean lights(Point2D inScene) {
        return getChildren().stream().noneMatch(dark -> dark.contains(dark.sceneToLocal(inScene)));
    }
}
