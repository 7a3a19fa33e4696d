package weightroom.ui.frame;

import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
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
    private final MenuButton strides = new MenuButton();

    TransportBar(ObservableValue<Playback> playback, Actions actions) {
        this.playback = playback;
        this.actions = actions;
        getStyleClass().add("transport");
        back = button("step-back", Feather.SKIP_BACK);
        HBox step = new HBox(button("step", Feather.SKIP_FORWARD), strides());
        step.getStyleClass().add("step-group");
        getChildren().addAll(button("reset", Feather.ROTATE_CCW), back, playButton(), step, speeds());
        setMinWidth(USE_PREF_SIZE);
        playback.flatMap(Playback::playing).addListener((observable, before, after) -> showPlaying());
        playback.flatMap(Playback::hindrance).addListener((observable, before, after) -> showPlaying());
        playback.addListener((observable, before, after) -> fillStrides());
        fillStrides();
        showPlaying();
    }

    void show() {
        back.setDisable(!playback.getValue().span().earlier());
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
        MenuItem item = new MenuItem(action.label());
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
        ComboBox<Speed> speeds = new ComboBox<>(FXCollections.observableArrayList(Speed.ALL));
        speeds.setId("speed");
        speeds.setPrefWidth(96);
        speeds.setMinWidth(88);
        speeds.setVisibleRowCount(Speed.ALL.size());
        speeds.setConverter(Controls.converter(Speed::label));
        speeds.setValue(playback.getValue().speed().get());
        speeds.setAccessibleText(Messages.text("speed.help"));
        Controls.explain(speeds, Messages.text("speed.help"));
        speeds.setOnAction(event -> playback.getValue().setSpeed(speeds.getValue()));
        playback.flatMap(Playback::speed).addListener((observable, before, after) -> speeds.setValue(after));
        return speeds;
    }
}
