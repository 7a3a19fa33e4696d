package weightroom.ui.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.run.Command;
import weightroom.run.Snapshot;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.RunModel;

/** What is always in reach: the transport, how far the run is, how good it is, and what it runs on. */
final class TopBar extends HBox {
    private static final int COUNTERS_PER_SECOND = 10;

    private final RunModel model;
    private final Label title = Controls.label("", "title");
    private final Label subtitle = Controls.label("", "hint");
    private final Readouts readouts = new Readouts();
    private final TransportBar transport;
    private final DeviceChip device;
    private String desk = Command.Desk.FIRST;
    private final Cadence cadence = new Cadence(COUNTERS_PER_SECOND);

    /**
     * @param devices the devices found
     * @param actions what the buttons do
     */
    TopBar(RunModel model, Supplier<List<DeviceChoice>> devices, Actions actions) {
        this.model = model;
        transport = new TransportBar(model, actions);
        device = new DeviceChip(model, devices);
        device.setMinWidth(96);
        getStyleClass().add("top-bar");
        title.setId("title");
        subtitle.setId("subtitle");
        VBox name = new VBox(title, subtitle);
        name.getStyleClass().add("name");
        name.setMinWidth(96);
        name.setPrefWidth(210);
        getChildren().addAll(name, transport, rule());
        getChildren().addAll(readouts.counters());
        getChildren().add(rule());
        getChildren().addAll(readouts.losses());
        getChildren()
                .addAll(
                        Controls.spring(),
                        device,
                        rule(),
                        themeButton(actions.find("theme")),
                        button(actions.find("presentation"), Feather.MONITOR),
                        button(actions.find("share"), Feather.SHARE));
        model.playing().addListener((observable, before, after) -> showTitle());
        model.experiment().addListener((observable, before, after) -> showTitle());
        showTitle();
    }

    /** Shows how far the run is. */
    void show(Snapshot now, long nanos) {
        if (cadence.due(nanos, !now.playing())) {
            readouts.show(now);
            transport.show(now);
            if (!now.desk().equals(desk)) {
                desk = now.desk();
                showTitle();
            }
            device.show(now);
        }
    }

    private void showTitle() {
        String given = model.experiment().get().title();
        title.setText(given.isEmpty() ? Messages.text("untitled") : given);
        boolean lesson = !desk.equals(Command.Desk.FIRST);
        subtitle.setText(Messages.text(
                (lesson ? "lesson." : "") + (model.playing().get() ? "playing" : "paused"),
                String.valueOf(model.experiment().get().seed())));
    }

    private Button themeButton(Action action) {
        Button button = button(action, Feather.MOON);
        Runnable show = () -> button.setGraphic(
                new FontIcon(model.options().theme().get() == Theme.LIGHT ? Feather.SUN : Feather.MOON));
        model.options().theme().addListener((observable, before, after) -> show.run());
        show.run();
        return button;
    }

    private static Button button(Action action, Feather icon) {
        Button button = Controls.iconButton(icon, action.help(), action.run());
        button.setId(action.id());
        return button;
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }
}
