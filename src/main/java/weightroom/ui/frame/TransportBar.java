package weightroom.ui.frame;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.Playback;
import weightroom.ui.model.Speed;
import weightroom.ui.model.Transport.Stride;

/** Plays and pauses, goes on and back by steps of three sizes, and says how fast. */
final class TransportBar extends HBox {
    private final ObservableValue<Playback> playback;
    private final Actions actions;
    private final Button play = new Button();
    private final Region sign = new Region();
    private final Button back;
    private final Button reset;
    private final Button step;
    private final MenuButton strides = new MenuButton();
    private final ComboBox<Speed> speeds = new ComboBox<>();
    private boolean silent;

    TransportBar(ObservableValue<Playback> playback, Actions actions) {
        this.playback = playback;
        this.actions = actions;
        getStyleClass().add("transport");
        back = button("step-back", Feather.SKIP_BACK);
        reset = button("reset", Feather.ROTATE_CCW);
        step = button("step", Feather.SKIP_FORWARD);
        HBox steps = new HBox(step, strides());
        steps.getStyleClass().add("step-group");
        getChildren().addAll(reset, back, playButton(), steps, speeds());
        setMinWidth(USE_PREF_SIZE);
        playback.flatMap(Playback::playing).addListener((observable, before, after) -> showPlaying());
        playback.flatMap(Playback::hindrance).addListener((observable, before, after) -> showPlaying());
        playback.addListener((observable, before, after) -> another());
        another();
        showPlaying();
    }

    /** Something else is played. */
    private void another() {
        fillStrides();
        fillSpeeds();
        for (Button button : List.of(reset, back, step)) {
            String help = actions.find(button.getId()).help(playback.getValue().words());
            button.setAccessibleText(help);
            Controls.explain(button, help);
        }
    }

    void show() {
        back.setDisable(!playback.getValue().canStepBack());
    }

    private void showPlaying() {
        Playback now = playback.getValue();
        boolean playing = now.playing().get();
        play.setDisable(now.hindrance().get().isPresent());
        sign.getStyleClass().setAll("sign", playing ? "halt" : "go");
        String help = now.hindrance().get().orElse(Messages.text(playing ? "pause.help" : "play.help"));
        play.setAccessibleText(help);
        Controls.explain(play, help);
    }

    private Node playButton() {
        play.setId("play");
        play.getStyleClass().add("play");
        play.setGraphic(sign);
        play.setOnAction(event -> playback.getValue().togglePlay());
        return play;
    }

    private Button button(String id, Feather icon) {
        Action action = actions.find(id);
        Button button = Controls.iconButton(icon, action.help(), action.run());
        button.setId(id);
        return button;
    }

    private MenuButton strides() {
        strides.setId("strides");
        strides.getStyleClass().add("strides");
        strides.setAccessibleText(Messages.text("strides.help"));
        Controls.explain(strides, Messages.text("strides.help"));
        return strides;
    }

    private void fillStrides() {
        strides.getItems()
                .setAll(playback.getValue().strides().stream().map(this::item).toList());
    }

    private MenuItem item(Stride stride) {
        Action action = actions.find(action(stride));
        MenuItem item = new MenuItem(action.label(playback.getValue().words()));
        item.setId("stride-" + action.id());
        item.setOnAction(event -> action.run().run());
        action.keys().stream().findFirst().ifPresent(item::setAccelerator);
        return item;
    }

    private static String action(Stride stride) {
        return switch (stride) {
            case SAMPLE -> "step-sample";
            case BATCH -> "step";
            case EPOCH -> "step-epoch";
        };
    }

    private Node speeds() {
        speeds.setId("speed");
        speeds.setPrefWidth(96);
        speeds.setMinWidth(88);
        speeds.setConverter(Controls.converter(Speed::label));
        speeds.setOnAction(event -> {
            if (!silent) {
                playback.getValue().setSpeed(speeds.getValue());
            }
        });
        playback.flatMap(Playback::speed).addListener((observable, before, after) -> showSpeed());
        return speeds;
    }

    private void fillSpeeds() {
        Playback now = playback.getValue();
        silent = true;
        speeds.getItems().setAll(now.speeds());
        speeds.setVisibleRowCount(now.speeds().size());
        silent = false;
        showSpeed();
        String help = Messages.text(now.words() + "speed.help");
        speeds.setAccessibleText(help);
        Controls.explain(speeds, help);
    }

    private void showSpeed() {
        silent = true;
        speeds.setValue(playback.getValue().speed().get());
        silent = false;
    }
}
