package weightroom.ui.frame;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows something larger or smaller, type and strokes and all, laid out for the room that is then left. */
public final class Zoom extends Region {
    private final Region content;
    private final ObservableDoubleValue factor;
    private final Scale scale = new Scale(1, 1, 0, 0);

    /** @param factor 1 for as it is; more than 0 */
    public Zoom(Region content, ObservableDoubleValue factor) {
        this.content = content;
        this.factor = factor;
        content.getTransforms().add(scale);
        getChildren().add(content);
        factor.addListener((observable, before, after) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double by = factor.get();
        scale.setX(by);
        scale.setY(by);
        content.resizeRelocate(0, 0, getWidth() / by, getHeight() / by);
    }
}
