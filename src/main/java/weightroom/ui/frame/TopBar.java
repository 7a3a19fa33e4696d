package weightroom.ui.frame;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import weightroom.plot.Numbers;
import weightroom.run.History;
import weightroom.run.Snapshot;
import weightroom.run.Trainer.DeviceChoice;
import weightroom.ui.kit.Cadence;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Speed;
import weightroom.ui.model.Transport.Stride;

/** What is always in reach: the transport, how far the run is, how good it is, and what it runs on. */
public final class TopBar extends HBox {
    private static final int COUNTERS_PER_SECOND = 10;

    private final RunModel model;
    private final Label title = Controls.label("", "title");
    private final Label subtitle = Controls.label("", "hint");
    private final Label epoch = counter("counter-epoch", "counter", 64);
    private final Label step = counter("counter-step", "counter", 80);
    private final Label samples = counter("counter-samples", "counter", 96);
    private final Label trainLoss = counter("loss-train", "loss", 80);
    private final Label testLoss = counter("loss-test", "loss", 80);
    private final Button play = new Button();
    private final Region sign = new Region();
    private final DeviceChip device;
    private final Cadence cadence = new Cadence(COUNTERS_PER_SECOND);

    /**
     * @param devices the devices found
     * @param switchTheme between dark and light
     */
    public TopBar(RunModel model, Supplier<List<DeviceChoice>> devices, Runnable switchTheme) {
        this.model = model;
        this.device = new DeviceChip(model, devices);
        getStyleClass().add("top-bar");
        VBox name = new VBox(title, subtitle);
        name.getStyleClass().add("name");
        name.setMinWidth(112);
        Button theme = Controls.iconButton(Feather.MOON, Messages.text("theme.help"), switchTheme);
        theme.setId("theme");
        getChildren()
                .addAll(
                        name,
                        button("reset", Feather.ROTATE_CCW, model::reset),
                        playButton(),
                        button("step", Feather.SKIP_FORWARD, () -> model.transport()
                                .step(Stride.BATCH)),
                        speeds(),
                        rule(),
                        readout("epoch", epoch),
                        readout("step.count", step),
                        readout("samples", samples),
                        rule(),
                        readout("loss.train", trainLoss),
                        readout("loss.test", testLoss),
                        Controls.spring(),
                        device,
                        theme);
        model.playing().addListener((observable, before, after) -> showPlaying());
        model.experiment().addListener((observable, before, after) -> showTitle());
        showPlaying();
        showTitle();
    }

    /** Shows how far the run is. */
    public void show(Snapshot now, long nanos) {
        if (!cadence.due(nanos, !now.playing())) {
            return;
        }
        epoch.setText(Numbers.count(now.epoch()));
        step.setText(Numbers.count(now.state().step()));
        samples.setText(Numbers.count(now.samples()));
        History history = now.history();
        int size = history.size();
        boolean diverged = now.divergence().isPresent();
        trainLoss.setText(
                diverged ? Messages.text("diverged") : Numbers.loss(size == 0 ? Double.NaN : history.train(size - 1)));
        testLoss.setText(
                diverged ? Messages.text("diverged") : Numbers.loss(size == 0 ? Double.NaN : history.test(size - 1)));
        mark(trainLoss, diverged);
        mark(testLoss, diverged);
        device.show(now);
    }

    private static void mark(Label label, boolean bad) {
        label.getStyleClass().remove("bad");
        if (bad) {
            label.getStyleClass().add("bad");
        }
    }

    private void showTitle() {
        String given = model.experiment().get().title();
        title.setText(given.isEmpty() ? Messages.text("untitled") : given);
        showPlaying();
    }

    private void showPlaying() {
        boolean playing = model.playing().get();
        subtitle.setText(Messages.text(
                playing ? "playing" : "paused",
                String.valueOf(model.experiment().get().seed())));
        sign.getStyleClass().setAll("sign", playing ? "halt" : "go");
        String help = Messages.text(playing ? "pause.help" : "play.help");
        play.setAccessibleText(help);
        Controls.explain(play, help);
    }

    private Node playButton() {
        play.setId("play");
        play.getStyleClass().add("play");
        play.setGraphic(sign);
        play.setOnAction(event -> model.togglePlay());
        return play;
    }

    private static Button button(String id, Feather icon, Runnable action) {
        Button button = Controls.iconButton(icon, Messages.text(id + ".help"), action);
        button.setId(id);
        return button;
    }

    private Node speeds() {
        ComboBox<Speed> speeds = new ComboBox<>(FXCollections.observableArrayList(Speed.ALL));
        speeds.setId("speed");
        speeds.setPrefWidth(112);
        speeds.setMinWidth(96);
        speeds.setConverter(new StringConverter<>() {
            @Override
            public String toString(Speed speed) {
                return speed == null ? "" : speed.label();
            }

            @Override
            public Speed fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        });
        speeds.setValue(model.transport().speed().get());
        speeds.setAccessibleText(Messages.text("speed.help"));
        Controls.explain(speeds, Messages.text("speed.help"));
        speeds.setOnAction(event -> model.transport().setSpeed(speeds.getValue()));
        return speeds;
    }

    private static Label counter(String id, String style, double width) {
        Label label = Controls.label("", style);
        label.setId(id);
        label.setMinWidth(width);
        return label;
    }

    private static Node readout(String key, Label value) {
        Label name = Controls.label(Messages.text(key), "hint");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Controls.explain(name, Messages.text(key + ".help"));
        Controls.explain(value, Messages.text(key + ".help"));
        VBox readout = new VBox(name, value);
        readout.getStyleClass().add("readout");
        return readout;
    }

    private static Node rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }
}
