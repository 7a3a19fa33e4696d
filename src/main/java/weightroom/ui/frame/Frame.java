package weightroom.ui.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import weightroom.run.Snapshot;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.model.RunModel;

/** What never moves between views: the rail on the left, the bar on top, the timeline at the bottom, a view inside. */
public final class Frame extends BorderPane {
    private final RunModel model;
    private final TopBar bar;

    /**
     * @param devices the devices found so far
     * @param switchTheme between the themes
     * @param view what stands inside
     */
    public Frame(RunModel model, Supplier<List<DeviceChoice>> devices, Runnable switchTheme, Node view) {
        this.model = model;
        bar = new TopBar(model, devices, switchTheme);
        setTop(bar);
        NoticeBar notice = new NoticeBar(model);
        PendingBar pending = new PendingBar(model);
        VBox.setMargin(notice, new Insets(8, 16, 8, 16));
        VBox.setMargin(pending, new Insets(8, 16, 8, 16));
        VBox.setVgrow(view, Priority.ALWAYS);
        setCenter(new VBox(notice, pending, view));
        Keys keys = new Keys(model, switchTheme);
        addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        Snapshot now = model.snapshot().get();
        bar.show(now, nanos);
    }
}
