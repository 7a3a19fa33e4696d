package weightroom.ui.frame;

import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import weightroom.run.Background;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.RunModel;

/** What never moves between views: the rail on the left, the bar on top, the timeline at the bottom, a view inside. */
public final class Frame extends StackPane {
    private final RunModel model;
    private final Documents documents;
    private final TopBar bar;
    private final TimelineBar timeline;
    private final Views views;
    private final VBox notices = new VBox();

    /**
     * @param devices the devices found so far
     * @param documents opens and saves
     * @param background does what takes a while
     * @param stage holds all this
     * @param entries the views there are
     */
    public Frame(
            RunModel model,
            Supplier<List<DeviceChoice>> devices,
            Documents documents,
            Background background,
            Stage stage,
            List<View.Entry> entries) {
        this.model = model;
        this.documents = documents;
        views = new Views(entries, model, background);
        Pages pages = new Pages(model, documents, background);
        Actions actions = new Actions(model, documents, pages, stage, views);
        pages.know(actions);
        bar = new TopBar(model, views.playback(), devices, actions);
        timeline = new TimelineBar(views.playback(), actions);
        MainMenu menu = new MainMenu(model, actions, documents);
        BorderPane frame = new BorderPane();
        frame.setLeft(new Rail(model.options(), views, menu, actions.find("settings")));
        frame.setCenter(new BorderPane(body(), bar, null, timeline, null));
        getStyleClass().add("frame");
        getChildren().addAll(frame, new Spotlight(frame, model.options().spotlight()), pages.overlay());
        model.options()
                .frozenAxes()
                .addListener((observable, before, after) -> model.tell(Messages.text(after ? "frozen" : "thawed")));
        Keys keys = new Keys(actions);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, keys::before);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, keys::after);
        addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
        addEventHandler(DragEvent.DRAG_OVER, Frame::welcome);
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    /** Asks something of the user above the view, until it is answered. */
    public void offer(Node question) {
        VBox.setMargin(question, new Insets(8, 16, 8, 16));
        notices.getChildren().add(question);
    }

    /** What the view that is seen plays. */
    public Playback playback() {
        return views.playback().get();
    }

    /** Whether the view that is seen shows all that it has to show. */
    public boolean ready() {
        return views.ready();
    }

    /** Whether the view that is seen changes what it shows with every pulse. */
    public boolean moving() {
        return views.moving();
    }

    /** Shows the newest snapshot; called once per pulse while anything moves. */
    public void show(long nanos) {
        bar.show(nanos);
        timeline.show(nanos);
        views.show(nanos);
    }

    private VBox body() {
        offer(new NoticeBar(model));
        offer(new PendingBar(model));
        VBox.setVgrow(views, Priority.ALWAYS);
        return new VBox(notices, views);
    }

    private static void welcome(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            documents.open(files.get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
