package weightroom.ui.train;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Snapshot;
import weightroom.run.Trainer.DeviceChoice;

/**
 * The view of one run. Cause stands on the left, the network and its answer in the middle, success on the right.
 *
 * <p>Keys: Space plays and pauses, S or → makes one step, R goes back to the first weights, T changes the theme.
 */
public final class TrainView extends BorderPane {
    private final TrainModel model;
    private final TopBar bar;
    private final LayersBar layers;
    private final BoundaryPanel boundary = new BoundaryPanel();
    private final LossPanel loss = new LossPanel();
    private final Runnable switchTheme;

    /**
     * @param devices the devices found so far
     * @param switchTheme between dark and light
     */
    public TrainView(TrainModel model, Supplier<List<DeviceChoice>> devices, Runnable switchTheme) {
        this.model = model;
        this.switchTheme = switchTheme;
        bar = new TopBar(model, devices, switchTheme);
        layers = new LayersBar(model);
        NoticeBar notice = new NoticeBar(model);
        VBox.setMargin(notice, new Insets(12, 16, 0, 16));
        VBox centre = new VBox(notice, layers, boundary);
        centre.setMinWidth(0);
        VBox.setVgrow(boundary, Priority.ALWAYS);
        loss.getStyleClass().add("effects");
        loss.setPrefWidth(464);
        loss.setMinWidth(300);
        HBox.setHgrow(centre, Priority.ALWAYS);
        setTop(bar);
        setLeft(new SidePanel(model));
        setCenter(new HBox(centre, loss));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        Snapshot now = model.snapshot().get();
        bar.show(now, nanos);
        layers.show(now);
        loss.show(now, nanos);
        boundary.show(now, nanos);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || typing(event)) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> model.togglePlay();
            case S -> model.step();
            case R -> model.reset();
            case T -> switchTheme.run();
            case RIGHT -> {
                if (needsArrows(event)) {
                    return;
                }
                model.step();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static boolean typing(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }

    private static boolean needsArrows(KeyEvent event) {
        return event.getTarget() instanceof Node node
                && (node instanceof ComboBoxBase || node.getStyleClass().contains("slider"));
    }
}
