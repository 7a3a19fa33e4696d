package weightroom.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import weightroom.ui.kit.Controls;
import weightroom.ui.kit.Messages;

/** The views there are, from top to bottom; at its foot what concerns the whole program. */
final class Rail extends VBox {
    private final ToggleGroup views = new ToggleGroup();

    Rail(MainMenu menu, Action settings) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        StackPane logo = new StackPane(Glyph.logo());
        logo.getStyleClass().add("logo");
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        getChildren().addAll(logo, view("train", Glyph.train()), spring, dress(menu, "rail-menu"), button(settings));
    }

    private Node view(String key, Node picture) {
        ToggleButton item = new ToggleButton();
        item.setToggleGroup(views);
        item.setSelected(true);
        item.setGraphic(picture);
        item.setId("view-" + key);
        item.setText(Messages.text("view." + key));
        // The view that is shown cannot be put away.
        item.setOnAction(event -> item.setSelected(true));
        Controls.explain(item, Messages.text("view." + key + ".help"));
        return dress(item, "rail-view");
    }

    private static Node button(Action settings) {
        Button item = new Button(Messages.text("settings.short"));
        item.setGraphic(new FontIcon(Feather.SETTINGS));
        item.setId("settings");
        item.setOnAction(event -> settings.run().run());
        Controls.explain(item, settings.help());
        return dress(item, "rail-settings");
    }

    private static Node dress(ButtonBase item, String style) {
        item.getStyleClass().addAll("rail-item", style);
        item.setContentDisplay(ContentDisplay.TOP);
        return item;
    }
}
