package weightroom.ui.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Theme;
import weightroom.ui.model.Options;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Playback.Heading;
import weightroom.ui.model.Readings;
import weightroom.ui.model.RunModel;

/** What is always in reach: the transport, how far the run is, how good it is, and what it runs on. */
final class TopBar extends HBox {
    private static final int COUNTERS_PER_SECOND = 10;
    /** Below this width what can be told from the rest is left out: the samples, which are steps times the batch. */
    private static final double ROOMY = 1216;

    private final ObservableValue<Playback> playback;
    private final Label title = Controls.label("", "title");
    private final Label subtitle = Controls.label("", "hint");
    private final Readouts readouts = new Readouts();
    private final TransportBar transport;
    private final DeviceChip device;
    private final Cadence cadence = new Cadence(COUNTERS_PER_SECOND);

    /**
     * @param playback what is shown and moved
     * @param devices the devices found
     * @param actions what the buttons do
     */
    TopBar(RunModel model, ObservableValue<Playback> playback, Supplier<List<DeviceChoice>> devices, Actions actions) {
        this.playback = playback;
        transport = new TransportBar(playback, actions);
        device = new DeviceChip(model::findDevices, devices, playback);
        device.setMinWidth(96);
        getStyleClass().add("top-bar");
        // Narrower than all that it holds it gives things up, rather than reach beyond the window.
        setMinWidth(0);
        title.setId("title");
        subtitle.setId("subtitle");
        VBox name = new VBox(title, subtitle);
        name.getStyleClass().add("name");
        name.setMinWidth(96);
        name.setPrefWidth(210);
        getChildren().addAll(name, transport, rule());
        getChildren().addAll(readouts.counters());
        Node samples = getChildren().get(getChildren().size() - 1);
        widthProperty().addListener((observable, before, after) -> {
            boolean room = after.doubleValue() >= ROOMY;
            samples.setVisible(room);
            samples.setManaged(room);
        });
        getChildren().add(rule());
        getChildren().addAll(readouts.losses());
        getChildren()
                .addAll(
                        Controls.spring(),
                        device,
                        rule(),
                        themeButton(model.options(), actions.find("theme")),
                        button(actions.find("presentation"), Feather.MONITOR),
                        button(actions.find("share"), Feather.SHARE));
        title.textProperty().bind(playback.flatMap(Playback::heading).map(Heading::title));
        subtitle.textProperty().bind(playback.flatMap(Playback::heading).map(Heading::subtitle));
        playback.addListener((observable, before, after) -> show(after));
        show(playback.getValue());
    }

    /** Shows how far it is; called once per pulse while anything moves. */
    void show(long nanos) {
        Playback now = playback.getValue();
        if (cadence.due(nanos, !now.playing().get())) {
            show(now);
        }
    }

    private void show(Playback now) {
        Readings readings = now.readings();
        readouts.show(readings);
        transport.show();
        device.show(readings.device());
    }

    private static Button themeButton(Options options, Action action) {
        Button button = button(action, Feather.MOON);
        Runnable show = () ->
                button.setGraphic(new FontIcon(options.theme().get() == Theme.LIGHT ? Feather.SUN : Feather.MOON));
        options.theme().addListener((observable, before, after) -> show.run());
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
