package weightroom.ui.frame;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import weightroom.run.Snapshot;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;
import weightroom.ui.model.RunModel;
import weightroom.ui.model.Speed;

/** Plays and pauses, goes on and back by steps of three sizes, and says how fast. */
final class TransportBar extends HBox {
    private static final List<String> STRIDES = List.of("step-sample", "step", "step-epoch");

    private final RunModel model;
    private final Actions actions;
    private final Button play = new Button();
    private final Region sign = new Region();
    private final Button back;

    TransportBar(RunModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("transport");
        back = button("step-back", Feather.SKIP_BACK);
        HBox step = new HBox(button("step", Feather.SKIP_FORWARD), strides());
        step.getStyleClass().add("step-group");
        getChildren().addAll(button("reset", Feather.ROTATE_CCW), back, playButton(), step, speeds());
        setMinWidth(USE_PREF_SIZE);
        model.playing().addListener((observable, before, after) -> showPlaying());
        model.hold().reason().addListener((observable, before, after) -> showPlaying());
        showPlaying();
    }

    void show(Snapshot now) {
        back.setDisable(now.state().step() <= now.timeline().earliest().step());
        play.setDisable(
                now.divergence().isPresent() || model.hold().reason().get().isPresent());
    }

    private void showPlaying() {
        boolean playing = model.playing().get();
        play.setDisable(model.diverged() || model.hold().reason().get().isPresent());
        sign.getStyleClass().setAll("sign", playing ? "halt" : "go");
        String help = model.hold().reason().get().orElse(Messages.text(playing ? "pause.help" : "play.help"));
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

    private Button button(String id, Feather icon) {
        Action action = actions.find(id);
        Button button = Controls.iconButton(icon, action.help(), action.run());
        button.setId(id);
        return button;
    }

    /** The three sizes of a step. */
    private MenuButton strides() {
        MenuButton menu = new MenuButton();
        menu.setId("strides");
        menu.getStyleClass().add("strides");
        menu.setAccessibleText(Messages.text("strides.help"));
        Controls.explain(menu, Messages.text("strides.help"));
        for (String id : STRIDES) {
            Action action = actions.find(id);
            MenuItem item = new MenuItem(action.label());
            item.setId("stride-" + id);
            item.setOnAction(event -> action.run().run());
            action.keys().stream().findFirst().ifPresent(item::setAccelerator);
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node speeds() {
        ComboBox<Speed> speeds = new ComboBox<>(FXCollections.observableArrayList(Speed.ALL));
        speeds.setId("speed");
        speeds.setPrefWidth(96);
        speeds.setMinWidth(88);
        speeds.setVisibleRowCount(Speed.ALL.size());
        speeds.setConverter(Controls.converter(Speed::label));
        speeds.setValue(model.transport().speed().get());
        speeds.setAccessibleText(Messages.text("speed.help"));
        Controls.explain(speeds, Messages.text("speed.help"));
        speeds.setOnAction(event -> model.transport().setSpeed(speeds.getValue()));
        model.transport().speed().addListener((observable, before, after) -> speeds.setValue(after));
        return speeds;
    }
}
